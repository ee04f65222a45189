"""Makes the folder of submissions from the readable sources in answers/ and from exercise E12: folders, zips, links.

Usage: python3 pack.py FOLDER [NAME=VALUE]...     the values fill the ${NAME} in the sources
"""

import os
import shutil
import subprocess
import sys

from sources import E12, HERE, INSIDE, manifest, read, right, sources, write, wrong
from zips import Zips


def class_of(folder, source, values):
    """Limpieza.class, compiled from a right answer: what a tool for building leaves behind."""
    work = folder + ".classes"
    given = {"limpieza/" + name: read(E12, "start", "limpieza", name) for name in ("VentaCruda.java", "VentaLimpia.java")}
    write(work, given | {"limpieza/Limpieza.java": source})
    files = [os.path.join(work, "limpieza", name) for name in sorted(os.listdir(os.path.join(work, "limpieza")))]
    subprocess.run([values["JAVAC"], "--release", "17", "-d", work, *files], check=True)
    with open(os.path.join(work, "limpieza", "Limpieza.class"), "rb") as file:
        content = file.read()
    shutil.rmtree(work)
    return content


class Packer(Zips):
    """One method for each word of "pack" in the manifest; each gets the folder to make (or, with .zip, the zip)."""

    def __init__(self, values):
        self.values = values

    def pack(self, submission, batch):
        self.name = submission["name"]
        getattr(self, submission.get("pack", "folder"))(os.path.join(batch, self.name))

    def answer(self, name=None):
        return {INSIDE + file: text for file, text in sources(name or self.name, self.values).items()}

    def folder(self, folder):
        write(folder, self.answer())

    def plain(self, folder):
        write(folder, right())

    def wrong(self, folder):
        write(folder, wrong(self.name))

    def starter(self, folder):
        write(folder, {INSIDE + "Limpieza.java": read(E12, "start", "limpieza", "Limpieza.java")})

    def empty_folder(self, folder):
        os.makedirs(folder)

    def empty_source(self, folder):
        write(folder, {INSIDE + "Limpieza.java": ""})

    def other_exercise(self, folder):
        write(folder, {"E27/answer/e27/Tienda.java": "package e27;\n\nfinal class Tienda {}\n"})

    def two_answers(self, folder):
        for top in ("semana1/", "semana2/"):
            write(folder, {top + path: text + "// " + top for path, text in right().items()})

    def crlf_bom(self, folder):
        files = self.answer("right_helper_class")
        write(folder, {path: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for path, text in files.items()})

    def utf16(self, folder):
        write(folder, {path: text.encode("utf-16") for path, text in right().items()})

    def deep_nesting(self, folder):
        text = right()[INSIDE + "Limpieza.java"]
        deep = "    static final int HONDO = " + "(" * 20_000 + "1" + ")" * 20_000 + ";\n}\n"
        write(folder, {INSIDE + "Limpieza.java": text.rstrip().removesuffix("}") + deep})

    def given_edited(self, folder):
        record = "package limpieza;\n\npublic record VentaLimpia(String trampa) {}\n"
        write(folder, self.answer("right_helper_class") | {INSIDE + "VentaLimpia.java": record})

    def module_info(self, folder):
        write(folder, right() | {"E12/answer/module-info.java": "module limpieza {}\n"})

    def extra_files(self, folder):
        junk = {"E12/README.md": "hola", "E12/pom.xml": "<project", "E12/answer/build.gradle": "exit 1", ".git/HEAD": "x",
                "__MACOSX/E12/answer/limpieza/._Limpieza.java": b"\0\5\x16\7", ".DS_Store": b"\0", "E12/answer/limpieza/notas.txt": "x",
                "E12/test/limpieza/LimpiezaTest.java": "class", "E12/start/limpieza/Limpieza.java": "class"}
        write(folder, right() | junk)

    def odd_names(self, folder):
        """What people's desktops leave: colons, blanks, letters outside ASCII, a long name, a dash in front."""
        names = ["Captura 10:30:12.png", "año nuevo.txt", "-rf", "x" * 200 + ".txt", "notas (copia).java~", "aux.md"]
        write(folder, right() | {"E12/answer/" + name: "x" for name in names})

    def class_files_only(self, folder):
        source = right()[INSIDE + "Limpieza.java"]
        write(folder, {INSIDE + "Limpieza.class": class_of(folder, source, self.values)})

    def stale_classes(self, folder):
        content = class_of(folder, right()[INSIDE + "Limpieza.java"], self.values)
        places = (INSIDE, "E12/answer/target/classes/limpieza/", "E12/target/classes/limpieza/")
        write(folder, wrong("keeps_totals_of_zero") | {place + "Limpieza.class": content for place in places})

    def junit_service(self, folder):
        for top in ("E12/answer/", ""):
            write(folder, {
                top + "junit-platform.properties": "junit.jupiter.extensions.autodetection.enabled=true\n",
                top + "META-INF/services/org.junit.jupiter.api.extension.Extension": "limpieza.Tramposa\n",
                top + "META-INF/services/java.nio.charset.spi.CharsetProvider": "limpieza.Juego\n",
            })
        provider = read(HERE, "answers", "services", "Juego.java")
        write(folder, wrong("trim_is_not_strip") | {INSIDE + "Juego.java": provider})

    def annotation_processor(self, folder):
        service = {top + "META-INF/services/javax.annotation.processing.Processor": "limpieza.Procesador\n"
                   for top in ("", "E12/answer/")}
        write(folder, right() | service | {INSIDE + "Procesador.java": read(HERE, "answers", "services", "Procesador.java")})

    def shadows(self, folder, classes):
        twins = {f"E12/answer/{name.replace('.', '/')}.java": twin(name) for name in classes}
        write(folder, wrong("keeps_totals_of_zero") | twins)

    def shadows_junit(self, folder):
        self.shadows(folder, ["org.junit.jupiter.api.Assertions", "org.assertj.core.api.Assertions"])

    def shadows_java(self, folder):
        self.shadows(folder, ["java.util.List"])

    def shadows_the_engine(self, folder):
        names = ["child.Runner", "child.Reply", "child.Request", "child.Wire", "child.StudentCode", "exercise.Case", "judge.Judge"]
        self.shadows(folder, ["orquesta.autograder." + name for name in names])

    def link_to_the_solution(self, folder):
        os.makedirs(os.path.join(folder, INSIDE))
        solution = os.path.join(E12, ".teacher", "solution", "limpieza", "Limpieza.java")
        os.symlink(solution, os.path.join(folder, INSIDE, "Limpieza.java"))

    def folder_linked_to_the_solution(self, folder):
        os.makedirs(os.path.join(folder, "E12"))
        os.symlink(os.path.join(E12, ".teacher", "solution"), os.path.join(folder, "E12", "answer"))

    def fifo(self, folder):
        write(folder, right())
        os.mkfifo(os.path.join(folder, INSIDE, "Tubo.java"))

    def endless_device(self, folder):
        write(folder, right())
        os.symlink("/dev/zero", os.path.join(folder, INSIDE, "Cero.java"))


def twin(name):
    """A class that bears somebody else's name and never lets go of what loads it in its place."""
    package, simple = name.rsplit(".", 1)
    return (f"package {package};\n\npublic class {simple} {{\n    static {{\n        for (int n = 1; n > 0; n = n % 7 + 1) {{}}\n    }}\n\n"
            "    public static void main(String[] args) {}\n}\n")


def pack(batch, values, submissions=None):
    os.makedirs(batch, exist_ok=True)
    packer = Packer(values)
    for submission in submissions or manifest()["submissions"]:
        packer.pack(submission, batch)


if __name__ == "__main__":
    pack(sys.argv[1], dict(pair.split("=", 1) for pair in sys.argv[2:]))
