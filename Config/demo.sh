#!/usr/bin/env bash
# Shows Quoth at work: builds it, reads the example articles into a new archive, and proves what it shows.
#
# Usage: Config/demo.sh [FOLDER]    FOLDER is made, and keeps the archive and the export; without it, a new
#                                   folder for temporary files.
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' plain=$'\e[0m'; fi

tell() { printf '\n%s\n' "$*"; }

# Prints a command as one would type it, then runs it.
run() {
    local word line=''
    for word in "$@"; do
        if [[ $word =~ ^[A-Za-z0-9_./=:@-]+$ ]]; then line+=" $word"; else line+=" \"$word\""; fi
    done
    printf '\n%s$%s%s\n' "$bold" "$line" "$plain"
    "$@"
}

stop() {
    printf '\nThe demonstration failed: %s\n' "$*" >&2
    exit 1
}

trap 'stop "the command in line $LINENO ended with status $?"' ERR

tell "1. What is missing on this machine is installed, and the program is built; the first time takes some minutes."
"$project/Config/install.sh"
swift build -c release --package-path "$project" --product quoth
PATH=$(swift build -c release --package-path "$project" --show-bin-path):$PATH
export PATH

folder=${1:-$(mktemp -d "${TMPDIR:-/tmp}/quoth-demo.XXXXXX")}
mkdir -p "$folder"
cd "$folder"
folder=$PWD
# Without this, an archive of the reader's in a folder above would be taken for the one meant.
export QUOTH_ARCHIVE=$folder/quoth.sqlite
[ ! -e quoth.sqlite ] || stop "$folder has an archive already; name another folder"
mkdir articles
cp "$project"/Fixtures/articles/*.txt articles/
cp "$project/Fixtures/registry.yaml" .
articles=(articles/*)
tell "In $folder there are now ${#articles[@]} news articles, all of them invented."

tell "2. Record. Most articles say when they were published. One does not, so we say it. Running it again would
   change nothing."
run quoth ingest --published 2024-04-16 --publisher "The Harbour Courier" articles/quiet-shore.txt
run quoth ingest articles

tell "3. Say who the groups and people are, and by what names they go. The program never makes up a speaker."
run quoth group import registry.yaml
run quoth group show "Quiet Shore"

tell "4. View. What did the group say? Any of its names will do; and what “Quiet Shore” and “Tikhiy Bereg” said is
   one list."
run quoth timeline --group "Quiet Shore" --no-pager

tell "5. Names that stand in the articles, and resolve to nobody yet."
run quoth names -n 5

tell "6. Prove. Every quote must stand, letter for letter, in the text that we hold."
run quoth verify

tell "7. Take it away: the whole timeline for research, and its schema."
run quoth export -o timeline.json
run quoth export --schema -o timeline-1.schema.json

tell "8. And if somebody changes a letter? We do so in a copy, with SQLite itself, behind the program's back."
cp quoth.sqlite changed.sqlite
tamper="DROP TRIGGER versionStays;
UPDATE version SET text = replace(text, 'people for fish', 'people for dish');"
if command -v sqlite3 >/dev/null; then
    run sqlite3 changed.sqlite "$tamper"
else
    run python3 -c 'import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])' \
        changed.sqlite "$tamper"
fi
status=0
run quoth verify --archive changed.sqlite || status=$?
[ "$status" = 1 ] || stop "verify ended with status $status, where 1 was expected"
tell "The exit status is 1: the change was found."

tell "The archive, the export and the articles are in $folder
The program is $(command -v quoth)
Go on there:  cd \"$folder\"  and  quoth timeline --help"
