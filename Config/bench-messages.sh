#!/bin/sh
# Times how fast an export of messages is read and recorded, beside Python's json.load with sqlite-utils on the same file.
# Usage: Config/bench-messages.sh [MESSAGES]   (1000000 without it; wants about 1 KB of disk a message, and as much again)
set -eu

count=${1:-1000000}
cd "$(dirname "$0")/.."
swift build -c release --product quoth
swift build -c release --product quoth-bench
bin=$(swift build -c release --show-bin-path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

timed() {
    echo "== $1"
    shift
    /usr/bin/time -f '%e s, %U + %S s of processor time, %M KB' "$@"
}

"$bin/quoth-bench" export "$work/result.json" --messages "$count"
timed "the reader alone" "$bin/quoth-bench" messages "$work/result.json"
timed "quoth ingest, with search" "$bin/quoth" ingest -q --archive "$work/quoth.sqlite" "$work/result.json"

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
timed "Python's json.load, and sqlite-utils" "$work/python/bin/python" "$work/baseline.py" "$work/result.json" "$work/python.sqlite"
