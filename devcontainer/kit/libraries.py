"""The jars in .kit/lib, and the two drivers' own libraries beside them."""

import os
import re
import shutil
import zipfile

from kit.place import write


def fill_lib(place, jdk, jars, modules):
    """Jars only; DuckDB's library and SQLite's once beside them, so that no JVM unpacks 60 MB at its start."""
    os.makedirs(place.lib, exist_ok=True)
    natives, kept = native_names(jdk), {}
    for name, path in jars.items():
        target = os.path.join(place.lib, name)
        if name.startswith("duckdb_jdbc-") and natives:
            kept["duckdb"] = natives["duckdb"]
            copy_if_other(path, target, lambda source, fresh: split_duckdb(source, fresh, place, natives["duckdb"]))
        else:
            copy_if_other(path, target, shutil.copyfile)
        if name.startswith("sqlite-jdbc-") and natives:
            kept["sqlite"] = natives["sqlite"]
            with zipfile.ZipFile(path) as archive:
                write(os.path.join(place.lib, natives["sqlite"]), archive.read(natives["sqlite_entry"]))
    for name, known in modules.items():
        copy_if_other(place.at(name, "target", known["jar"]), os.path.join(place.lib, known["jar"]), shutil.copyfile)
    wanted = {*jars, *kept.values(), *(known["jar"] for known in modules.values())}
    for name in set(os.listdir(place.lib)) - wanted:
        os.remove(os.path.join(place.lib, name))
    return kept


def copy_if_other(source, target, copy):
    """Copy a jar unless it is there (a jar that only looks new would void the class-data archive); never in place,
    since a JVM that runs has the old one open."""
    if os.path.exists(target) and os.stat(target).st_mtime_ns == os.stat(source).st_mtime_ns:
        return
    fresh = f"{target}.{os.getpid()}"
    copy(source, fresh)
    shutil.copystat(source, fresh)
    os.replace(fresh, target)


def native_names(jdk):
    """What the two drivers call their libraries here; empty where we do not know, and the drivers unpack their own."""
    with open(os.path.join(jdk.home, "release"), encoding="utf-8") as file:
        said = dict(re.findall(r'^(\w+)="(.*)"$', file.read(), re.M))
    system = {"Linux": "linux", "Darwin": "osx", "Windows": "windows"}.get(said.get("OS_NAME"))
    arch = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64"}.get(said.get("OS_ARCH"))
    if not system or not arch or said.get("LIBC") == "musl":
        return {}
    folder = {"linux": "Linux", "osx": "Mac", "windows": "Windows"}[system]
    file = {"linux": "libsqlitejdbc.so", "osx": "libsqlitejdbc.dylib", "windows": "sqlitejdbc.dll"}[system]
    return {
        "duckdb": f"libduckdb_java.so_{system}_{'universal' if system == 'osx' else arch}",
        "sqlite": file,
        "sqlite_entry": f"org/sqlite/native/{folder}/{'x86_64' if arch == 'amd64' else 'aarch64'}/{file}",
    }


def split_duckdb(source, target, place, native):
    """The driver without the libraries of four systems, and this system's library, where the driver looks next."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as slim:
        for entry in whole.infolist():
            if not entry.filename.startswith("libduckdb_java.so_"):
                slim.writestr(entry, whole.read(entry))
        write(os.path.join(place.lib, native), whole.read(native))
