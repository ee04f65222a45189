# A root of its own for one child: the system's programs and the JDK, read only; its classes; a small scratch disk.
# $1 an empty folder, $2 the classes, $3 the child's jar, $4 the JDK, $5 the user to become, or -; then the command.
# Every program that is started here costs each child time: so one makes all folders, and one mounts all that is the
# same for each child, from a table.
room=$1 classes=$2 image=$3 jdk=$4 user=$5
shift 5
mount -t tmpfs -o size=32m,mode=755,nosuid,nodev none "$room"
cd "$room"

links='' shown=''
for folder in /usr /bin /sbin /lib /lib32 /lib64; do
    if [ -L "$folder" ]; then links="$links $folder"; elif [ -d "$folder" ]; then shown="$shown .$folder"; fi
done
for folder in /etc/java*; do
    if [ -d "$folder" ]; then shown="$shown .$folder"; fi
done
mkdir -m 1777 tmp
mkdir -p $shown ".$image" ".$jdk" submission proc dev
if [ -n "$links" ]; then cp -P $links .; fi

table='none ./proc proc defaults'
add() {
    table="$1 $2 none $3
$table"
}

for folder in $shown; do add "${folder#.}" "$folder" bind,ro,nosuid; done
for device in null zero random urandom; do
    : > "dev/$device"
    add "/dev/$device" "./dev/$device" bind
done
echo "$table" > proc/table # the last line of it, a system of files of its own, hides it
mount -a -T proc/table

# Paths with blanks, which have no place in a table.
show() {
    mount -o bind,ro,nosuid "$1" "$2"
}

case $jdk in /usr/*) ;; *) show "$jdk" ".$jdk" ;; esac
show "$image" ".$image"
show "$classes" submission

if [ "$user" = - ]; then
    drop="setpriv --bounding-set=-all --inh-caps=-all --no-new-privs"
else
    drop="setpriv --reuid=$user --regid=$user --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs"
fi
exec chroot . $drop "$@"
