"""The issue of ten articles that plugins are tried on, and what the shipped formats make of it."""

from tests.plugin.conftest import alone, folder

__all__ = ["alone", "folder"]
