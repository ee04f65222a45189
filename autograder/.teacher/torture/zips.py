"""The zips of the batch: honest ones, and those that attack who reads them."""

import os
import zipfile

from sources import E12, INSIDE, right, write


def write_zip(folder, entries):
    """A zip with these entries, in this order: pairs, since hostile ones hold a name twice."""
    with zipfile.ZipFile(folder + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in entries:
            archive.writestr(path, content)


class Zips:
    """One method for each word of "pack" in the manifest that makes a zip; each gets its path without .zip."""

    name = ""

    def zip(self, folder):
        write_zip(folder, right().items())

    def zip_top_folder(self, folder):
        write_zip(folder, [("entrega de José/", "")] + [("entrega de José/" + path, text) for path, text in right().items()])

    def zip_slip(self, folder):
        write_zip(folder, [*right().items(), ("../../torture-was-here.txt", "x"), ("E12/../../../torture-was-here.txt", "x")])

    def zip_absolute(self, folder):
        write_zip(folder, [*right().items(), (os.path.dirname(folder) + "-torture-was-here.txt", "x")])

    def zip_symlink(self, folder):
        link = zipfile.ZipInfo(INSIDE + "Limpieza.java")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        write_zip(folder, [(link, os.path.join(E12, ".teacher", "solution", "limpieza", "Limpieza.java"))])

    def zip_bomb(self, folder):
        with zipfile.ZipFile(folder + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(*next(iter(right().items())))
            with archive.open(INSIDE + "Grande.java", "w") as entry:
                for _ in range(300):
                    entry.write(b" " * (1 << 20))

    def zip_many(self, folder):
        write_zip(folder, [*right().items(), *((f"E12/answer/notas/{i}.txt", "") for i in range(100_000))])

    def zip_same_name(self, folder):
        write_zip(folder, [*right().items(), (INSIDE + "limpieza.java", "class Otra {}")])

    def zip_cut(self, folder):
        """Ends in the middle of the source, or (its last bytes lost) in the directory at the end."""
        write_zip(folder, right().items())
        keep = 200 if "source" in self.name else os.path.getsize(folder + ".zip") - 40
        os.truncate(folder + ".zip", keep)

    def zip_of_nothing(self, folder):
        write_zip(folder, [])

    def zip_encrypted(self, folder):
        """A right answer whose flag says that it is encrypted, in the entry and in the directory."""
        write_zip(folder, right().items())
        with open(folder + ".zip", "rb") as file:
            content = bytearray(file.read())
        content[6] |= 1
        content[content.rindex(b"PK\x01\x02") + 8] |= 1
        write(os.path.dirname(folder), {self.name + ".zip": bytes(content)})

    def zip_with_backslashes(self, folder):
        """As old tools on Windows write them; zipfile itself would turn them round."""
        write_zip(folder, [(path.replace("/", "|"), text) for path, text in right().items()])
        with open(folder + ".zip", "rb") as file:
            content = file.read().replace(b"E12|answer|limpieza|", b"E12\\answer\\limpieza\\")
        write(os.path.dirname(folder), {self.name + ".zip": content})

    def not_a_zip(self, folder):
        write(os.path.dirname(folder), {self.name + ".zip": "esto no es un zip\n" * 50})
