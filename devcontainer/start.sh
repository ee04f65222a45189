#!/bin/sh
# ./kit up in the background, in a session of its own, so that no closed terminal ends it. It writes to a file: output
# in a terminal counts as work, and a codespace at work does not go to sleep.
set -eu
cd "$(dirname "$0")/.."

mkdir -p .kit/log
setsid ./kit up --no-browser >.kit/log/up.log 2>&1 </dev/null &
echo $! >.kit/up.pid
