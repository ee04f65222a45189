"""The first stage of ./kit: environment, Maven, build; all the rest it hands over to Java.

Standard library only, Python 3.11 or newer. What ./kit run needs stands first and imports next to nothing:
this stage is in front of every command. The texts are one table at the end of the file, in both languages.
"""

import json
import os
import sys


class Later:
    """A module that is imported when it is first used: most commands need none of these, and each costs milliseconds."""

    def __init__(self, name):
        self.__dict__["name"] = name

    def __getattr__(self, attribute):
        __import__(self.name)
        return getattr(sys.modules[self.name], attribute)


difflib, errno, hashlib, re, secrets, shlex, shutil = map(
    Later, "difflib errno hashlib re secrets shlex shutil".split()
)
signal, socket, subprocess, threading = map(Later, "signal socket subprocess threading".split())
time, zipfile, ElementTree, request = map(Later, "time zipfile xml.etree.ElementTree urllib.request".split())

PYTHON = (3, 11)
JDK = 17
MAVEN = (3, 8)
MAVEN_FETCHED = "3.9.11"
MAVEN_SHA256 = "0d7125e8c91097b36edb990ea5934e6c68b4440eef4ea96510a0f6815e7eeadb"
MAIN = "orquesta.cli.Main"
PORT = 8888
SERVED = "ventas"
SPACE_MB = {"checkout": 600, "home": 500}
WINDOWS = os.name == "nt"

OWN = ("up", "down", "test", "doctor")
JAVA = ("run", "plan", "why", "ls", "runs", "show", "logs", "serve", "data", "grade", "hint", "exercise", "dist")

# Over before the second compiler could pay off: without it they take 0.5 s of CPU instead of 1.0.
QUICK = ("plan", "why", "ls", "runs", "show", "logs", "grade", "hint", "--help", "--version")

# Beside notebooks all day. A JVM begins with a 64th of the machine's memory and fills it before it collects: 293 MB after
# 400 pages on one of 24 GB, 237 MB with this. No upper limit: what ./kit run can compute, the button must compute too.
SERVING = ("-Xms32m",)

# The examples are read as text by the pipeline's loader, which compiles the folder itself: their classes must not hide
# behind a jar. The browser's module is tests alone, and needs 202 MB that nobody else does.
NOT_IN_LIB = ("mini-orchestrator/examples", "mini-orchestrator/browser")

# What a JVM of ours gets, by the feature version from which on it knows the flag. The logging flags silence what it
# says of a stale class-data archive, warnings on stdout and errors of 25 on stderr: it starts without one as well.
FLAGS = (
    (17, ("-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error,cds*=off:stderr")),
    (24, ("-Xlog:aot*=off:stderr",)),
    (17, ("-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR")),
    (17, () if WINDOWS else ("-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8")),
    (19, () if WINDOWS else ("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8")),
    (22, ("--enable-native-access=ALL-UNNAMED",)),
    (23, ("--sun-misc-unsafe-memory-access=allow",)),
)


class Trouble(Exception):
    """What stops a command: one sentence of the table, and the exit code (2: something to set right, 1: try again)."""

    def __init__(self, key, *gaps, code=2, tail=()):
        super().__init__(key)
        self.key, self.gaps, self.code, self.tail = key, gaps, code, tail

    def __str__(self):
        return text(self.key, *self.gaps)


def language():
    for name in ("ORQUESTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "es" if os.environ[name].lower().startswith("es") else "en"
    return "en"


def text(key, *gaps):
    return TEXTS[language()][key].format(*gaps)


# ---------------------------------------------------------------- where things are


class Place:
    """The checkout; all that this stage makes is in .kit."""

    def __init__(self, root):
        self.root = root
        self.kit = os.path.join(root, ".kit")
        self.lib = self.in_kit("lib")
        self.venv = self.in_kit("venv")
        self.python = os.path.join(self.venv, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))

    def in_kit(self, *names):
        return os.path.join(self.kit, *names)

    def at(self, *names):
        return os.path.join(self.root, *names)


def read_state(place):
    try:
        with open(place.in_kit("state.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def write_state(place, state):
    write(place.in_kit("state.json"), json.dumps(state, indent=1))


def write(path, content):
    """Write a file whole or not at all: a reader, or a Ctrl-C in between, never meets half of it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    fresh = f"{path}.{os.getpid()}"
    try:
        with open(fresh, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        os.replace(fresh, path)
    finally:
        if os.path.exists(fresh):
            os.remove(fresh)


# ---------------------------------------------------------------- the JDK


class Jdk:
    def __init__(self, home, version):
        self.home, self.version = home, version
        numbers = version.removeprefix("1.").split(".")[0].split("-")[0].split("+")[0]
        self.feature = int(numbers) if numbers.isdigit() else 0

    def tool(self, name):
        return os.path.join(self.home, "bin", name + (".exe" if WINDOWS else ""))

    def flags(self):
        return [flag for since, flags in FLAGS if self.feature >= since for flag in flags]


def which(name):
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        file = os.path.join(folder, name + (".exe" if WINDOWS else ""))
        if folder and os.access(file, os.X_OK) and os.path.isfile(file):
            return file
    return None


def read_jdk(home):
    """The JDK of a folder, told by its release file (no JVM starts for that); None if there is none."""
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as file:
            for line in file:
                if line.startswith("JAVA_VERSION="):
                    return Jdk(home, line.split("=", 1)[1].strip().strip('"'))
    except OSError:
        pass
    return None


def ask_java(java):
    """For a java that is no link into its JDK (the shims of version managers): ask it."""
    try:
        answer = subprocess.run(
            [java, "-XshowSettings:properties", "-version"], capture_output=True, text=True, timeout=60
        ).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = {key: value.strip() for key, value in re.findall(r"^\s+(java\.home|java\.version) = (.*)$", answer, re.M)}
    return Jdk(found["java.home"], found["java.version"]) if len(found) == 2 else None


def usable(jdk):
    """Why a JDK cannot serve, or None."""
    if jdk.feature < JDK:
        return Trouble("jdk.old", jdk.version, jdk.home)
    if not os.path.exists(jdk.tool("javac")):
        return Trouble("jdk.runtime", jdk.home)
    return None


def find_jdk():
    """JAVA_HOME if it can serve, else the java on PATH."""
    trouble = None
    home, java = os.environ.get("JAVA_HOME"), which("java")
    for found in (
        lambda: home and read_jdk(home),
        lambda: java and (read_jdk(os.path.dirname(os.path.dirname(os.path.realpath(java)))) or ask_java(java)),
    ):
        jdk = found()
        if jdk:
            wrong = usable(jdk)
            if not wrong:
                return jdk
            trouble = trouble or wrong
    raise trouble or Trouble("jdk.missing")


def find_other_jdk(feature, jdk):
    """A JDK of this feature version: the one that ORQUESTA_JDK25 (...17) names, else one beside the running JDK."""
    named = os.environ.get(f"ORQUESTA_JDK{feature}")
    folders = [named] if named else []
    for home in (jdk.home, os.path.realpath(jdk.home)):
        parent = os.path.dirname(home)
        folders += [os.path.join(parent, name) for name in sorted(os.listdir(parent))]
    for folder in folders:
        found = read_jdk(folder)
        if found and found.feature == feature and not usable(found):
            return found
    raise Trouble("jdk.other", feature, f"ORQUESTA_JDK{feature}")


# ---------------------------------------------------------------- is the build fresh?


def stamps(root, folder):
    """[path, time, size] of each source below a folder: what tells in a millisecond that nothing was touched."""
    found = []
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda entry: entry.name)
    except FileNotFoundError:
        return found
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir():
            found += stamps(root, f"{folder}/{entry.name}")
        else:
            status = entry.stat()
            found.append([f"{folder}/{entry.name}", status.st_mtime_ns, status.st_size])
    return found


def stamp(root, path):
    status = os.stat(os.path.join(root, path))
    return [path, status.st_mtime_ns, status.st_size]


def pom_stamps(root, modules):
    return [stamp(root, pom) for pom in ("pom.xml", *(f"{module}/pom.xml" for module in modules))]


def is_fresh(place, state):
    try:
        return (
            state.get("root") == place.root
            and pom_stamps(place.root, state["modules"]) == state["poms"]
            and all(
                stamps(place.root, f"{module}/src/main") == known["stamps"]
                for module, known in state["modules"].items()
            )
            and all(os.path.exists(os.path.join(place.lib, jar)) for jar in state["classpath"])
        )
    except (OSError, KeyError):
        return False


# ---------------------------------------------------------------- the hand-over to Java


def java_command(place, state, jdk, arguments, archive=True):
    natives = state["natives"]
    command = [jdk.tool("java"), *jdk.flags()]
    if arguments[0] in QUICK:
        command.append("-XX:TieredStopAtLevel=1")
    if arguments[0] == "serve":
        command += SERVING
    if archive:
        file = archive_file(place, jdk)
        if os.path.exists(file):
            command.append(f"-XX:SharedArchiveFile={file}")
    if "sqlite" in natives:
        command += [f"-Dorg.sqlite.lib.path={place.lib}", f"-Dorg.sqlite.lib.name={natives['sqlite']}"]
    jars = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["classpath"])
    return [*command, "-cp", jars, MAIN, *arguments]


def archive_file(place, jdk):
    return place.in_kit("cds", f"{jdk.version}.jsa")


def hand_over(place, arguments):
    jdk = find_jdk()
    state = read_state(place)
    if not is_fresh(place, state):
        if "libraries" not in state and set(arguments) & {"--help", "-h"}:
            print(text("usage.later"))  # to make the whole set-up first is no answer to a question
            return 0
        state = ensure_build(place, jdk)
    command = java_command(place, state, jdk, arguments)
    if WINDOWS:
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def main(root, arguments):
    if os.environ.get("LC_ALL") in ("C", "POSIX"):
        # Under it a JVM cannot open a jar whose path has a letter outside ASCII. Python mends LANG=C by itself.
        os.environ["LC_ALL"] = "C.UTF-8"
    try:
        code = command(Place(root), arguments)
    except Trouble as trouble:
        code = report(trouble)
    except OSError as error:
        code = report(os_trouble(error))
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def report(trouble):
    for line in trouble.tail:
        print(line, file=sys.stderr)
    print(f"kit: {trouble}", file=sys.stderr)
    return trouble.code


def os_trouble(error):
    where = error.filename or "?"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble("disk.full", where, code=1)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble("disk.readonly", where, error.strerror)
    return Trouble("os", where, error.strerror or str(error), code=1)


def command(place, arguments):
    if sys.version_info < PYTHON:
        raise Trouble("python.old", "%d.%d.%d" % sys.version_info[:3], sys.executable)
    name = arguments[0] if arguments else "--help"
    if name in OWN:
        return {"up": up, "down": down, "test": test, "doctor": doctor}[name](place, Options(name, arguments[1:]))
    if name in ("--help", "-h", "help"):
        return usage(place)
    if name not in JAVA and not name.startswith("-"):
        raise Trouble("command.unknown", name, nearest(name, OWN + JAVA), ", ".join(OWN + JAVA))
    return hand_over(place, arguments)


# ---------------------------------------------------------------- the command line of this stage


OPTIONS = {
    "up": {"--port": "N", "--no-browser": None},
    "down": {},
    "test": {"--all": None, "--only": "PART"},
    "doctor": {},
}


class Options:
    def __init__(self, name, arguments):
        self.values, known = {}, OPTIONS[name]
        left = list(arguments)
        while left:
            option, equals, value = left.pop(0).partition("=")
            if option in ("--help", "-h"):
                print(text(f"help.{name}"))
                sys.exit(0)
            if option not in known:
                names = [*known, "--help"]
                raise Trouble("option.unknown", name, option, nearest(option, names), ", ".join(names))
            if known[option] is None:
                if equals:
                    raise Trouble("option.value", option, value)
                self.values[option] = True
            else:
                if not equals and not left:
                    raise Trouble("option.missing", option, known[option])
                self.values[option] = value if equals else left.pop(0)

    def get(self, option):
        return self.values.get(option)


def nearest(name, names):
    return (difflib.get_close_matches(name, names, 1, 0) or list(names))[0]


def usage(place):
    """This stage's commands, then Java's own page: two tables would differ sooner or later."""
    print(text("usage"))
    state = read_state(place)
    if not is_fresh(place, state):
        print(text("usage.later"))
        return 0
    return hand_over(place, ["--help"])


# ---------------------------------------------------------------- progress, and processes that end with us


class Progress:
    """One line per part with its seconds, on stderr; on a terminal a bar as well while the part goes on."""

    def __init__(self, parts):
        self.parts, self.done = parts, 0

    def part(self, key):
        return Part(self, text(f"part.{key}"))


class Part:
    def __init__(self, progress, label):
        self.progress, self.label = progress, label

    def __enter__(self):
        self.start, self.over = time.monotonic(), threading.Event()
        if sys.stderr.isatty():
            threading.Thread(target=self.draw, daemon=True).start()

    def __exit__(self, kind, trouble, trace):
        self.over.set()
        clear = "\r\033[K" if sys.stderr.isatty() else ""
        end = "" if kind is None else "  " + text("part.stopped")
        self.progress.done += 1
        print(f"{clear}{self.label:<34}{time.monotonic() - self.start:7.1f} s{end}", file=sys.stderr, flush=True)

    def draw(self):
        while not self.over.wait(0.2):
            done, parts = self.progress.done, self.progress.parts
            bar = "#" * (20 * done // parts)
            seconds = int(time.monotonic() - self.start)
            print(f"\r\033[K[{bar:.<20}] {done}/{parts} {self.label} {seconds} s", end="", file=sys.stderr, flush=True)


def start(command, log, env=None, cwd=None):
    """Start a process in a group of its own, so that the terminal's Ctrl-C reaches us alone and we end it whole."""
    os.makedirs(os.path.dirname(log), exist_ok=True)
    with open(log, "wb") as out:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env, cwd=cwd, start_new_session=not WINDOWS
        )


def call(command, log, env=None, cwd=None, limit=None):
    process = start(command, log, env, cwd)
    try:
        return process.wait(limit)
    except BaseException:
        stop(process)
        raise


PATIENCE = 10


def stop(process):
    """End a process and all below it, also what has a group of its own, as the kernels of Jupyter have."""
    if WINDOWS:
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(process.pid)])
        return
    family = descendants(process.pid)
    send(signal.SIGTERM, process.pid, group=True)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    send(signal.SIGKILL, process.pid, group=True)
    alive = {pid: begun for pid, _, begun in processes()}
    for pid, begun in family.items():
        if alive.get(pid) == begun:
            send(signal.SIGKILL, pid)
    process.wait()


