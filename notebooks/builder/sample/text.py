"""The sample, and lessons that are it with one thing replaced."""

from pathlib import Path

SAMPLE = Path(__file__).resolve().parent
TEXT = (SAMPLE / "L90.md").read_text(encoding="utf-8")


def broken(old, new):
    """The sample's text with one thing replaced."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)
