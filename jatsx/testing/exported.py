"""What an exporter made of an article: the texts of its documents, and its losses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jatsx.documents.document import Document
from jatsx.documents.loss import Extent, Loss
from jatsx.testing.document_text import PlacedText, placed_texts
from jatsx.testing.loss_coverage import is_within
from jatsx.testing.marks import MarkedValue


@dataclass(frozen=True, slots=True)
class Exported:
    """The texts of the documents of an article in order, and the losses of the article.

    In text formats, values may be escaped in a way that is not known here (``is_exact``).
    """

    texts: Sequence[PlacedText]
    losses: Sequence[Loss]
    is_exact: bool
    whole: str

    def covers(self, field: str, *extents: Extent) -> bool:
        """Whether a loss covers a field. By default, a loss of any extent."""
        of = extents or tuple(Extent)
        return any(is_within(field, one.field) for one in self.losses if one.extent in of)

    def absent_line(self, mark: MarkedValue) -> str:
        """The first line of a value that is not in the documents; empty if there is none.

        In text formats, only the first and the last word of a line are searched for.
        """
        return next((line for line in mark.lines if not self._has(line)), "")

    def place(self, line: str) -> int:
        """The position of a line in the documents."""
        return self.whole.find(line if self.is_exact else line.split()[0])

    def texts_with(self, line: str) -> Iterator[PlacedText]:
        """The texts that contain a line."""
        return (text for text in self.texts if line in text.text)

    def closest(self, line: str) -> str:
        """The text that contains the first word of a line in any case; empty if there is none."""
        word = line.split()[0].lower()
        return next((one.text for one in self.texts if word in one.text.lower()), "")

    def _has(self, line: str) -> bool:
        words = line.split()
        searched = [line] if self.is_exact else [words[0], words[-1]]
        return all(one in self.whole for one in searched)


def exported(documents: Iterable[Document], article_id: str) -> Exported:
    """The texts of documents, and the losses of one of their articles."""
    found = list(documents)
    read = [placed_texts(document) for document in found]
    texts = [text for own, _ in read for text in own]
    losses = [loss for one in found for loss in one.losses.get(article_id, ())]
    whole = "\n".join(text.text for text in texts)
    return Exported(texts, losses, all(is_exact for _, is_exact in read), whole)
