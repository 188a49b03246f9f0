#!/bin/sh
# Times how fast an export of messages is read and recorded, and how fast a quote finds its post there, beside Python's
# json.load with sqlite-utils on the same file. Prints a table in Markdown.
# Usage: Config/bench-messages.sh [MESSAGES]   (1000000 without it, an export of 1.5 GB; wants 4 GB of disk)
# BIN can name the folder of programs that are built already.
set -eu

count=${1:-1000000}
cd "$(dirname "$0")/.."
if [ -n "${BIN:-}" ]; then
    bin=$BIN
else
    swift build -c release --product quoth
    swift build -c release --product quoth-bench
    bin=$(swift build -c release --show-bin-path)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A row: how many messages a second by the clock, seconds by the clock and of processor time, the most memory.
row() {
    label=$1
    shift
    /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" > "$work/output"
    awk -v label="$label" -v count="$count" '{
        printf "| %s | %d | %.1f | %.1f | %d |\n", label, count / ($1 > 0 ? $1 : 0.01), $1, $2 + $3, $4 / 1000 }' "$work/time"
}

"$bin/quoth-bench" export "$work/result.json" --messages "$count"
python3 -m venv "$work/python"
"$work/python/bin/pip" install -q sqlite-utils
cat > "$work/baseline.py" <<'PYTHON'
import json, sys
import sqlite_utils

def words(text):
    return text if isinstance(text, str) else "".join(p if isinstance(p, str) else p["text"] for p in text)

with open(sys.argv[1], encoding="utf-8") as file:
    export = json.load(file)
database = sqlite_utils.Database(sys.argv[2])
table = database["messages"]
table.insert_all(
    ({"id": m["id"], "date": int(m["date_unixtime"]), "from_id": m["from_id"], "text": words(m["text"])}
     for m in export["messages"]), pk="id", batch_size=1000)
table.enable_fts(["text"])
PYTHON

echo "$count messages, $(($(wc -c < "$work/result.json") / 1000000)) MB, $(nproc) processors"
echo
echo "| | messages a second | seconds | of processor time | MB of memory |"
echo "|---|---|---|---|---|"
row "the reader alone" "$bin/quoth-bench" messages "$work/result.json"
row "quoth ingest, with search" "$bin/quoth" ingest -q --archive "$work/quoth.sqlite" "$work/result.json"
row "json.load, sqlite-utils insert, with search" \
    "$work/python/bin/python" "$work/baseline.py" "$work/result.json" "$work/python.sqlite"
echo
"$bin/quoth-bench" joining "$work/quoth.sqlite" "$work/result.json"
