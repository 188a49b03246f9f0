#!/usr/bin/env bash
# Feeds the readers with inputs that libFuzzer makes up, under AddressSanitizer, and stops at the first that crashes,
# hangs or breaks a law of reading. The inputs begin with those of Fixtures, and are kept in .build/fuzzing.
#
# Usage: Config/fuzz.sh html|feed|webArchive [SECONDS]    600 seconds if nothing is said
#        Config/fuzz.sh html|feed|webArchive FILE         reads one input again, such as one that crashed
set -euo pipefail

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
scratch=$project/.build/fuzzing

case ${1-} in
html) seeds=$project/Fixtures/pages ;;
feed) seeds=$project/Fixtures/feeds ;;
webArchive) seeds=$project/Fixtures/webarchives ;;
*)
    sed -n 's/^# \{0,1\}//p' "${BASH_SOURCE[0]}" | sed -n 2,7p >&2
    exit 64
    ;;
esac

flags=(-sanitize=fuzzer,address -parse-as-library)
QUOTH_FUZZING=1 swift build --package-path "$project" --scratch-path "$scratch" -c release --product ReadingFuzz \
    "${flags[@]/#/-Xswiftc=}"
fuzzer=$scratch/release/reading-fuzz
read -ra libraries < <(pkg-config --libs libxml-2.0 zlib libzstd libbrotlidec)
swiftc "${flags[@]}" -use-ld=lld "$scratch/release/libReadingFuzz.a" "${libraries[@]}" -o "$fuzzer"

corpus=$scratch/corpus/$1
mkdir -p "$corpus"
# What is changed within a packed input hardly ever unpacks.
for packed in "$seeds"/*.gz; do
    if [ -f "$packed" ]; then gzip -dcq "$packed" >"$corpus/${packed##*/}.unpacked" || true; fi
done
export QUOTH_FUZZ=$1 SWIFT_BACKTRACE=enable=no
limits=(-timeout=10 -rss_limit_mb=2048 -malloc_limit_mb=1024 -artifact_prefix="$corpus.")
if [ -f "${2-}" ]; then
    exec "$fuzzer" "${limits[@]}" "$2"
fi
exec "$fuzzer" "${limits[@]}" -max_total_time="${2-600}" -print_final_stats=1 "$corpus" "$seeds"
