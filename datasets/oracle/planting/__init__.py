"""The parts of the generator; the order of these imports is that in which features of one case are applied."""

from planting import rows  # isort: skip
from planting import catalogue  # isort: skip
from planting import files  # isort: skip
from planting import unreadable  # isort: skip
from planting import in_parquet  # isort: skip

__all__ = ["catalogue", "files", "in_parquet", "rows", "unreadable"]
