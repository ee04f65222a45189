"""./kit doctor: each part of the set-up, its state, and the sentence with its remedy."""

import os
import re
import shutil
import socket
import sys

from kit.archive import archive_is_fresh
from kit.data import data_key
from kit.environment import check_environment, check_venv_module
from kit.freshness import is_fresh
from kit.jdk import find_jdk
from kit.kernel import check_kernel, check_user_kernel, user_kernel
from kit.maven import MAVEN, MAVEN_FETCHED, fetched_maven, machine_maven
from kit.other_jdk import find_other_jdk
from kit.parts import check_space
from kit.place import read_state
from kit.ports import free_port
from kit.servers import running_server
from kit.texts import text
from kit.trouble import Trouble, os_trouble


MOUNTS = "/proc/self/mounts"
NOT_LOCAL = ("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "vboxsf", "davfs", "glusterfs",
             "fuse.sshfs", "fuse.glusterfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.gcsfuse")


def doctor(place, options):
    """Each part, its state, and for what is wrong the sentence that the command itself would say. Changes nothing."""
    state, wrong = read_state(place), 0
    for key, check in CHECKS.items():
        try:
            found, remedy = check(place, state), ""
        except Trouble as trouble:
            wrong += 1
            found, remedy = text("doctor.wrong"), str(trouble)
        except OSError as error:
            wrong += 1
            found, remedy = text("doctor.wrong"), str(os_trouble(error))
        print(f"{text('doctor.' + key):<26}{found}" + (f"\n    {remedy}" if remedy else ""))
    print(text("doctor.sum", wrong) if wrong else text("doctor.well"))
    return 1 if wrong else 0


def doctor_python(place, state):
    check_venv_module()
    return "%d.%d.%d" % sys.version_info[:3] + "  " + sys.executable


def doctor_jdk(place, state):
    jdk = find_jdk()
    return f"{jdk.version}  {jdk.home}"


def doctor_other_jdk(place, state):
    """Tests alone want it: its absence is told, and is no fault."""
    jdk = find_jdk()
    try:
        other = find_other_jdk(17 if jdk.feature >= 25 else 25, jdk)
        return f"{other.version}  {other.home}"
    except Trouble as trouble:
        return f"-  ({trouble})"


def doctor_maven(place, state):
    machine = machine_maven()
    if machine and machine[1] >= MAVEN:
        return f"{machine[2]}  {machine[0]}"
    if os.path.exists(fetched_maven(place)):
        return f"{MAVEN_FETCHED}  {fetched_maven(place)}"
    return text("doctor.maven_later", MAVEN_FETCHED)


def doctor_disk(place, state):
    if "classpath" not in state:
        check_space(place)
    return f"{shutil.disk_usage(place.root).free >> 20} MB"


def doctor_home(place, state):
    """Locks that tell which runs live, and the log's shared memory, want a disk of this machine."""
    home = os.environ.get("ORQUESTA_HOME") or place.at(".orquesta")
    kind = file_system(home)
    if kind in NOT_LOCAL:
        raise Trouble("home.not_local", home, kind)
    return home


def file_system(path):
    """The type of the file system that a path lies on, or will lie on; empty where the system does not say (macOS)."""
    real = os.path.realpath(path)
    if real.startswith("\\\\"):
        return "smb"  # \\server\share, on Windows
    kind, longest = "", -1
    try:
        with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as mounts:
            for line in mounts:
                _, point, found = line.split(" ")[:3]
                point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
                if (real + "/").startswith(point.rstrip("/") + "/") and len(point) >= longest:
                    kind, longest = found, len(point)
    except OSError:
        return ""
    return kind


def doctor_network(place, state):
    """Wanted until all is fetched. A datagram socket that connects sends nothing, but needs a way out."""
    if "environment" in state and "classpath" in state:
        return text("doctor.no_need")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            raise Trouble("network.none", text("part.environment"), "-") from None
    return text("doctor.ok")


def doctor_environment(place, state):
    check_environment(place, state)
    check_moved(place, state)
    return text("doctor.ok")


def check_moved(place, state):
    if state.get("root") != place.root:
        raise Trouble("checkout.moved", state.get("root"), place.root)


def doctor_build(place, state):
    if "classpath" not in state:
        raise Trouble("build.missing")
    if not is_fresh(place, state):
        raise Trouble("build.stale")
    return text("doctor.jars", len(state["classpath"]))


def doctor_archive(place, state):
    if "classpath" not in state:
        raise Trouble("build.missing")
    if not archive_is_fresh(place, state, find_jdk()):
        raise Trouble("archive.stale")
    return text("doctor.ok")


def doctor_kernel(place, state):
    check_kernel(place, find_jdk())
    return text("doctor.ok")


def doctor_user_kernel(place, state):
    check_user_kernel(place, find_jdk())
    return user_kernel()


def doctor_data(place, state):
    if state.get("data") != data_key(place):
        raise Trouble("data.unverified")
    return text("doctor.ok")


def doctor_port(place, state):
    server = running_server(place)
    return text("doctor.port_ours", server["port"]) if server else str(free_port(None))


CHECKS = {
    "python": doctor_python,
    "jdk": doctor_jdk,
    "other_jdk": doctor_other_jdk,
    "maven": doctor_maven,
    "disk": doctor_disk,
    "home": doctor_home,
    "network": doctor_network,
    "environment": doctor_environment,
    "build": doctor_build,
    "archive": doctor_archive,
    "kernel": doctor_kernel,
    "user_kernel": doctor_user_kernel,
    "data": doctor_data,
    "port": doctor_port,
}
