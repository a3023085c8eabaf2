"""The values of ``@language``, and the losses of language tags."""

from __future__ import annotations

from jatsx import Extent, Loss
from jatsx.standards.languages import language_subtag
from jatsx_crossref.version import Version
from jatsx_crossref.vocabulary import languages


def language_code(tag: str | None, version: Version) -> str | None:
    """The value of ``@language`` for a tag: its primary subtag, if the version lists it."""
    code = language_subtag(tag or "")
    return code if code in languages(version) else None


def language_loss(
    tag: str, field: str, version: Version, extent: Extent = Extent.FORM
) -> Loss | None:
    """The loss of a language tag, or of a part of it, in ``@language``.

    Args:
        tag: the language tag.
        field: the field with the tag, or with a value in this language.
        version: the version of the deposit.
        extent: how much of the value is lost if ``@language`` does not list the language.
    """
    code = language_code(tag, version)
    if code is None:
        params = {"tag": tag, "version": version.name}
        return Loss(field, "language-not-listed", params, extent)
    if code != tag.lower():
        return Loss(field, "language-only", {"language": code, "tag": tag}, Extent.FORM)
    return None
