"""A fresh checkout for one run of a lesson: its own data, exercises as students get them, an empty home; all else is linked."""

import json
import queue
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = {".git", ".kit", ".orquesta", "datasets", "exercises", "notebooks"}
NOT_DATA = shutil.ignore_patterns("target", "__pycache__", "src", "oracle")
NOT_ASKED = shutil.ignore_patterns("target", "answer", ".teacher")
# What the grader has compiled of an exercise, named by what it was made of.
KEPT = re.compile(r"(cases|checks|versions)-[0-9a-f]{16}")


class Rooms:
    """Folders in which desks stand, one after the other. What a run leaves is taken away, but for what the grader makes
    once: made anew for each run, it costs more than the cells of some lessons."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="lessons-")
        self.free = queue.SimpleQueue()

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.folder.cleanup()

    @contextmanager
    def room(self):
        room = self.take()
        try:
            yield room
        finally:
            clear(room)
            self.free.put(room)

    def take(self):
        try:
            return self.free.get_nowait()
        except queue.Empty:
            return Path(tempfile.mkdtemp(dir=self.folder.name)).resolve()


class Desk:
    """A folder like a checkout that was never worked in; what a lesson writes stays in it."""

    def __init__(self, folder, language, root=ROOT):
        self.root, self.original, self.language = folder / "kit", root, language
        self.notebooks = self.root / "notebooks" / language
        self.notebooks.mkdir(parents=True, exist_ok=True)
        link(root, self.root, leave=OWN)
        link(root / "notebooks", self.root / "notebooks", leave={"en", "es", "questions"})
        self.link_built(root / ".kit")
        shutil.copytree(root / "datasets", self.root / "datasets", ignore=NOT_DATA)
        shutil.copytree(root / "exercises", self.root / "exercises", ignore=NOT_ASKED)

    def link_built(self, kit):
        """All that is built, but not which hints were read and how often an exercise was tried."""
        for name, leave in (("", {"autograder"}), ("autograder", set())):
            target = self.root / ".kit" / name
            target.mkdir(parents=True, exist_ok=True)
            if (kit / name).exists():
                logs = {path.name for pattern in ("hints-*", "tries-*") for path in (kit / name).glob(pattern)}
                link(kit / name, target, leave | logs | {path.name for path in target.iterdir()})

    def ask(self, name, questions):
        """Puts a lesson's questions where the kernel looks for them."""
        folder = self.root / "notebooks" / "questions"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.json").write_text(questions, encoding="utf-8")

    def answer(self, path):
        """Hands in a folder of exercises/, such as E12/.teacher/solution, as the answer to its exercise."""
        place = self.root / "exercises" / path.split("/")[0] / "answer"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.original / "exercises" / path, place)

    def kernels(self, name):
        """The installed kernel, told that this folder is the checkout, whose grader starts its children from the images of the
        original: they are of use in the folder alone that they were made in. Its JVM outlasts it. With room for new objects and
        one compiler.

        The second one would compile, in a run of seconds, what is hardly called again: half of the processor's time. And the
        memory that is small beside all that a student has open would be cleared thirty times where four times do.
        """
        spec = KernelSpecManager().get_kernel_spec(name).to_dict()
        parts = [f"-Dorquesta.root={self.root}" if part.startswith("-Dorquesta.root=") else part for part in spec["argv"]]
        end = parts.index("-cp")
        images = f"-Dorquesta.images={self.original / '.kit' / 'autograder'}"
        lasting = "-Dorquesta.kernel.lasting=true"
        spec["argv"] = [*parts[:end], images, lasting, "-XX:TieredStopAtLevel=1", "-Xms160m", "-Xmn96m", *parts[end:]]
        folder = self.root.parent / "kernels" / name
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
        return KernelSpecManager(kernel_dirs=[str(folder.parent)], ensure_native_kernel=False)


def clear(room, standing=None):
    """Leaves nothing of a desk but what the grader makes once and the folder, empty then, that a kernel stands in, if any; by
    their links nothing of the checkout is touched."""
    made = room / "kit" / ".kit" / "autograder"
    kept = [path for path in made.glob("*") if KEPT.fullmatch(path.name) and not path.is_symlink()]
    if standing:
        kept.append(standing)
        for each in standing.iterdir():
            each.rename(Path(tempfile.mkdtemp(dir=room)) / each.name)
    aside = Path(tempfile.mkdtemp(dir=room.parent))
    for path in kept:
        path.rename(aside / path.name)
    shutil.rmtree(room, ignore_errors=True)  # a process that was killed may write its last
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        (aside / path.name).rename(path)
    aside.rmdir()


def link(source, target, leave):
    for each in source.iterdir():
        if each.name not in leave:
            (target / each.name).symlink_to(each, target_is_directory=each.is_dir())


def scratch(folder, root=ROOT):
    """A folder for the slide's Python: the data as datasets/."""
    shutil.copytree(root / "datasets", folder / "datasets", ignore=NOT_DATA)
    return folder
