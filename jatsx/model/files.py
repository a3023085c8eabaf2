"""Files in the issue folder that articles and issues name."""

from __future__ import annotations

from jatsx.model.part import Line, Part


class LocalFile(Part):
    """A file in the issue folder: a full text, a supplement, an illustration, a cover."""

    path: Line
    """Path of the file in the issue folder: pdf/01.pdf. Folders are separated by /."""
    kind: Line
    """Kind of file: full-text, supplement, illustration; of an issue: cover."""
    language: Line | None = None
    """Language of the file."""

    @property
    def name(self) -> str:
        """The name of the file without folders."""
        return self.path.rpartition("/")[2]
