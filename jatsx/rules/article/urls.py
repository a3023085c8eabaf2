"""Rules on every URL of an article, issue or journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jatsx.findings.finding import Level
from jatsx.model import Texts, WrittenValue
from jatsx.model.fieldpath import Path
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, mended, rule
from jatsx.standards.certain_identifiers import certain_doi

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d+(?:/|\Z))")
_WEB = re.compile(r"(?:https?|ftp)://[^/?#\s]", re.IGNORECASE)
_HOST = re.compile(r"(?:https?|ftp)://(?:[^/?#@\s]*@)?([^/?#:\s]+)", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})\Z"
    r"|(?:ez|e)?proxy\d*[.-]|webvpn\.|.*\.(?:ez)?proxy\.",
    re.IGNORECASE,
)
_ENDS = ".,;:'\"»”>"
_ABBREVIATION = re.compile(r"(?:[._]\w|_(?:Inc|Ltd|Co|Corp|Jr|Sr|St|al))\.\Z")
_DOI = re.compile(r"\b10\.\d{4,9}/")
_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\S+)\Z", re.IGNORECASE)


@rule(
    "address-scheme-missing",
    Level.WARNING,
    message="The URL {url} does not start with http:// or https://.",
    hint="Copy the whole URL from the browser's address bar, including https://.",
)
def scheme_missing(texts: Texts) -> Iterator[Fault]:
    """A URL starts with http:// or https://.

    A browser also opens www.kisi.kz. A registry treats such an address as the name of a file.

    Source: RFC 3986, section 3: a URI starts with its scheme.

    Good:

        references: [{url: "https://www.kisi.kz"}]

    Bad:

        references: [{url: www.kisi.kz}]
    """
    return _faulty(
        texts, lambda url: not _SCHEME.match(url.lstrip()) and not url.lstrip().startswith("10.")
    )


@rule(
    "address-scheme-foreign",
    Level.WARNING,
    message="{url} is not a valid URL.",
    hint="Write a URL that starts with http:// or https://. Write a DOI under `doi`.",
)
def scheme_foreign(texts: Texts) -> Iterator[Fault]:
    """A URL is a web address, not a file on a computer, an e-mail address or a DOI.

    The rule allows http, https and ftp.

    Source: RFC 3986; ``resource_t`` in common5.5.0.xsd of Crossref: http, https or ftp.

    Good:

        url: https://example.org/2024-2/01

    Bad:

        url: file:///C:/2024-2/01.pdf
    """
    return _faulty(
        texts,
        lambda url: (
            bool(_SCHEME.match(url.lstrip()) or url.lstrip().startswith("10."))
            and not _WEB.match(url.lstrip())
        ),
    )


@rule(
    "address-space-inside",
    Level.WARNING,
    message="The URL {url} contains a space.",
    hint="Open the page in a browser and copy the whole URL from the address bar.",
    mends=True,
)
def space(texts: Texts) -> Iterator[Fault]:
    """A URL has no spaces inside, at the start or at the end.

    A space usually comes from a line break in print. The URL is cut off at the space.

    Source: RFC 3986, appendix C.

    Good:

        url: https://example.org/iz-za-importa

    Bad:

        url: https://example.org/iz-za importa
    """
    for value in texts.once(_addresses):
        url = value.plain
        if any(map(str.isspace, url)) and _WEB.match(url.lstrip()):
            bare = url.strip()
            right = None if any(map(str.isspace, bare)) else bare
            yield fault(value.path, url=url).with_mends(mended(value.path, url, right))


@rule(
    "address-host-inside",
    Level.WARNING,
    message="The URL {url} works only on one computer or in one network.",
    hint="Find the page without signing in at the library, and copy its URL.",
)
def host_inside(texts: Texts) -> Iterator[Fault]:
    """A URL can be opened by everyone.

    The rule reports URLs of one computer (localhost), a local network or a library's proxy server.
    A proxy URL is copied while a person is signed in at a library. Other readers cannot open it.

    Source: RFC 1918, RFC 6761; the journals' printed issues: a URL of a university's proxy server.

    Good:

        references: [{url: "https://elibrary.ru/item.asp?id=1"}]

    Bad:

        references: [{url: "http://proxy.library.spbu.ru:2808/kcms/detail/detail.aspx"}]
    """
    return _faulty(texts, lambda url: bool((host := _HOST.match(url)) and _INSIDE.match(host[1])))


@rule(
    "address-tail-punctuation",
    Level.WARNING,
    message="The URL ends with “{characters}”, which probably belongs to the text around the URL.",
    hint="Delete it. Then open the URL in a browser to check it.",
)
def tail(texts: Texts) -> Iterator[Fault]:
    """A URL does not end with the full stop, comma or bracket of the text around it.

    With such a character, the page is not found. A Wikipedia URL can end with an abbreviation
    (…/wiki/U.S.), which is not reported.

    Source: RFC 3986, appendix C.

    Good:

        references: [{url: "https://example.org/a_(b)"}]

    Bad:

        references: [{url: "https://example.org/a."}]
    """
    for value in texts.once(_addresses):
        url = value.plain.strip()
        end = url[len(url.rstrip(_ENDS)) :]
        if not end and url.endswith(")") and url.count(")") > url.count("("):
            end = ")"
        is_abbreviation = "/wiki/" in url and _ABBREVIATION.search(url[-6:])
        if end and not is_abbreviation:
            yield fault(value.path, url=url, characters=end)


@rule(
    "address-doi-resolver",
    Level.WARNING,
    message="This URL is the DOI of the cited work.",
    hint="Write the DOI under `doi` instead of `url`: `doi: {doi}`.",
    mends=True,
)
def doi_as_address(texts: Texts) -> Iterator[Fault]:
    """The DOI of a cited work is in the field ``doi``, not in the field ``url``.

    Registries link works by their DOIs. They do not read a DOI from a URL. If the reference has
    both fields, nothing is reported.

    Source: Crossref documentation, markup guide, "References": the ``doi`` of a citation.

    Good:

        references: [{doi: 10.1787/9789264252035-ru}]

    Bad:

        references: [{url: "http://dx.doi.org/10.1787/9789264252035-ru"}]
    """
    with_doi = {value.path[:-1] for value in texts.values if value.path[-1] == "doi"}
    for value in texts.once(_addresses):
        resolved = _RESOLVER.match(value.plain.strip())
        if resolved and value.path[:-1] not in with_doi and value.path[0] == "references":
            doi = certain_doi(value.plain)
            is_certain = not _is_broken(doi) and not _names_another(doi or "", value.path, texts)
            mends = mended((*value.path[:-1], "doi"), None, doi if is_certain else None)
            yield fault(value.path, doi=resolved[1]).with_mends(mends)


def _is_broken(doi: str | None) -> bool:
    """Whether a DOI from a URL may end with a character of the text around it."""
    return doi is None or doi.endswith(tuple(f"{_ENDS})-/_"))


def _names_another(doi: str, path: Path, texts: Texts) -> bool:
    """Whether a text of the same reference has another DOI."""
    others = (one.plain for one in texts.values if one.path[:2] == path[:2] and "text" in one.path)
    return any(_DOI.search(text) and doi.lower() not in text.lower() for text in others)


def _addresses(texts: Texts) -> list[WrittenValue]:
    return [value for value in texts.values if value.path[-1] == "url"]


def _faulty(texts: Texts, is_faulty: Callable[[str], bool]) -> Iterator[Fault]:
    for value in texts.once(_addresses):
        if is_faulty(value.plain):
            yield fault(value.path, url=value.plain)
