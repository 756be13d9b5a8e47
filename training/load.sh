#!/bin/sh
# Fills a store with 50,000 made-up articles in 5,000 stories (about seven CPU minutes, once), serves it with a heap of
# 512 MB, and lets 50 readers read for a minute. Usage: training/load.sh [STORE [READERS [SECONDS [MILLISECONDS-A-PAGE]]]]
set -eu
home=$(cd "$(dirname "$0")/.." && pwd -P)
store=${1:-${TMPDIR:-/tmp}/annals-load.store}
port=${PORT:-8099}
"$home/annals" --version >/dev/null 2>&1 || true # builds what is not built
classes="$home/app/target/annals.jar:$home/app/target/lib/*"
[ -d "$store" ] || java -Xmx1g -cp "$classes" dev.annals.load.StoreFiller "$store" 50000 5000
ANNALS_JAVA_OPTIONS="-Xmx512m ${SERVER_OPTIONS:-}" "$home/annals" serve --store "$store" --port "$port" --requests-per-minute 10000000 &
server=$!
trap 'kill $server' EXIT
# the first start makes the search index; readers come when it answers
until curl -sf "http://localhost:$port/api/v1/search?q=fire" >/dev/null; do sleep 1; done
sleep "${WARM:-20}" # pages most likely asked for are made while nobody waits
used() { awk '{ print ($14 + $15) / 100 }' "/proc/$server/stat" 2>/dev/null || echo 0; }
before=$(used)
java -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$classes" dev.annals.load.Readers "http://127.0.0.1:$port" "${2:-50}" "${3:-60}" "${4:-0}"
echo "CPU seconds of the server: $before before, $(used) after"
grep VmHWM "/proc/$server/status" 2>/dev/null || true
