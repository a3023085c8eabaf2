"""Rules on the files that are sent with an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final
from unicodedata import normalize

from jatsx import Article, Fault, Level, fault, listed
from jatsx.model import FileAccess, FoundFile, Issue, IssueContents, LocalFile
from jatsx_rsci.options import MARKUP
from jatsx_rsci.rules.common import rule, settings_in
from jatsx_rsci.vocabulary import FILES, ISSUE_FILES

LONGEST: Final = 200
"""The maximum length of a file name in bytes. File systems allow 255."""

ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "full-text": ("pdf", "html", "htm"),
    "cover": ("jpg", "jpeg", "png", "gif"),
}
"""The endings of the names of files of a kind, without the dot."""

STARTS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "pdf": (b"%PDF-",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "gif": (b"GIF87a", b"GIF89a"),
}
"""The first bytes of files with these endings."""

_NAME: Final = re.compile(r'[^/\\:*?"<>|\x00-\x1f]+\.\w{2,4}\Z')
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\.", re.IGNORECASE)


@rule(
    "rsci-file-name-form",
    Level.ERROR,
    message="“{name}” cannot be the name of a file at eLIBRARY.",
    hint=(
        "Rename the file, for example to 2024-2-01.pdf: a name with an ending of two to four"
        ' characters and none of the characters \\ / : * ? " < > |.'
    ),
)
def name_form(file: LocalFile) -> Iterator[Fault]:
    """The name of a file has an ending of two to four characters, and Windows allows it.

    Source: eLIBRARY's schema, the pattern for names of files; Windows, reserved names.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: pdf/article
        kind: full-text
    """
    name = file.name
    is_name = _NAME.match(name) and not _DEVICE.match(name) and name.isprintable()
    if file.path.strip() and not is_name:
        yield fault("path", name=name)


@rule(
    "rsci-file-name-length",
    Level.ERROR,
    message="The name of the file is too long. Bytes: {number}. Maximum: {limit}.",
    hint="Rename the file, for example to 2024-2-01.pdf. A Cyrillic letter has two bytes.",
)
def name_length(file: LocalFile) -> Iterator[Fault]:
    """The name of a file is not longer than 200 bytes.

    Longer names cannot be unpacked on every computer.

    Source: jatsx's own requirement. File systems allow 255 bytes.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: >-
          Long-term climate change and the yield of spring wheat, winter rye, barley and oats in the
          northern regions of the Republic of Kazakhstan, with an outlook to the middle of the
          century and a list of all weather stations.pdf
        kind: full-text
    """
    number = len(file.name.encode())
    if number > LONGEST:
        yield fault("path", number=str(number), limit=str(LONGEST))


@rule(
    "rsci-file-name-letters",
    Level.WARNING,
    message="The name of the file contains characters other than Latin letters and digits: {name}.",
    hint="Rename the file, for example to 2024-2-01.pdf. Some programs misread other letters.",
)
def name_letters(file: LocalFile) -> Iterator[Fault]:
    """The name of a file consists of Latin letters, digits and signs.

    Programs read other letters in a ZIP file in different ways. The name then differs from the name
    in the XML file.

    Source: the ZIP format, which has no encoding of names that every program reads.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: pdf/статья.pdf
        kind: full-text
    """
    if not file.name.isascii():
        yield fault("path", name=file.name)


@rule(
    "rsci-file-kind-ending",
    Level.ERROR,
    message="eLIBRARY does not allow this type of file here: {name}. Allowed: {endings}.",
    hint="Save the file in one of these types, or correct `kind`.",
)
def kind_ending(file: LocalFile) -> Iterator[Fault]:
    """A full text is a PDF or HTML file, and a cover is a JPEG, PNG or GIF file.

    Source: eLIBRARY's explanations of ``file/@desc``.

    Good:

        path: pdf/01.pdf
        kind: full-text

    Bad:

        path: docx/01.docx
        kind: full-text
    """
    endings = ENDINGS.get(file.kind)
    if endings and file.path.strip() and ending(file) not in endings:
        yield fault("path", name=file.name, endings=listed(endings))


@rule(
    "rsci-file-name-repeated",
    Level.ERROR,
    message="Several files have the name {name}. All files are in one folder of the ZIP file.",
    hint="Rename one of the files, for example to 2024-2-01.pdf.",
)
def name_repeated(contents: IssueContents) -> Iterator[Fault]:
    """The files of an issue have different names, also if they are in different folders.

    The ZIP file for eLIBRARY has no folders. Capital letters do not make names different.

    Source: eLIBRARY, Articulus: names must not be repeated.

    Good:

        - {id: "01", files: [{path: pdf/01.pdf, kind: full-text}]}
        - {id: "02", files: [{path: pdf/02.pdf, kind: full-text}]}

    Bad:

        - {id: "01", files: [{path: 01/text.pdf, kind: full-text}]}
        - {id: "02", files: [{path: 02/text.pdf, kind: full-text}]}
    """
    seen = {_alike(MARKUP)}
    for article, field, path in _paths(contents):
        name = path.rpartition("/")[2]
        if name and _alike(name) in seen:
            yield fault(field, article=article, name=name)
        seen.add(_alike(name))


@rule(
    "rsci-file-access-missing",
    Level.ERROR,
    message="The file {path} cannot be put into the ZIP file, because it cannot be read.",
    hint=(
        "Check that the file is in the issue folder and has this name. Or export without"
        " `package: zip`, and make the ZIP file yourself."
    ),
)
def access_missing(found: FoundFile) -> Iterator[Fault]:
    """With the option ``package=zip``, each file exists and can be read.

    Articles of a program, which are not read from a file or folder, have no issue folder: their
    files cannot be put into a ZIP file.

    Source: eLIBRARY, Articulus: the ZIP file has the files that the XML file names.

    Good:

        path: pdf/01.pdf
        kind: full-text
        journal: {formats: {rsci: {package: zip}}}

    Bad:

        path: pdf/01.pdf
        kind: full-text
        access: missing
        journal: {formats: {rsci: {package: zip}}}
    """
    if _is_sent(found) and found.access is not FileAccess.FOUND:
        yield fault("path", path=found.file.path)


@rule(
    "rsci-file-content-form",
    Level.ERROR,
    message="The content of the file {path} is not that of a {ending} file.",
    hint="Open the file. If it is damaged or empty, or has another type, save it again.",
)
def content_form(found: FoundFile) -> Iterator[Fault]:
    """With the option ``package=zip``, the first bytes of a PDF file or picture are of its type.

    A file that was renamed, is empty, or was not downloaded completely is found in this way.

    Source: ISO 32000, ``%PDF-``; the first bytes of JPEG, PNG and GIF files.

    Good:

        path: pdf/01.pdf
        kind: full-text
        head: "%PDF-1.7"
        journal: {formats: {rsci: {package: zip}}}

    Bad:

        path: pdf/01.pdf
        kind: full-text
        head: "<!DOCTYPE html>"
        journal: {formats: {rsci: {package: zip}}}
    """
    own = ending(found.file)
    is_read = _is_sent(found) and found.access is FileAccess.FOUND
    if is_read and own in STARTS and not _starts(found.head, own):
        yield fault("path", path=found.file.path, ending=own.upper())


@rule(
    "rsci-issue-cover-missing",
    Level.WARNING,
    message="The issue has no cover, which eLIBRARY expects in the ZIP file.",
    hint="Add to issue.yaml, under `files`: `path: cover.jpg` and `kind: cover`.",
)
def cover_missing(issue: Issue) -> Iterator[Fault]:
    """With the option ``package=zip``, the issue has a cover.

    Source: eLIBRARY, Articulus: the ZIP file has a cover.

    Good:

        files: [{path: cover.jpg, kind: cover}]
        journal: {formats: {rsci: {package: zip}}}

    Bad:

        journal: {formats: {rsci: {package: zip}}}
    """
    has_cover = any(one.kind in ISSUE_FILES for one in issue.files)
    if settings_in(issue.journal).is_zip and not has_cover:
        yield fault("files")


@rule(
    "rsci-article-file-missing",
    Level.WARNING,
    message="The article has no full text, which eLIBRARY expects in the ZIP file.",
    hint="Add to the article, under `files`: `path: pdf/01.pdf` and `kind: full-text`.",
)
def full_text_missing(article: Article) -> Iterator[Fault]:
    """With the option ``package=zip``, each article has a full text.

    Source: eLIBRARY, Articulus: the ZIP file has a PDF file for each article.

    Good:

        files: [{path: pdf/01.pdf, kind: full-text}]
        issue: {journal: {formats: {rsci: {package: zip}}}}

    Bad:

        issue: {journal: {formats: {rsci: {package: zip}}}}
    """
    has_text = any(one.kind == "full-text" for one in article.files)
    if settings_in(article.issue.journal).is_zip and not has_text:
        yield fault("files")


def ending(file: LocalFile) -> str:
    """The ending of the name of a file, without the dot, in lower case."""
    return PurePosixPath(file.name).suffix[1:].lower()


def _alike(name: str) -> str:
    """What names have in common that some file systems do not tell apart."""
    return normalize("NFC", name.casefold())


def _is_sent(found: FoundFile) -> bool:
    """Whether a file is put into a ZIP file."""
    is_known = found.file.kind in FILES or found.file.kind in ISSUE_FILES
    return is_known and settings_in(found.issue.journal).is_zip


def _starts(head: bytes, ending: str) -> bool:
    """Whether the first bytes are of a type. A PDF file may have other bytes before its first line,
    within the first 1,024 bytes."""
    if ending == "pdf":
        return STARTS["pdf"][0] in head
    return head.startswith(STARTS[ending])


def _paths(contents: IssueContents) -> Iterator[tuple[str | None, str, str]]:
    """The files of an issue and its articles: the id of the article, the field, and the path."""
    for n, file in enumerate(contents.issue.files):
        yield None, f"issue.files[{n}].path", file.path
    for entry in contents.entries:
        for n, path in enumerate(entry.files):
            yield entry.id, f"files[{n}].path", path
