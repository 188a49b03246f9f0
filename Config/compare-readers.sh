#!/usr/bin/env bash
# Reads pages of the web with Quoth and with trafilatura, and prints how well and how fast each does, beside each other.
#
# Usage: Config/compare-readers.sh FOLDER
#
# FOLDER holds gold.json, an object with an entry for each page: {"file": a name below FOLDER/html, perhaps gzipped,
# "articleBody": the text of its article, "url"?}. trafilatura comes from PyPI, into a virtual environment in .build.
# QUOTH names the program; without it, it is that of the release build.
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
environment=$project/.build/readers

[ $# = 1 ] && [ -f "$1/gold.json" ] || {
    sed -n 's/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed -n 2,9p >&2
    exit 64
}
if ! [ -x "$environment/bin/trafilatura" ]; then
    python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet trafilatura lxml_html_clean
fi
exec "$environment/bin/python" "$project/Config/compare_readers.py" "$1" "${QUOTH:-$project/.build/release/quoth}"
