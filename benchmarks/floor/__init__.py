"""The floor: the same documents written by f-strings, for synthetic articles and no others.

What a program would cost that knew these articles beforehand: no model, no rules, no losses, no
origins, no other field. A test shows that its documents are those of jatsx, byte for byte.
"""

from benchmarks.floor.crossref import crossref
from benchmarks.floor.doaj import doaj
from benchmarks.floor.jats import jats

__all__ = ["crossref", "doaj", "jats"]
