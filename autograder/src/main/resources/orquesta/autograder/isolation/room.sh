# A root of its own for one child: the system's programs and the JDK, read only; its classes; a small scratch disk.
# $1 an empty folder, $2 the classes, $3 the child's jar, $4 the JDK, $5 the user to become, or -; then the command.
room=$1 classes=$2 image=$3 jdk=$4 user=$5
shift 5
mount --make-rprivate /
mount -t tmpfs -o size=32m,mode=755,nosuid,nodev none "$room"

show() {
    mkdir -p "$room$2"
    mount --bind "$1" "$room$2"
    mount -o remount,bind,ro,nosuid "$room$2"
}

for folder in /usr /bin /sbin /lib /lib32 /lib64; do
    if [ -L "$folder" ]; then
        cp -P "$folder" "$room$folder"
    elif [ -d "$folder" ]; then
        show "$folder" "$folder"
    fi
done
for folder in /etc/java*; do
    if [ -d "$folder" ]; then show "$folder" "$folder"; fi
done
case $jdk in /usr/*) ;; *) show "$jdk" "$jdk" ;; esac
show "$image" "$image"
show "$classes" /submission
mkdir -p "$room/proc" "$room/dev" "$room/tmp"
chmod 1777 "$room/tmp"
mount -t proc none "$room/proc"
for device in null zero random urandom; do
    : > "$room/dev/$device"
    mount --bind "/dev/$device" "$room/dev/$device"
done

if [ "$user" = - ]; then
    drop="setpriv --bounding-set=-all --inh-caps=-all --no-new-privs"
else
    drop="setpriv --reuid=$user --regid=$user --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs"
fi
cd "$room"
exec chroot "$room" $drop "$@"
