#!/bin/sh
# Measures following on 200 made hosts at loopback addresses, see docs/follow.md.
#   eval/follow.sh throughput SECONDS ARTICLES-A-SECOND STORE
#   eval/follow.sh soak SECONDS STORE
set -eu
cd "$(dirname "$0")/.."
./mvnw -q -o -DskipTests package
# the limits of the second compiler with which the launcher starts `annals follow`
lean="-XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:+IgnoreUnrecognizedVMOptions -XX:MaxInlineLevel=6"
lean="$lean -XX:FreqInlineSize=50 -XX:InlineSmallCode=500 -XX:LoopUnrollLimit=20"
exec java $lean ${ANNALS_JAVA_OPTIONS:-} -cp "app/target/test-classes:app/target/classes:app/target/lib/*" dev.annals.follow.FollowBench "$@"
