"""What the kit says, in English. The script ./kit reads what it says of Python from here, too."""

ENGLISH = {
    "usage": """./kit COMMAND: the one command of Orquesta.

  up [--port N] [--no-browser]   sets everything up; then starts the pages and JupyterLab, and prints their links
  down                           stops what ./kit up started, from any terminal
  test [--all] [--only PART]     runs every test; ends with what was not run and why
  test PIPELINE                  runs the JUnit tests of a pipeline
  doctor                         checks each part of the set-up: its state, and the remedy
  docs                           makes the Javadoc of the orchestrator, and prints its place
  reset LESSON                   lays a fresh copy of a lesson in notebooks/my, and keeps the old one

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
./kit test PIPELINE      the JUnit tests beside the sources of a pipeline, nothing else

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
    "help.reset": """./kit reset LESSON

Lays a fresh copy of a lesson in notebooks/my. If you have worked in the old one, it stays beside it under
a name with the time. Your answers to exercises and questions are not touched. Exit code 0.

Example: ./kit reset L04""",
    "help.docs": """./kit docs

Makes the Javadoc of the orchestrator, in .kit/docs, and prints the path of its first page.

Example: ./kit docs""",
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
    "home.not_local": "{0} lies on {1}, which is no disk of this machine: there the locks that tell a living run from a dead one cannot be trusted; keep the runs on a local disk: export ORQUESTA_HOME=/a/local/folder",
    "data.unverified": "the data in datasets/ has not been verified since it changed; run ./kit up, or ./kit data --verify.",
    "command.unknown": 'there is no command "{0}"; did you mean "{1}"? Commands: {2}.',
    "command.none": 'there is no command "{0}". Commands: {1}.',
    "option.unknown": './kit {0} has no option "{1}"; did you mean "{2}"? Options: {3}.',
    "option.value": '{0} takes no value, but got "{1}"; leave it out.',
    "option.missing": "{0} needs a value: {0} {1}.",
    "option.part": 'there is no part "{0}" of the tests; did you mean "{1}"? Parts: {2}.',
    "reset.none": "./kit reset needs a lesson: one of {0}.",
    "reset.unknown": 'there is no lesson "{0}"; did you mean "{1}"? Lessons: {2}.',
    "reset.kept": "Your work stays in {0}.",
    "reset.laid": "{0} is as new; if it is open in JupyterLab, close it there and open it again.",
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
    "test.hangs": "the part {0} was stopped after {1} s, five times its budget; its last lines are above, all of them in {2}.",
    "test.skips": "the part {0} skipped {1} of its tests, and ORQUESTA_REQUIRE_ALL asks for all; the reasons are in {2}.",
    "doctor.python": "Python",
    "doctor.jdk": "JDK",
    "doctor.other_jdk": "second JDK (tests only)",
    "doctor.maven": "Maven",
    "doctor.disk": "disk",
    "doctor.home": "runs are kept in",
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
