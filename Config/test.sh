#!/usr/bin/env bash
# Installs what is missing, builds, checks the format, and runs every test. The last lines are the count of tests.
#
# Usage: Config/test.sh [ARGUMENTS OF swift test]    such as --filter EDTFTests
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd "$project"

"$project/Config/install.sh"

echo "Checking the format …"
swift format lint --strict --recursive Sources Tests Package.swift

echo "Building; the first time takes some minutes …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | tee "$log"

# The compiler names the file of a warning by its whole path, and the package manager the target; what comes from the
# packages that we use is below .build. Warnings show where a file is compiled, so the clean build of a new clone
# shows them all.
if grep -F 'warning:' "$log" | grep -vF "$project/.build/" | grep -v '^ ' | sort -u | grep .; then
    echo "The build gave these warnings; every one of ours counts as a failure." >&2
    exit 1
fi

echo "Running every test …"
swift test --skip-build "$@"