def send(number, pid, group=False):
    try:
        (os.killpg if group else os.kill)(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def descendants(pid):
    """{process: when it began} of all below a process; the second tells it from a later process of the same number."""
    table, family = list(processes()), {}
    wanted = {pid}
    while wanted:
        below = {child: begun for child, parent, begun in table if parent in wanted and child not in family}
        family.update(below)
        wanted = set(below)
    return family


def processes():
    """(process, parent, when it began) of every process."""
    if os.path.isdir("/proc/self"):
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z":
                yield int(name), int(fields[1]), fields[19]
        return
    listing = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,lstart="], capture_output=True, text=True)
    for line in listing.stdout.splitlines():
        pid, parent, begun = line.split(None, 2)
        yield int(pid), int(parent), begun


def end_like_ctrl_c():
    """SIGTERM and a closed terminal end us as Ctrl-C does: with all that we started."""

    def interrupt(*_):
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupt)


NO_NETWORK = (
    "Temporary failure in name resolution|Name or service not known|nodename nor servname|Network is unreachable"
    "|Failed to establish a new connection|Could not transfer artifact|Unknown host|UnknownHostException"
    "|Connection refused|NameResolutionError|ConnectionError|\\(from versions: none\\)"
)
NO_SPACE = "No space left on device|Disk quota exceeded|There is not enough space on the disk"


def run_part(place, key, command, env=None):
    """Run a part's process with its output in a log; a failure becomes the sentence that fits."""
    log = place.in_kit("log", f"{key}.log")
    code = call(command, log, env, place.root)
    if code != 0:
        raise failure(place, key, code, log)


def failure(place, key, code, log):
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = [line.rstrip() for line in file if line.strip()]
    whole = "\n".join(lines)
    label = text(f"part.{key}")
    # The log is on the same disk: where that is full, the log cannot say so.
    if re.search(NO_SPACE, whole) or shutil.disk_usage(place.kit).free < 1 << 20:
        return Trouble("disk.full", place.root, code=1)
    if re.search(NO_NETWORK, whole):
        return Trouble("network.none", label, log, code=1)
    return Trouble("part.failed", label, code, log, code=1, tail=lines[-25:])


class Lock:
    """One ./kit at a time sets up a checkout; a second waits and says for whom."""

    def __init__(self, place):
        self.place = place

    def __enter__(self):
        os.makedirs(self.place.kit, exist_ok=True)
        self.file = open(self.place.in_kit("lock"), "a+", encoding="utf-8")
        if WINDOWS:
            return
        import fcntl

        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.file.seek(0)
            print("kit: " + text("lock.waiting", self.file.read().strip() or "?"), file=sys.stderr, flush=True)
            fcntl.flock(self.file, fcntl.LOCK_EX)
        self.file.truncate(0)
        self.file.write(str(os.getpid()))
        self.file.flush()

    def __exit__(self, *_):
        self.file.close()


# ---------------------------------------------------------------- a moved checkout


def settle(place):
    """The state, after repair if the checkout was moved: the environment and the kernel's specs hold absolute paths."""
    state = read_state(place)
    old = state.get("root")
    if old != place.root:
        if old and os.path.isdir(place.venv):
            rewrite_paths(place, old)
        shutil.rmtree(place.in_kit("cds"), ignore_errors=True)
        state["root"] = place.root
        write_state(place, state)
    write(place.in_kit("python"), getattr(sys, "_base_executable", None) or sys.executable)
    return state


def rewrite_paths(place, old):
    """Name the new folder in the environment's scripts (they start with the path of its Python) and settings."""
    names = os.path.join(old, ".kit", "venv").encode(), place.venv.encode()
    scripts = os.path.dirname(place.python)
    for name in [place.in_kit("venv", "pyvenv.cfg"), *(os.path.join(scripts, name) for name in os.listdir(scripts))]:
        if os.path.islink(name) or not os.path.isfile(name):
            continue
        with open(name, "rb") as file:
            content = file.read()
        if names[0] not in content:
            continue
        mode = os.stat(name).st_mode
        first, line, rest = content.partition(b"\n")
        if first.startswith(b"#!" + names[0]):
            # The form with sh holds also for paths with blanks and for long ones, which #! cannot name.
            first = b"#!/bin/sh\n'''exec' \"%s\" \"$0\" \"$@\"\n' '''" % place.python.encode()
            if rest.startswith(b"'''exec' "):
                rest = rest.split(b"\n", 2)[2]
        write(name, first.replace(*names) + line + rest.replace(*names))
        os.chmod(name, mode)


# ---------------------------------------------------------------- the environment: JupyterLab and the Java kernel


