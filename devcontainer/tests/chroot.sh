#!/bin/sh
# The life of a codespace without Docker, in a Debian made by debootstrap: the lines of the Dockerfile, then the commands
# of .devcontainer.json as its user; from the start command on there is no network but loopback.
#
#   sudo sh devcontainer/tests/chroot.sh [FOLDER]     FOLDER (.kit/chroot) keeps the bare Debian for the next time
#
# It cannot show: the image from a registry (debootstrap makes the same packages), the editor, the forwarding of ports.
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
checkout=${here%/devcontainer/tests}
work=${1:-$checkout/.kit/chroot}
root=$work/root
home=/workspaces/orquesta
began=$(date +%s)

# A mount and process namespace of our own: when this ends, in whatever way, mounts and processes are gone with it.
if [ -z "${ORQUESTA_IN_NAMESPACE-}" ]; then
    export ORQUESTA_IN_NAMESPACE=1
    exec unshare --mount --pid --fork --kill-child sh "$0" "$work"
fi

say() { echo "chroot: $*"; }
seconds() { echo $(($(date +%s) - began)); }
setting() {
    sed '/^ *\/\//d' "$checkout/.devcontainer.json" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"
}

# ---- a bare Debian of the Dockerfile's release, as near to the image as debootstrap gets
suite=$(sed -n 's/^FROM debian://p' "$checkout/devcontainer/Dockerfile")
bare=$work/$suite
apt=/etc/apt/sources.list.d/debian.sources
if [ ! -e "$bare.done" ]; then
    rm -rf "$bare"
    mkdir -p "$work"
    # The mirror that this machine uses, else debootstrap's own: one word or none, hence no quotes.
    mirror=$(sed -n 's/^URIs: *//p' "$apt" 2>/dev/null | head -n 1)
    # shellcheck disable=SC2086
    debootstrap --variant=minbase "$suite" "$bare" $mirror >"$work/debootstrap.log"
    touch "$bare.done"
fi
rm -rf --one-file-system "$root"
cp -a "$bare" "$root"
say "$(cat "$root/etc/debian_version") is there after $(seconds) s"

# ---- how this machine reaches the network: its mirrors, and who signs for them
cp /etc/resolv.conf "$root/etc/resolv.conf"
if [ -e "$apt" ]; then
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    sed "s/\b$codename\b/$suite/g" "$apt" >"$root$apt"
    rm -f "$root/etc/apt/sources.list"
fi
for file in /etc/pip.conf /etc/maven/settings.xml /usr/local/share/ca-certificates/*.crt; do
    [ ! -e "$file" ] || install -D -m 644 "$file" "$root$file"
done
bundle=/etc/ssl/certs/ca-certificates.crt
mount -t proc proc "$root/proc"

# ---- the Dockerfile
variables="HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
user=root
steps=0
as_user() { # a line of shell, as the user and with the variables that the Dockerfile has reached
    # One word a variable, hence no quotes.
    # shellcheck disable=SC2086
    chroot --userspec="$user:$user" "$root" env -i $variables sh -c "$1"
}
while read -r word rest; do
    case $word in
        COPY)
            target=${rest##* }
            mkdir -p "$root$target"
            for file in ${rest% *}; do cp "$checkout/devcontainer/$file" "$root$target"; done
            ;;
        RUN)
            log=$work/step-$steps.log
            as_user "$rest" >"$log" 2>&1 </dev/null || {
                tail -n 20 "$log"
                say "failed: RUN $rest"
                exit 1
            }
            steps=$((steps + 1))
            say "RUN $rest: done after $(seconds) s"
            ;;
        ENV) variables="$variables $rest" ;;
        USER) user=$rest ;;
    esac
done <"$checkout/devcontainer/Dockerfile"

# ---- the checkout as Codespaces has it: this one's files, owned by the user
mkdir -p "$root$home"
(
    cd "$checkout"
    git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- -c
) | tar -x -C "$root$home"
chown -R 1000:1000 "$root/workspaces"
variables="$variables HOME=/home/$user SSL_CERT_FILE=$bundle REQUESTS_CA_BUNDLE=$bundle PIP_CERT=$bundle"
variables="$variables CODESPACES=true CODESPACE_NAME=some-name GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN=app.example"
as_user "cd $home && git config --global --add safe.directory $home && git init -q"
as_user "cd $home && $(setting updateContentCommand)"
say "prepared after $(seconds) s"

# ---- from here on without network: loopback alone
LOOPBACK='import fcntl, os, socket, struct, sys
probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(probe, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))
os.execvp(sys.argv[1], sys.argv[1:])'
cat >"$root/tmp/attach.sh" <<EOF
set -eu
cd $home
if curl -s -m 5 -o /dev/null http://192.0.2.1/; then echo 'there is a network'; exit 1; fi
$(setting postStartCommand)
$(setting postAttachCommand) | tee /tmp/links
link=\$(grep -o 'https://some-name-8888.app.example/lab?token=[0-9a-f]*' /tmp/links)
page=\$(curl -s -L -m 60 -H 'Host: some-name-8888.app.example' "http://127.0.0.1:8888/lab?\${link#*\?}")
case \$page in *JupyterLab*) ;; *) echo "no JupyterLab behind the link: \$page"; exit 1 ;; esac
./kit run ventas >/tmp/run.log 2>&1 || { cat /tmp/run.log; exit 1; }
.kit/venv/bin/jupyter kernelspec list
.kit/venv/bin/python notebooks/run_notebooks.py --one
$(setting updateContentCommand)
$(setting postAttachCommand) >/dev/null
kill "\$(cat .kit/up.pid)"
./kit doctor
EOF
offline=$(date +%s)
# shellcheck disable=SC2086
unshare --net chroot "$root" python3 -c "$LOOPBACK" \
    setpriv --reuid "$user" --regid "$user" --init-groups env -i $variables sh /tmp/attach.sh
say "started, attached, run, prepared again in $(($(date +%s) - offline)) s without network"
umount "$root/proc"
rm -rf --one-file-system "$root"
say "all is well: $steps steps of the Dockerfile, $(seconds) s"
