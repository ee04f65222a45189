"""A fresh checkout for one run of a lesson: its own data, exercises without answers, an empty home; all else is linked."""

import json
import shutil
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = {".git", ".kit", ".orquesta", "datasets", "exercises", "notebooks"}
NOT_DATA = shutil.ignore_patterns("target", "__pycache__", "src", "oracle")
NOT_ASKED = shutil.ignore_patterns("target", "answer")


class Desk:
    """A folder like a checkout that was never worked in; what a lesson writes stays in it."""

    def __init__(self, folder, language, root=ROOT):
        self.root, self.original, self.language = folder / "kit", root, language
        self.notebooks = self.root / "notebooks" / language
        self.notebooks.mkdir(parents=True)
        link(root, self.root, leave=OWN)
        link(root / "notebooks", self.root / "notebooks", leave={"en", "es", "questions"})
        self.link_built(root / ".kit")
        shutil.copytree(root / "datasets", self.root / "datasets", ignore=NOT_DATA)
        shutil.copytree(root / "exercises", self.root / "exercises", ignore=NOT_ASKED)

    def link_built(self, kit):
        """All that is built, but not which hints were read and how often an exercise was tried."""
        for name, leave in (("", {"autograder"}), ("autograder", set())):
            (self.root / ".kit" / name).mkdir()
            if (kit / name).exists():
                logs = {path.name for pattern in ("hints-*", "tries-*") for path in (kit / name).glob(pattern)}
                link(kit / name, self.root / ".kit" / name, leave | logs)

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
        """The installed kernel, told that this folder is the checkout; without its second compiler.

        It would compile, in a run of seconds, what is hardly called again: half of the processor's time.
        """
        spec = KernelSpecManager().get_kernel_spec(name).to_dict()
        java, *parts = [
            f"-Dorquesta.root={self.root}" if part.startswith("-Dorquesta.root=") else part for part in spec["argv"]
        ]
        spec["argv"] = [java, "-XX:TieredStopAtLevel=1", *parts]
        folder = self.root.parent / "kernels" / name
        folder.mkdir(parents=True)
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
        return KernelSpecManager(kernel_dirs=[str(folder.parent)], ensure_native_kernel=False)


def link(source, target, leave):
    for each in source.iterdir():
        if each.name not in leave:
            (target / each.name).symlink_to(each, target_is_directory=each.is_dir())


def scratch(folder, root=ROOT):
    """A folder for the slide's Python: the data as datasets/."""
    shutil.copytree(root / "datasets", folder / "datasets", ignore=NOT_DATA)
    return folder