def lock_hash(place):
    with open(place.at("devcontainer", "requirements.lock"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def check_environment(place, state):
    if not os.path.exists(place.python):
        raise Trouble("environment.missing")
    if state.get("environment") != lock_hash(place):
        raise Trouble("environment.stale")


def check_venv_module():
    missing = [name for name in ("venv", "ensurepip") if not has_module(name)]
    if missing:
        raise Trouble("venv.missing", sys.executable, missing[0], "%d.%d" % sys.version_info[:2])


def has_module(name):
    import importlib.util

    return importlib.util.find_spec(name) is not None


def ensure_environment(place, state):
    try:
        return check_environment(place, state)
    except Trouble:
        check_venv_module()
    state.pop("environment", None)
    write_state(place, state)
    shutil.rmtree(place.venv, ignore_errors=True)
    python = getattr(sys, "_base_executable", None) or sys.executable
    run_part(place, "environment", [python, "-I", "-m", "venv", place.venv])
    pip = [place.python, "-I", "-m", "pip", "-q", "--no-input", "--disable-pip-version-check", "install"]
    wanted = ["--no-compile", "--require-hashes", "-r", place.at("devcontainer", "requirements.lock")]
    run_part(place, "environment", [*pip, *wanted])
    state["environment"] = lock_hash(place)
    write_state(place, state)


# ---------------------------------------------------------------- Maven, where it is needed


def machine_maven():
    """The machine's Maven and its version, whatever that is; None if there is none."""
    mvn = which("mvn.cmd" if WINDOWS else "mvn")
    if not mvn:
        return None
    answer = subprocess.run([mvn, "-v"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    version = re.search(r"Apache Maven (\d+)\.(\d+)[\w.-]*", answer.stdout)
    return (mvn, (int(version[1]), int(version[2])), version[0]) if version else None


def fetched_maven(place):
    return place.in_kit("maven", f"apache-maven-{MAVEN_FETCHED}", "bin", "mvn.cmd" if WINDOWS else "mvn")


def ensure_maven(place, state):
    """The machine's Maven if it is new enough, else one fetched as an ordinary artifact."""
    machine = machine_maven()
    if machine and machine[1] >= MAVEN:
        return machine[0]
    fetched = fetched_maven(place)
    if not os.path.exists(fetched):
        ensure_environment(place, state)
        fetch_maven(place)
    return fetched


def maven(place, state):
    """The start of every Maven command. The jar that the kernel's module is compiled against is in the environment."""
    return [
        ensure_maven(place, state),
        "-B",
        "-ntp",
        "-Dstyle.color=never",
        "-Pkernel",
        f"-Djjava.jar={jjava_jar(place)}",
    ]


FETCH_MAVEN = """
import sys
from jgo.maven import MavenContext
maven = MavenContext().project("org.apache.maven", "apache-maven").at_version(sys.argv[1])
print("zip:", maven.artifact(classifier="bin", packaging="zip").resolve())
"""


def fetch_maven(place):
    run_part(place, "maven", [place.python, "-I", "-c", FETCH_MAVEN, MAVEN_FETCHED])
    with open(place.in_kit("log", "maven.log"), encoding="utf-8", errors="replace") as file:
        path = re.search(r"^zip: (.*)$", file.read(), re.M)[1]
    with open(path, "rb") as file:
        found = hashlib.sha256(file.read()).hexdigest()
    if found != MAVEN_SHA256:
        raise Trouble("maven.hash", path, code=1)
    shutil.rmtree(place.in_kit("maven"), ignore_errors=True)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(place.in_kit("maven"))
    os.chmod(fetched_maven(place), 0o755)


def java_env(jdk, **more):
    path = os.path.join(jdk.home, "bin") + os.pathsep + os.environ.get("PATH", os.defpath)
    return {**os.environ, "JAVA_HOME": jdk.home, "PATH": path, **more}


# ---------------------------------------------------------------- the build


def modules_of(place):
    names = [module.text for module in pom(place.at("pom.xml")).iter("module")]
    return [name for name in names if name not in NOT_IN_LIB]


def pom(path):
    tree = ElementTree.parse(path).getroot()
    for element in tree.iter():
        element.tag = element.tag.rpartition("}")[2]
    return tree


def ensure_build(place, jdk):
    with Lock(place):
        state = settle(place)
        if "classpath" not in state:
            check_space(place)
            make({"environment": lambda: ensure_environment(place, state), "build": lambda: build(place, state, jdk)})
        elif not is_fresh(place, state):
            build(place, state, jdk)
        return state


def make(parts):
    progress = Progress(len(parts))
    for key, ensure in parts.items():
        with progress.part(key):
            ensure()


def build(place, state, jdk):
    """Make lib right: by Maven when a pom changed (or nothing is there), else by javac what the changes touch."""
    poms = content_hash(place.root, ["pom.xml", *(f"{module}/pom.xml" for module in modules_of(place))])
    whole = all(os.path.exists(os.path.join(place.lib, jar)) for jar in state.get("classpath", ["?"]))
    if not whole or state.get("poms_hash") != poms or not rebuild(place, state, jdk):
        build_with_maven(place, state, jdk)
        state["poms_hash"] = poms
    state["poms"] = pom_stamps(place.root, state["modules"])
    write_state(place, state)


def content_hash(root, paths):
    whole = hashlib.sha256()
    for path in paths:
        with open(os.path.join(root, path), "rb") as file:
            content = file.read()
        whole.update(f"{path} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def module_hash(place, found):
    return content_hash(place.root, [path for path, _, _ in found])


def build_with_maven(place, state, jdk):
    names = modules_of(place)
    seen = {name: stamps(place.root, f"{name}/src/main") for name in names}
    ensure_environment(place, state)
    listing = "kit-dependencies.txt"
    packaged = ["-pl", ",".join(names), "-Dmaven.test.skip=true", "package"]
    listed = ["dependency:list", "-DoutputAbsoluteArtifactFilename=true", f"-DoutputFile=target/{listing}"]
    run_part(place, "build", [*maven(place, state), *packaged, *listed], java_env(jdk))
    state.pop("classpath", None)
    write_state(place, state)
    modules, jars = {}, {}
    for name in names:
        needs = dependencies(place.at(name, "target", listing))
        modules[name] = module_state(place, name, seen[name], needs)
        jars.update({need.jar: need.path for need in needs if not need.ours and need.scope in ("compile", "runtime")})
    state["modules"] = modules
    state["natives"] = fill_lib(place, jdk, jars, modules)
    state["libraries"] = sorted(jars)
    state["classpath"] = [*state["libraries"], *(known["jar"] for known in modules.values())]


class Need:
    """One line of Maven's list of what a module depends on, upstream modules of ours included."""

    LINE = r"^\s+([^:\s]+):([^:]+):jar:(?:[^:]+:)?[^:]+:(compile|runtime|provided|system|test):(.*?\.jar)\b"

    def __init__(self, group, artifact, scope, path):
        self.ours, self.artifact, self.scope, self.path = group == "orquesta", artifact, scope, path
        self.jar = os.path.basename(path)


def dependencies(listing):
    with open(listing, encoding="utf-8") as file:
        return [Need(*found.groups()) for found in (re.match(Need.LINE, line) for line in file) if found]


def module_state(place, name, found, needs):
    artifact = pom(place.at(name, "pom.xml")).findtext("artifactId")
    others = [need for need in needs if not need.ours]
    return {
        "stamps": found,
        "hash": module_hash(place, found),
        "templates": templates_hash(place, name),
        "artifact": artifact,
        "jar": f"{artifact}-{version_of(place)}.jar",
        "needs": [need.artifact for need in needs if need.ours and need.scope != "test"],
        "libraries": [need.jar for need in others if need.scope == "compile"],
        "provided": [need.path for need in others if need.scope in ("provided", "system")],
    }


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


def version_of(place):
    return pom(place.at("pom.xml")).findtext("version")


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


def rebuild(place, state, jdk):
    """Compile the modules whose content changed, and those that read them, in one javac; False where only Maven can."""
    modules = state["modules"]
    found = {name: stamps(place.root, f"{name}/src/main") for name in modules}
    touched = [name for name in modules if found[name] != modules[name]["stamps"]]
    hashes = {name: module_hash(place, found[name]) for name in touched}
    changed = {modules[name]["artifact"] for name in touched if hashes[name] != modules[name]["hash"]}
    affected = [name for name, known in modules.items() if changed & {known["artifact"], *known["needs"]}]
    if any(plugins(place, name) - HARMLESS or not has_its_templates(place, state, name) for name in affected):
        return False
    if affected:
        began = time.monotonic()
        for group in groups(place, affected):
            compile_modules(place, state, jdk, group)
        seconds = f"{time.monotonic() - began:.1f}"
        print("kit: " + text("build.again", ", ".join(affected), seconds), file=sys.stderr, flush=True)
    for name in touched:
        modules[name].update(stamps=found[name], hash=hashes[name])
    return True


# What these do for a module does not change its classes: tests, the manifest, which stays as Maven wrote it, and
# Java from templates, which is as Maven left it while the templates are the same.
HARMLESS = {"maven-surefire-plugin", "maven-jar-plugin", "jte-maven-plugin"}
TEMPLATES, GENERATED = "src/main/jte", "target/generated-sources/jte"


def templates_hash(place, name):
    return module_hash(place, stamps(place.root, f"{name}/{TEMPLATES}"))


def has_its_templates(place, state, name):
    """Whether the Java that Maven made from a module's templates is there, and from these templates."""
    if not os.path.isdir(place.at(name, TEMPLATES)):
        return True
    same = state["modules"][name].get("templates") == templates_hash(place, name)
    return same and os.path.isdir(place.at(name, GENERATED))


def plugins(place, name):
    return {plugin.findtext("artifactId") for plugin in pom(place.at(name, "pom.xml")).iter("plugin")}


def groups(place, names):
    """All at once (one JVM), unless two modules share a package and their classes could not be told apart."""
    packages = [package for name in names for package in source_packages(place, name)]
    return [names] if len(packages) == len(set(packages)) else [[name] for name in names]


def source_packages(place, name):
    found = set()
    for top in (place.at(name, "src", "main", "java"), place.at(name, GENERATED)):
        for at, _, files in os.walk(top):
            if any(file.endswith(".java") for file in files):
                found.add(os.path.relpath(at, top))
    return found


def compile_modules(place, state, jdk, names):
    known = [state["modules"][name] for name in names]
    own = {module["artifact"] for module in known}
    upstream = {need for module in known for need in module["needs"]} - own
    libraries = {os.path.join(place.lib, jar) for module in known for jar in module["libraries"]}
    libraries |= {os.path.join(place.lib, m["jar"]) for m in state["modules"].values() if m["artifact"] in upstream}
    libraries |= {jar for module in known for jar in module["provided"]}
    classes = place.in_kit("build", "classes")
    shutil.rmtree(classes, ignore_errors=True)
    os.makedirs(classes)
    tops = [f"{name}/{top}" for name in names for top in ("src/main/java", GENERATED)]
    found = [place.at(path) for top in tops for path, _, _ in stamps(place.root, top)]
    sources = [path for path in found if path.endswith(".java")]
    if sources:
        options = ["-d", classes, "-cp", os.pathsep.join(sorted(libraries)), *javac_options(place)]
        javac(place, jdk, [*options, *sources], names)
    for name in names:
        jar_up(place, name, state["modules"][name]["jar"], classes)


def javac(place, jdk, arguments, names):
    """Compile, with the arguments in a file: a system may refuse a command line of some hundred paths."""
    quoted = ('"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"' for argument in arguments)
    file, log = place.in_kit("build", "javac.args"), place.in_kit("log", "javac.log")
    write(file, "\n".join(quoted))
    # A compiler that lives a second gains nothing from the second compiler of its JVM.
    command = [jdk.tool("javac"), "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-Dfile.encoding=UTF-8"]
    if call([*command, f"@{file}"], log, cwd=place.root) != 0:
        said = (read_text(log) or "").replace(place.root + os.sep, "").splitlines()
        raise Trouble("build.compile", ", ".join(names), tail=said[:60])


def javac_options(place):
    """The compiler's options as the root pom gives them to Maven; a test compares the two."""
    root = pom(place.at("pom.xml"))
    properties = {element.tag: element.text for element in root.find("properties")}
    return [
        *("--release", properties["maven.compiler.release"], "-encoding", properties["project.build.sourceEncoding"]),
        *("-g", "-parameters", "-proc:none", "-Werror", properties["lint"]),
    ]


MANIFEST = "META-INF/MANIFEST.MF"


def jar_up(place, name, jar, classes):
    files = {}
    for package in sorted(source_packages(place, name)):
        folder = os.path.join(classes, package)
        for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if file.endswith(".class"):
                files[os.path.normpath(os.path.join(package, file))] = os.path.join(folder, file)
    top = f"{name}/src/main/resources"
    files.update({path.removeprefix(top + "/"): place.at(path) for path, _, _ in stamps(place.root, top)})
    target = os.path.join(place.lib, jar)
    fresh = f"{target}.{os.getpid()}"
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(fresh, "w") as archive:
        archive.writestr(old.getinfo(MANIFEST), old.read(MANIFEST))
        for entry, path in files.items():
            with open(path, "rb") as file:
                archive.writestr(zipfile.ZipInfo(entry.replace(os.sep, "/")), file.read())
    os.replace(fresh, target)


# ---------------------------------------------------------------- the class-data archive: classes ready to map


TRAINING = (
    ("run", "ventas", "--home", "{home}", "--set", "reports={home}/reports"),
    ("exercise", "prepare"),
)


def archive_key(place, state, jdk):
    return [jdk.home, stamp(jdk.home, "release"), [stamp(place.lib, jar) for jar in state["libraries"]]]


def archive_is_fresh(place, state, jdk):
    known = state.get("archives", {}).get(jdk.version)
    return os.path.exists(archive_file(place, jdk)) and known == archive_key(place, state, jdk)


def ensure_archive(place, state, jdk):
    """Run a small pipeline and a grading, list the classes that they load, dump those of the JDK and of the libraries.

    Our own classes stay out: they are few, and with them each edit would make the archive useless. It serves as
    long as its class path is the beginning of the real one. Without an archive all works, only later.
    """
    if archive_is_fresh(place, state, jdk):
        return
    file, home, log = archive_file(place, jdk), place.in_kit("cds", "home"), place.in_kit("log", "archive.log")
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(home)
    listed, lines = os.path.join(home, "classes"), {}
    for words in TRAINING:
        training = java_command(place, state, jdk, [word.format(home=home) for word in words], archive=False)
        call([training[0], f"-XX:DumpLoadedClassList={listed}", *training[1:]], log, java_env(jdk), place.root)
        lines |= dict.fromkeys(classes_in(listed))
    lines |= dict.fromkeys(classes_of_pages(place, state, jdk, home))
    write(listed, "".join(lines))
    libraries = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["libraries"])
    # Dumped under G1, which alone keeps the JDK's heap objects too; the serial collector can read them.
    flags = [flag for flag in jdk.flags() if flag.startswith("--")]
    dump = ["-Xshare:dump", "-XX:+UseG1GC", f"-XX:SharedClassListFile={listed}", f"-XX:SharedArchiveFile={file}.new"]
    call([jdk.tool("java"), *flags, *dump, "-cp", libraries], log, java_env(jdk), place.root)
    shutil.rmtree(home, ignore_errors=True)
    if os.path.exists(f"{file}.new"):
        os.replace(f"{file}.new", file)
        state.setdefault("archives", {})[jdk.version] = archive_key(place, state, jdk)
        write_state(place, state)


def classes_in(listed):
    lines = (read_text(listed) or "").splitlines(keepends=True)
    return [line for line in lines if "orquesta" not in line and "source:" not in line]


def classes_of_pages(place, state, jdk, home):
    """What the pages load until the first of them is there; nothing if they do not come up."""
    listed, log = os.path.join(home, "classes-of-pages"), os.path.join(home, "pages.log")
    command = java_command(place, state, jdk, ["serve", SERVED, "--home", home, "--port", "0"], archive=False)
    pages = start([command[0], f"-XX:DumpLoadedClassList={listed}", *command[1:]], log, java_env(jdk), place.root)
    try:
        until = time.monotonic() + 60
        while not pages_links(log) and pages.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        for link in pages_links(log)[-1:]:
            for path in ("", "runs/1"):
                request.urlopen(link + path, timeout=30).close()
    except OSError:
        pass
    finally:
        stop(pages)
    return classes_in(listed)


# ---------------------------------------------------------------- data and first run: the work of Java


def data_key(place):
    data = (".csv", ".parquet", "manifest.json")
    return [found for found in stamps(place.root, "datasets") if found[0].endswith(data)]


def ensure_data(place, state, jdk):
    if state.get("data") != data_key(place):
        run_part(place, "data", java_command(place, state, jdk, ["data", "--verify"]), java_env(jdk))
        state["data"] = data_key(place)
        write_state(place, state)


def ensure_first_run(place, state, jdk):
    home = os.environ.get("ORQUESTA_HOME") or place.at(".orquesta")
    if state.get("first_run") != home or not os.path.isdir(home):
        run_part(place, "first_run", java_command(place, state, jdk, ["run", "ventas"]), java_env(jdk))
        state["first_run"] = home
        write_state(place, state)


# ---------------------------------------------------------------- the kernel


KERNEL = "java"


def jjava_jar(place):
    return os.path.join(os.path.dirname(venv_kernel(place)), "jjava.jar")


def kernel_spec(place, jdk):
    """The template with this machine's paths in it. "@FLAGS@" alone becomes the flags of this JDK."""
    with open(place.at("notebooks", "kernel.json"), encoding="utf-8") as file:
        template = json.load(file)
    gaps = {"@JAVA@": jdk.tool("java"), "@LIB@": place.lib, "@JJAVA@": jjava_jar(place)}
    gaps |= {"@ROOT@": place.root, "@SEP@": os.pathsep, "@ARCHIVE@": archive_file(place, jdk)}
    # Named one by one they are what the archive was made of; a jar that a later build brings is found by lib/* after them.
    jars = read_state(place).get("libraries", ["*"])
    gaps["@JARS@"] = os.pathsep.join(os.path.join(place.lib, jar) for jar in jars)

    def fill(part):
        if isinstance(part, dict):
            return {key: fill(value) for key, value in part.items()}
        if isinstance(part, list):
            return [value for item in part for value in (jdk.flags() if item == "@FLAGS@" else [fill(item)])]
        if isinstance(part, str):
            for gap, value in gaps.items():
                part = part.replace(gap, value)
        return part

    spec = fill(template)
    spec.setdefault("metadata", {})["orquesta"] = place.root
    return json.dumps(spec, indent=1, ensure_ascii=False) + "\n"


def kernel_file(folder):
    return os.path.join(folder, "kernels", KERNEL, "kernel.json")


def venv_kernel(place):
    return kernel_file(os.path.join(place.venv, "share", "jupyter"))


def user_kernel():
    """Where VS Code looks for kernels: the only thing of ours outside the checkout."""
    home = os.path.expanduser("~")
    if WINDOWS:
        return kernel_file(os.path.join(os.environ.get("APPDATA", home), "jupyter"))
    if sys.platform == "darwin":
        return kernel_file(os.path.join(home, "Library", "Jupyter"))
    return kernel_file(
        os.path.join(os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"), "jupyter")
    )


def read_text(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return None


def is_ours(spec):
    try:
        return "orquesta" in json.loads(spec).get("metadata", {})
    except (ValueError, AttributeError):
        return False


def check_kernel(place, jdk):
    if read_text(venv_kernel(place)) != kernel_spec(place, jdk):
        raise Trouble("kernel.stale")


def check_user_kernel(place, jdk):
    found = read_text(user_kernel())
    if found is not None and not is_ours(found):
        raise Trouble("kernel.foreign", user_kernel())
    if found != kernel_spec(place, jdk):
        raise Trouble("kernel.stale")


def ensure_kernel(place, jdk):
    spec = kernel_spec(place, jdk)
    if read_text(venv_kernel(place)) != spec:
        write(venv_kernel(place), spec)
    try:
        check_user_kernel(place, jdk)
    except Trouble as trouble:
        if trouble.key == "kernel.stale":
            write(user_kernel(), spec)


def jupyter_env(place, **more):
    """Jupyter's folders in .kit, and the checkout's kernel before one that the user may have."""
    ours = {
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_CONFIG_DIR": place.in_kit("jupyter", "config"),
        "JUPYTER_RUNTIME_DIR": place.in_kit("jupyter", "runtime"),
        "IPYTHONDIR": place.in_kit("jupyter", "ipython"),
    }
    dropped = ("PYTHONPATH", "PYTHONHOME", "JUPYTER_PATH")
    return {**{key: value for key, value in os.environ.items() if key not in dropped}, **ours, **more}


# ---------------------------------------------------------------- ./kit up


def check_space(place):
    """The disks of the checkout and of the package caches, before the set-up fills them."""
    for folder, needed in ((place.root, SPACE_MB["checkout"]), (os.path.expanduser("~"), SPACE_MB["home"])):
        free = shutil.disk_usage(folder).free >> 20 if os.path.isdir(folder) else needed
        if free < needed:
            raise Trouble("disk.small", folder, free, needed, code=1)


def set_up(place, jdk):
    """All that up and test need, each part only if it is not right already."""
    with Lock(place):
        state = settle(place)
        if "environment" not in state or "classpath" not in state:
            check_space(place)
        make(
            {
                "environment": lambda: ensure_environment(place, state),
                "build": lambda: is_fresh(place, state) or build(place, state, jdk),
                "archive": lambda: ensure_archive(place, state, jdk),
                "data": lambda: ensure_data(place, state, jdk),
                "first_run": lambda: ensure_first_run(place, state, jdk),
                "kernel": lambda: ensure_kernel(place, jdk),
            }
        )
    return state


def up(place, options):
    end_like_ctrl_c()
    asked = wanted_port(options)
    running = running_server(place)
    if running:
        print(text("up.running"))
        print_links(place, running)
        return 0
    stop_servers(place)  # what a ./kit up that was killed left behind
    port, jdk = free_port(asked), find_jdk()
    set_up(place, jdk)
    return serve(place, port, jdk, browser=not options.get("--no-browser"))


def wanted_port(options):
    said = options.get("--port")
    if said is None:
        return None
    if not said.isdigit() or not 1 <= int(said) <= 65535:
        raise Trouble("port.number", said)
    return int(said)


def free_port(asked):
    """The port asked for, or the first free one of ten; a port in use is told before the work, not after."""
    for port in [asked] if asked else range(PORT, PORT + 10):
        if is_free(port):
            return port
    taken = asked or PORT
    after = next((port for port in range(taken + 1, min(taken + 200, 65535)) if is_free(port)), PORT)
    raise Trouble("port.used", taken, after, code=1)


def is_free(port):
    with socket.socket() as probe:
        if not WINDOWS:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Trouble("port.forbidden", port) from None
        except OSError:
            return False
    return True


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def running_server(place):
    """The port and token of this checkout's JupyterLab, if the ./kit up that started it still stands; else None."""
    server, alive = recorded_servers(place)
    return server if "up" in alive and answers(server["port"]) else None


def recorded_servers(place):
    """What the last ./kit up wrote down, and {name: process} of what still runs of it."""
    server = json.loads(read_text(servers_file(place)) or '{"processes": {}}')
    own = server["processes"].items()
    if WINDOWS:  # which has no table of processes that Python could read
        return server, {name: pid for name, (pid, _) in own if answers(server["port"])}
    began = {pid: when for pid, _, when in processes()}
    return server, {name: pid for name, (pid, when) in own if began.get(pid) == when}


def record_servers(place, server, started):
    """For another ./kit: where the servers are, and which processes; a process is its number and when it began."""
    pids = {"up": os.getpid(), **{name: process.pid for name, process in started.items()}}
    began = {} if WINDOWS else {pid: when for pid, _, when in processes()}
    own = {name: (pid, began.get(pid)) for name, pid in pids.items()}
    write(servers_file(place), json.dumps({**server, "processes": own}))
    os.chmod(servers_file(place), 0o600)  # the token is in it


def servers_file(place):
    return place.in_kit("servers.json")


class Orphan:
    """A process that another ./kit started: no child of ours, so it cannot be waited for, only looked at."""

    def __init__(self, pid):
        self.pid = pid

    def wait(self, limit=60):
        until = time.monotonic() + limit
        while any(pid == self.pid for pid, _, _ in processes()):
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), limit)
            time.sleep(0.05)


def stop_servers(place):
    """Ends what still runs of the last ./kit up, itself first, which ends the rest; whether there was anything."""
    _, alive = recorded_servers(place)
    if "up" in alive:
        send(signal.SIGTERM, alive["up"])
        Orphan(alive["up"]).wait()
    for pid in recorded_servers(place)[1].values():
        stop(Orphan(pid))
    return bool(alive)


def down(place, options):
    print(text("down.stopped") if stop_servers(place) else text("down.nothing"))
    return 0


def print_links(place, server):
    links = [("Orquesta", link) for link in pages_links(pages_log(place))]
    links.append(("JupyterLab", jupyter_link(server["port"], server["token"])))
    lesson = first_lesson(place)
    if lesson:
        links.append((text("up.lesson"), jupyter_link(server["port"], server["token"], f"/tree/{lesson}")))
    # At once: who waits for the first of them, as links.sh does, finds all.
    print("\n".join(f"  {name:<12}{link}" for name, link in links), flush=True)


def first_lesson(place):
    """The path of the first lesson in the user's language; None where there is none."""
    folder = f"notebooks/{language()}"
    names = sorted(os.listdir(place.at(folder))) if os.path.isdir(place.at(folder)) else ()
    return next((f"{folder}/{name}" for name in names if re.fullmatch(r"L\d\d\.ipynb", name)), None)


def jupyter_link(port, token, path=""):
    host = forwarded_host(port)
    return f"{f'https://{host}' if host else f'http://127.0.0.1:{port}'}/lab{path}?token={token}"


def forwarded_host(port):
    """The name under which a codespace shows a port of this machine to its user's browser; None elsewhere."""
    said = [os.environ.get(name) for name in ("CODESPACE_NAME", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")]
    if os.environ.get("CODESPACES") != "true" or not all(said):
        return None
    return f"{said[0]}-{port}.{said[1]}"


def forwarding_options(port):
    """JupyterLab serves this machine alone; in a codespace also the one name under which its user comes, and no other.

    The forwarding service has been seen to pass Host and Origin on as they are, and to put localhost for either.
    """
    host = forwarded_host(port)
    if not host:
        return []
    origins = f"(https://{re.escape(host)}|http://localhost:{port})$"
    hosts = [f"--ServerApp.local_hostnames={name}" for name in ("localhost", host)]
    return [*hosts, f"--ServerApp.allow_origin_pat={origins}"]


def pages_links(log):
    """Where the pages are, as they said themselves; nothing while they do not answer."""
    links = re.findall(r"^  Orquesta +(http\S+)$", read_text(log) or "", re.M)
    ports = [int(port) for port in re.findall(r"http://127\.0\.0\.1:(\d+)/", " ".join(links))]
    return links if ports and answers(ports[0]) else []


def start_pages(place, jdk):
    """The pages of the first pipeline, on the first free port that they find."""
    command = java_command(place, read_state(place), jdk, ["serve", SERVED])
    return start(command, pages_log(place), java_env(jdk), place.root)


def pages_log(place):
    return place.in_kit("log", "pages.log")


HIDDEN = ["__pycache__", "*.pyc", "*~", "target", "drafts", "builder", "jupyterlab", "questions"]


def start_jupyter(place, port, token):
    command = [place.python, "-I", "-m", "jupyterlab", "--no-browser", f"--ServerApp.root_dir={place.root}"]
    command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    # No network at its start: no news, no look for a newer version, no list of extensions, no npm.
    command += [f"--LabApp.app_settings_dir={place.at('notebooks', 'jupyterlab')}"]
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    # In the list of files a student finds the lessons, not what they are built by.
    command.append(f"--ContentsManager.hide_globs={HIDDEN}")
    command += ["--LanguageServerManager.autodetect=False", "--LabApp.extension_manager=readonly"]
    command += [f"--MultiKernelManager.default_kernel_name={KERNEL}", *forwarding_options(port)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return start(command, place.in_kit("log", "jupyter.log"), jupyter_env(place, JUPYTER_TOKEN=token), place.root)


def serve(place, port, jdk, browser):
    """Both servers, until Ctrl-C or until one of them ends."""
    server, started = {"port": port, "token": secrets.token_hex(16)}, {}
    try:
        with Progress(1).part("servers"):
            started["pages"] = start_pages(place, jdk)
            started["jupyter"] = start_jupyter(place, port, server["token"])
            record_servers(place, server, started)
            while not (answers(port) and pages_links(pages_log(place))):
                require_alive(place, started, port)
                time.sleep(0.05)
        print_links(place, server)
        print(text("up.ctrl_c"), flush=True)
        if browser:
            open_browser(pages_links(pages_log(place))[0])
        while True:
            require_alive(place, started, port)
            time.sleep(0.5)
    finally:
        for process in started.values():
            stop(process)


def require_alive(place, started, port):
    for key, process in started.items():
        if process.poll() is not None:
            if key == "jupyter":
                free_port(port)  # another program may have taken it during the set-up; that has a sentence of its own
            raise failure(place, key, process.returncode, place.in_kit("log", f"{key}.log"))


def open_browser(link):
    """Only where somebody can see it: at a terminal, with a display."""
    if sys.stdout.isatty() and (WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY")):
        import webbrowser

        webbrowser.open(link)


# ---------------------------------------------------------------- ./kit test


PYTHON_TESTS = ("devcontainer/tests", "datasets/oracle", "notebooks")
CORE = "mini-orchestrator"
SET_UP_BUDGET = 150


class Suite:
    """A part of the tests: the processes that it is made of, and its budget in seconds; three times that ends it."""

    def __init__(self, name, budget, steps, feature=None):
        self.name, self.budget, self.steps, self.feature = name, budget, steps, feature


def suites(jdk, everything):
    """All on the running JDK; on the other of 17 and 25 the core, one notebook and the lessons as students get them, or
    with --all the same again."""
    main, other = jdk.feature, 17 if jdk.feature >= 25 else 25
    lessons = [] if everything else ["--kind", "student", "--language", "es"]
    modules, notebooks, cases = ([], "--all", 1000) if everything else (["-pl", CORE], "--one", 100)
    long = [Suite("bench", 150, bench_tests), Suite("browser", 300, browser), Suite("codespace", 900, codespace)]
    return [
        Suite("python", 150, python_tests),
        Suite(f"java-{main}", 400, lambda place, state, jdk: maven_tests(place, state, jdk, place.root, [])),
        Suite("comparison", 300 if everything else 50, lambda place, state, jdk: comparison(place, state, jdk, cases)),
        Suite("batch", 400 if everything else 60, lambda place, state, jdk: hostile_batch(place, jdk, everything)),
        Suite(f"notebooks-{main}", 70, lambda place, state, jdk: notebook_tests(place, {}, "--all")),
        Suite(f"lessons-{main}", 70, lambda place, state, jdk: all_lesson_tests(place)),
        Suite("slides", 30, lambda place, state, jdk: slides_tests(place)),
        Suite(
            f"java-{other}",
            430 if everything else 160,
            lambda place, state, jdk: maven_tests(place, state, jdk, copy_tree(place, jdk), modules),
            other,
        ),
        Suite(
            f"notebooks-{other}",
            150 if everything else 30,
            lambda place, state, jdk: notebook_tests(place, other_kernel(place, jdk), notebooks),
            other,
        ),
        Suite(
            f"lessons-{other}",
            100 if everything else 30,
            lambda place, state, jdk: lesson_tests(place, other_kernel(place, jdk), *lessons),
            other,
        ),
        *(long if everything else []),
    ]


def python_tests(place, state, jdk):
    env = java_env(jdk, PYTHONDONTWRITEBYTECODE="1")
    for folder in PYTHON_TESTS:
        top = place.at(folder)
        yield [place.python, "-m", "unittest", "discover", "-v", "-s", top, "-t", top], env, place.root


def bench_tests(place, state, jdk):
    """The bench measures beside peers that it installs itself; only its own words and counting are tested here."""
    top = place.at("mini-orchestrator", "bench", "tests")
    yield [place.python, "-m", "unittest", "discover", "-v", "-s", top], java_env(jdk), place.root


def maven_tests(place, state, jdk, folder, modules):
    yield [*maven(place, state), *modules, "verify", "-Pcheck"], java_env(jdk), folder


BROWSER = "mini-orchestrator/browser"


def browser(place, state, jdk):
    """The pages in Debian's Chromium, checked like the other modules; the tests of those are not run again."""
    if not which(os.environ.get("ORQUESTA_CHROMIUM", "chromium")):
        raise Trouble("browser.none")
    run = ["-Pbrowser,check", "-pl", BROWSER, "-am", "verify", "-Dmaven.test.skip=true"]
    yield [*maven(place, state), *run], java_env(jdk), place.root


EXAMPLES = "mini-orchestrator/examples"


def comparison(place, state, jdk, count):
    """The pipeline ventas and the program written from its rules alone, on files of every kind of dirt."""
    cases, work = place.in_kit("comparison", "cases"), place.in_kit("comparison", "work")
    for folder in (cases, work):
        shutil.rmtree(folder, ignore_errors=True)
    oracle = place.at("datasets", "oracle")
    env = java_env(jdk, PYTHONDONTWRITEBYTECODE="1")
    yield [*maven(place, state), "-q", "-pl", EXAMPLES, "-am", "test-compile"], env, place.root
    dirty = [place.python, os.path.join(oracle, "dirty.py"), "--seed", "1", "--count", str(count), "--parquet"]
    yield [*dirty, "--out", cases], env, place.root
    built = [place.at(EXAMPLES, "target", name) for name in ("classes", "test-classes")]
    path = os.pathsep.join([*built, os.path.join(place.lib, "*")])
    batch = shlex.join([jdk.tool("java"), *jdk.flags(), "-Xmx1g", "-cp", path, "ventas.Cases"])
    compare = [place.python, os.path.join(oracle, "compare.py"), "--cases", cases, "--work", work]
    yield [*compare, "--warnings", "--yesterday", "--batch", batch], env, place.root


HOSTILE = ("autograder", ".teacher", "torture", "test_torture.py")


def is_teachers(place):
    """A student's copy of the kit has neither solutions nor attacks, so there the parts that need them do not exist."""
    return os.path.exists(place.at(*HOSTILE))


def hostile_batch(place, jdk, everything):
    """./kit grade --batch over answers that attack it; each limit of time that one runs into is the exercise's."""
    which = "" if everything else "few"
    env = java_env(jdk, PYTHONDONTWRITEBYTECODE="1", ORQUESTA_TORTURE=which, ORQUESTA_TORTURE_TWICE="1")
    yield [place.python, place.at(*HOSTILE)], env, place.root


def notebook_tests(place, env, which_ones):
    script = place.at("notebooks", "run_notebooks.py")
    yield [place.python, script, which_ones], jupyter_env(place, **env), place.root


def codespace(place, state, jdk):
    """The Dockerfile and the commands of .devcontainer.json, in a Debian of its own."""
    if not which("debootstrap") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Trouble("codespace.root")
    yield ["sh", place.at("devcontainer", "tests", "chroot.sh"), place.in_kit("chroot")], None, place.root


def all_lesson_tests(place):
    """Whether the runs find faults, then each lesson three times in each language: as the student gets it, with the
    solutions, with each mistake."""
    yield [place.python, "-m", "unittest", "-v", "builder.kernel_test"], jupyter_env(place), place.at("notebooks")
    yield from lesson_tests(place, {})


def lesson_tests(place, env, *which):
    script = place.at("notebooks", "run_lessons.py")
    if not is_teachers(place) and "--kind" not in which:
        which = ("--kind", "student", *which)
    yield [place.python, script, *which], jupyter_env(place, **env), place.root


def slides_tests(place):
    """The slide's Python beside the Java of the lessons, in an environment that only this test needs."""
    lock, folder = place.at("notebooks", "slides.lock"), place.in_kit("slides")
    with open(lock, "rb") as file:
        wanted = hashlib.sha256(file.read()).hexdigest()
    python = os.path.join(folder, os.path.relpath(place.python, place.venv))
    if read_text(os.path.join(folder, "made-from")) != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        yield [place.python, "-I", "-m", "venv", folder], None, place.root
        pip = [python, "-I", "-m", "pip", "-q", "--no-input", "--disable-pip-version-check", "install"]
        yield [*pip, "--no-compile", "--require-hashes", "-r", lock], None, place.root
        write(os.path.join(folder, "made-from"), wanted)
    script = place.at("notebooks", "run_lessons.py")
    yield [place.python, script, "--slides", python], jupyter_env(place), place.root


def other_kernel(place, jdk):
    """A kernel of another JDK, before the checkout's own on Jupyter's path."""
    folder = place.in_kit(f"jdk-{jdk.feature}", "jupyter")
    write(kernel_file(folder), kernel_spec(place, jdk))
    return {"JUPYTER_PATH": folder}


NOT_SOURCES = {".git", ".kit", ".orquesta", "target", "__pycache__", ".ipynb_checkpoints"}


def copy_tree(place, jdk):
    """The sources once more, so that the classes of two JDKs never mix; only what changed is copied."""
    tree = place.in_kit(f"jdk-{jdk.feature}", "tree")
    wanted = set()
    for folder, folders, files in os.walk(place.root):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        for name in files:
            source = os.path.join(folder, name)
            path = os.path.relpath(source, place.root)
            wanted.add(path)
            target = os.path.join(tree, path)
            if os.path.exists(target) and stamp(tree, path) == stamp(place.root, path):
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(source, target)
    for folder, folders, files in os.walk(tree):
        folders[:] = [name for name in folders if name not in NOT_SOURCES]
        for name in files:
            if os.path.relpath(os.path.join(folder, name), tree) not in wanted:
                os.remove(os.path.join(folder, name))
    return tree


class Result:
    def __init__(self, name, outcome, seconds=0.0, budget=0, why=""):
        self.name, self.outcome, self.seconds, self.budget, self.why = name, outcome, seconds, budget, why


def test(place, options):
    end_like_ctrl_c()
    jdk = find_jdk()
    parts = [part for part in suites(jdk, options.get("--all")) if part.name != "batch" or is_teachers(place)]
    only = options.get("--only")
    names = [part.name for part in parts]
    if only and only not in names:
        raise Trouble("option.part", only, nearest(only, names), ", ".join(names))
    results, state = [set_up_part(place, jdk)], read_state(place)
    for part in parts:
        if only in (None, part.name):
            if results[0].outcome == "failed":
                results.append(Result(part.name, "skipped", why=text("test.no_set_up")))
            else:
                results.append(run_suite(place, state, jdk, part))
    return summary(results, options)


def set_up_part(place, jdk):
    began = time.monotonic()
    try:
        set_up(place, jdk)
    except Trouble as trouble:
        report(trouble)
        return Result("set-up", "failed", time.monotonic() - began, SET_UP_BUDGET, str(trouble))
    return Result("set-up", "passed", time.monotonic() - began, SET_UP_BUDGET)


def run_suite(place, state, jdk, part):
    began, log = time.monotonic(), place.in_kit("log", f"test-{part.name}.log")
    try:
        if part.feature:
            jdk = find_other_jdk(part.feature, jdk)
        with Part(Progress(1), text("test.part", part.name)):
            run_steps(part, part.steps(place, state, jdk), log, began)
        outcome, why = "passed", ""
    except Trouble as trouble:
        if trouble.key in ("jdk.other", "codespace.root", "browser.none"):
            return Result(part.name, "skipped", why=str(trouble))
        report(trouble)
        outcome, why = "failed", str(trouble)
    return Result(part.name, outcome, time.monotonic() - began, part.budget, why)


def run_steps(part, steps, log, began):
    for number, (command, env, folder) in enumerate(steps):
        file = log if number == 0 else f"{log}.{number}"
        try:
            code = call(command, file, env, folder, 3 * part.budget - (time.monotonic() - began))
        except subprocess.TimeoutExpired:
            raise Trouble("test.hangs", part.name, 3 * part.budget, file, tail=last_lines(file)) from None
        if code != 0:
            raise Trouble("test.part_failed", part.name, code, file, tail=last_lines(file))
        skipped = re.search(r"^OK \(skipped=(\d+)\)$", read_text(file) or "", re.M)
        if skipped and os.environ.get("ORQUESTA_REQUIRE_ALL"):
            raise Trouble("test.skips", part.name, skipped[1], file, tail=last_lines(file))


def last_lines(file):
    with open(file, encoding="utf-8", errors="replace") as content:
        return [line.rstrip() for line in content][-60:]


def summary(results, options):
    print(f"\n{text('test.part_head'):<16}{text('test.result'):<10}{'s':>8}{text('test.budget'):>10}")
    for result in results:
        over = "  " + text("test.over") if result.seconds > result.budget else ""
        numbers = "" if result.outcome == "skipped" else f"{result.seconds:8.1f}{result.budget:10}{over}"
        print(f"{result.name:<16}{text('test.' + result.outcome):<10}{numbers}")
    left = [result for result in results if result.outcome == "skipped"]
    if left:
        print("\n" + text("test.not_run"))
    for result in left:
        more = " --all" if options.get("--all") else ""
        print(f"  {result.name}: {result.why}\n      ./kit test{more} --only {result.name}")
    if left and os.environ.get("ORQUESTA_REQUIRE_ALL"):
        print(text("test.required"))
        for result in left:
            result.outcome = "failed"
    outcomes = [result.outcome for result in results]
    print("\n" + ", ".join(f"{outcomes.count(word)} {word}" for word in ("passed", "failed", "skipped")), flush=True)
    return 1 if "failed" in outcomes else 0


# ---------------------------------------------------------------- ./kit doctor


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
    "network": doctor_network,
    "environment": doctor_environment,
    "build": doctor_build,
    "archive": doctor_archive,
    "kernel": doctor_kernel,
    "user_kernel": doctor_user_kernel,
    "data": doctor_data,
    "port": doctor_port,
}


# ---------------------------------------------------------------- the texts


ENGLISH = {
    "usage": """./kit COMMAND: the one command of Orquesta.

  up [--port N] [--no-browser]   sets everything up; then starts the pages and JupyterLab, and prints their links
  down                           stops what ./kit up started, from any terminal
  test [--all] [--only PART]     runs every test; ends with what was not run and why
  doctor                         checks each part of the set-up: its state, and the remedy

`./kit COMMAND --help` shows a worked example.""",
    "usage.later": "The commands for pipelines come with the build: run ./kit up first.",
    "help.up": """./kit up [--port N] [--no-browser]

Makes what is missing (environment, build, data, a first run of the pipeline, the Java kernel), starts the
pages of ventas and JupyterLab, for this machine alone, and prints their links. A second start redoes only
what changed. Ctrl-C stops all that it started.

  --port N       JupyterLab's port, if not the first free one from 8888 on
  --no-browser   print the links, open nothing

Example: ./kit up --port 9000 --no-browser""",
    "help.test": """./kit test [--all] [--only PART]

Runs every test: all on the JDK in use, the core and one notebook on the other of 17 and 25. Does the
set-up that they need; installs nothing outside this folder. Logs are in .kit/log.

  --all          all on both JDKs
  --only PART    one part, by its name in the table
  ORQUESTA_JDK25, ORQUESTA_JDK17   the folder of the other JDK, if it is not beside the one in use
  ORQUESTA_REQUIRE_ALL=1           a part that is not run is a failure

Example: ./kit test --only python""",
    "help.down": """./kit down

Stops the pages and JupyterLab that ./kit up started in this folder, from any terminal. Exit code 0.

Example: ./kit down""",
    "help.doctor": """./kit doctor

Checks each part of the set-up. For whatever is wrong it prints the sentence, with the remedy, that the
command itself would print. Changes nothing. Exit code 0 if all is well, else 1.

Example: ORQUESTA_LANG=es ./kit doctor""",
    "part.environment": "environment (JupyterLab, kernel)",
    "part.maven": "Maven",
    "part.build": "build",
    "part.archive": "class-data archive",
    "part.data": "data",
    "part.first_run": "first run of ventas",
    "part.kernel": "kernel",
    "part.servers": "pages, JupyterLab",
    "part.pages": "pages",
    "part.jupyter": "JupyterLab",
    "part.test_libraries": "libraries of the tests",
    "part.stopped": "stopped",
    "python.missing": "no Python was found on PATH; the kit needs Python 3.11 or newer: install it (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) and run the same command again.",
    "python.old": "Python {0} at {1} is too old; the kit needs 3.11 or newer: install one (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) so that it is on PATH, and run the same command again.",
    "jdk.missing": "no JDK was found, neither by JAVA_HOME nor on PATH; the kit needs JDK 17 or newer: install one (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) and run the same command again.",
    "jdk.old": "the JDK {0} at {1} is too old; the kit needs 17 or newer: install one (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) or point JAVA_HOME at one, and run the same command again.",
    "jdk.runtime": "the Java at {0} is a runtime without a compiler; the kit needs a whole JDK, 17 or newer: install one (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) or point JAVA_HOME at one, and run the same command again.",
    "jdk.other": "no JDK {0} was found beside the one in use; set {1} to the folder of one",
    "codespace.root": "this part builds a Debian in a folder, so it needs root and debootstrap; install debootstrap (Debian, Ubuntu: sudo apt install debootstrap) and run it as root",
    "browser.none": "no Chromium is here to look at the pages with; sh devcontainer/install-system.sh installs Debian's, or set ORQUESTA_CHROMIUM to the path of one",
    "venv.missing": "the Python at {0} cannot make an environment, because its module {1} is missing; install it (Debian, Ubuntu: sudo apt install python{2}-venv) and run the same command again.",
    "port.used": "the port {0} is in use; choose another, for example ./kit up --port {1}, or stop what uses it.",
    "port.forbidden": "this user may not open the port {0}; choose one from 1024 on, for example ./kit up --port 8888.",
    "port.number": 'the port "{0}" is not a number from 1 to 65535; example: ./kit up --port 8888.',
    "disk.small": "{0} has {1} MB free and the set-up needs {2} MB; free some space and run the same command again.",
    "disk.full": "the disk that holds {0} is full; free some space and run the same command again (it goes on where it stopped).",
    "disk.readonly": "{0} cannot be written ({1}); give yourself permission to write there, or copy the kit to a folder of your own.",
    "os": "{0}: {1}; put that right and run the same command again.",
    "network.none": 'the part "{0}" could not fetch what it needs, because the network does not answer; connect this machine (only the first set-up needs it, about 500 MB) and run the same command again. Details: {1}.',
    "part.failed": 'the part "{0}" failed with exit code {1}; its last lines are above, all of them in {2}. Put right what they report and run the same command again.',
    "maven.hash": "the file {0} is not the Maven that it should be (its SHA-256 differs); delete it and run the same command again.",
    "lock.waiting": "another ./kit (process {0}) is setting up this folder; waiting for it.",
    "build.again": "rebuilt {0} in {1} s",
    "build.compile": "the compiler rejects {0}; its message is above. Mend the line that it names and run the same command again.",
    "build.missing": "the build is not there yet; run ./kit up.",
    "build.stale": "sources changed since the build; the next command rebuilds what changed, or run ./kit up.",
    "archive.stale": "the class-data archive is older than the build or missing, so commands start more slowly than they could; run ./kit up.",
    "environment.missing": "the environment in .kit/venv is not there yet; run ./kit up.",
    "environment.stale": "the environment in .kit/venv is not the one that devcontainer/requirements.lock asks for; run ./kit up.",
    "checkout.moved": "this folder was set up as {0} and is now {1}; the next command repairs the paths, or run ./kit up.",
    "kernel.stale": "the Java kernel is not set up, or is set up for another folder; run ./kit up.",
    "kernel.foreign": "{0} is a kernel of your own, not the kit's, so VS Code will not find the kit's; rename its folder and run ./kit up (JupyterLab is not touched by this).",
    "data.unverified": "the data in datasets/ has not been verified since it changed; run ./kit up, or ./kit data --verify.",
    "command.unknown": 'there is no command "{0}"; did you mean "{1}"? Commands: {2}.',
    "option.unknown": './kit {0} has no option "{1}"; did you mean "{2}"? Options: {3}.',
    "option.value": '{0} takes no value, but got "{1}"; leave it out.',
    "option.missing": "{0} needs a value: {0} {1}.",
    "option.part": 'there is no part "{0}" of the tests; did you mean "{1}"? Parts: {2}.',
    "up.running": "JupyterLab of this folder is already running:",
    "up.lesson": "Lesson",
    "up.ctrl_c": "Ctrl-C here stops them, or ./kit down in any terminal.",
    "down.stopped": "Stopped.",
    "down.nothing": "Nothing of this folder is running.",
    "test.part": "test {0}",
    "test.part_head": "part",
    "test.result": "result",
    "test.budget": "budget",
    "test.passed": "passed",
    "test.failed": "failed",
    "test.skipped": "not run",
    "test.over": "over its budget",
    "test.not_run": "Not run:",
    "test.required": "ORQUESTA_REQUIRE_ALL is set: what was not run counts as failed.",
    "test.no_set_up": "the set-up failed",
    "test.part_failed": "the part {0} failed with exit code {1}; its last lines are above, all of them in {2}.",
    "test.hangs": "the part {0} was stopped after {1} s, three times its budget; its last lines are above, all of them in {2}.",
    "test.skips": "the part {0} skipped {1} of its tests, and ORQUESTA_REQUIRE_ALL asks for all; the reasons are in {2}.",
    "doctor.python": "Python",
    "doctor.jdk": "JDK",
    "doctor.other_jdk": "second JDK (tests only)",
    "doctor.maven": "Maven",
    "doctor.disk": "disk",
    "doctor.network": "network",
    "doctor.environment": "environment",
    "doctor.build": "build",
    "doctor.archive": "class-data archive",
    "doctor.kernel": "kernel",
    "doctor.user_kernel": "kernel for VS Code",
    "doctor.data": "data",
    "doctor.port": "port",
    "doctor.ok": "ok",
    "doctor.wrong": "WRONG",
    "doctor.well": "All is well.",
    "doctor.sum": "To put right: {0}.",
    "doctor.no_need": "no longer needed",
    "doctor.jars": "ok ({0} jars)",
    "doctor.port_ours": "{0} (JupyterLab of this folder)",
    "doctor.maven_later": "none; ./kit up fetches {0} into .kit",
}

SPANISH = {
    "usage": """./kit COMANDO: el único comando de Orquesta.

  up [--port N] [--no-browser]   todo desde cero; después las páginas y JupyterLab, con sus enlaces
  down                           detiene lo que inició ./kit up, desde cualquier terminal
  test [--all] [--only PARTE]    todas las pruebas; termina con lo que no se ejecutó y por qué
  doctor                         cada parte de la instalación: su estado y el remedio

`./kit COMANDO --help` muestra un ejemplo.""",
    "usage.later": "Los comandos para pipelines llegan con la compilación: ejecuta antes ./kit up.",
    "help.up": """./kit up [--port N] [--no-browser]

Hace lo que falta (entorno, compilación, datos, una primera ejecución del pipeline, el kernel de Java),
inicia las páginas de ventas y JupyterLab, solo para esta máquina, y muestra sus enlaces. La segunda vez
hace solo lo que cambió. Ctrl-C detiene todo lo que inició.

  --port N       el puerto de JupyterLab (por defecto, el primero libre desde 8888)
  --no-browser   muestra los enlaces y no abre nada

Ejemplo: ./kit up --port 9000 --no-browser""",
    "help.test": """./kit test [--all] [--only PARTE]

Ejecuta todas las pruebas con el JDK en uso; el núcleo, un cuaderno y las lecciones, además, con el otro (17 o
25). Hace la instalación que necesitan; no instala nada fuera de esta carpeta. Los registros están en .kit/log.

  --all          todo con los dos JDK
  --only PARTE   una parte, por su nombre en la tabla
  ORQUESTA_JDK25, ORQUESTA_JDK17   la carpeta del otro JDK, si no está junto al que se usa
  ORQUESTA_REQUIRE_ALL=1           una parte que no se ejecuta es un fallo

Ejemplo: ./kit test --only python""",
    "help.down": """./kit down

Detiene las páginas y JupyterLab que ./kit up inició en esta carpeta, desde cualquier terminal. Termina con 0.

Ejemplo: ./kit down""",
    "help.doctor": """./kit doctor

Revisa cada parte de la instalación y, de lo que está mal, dice la misma frase que diría el comando, con su
remedio. No cambia nada. Termina con 0 si todo está bien; si no, con 1.

Ejemplo: ORQUESTA_LANG=en ./kit doctor""",
    "part.environment": "entorno (JupyterLab, kernel)",
    "part.maven": "Maven",
    "part.build": "compilación",
    "part.archive": "archivo de clases",
    "part.data": "datos",
    "part.first_run": "primera ejecución de ventas",
    "part.kernel": "kernel",
    "part.servers": "páginas, JupyterLab",
    "part.pages": "páginas",
    "part.jupyter": "JupyterLab",
    "part.test_libraries": "bibliotecas de las pruebas",
    "part.stopped": "detenido",
    "python.missing": "no hay ningún Python en PATH; el kit necesita Python 3.11 o más nuevo: instálalo (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) y repite el comando.",
    "python.old": "Python {0} en {1} es demasiado antiguo; el kit necesita 3.11 o más nuevo: instala uno (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) que esté en PATH y repite el comando.",
    "jdk.missing": "no hay ningún JDK, ni en JAVA_HOME ni en PATH; el kit necesita el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) y repite el comando.",
    "jdk.old": "el JDK {0} en {1} es demasiado antiguo; el kit necesita el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) o apunta JAVA_HOME a uno, y repite el comando.",
    "jdk.runtime": "el Java en {0} no trae compilador; el kit necesita un JDK completo, el 17 o uno más nuevo: instala uno (Debian, Ubuntu: sudo apt install openjdk-17-jdk; macOS: brew install openjdk@17; Windows: winget install EclipseAdoptium.Temurin.17.JDK) o apunta JAVA_HOME a uno, y repite el comando.",
    "jdk.other": "no hay un JDK {0} junto al que se usa; pon en {1} la carpeta de uno",
    "codespace.root": "crea un Debian en una carpeta y para eso necesita ser root y tener debootstrap; instálalo (Debian, Ubuntu: sudo apt install debootstrap) y ejecútala como root",
    "venv.missing": "el Python en {0} no puede crear un entorno, porque le falta su módulo {1}; instálalo (Debian, Ubuntu: sudo apt install python{2}-venv) y repite el comando.",
    "browser.none": "no hay un Chromium con que mirar las páginas; sh devcontainer/install-system.sh instala el de Debian, o pon en ORQUESTA_CHROMIUM la ruta de uno",
    "port.used": "el puerto {0} está en uso; elige otro, por ejemplo ./kit up --port {1}, o detén lo que lo usa.",
    "port.forbidden": "este usuario no puede abrir el puerto {0}; elige uno desde 1024, por ejemplo ./kit up --port 8888.",
    "port.number": 'el puerto "{0}" no es un número de 1 a 65535; ejemplo: ./kit up --port 8888.',
    "disk.small": "{0} tiene {1} MB libres y la instalación necesita {2} MB; libera espacio y repite el comando.",
    "disk.full": "el disco que contiene {0} está lleno; libera espacio y repite el comando (sigue donde se detuvo).",
    "disk.readonly": "no se puede escribir en {0} ({1}); consigue permiso de escritura ahí o copia el kit a una carpeta tuya.",
    "os": "{0}: {1}; corrígelo y repite el comando.",
    "network.none": 'la parte "{0}" no pudo descargar lo que necesita, porque ninguna red responde; conecta esta máquina (solo la primera instalación la necesita, unos 500 MB) y repite el comando. Detalles: {1}.',
    "part.failed": 'la parte "{0}" falló con el código {1}; sus últimas líneas están arriba, todas en {2}. Corrige lo que dicen y repite el comando.',
    "maven.hash": "el archivo {0} no es el Maven que debía ser (su SHA-256 es otro); bórralo y repite el comando.",
    "lock.waiting": "otro ./kit (proceso {0}) está preparando esta carpeta; esperándolo.",
    "build.again": "compilado de nuevo en {1} s: {0}",
    "build.compile": "el compilador rechaza {0}; lo que dice está arriba. Corrige la línea que nombra y repite el comando.",
    "build.missing": "el kit todavía no está compilado; ejecuta ./kit up.",
    "build.stale": "las fuentes cambiaron después de la compilación; el próximo comando compila lo que cambió, o ejecuta ./kit up.",
    "archive.stale": "el archivo de clases falta o es anterior a la compilación, así que los comandos arrancan más lento de lo que podrían; ejecuta ./kit up.",
    "environment.missing": "todavía no existe el entorno .kit/venv; ejecuta ./kit up.",
    "environment.stale": "el entorno en .kit/venv no es el que pide devcontainer/requirements.lock; ejecuta ./kit up.",
    "checkout.moved": "esta carpeta se preparó como {0} y ahora es {1}; el próximo comando repara las rutas, o ejecuta ./kit up.",
    "kernel.stale": "el kernel de Java no está instalado, o lo está para otra carpeta; ejecuta ./kit up.",
    "kernel.foreign": "{0} es un kernel tuyo que no es el del kit, así que VS Code no encontrará el del kit; cambia el nombre de su carpeta y ejecuta ./kit up (a JupyterLab no le afecta).",
    "data.unverified": "los datos en datasets/ no se han verificado desde que cambiaron; ejecuta ./kit up, o ./kit data --verify.",
    "command.unknown": 'no existe el comando "{0}"; ¿quisiste decir "{1}"? Comandos: {2}.',
    "option.unknown": './kit {0} no tiene la opción "{1}"; ¿quisiste decir "{2}"? Opciones: {3}.',
    "option.value": '{0} no lleva valor, y recibió "{1}"; quítalo.',
    "option.missing": "{0} necesita un valor: {0} {1}.",
    "option.part": 'las pruebas no tienen la parte "{0}"; ¿quisiste decir "{1}"? Partes: {2}.',
    "up.running": "JupyterLab de esta carpeta ya está en marcha:",
    "up.lesson": "Lección",
    "up.ctrl_c": "Ctrl-C aquí los detiene; ./kit down también, en cualquier terminal.",
    "down.stopped": "Detenidos.",
    "down.nothing": "No hay nada de esta carpeta en marcha.",
    "test.part": "prueba {0}",
    "test.part_head": "parte",
    "test.result": "resultado",
    "test.budget": "previsto",
    "test.passed": "pasó",
    "test.failed": "falló",
    "test.skipped": "no se ejecutó",
    "test.over": "más de lo previsto",
    "test.not_run": "No se ejecutó:",
    "test.required": "ORQUESTA_REQUIRE_ALL está puesta: lo que no se ejecutó cuenta como fallo.",
    "test.no_set_up": "la instalación falló",
    "test.part_failed": "la parte {0} falló con el código {1}; sus últimas líneas están arriba, todas en {2}.",
    "test.hangs": "la parte {0} se detuvo a los {1} s, el triple de lo previsto; sus últimas líneas están arriba, todas en {2}.",
    "test.skips": "la parte {0} dejó {1} de sus pruebas sin ejecutar, y ORQUESTA_REQUIRE_ALL exige que se ejecuten todas; los motivos están en {2}.",
    "doctor.python": "Python",
    "doctor.jdk": "JDK",
    "doctor.other_jdk": "segundo JDK (pruebas)",
    "doctor.maven": "Maven",
    "doctor.disk": "disco",
    "doctor.network": "red",
    "doctor.environment": "entorno",
    "doctor.build": "compilación",
    "doctor.archive": "archivo de clases",
    "doctor.kernel": "kernel",
    "doctor.user_kernel": "kernel para VS Code",
    "doctor.data": "datos",
    "doctor.port": "puerto",
    "doctor.ok": "bien",
    "doctor.wrong": "MAL",
    "doctor.well": "Todo está bien.",
    "doctor.sum": "{0} por corregir.",
    "doctor.no_need": "ya no hace falta",
    "doctor.jars": "bien ({0} jars)",
    "doctor.port_ours": "{0} (JupyterLab de esta carpeta)",
    "doctor.maven_later": "ninguno; ./kit up descarga {0} en .kit",
}

TEXTS = {"en": ENGLISH, "es": SPANISH}
