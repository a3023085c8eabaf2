"""The names that are printed elsewhere: in the contents, in authors' data, in other blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from jatsx_draft.blocks import LanguageBlock
from jatsx_draft.contents import Contents
from jatsx_draft.heads import candidates
from jatsx_draft.issue_text import IssueText
from jatsx_draft.names import PrintedName, may_be_one, nearly_spells

NEAR: Final = 4
"""How many blocks before and after may belong to the same article."""


@dataclass(frozen=True, eq=False, slots=True)
class Witnesses:
    """The names that are printed elsewhere, for each block."""

    everywhere: Sequence[PrintedName]
    of_blocks: Sequence[Sequence[PrintedName]]

    def known(self, block: int) -> Callable[[PrintedName], bool]:
        """Whether a name of a block is printed elsewhere too."""
        around = range(max(0, block - NEAR), min(len(self.of_blocks), block + NEAR + 1))
        near = [name for n in around if n != block for name in self.of_blocks[n]]
        names = list(dict.fromkeys((*self.everywhere, *near)))
        found: dict[PrintedName, bool] = {}

        def is_known(name: PrintedName) -> bool:
            if name not in found:
                found[name] = any(_is_same(name, other) for other in names)
            return found[name]

        return is_known


def _is_same(name: PrintedName, other: PrintedName) -> bool:
    """Whether two names are one person, with no word that only one of them could have."""
    if not may_be_one(name, other):
        return False
    words, others = name.text.split(), other.text.split()
    if len(words) <= len(others) or "." in name.text:
        return True
    return any(nearly_spells(words[-1], one) or nearly_spells(one, words[-1]) for one in others)


def witnesses(
    text: IssueText,
    contents: Contents,
    blocks: Sequence[LanguageBlock],
    data: Iterable[PrintedName],
) -> Witnesses:
    """The names in the contents, in authors' data, and those that heads of blocks may contain."""
    everywhere = (*contents.names, *data)
    return Witnesses(everywhere, [list(candidates(block.head(text))) for block in blocks])
