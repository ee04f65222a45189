#!/bin/sh
# The system parts that the tests want beyond Python and the JDKs: Debian and Ubuntu, as root or through sudo.
set -eu

missing=
command -v unshare >/dev/null || missing="$missing util-linux"
command -v chromium >/dev/null || missing="$missing chromium"
python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
for dictionary in en-gb:en_GB es:es_CL; do
    [ -e "/usr/share/hunspell/${dictionary#*:}.dic" ] || missing="$missing hunspell-${dictionary%%:*}"
done
ls -d /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v hunspell >/dev/null || missing="$missing hunspell"
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q </dev/null
# One word a package, hence no quotes.
# shellcheck disable=SC2086
$as_root apt-get install -q -y --no-install-recommends $missing </dev/null
