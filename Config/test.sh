#!/usr/bin/env bash
# Installs what is missing, builds, checks the format, and runs every test. Behind the tests a table tells
# how well the engine does on the texts of Fixtures/gold. The last line is the count of tests.
#
# Usage: Config/test.sh [ARGUMENTS OF swift test]    such as --filter EDTFTests
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$project"

"$project/Config/install.sh"

echo "Checking the format …"
swift format lint --strict --recursive Sources Tests Package.swift

echo "Building; the first time takes some minutes …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | tee "$log"

# The compilers name the file of a warning by its whole path, and the package manager names the package by its folder;
# the packages that we use are below .build. A warning shows when its file is compiled: a new clone shows them all.
warnings() {
    project=$project awk '
        BEGIN {
            root = ENVIRON["project"] "/"
            folder = ENVIRON["project"]
            sub(/.*\//, "", folder)
            package = "warning: '\''" tolower(folder) "'\''"
        }
        index($0, root) == 1 && index($0, root ".build/") != 1 && /: warning: / || index($0, package) == 1
    ' "$log" | sort -u
}
if [ -n "$(warnings)" ]; then
    printf '\nThe build gave these warnings; it must give none of ours:\n' >&2
    warnings >&2
    exit 1
fi

echo "Running every test …"
status=0
swift test --skip-build "$@" | tee "$log" || status=$?

if compgen -G "Fixtures/gold/*.txt" >/dev/null; then
    printf '\nThe engine on Fixtures/gold, beliefs left out:\n'
    swift run --skip-build quoth-train score --uttered Fixtures/gold || status=$?
    tail -n 1 "$log"
fi
exit "$status"
