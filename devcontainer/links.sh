#!/bin/sh
# The links of what start.sh started, as soon as JupyterLab's is there; where it failed, what it said.
set -eu
cd "$(dirname "$0")/.."
log=.kit/log/up.log

patience=120
until grep -q 'token=' "$log" 2>/dev/null; do
    patience=$((patience - 1))
    if [ "$patience" -eq 0 ] || ! kill -0 "$(cat .kit/up.pid)" 2>/dev/null; then
        break
    fi
    sleep 0.5
done

if grep -q 'token=' "$log" 2>/dev/null; then
    grep -E 'https?://' "$log"
else
    cat "$log" >&2
    exit 1
fi
