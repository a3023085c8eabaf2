"""What is asked of every address of the web, whatever it leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jatsx.findings.finding import Level
from jatsx.model import Texts, WrittenValue
from jatsx.rules.common import fault
from jatsx.rules.engine import Fault, rule

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
_RESOLVER = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\.\S+)\Z", re.IGNORECASE)


@rule(
    "address-scheme-missing",
    Level.WARNING,
    message="{url} doesn't begin with http:// or https://.",
    hint="Write it whole, as the browser's address bar shows it, from https:// on.",
)
def scheme_missing(texts: Texts) -> Iterator[Fault]:
    """An address of the web begins with http:// or https://.

    Without it a browser is kind, and a registry is not: www.kisi.kz is a name of a file to it.

    Source: RFC 3986, section 3: a URI begins with its scheme.

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
    message="{url} is no address of the web.",
    hint="Write an address that begins with http:// or https://. A DOI goes under doi.",
)
def scheme_foreign(texts: Texts) -> Iterator[Fault]:
    """An address leads into the web: it isn't a file of one computer, an e-mail address, a DOI.

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
    message="There is a space in the address {url}.",
    hint="Open the page in a browser and copy the whole address from the address bar.",
)
def space(texts: Texts) -> Iterator[Fault]:
    """An address has no spaces inside and none at its ends.

    A space mostly comes from a line's end in print; the address is cut there.

    Source: RFC 3986, appendix C.

    Good:

        url: https://example.org/iz-za-importa

    Bad:

        url: https://example.org/iz-za importa
    """
    return _faulty(texts, lambda url: any(map(str.isspace, url)) and bool(_WEB.match(url.lstrip())))


@rule(
    "address-host-inside",
    Level.WARNING,
    message="{url} can only be opened inside one network.",
    hint="Find the page without signing in at the library, and copy its address.",
)
def host_inside(texts: Texts) -> Iterator[Fault]:
    """An address is open to everyone: not of this computer, a local network, a library's proxy.

    It was copied while signed in at a library, and no reader outside can follow it.

    Source: RFC 1918, RFC 6761; the journals' printed issues: an address of a university's proxy.

    Good:

        references: [{url: "https://elibrary.ru/item.asp?id=1"}]

    Bad:

        references: [{url: "http://proxy.library.spbu.ru:2808/kcms/detail/detail.aspx"}]
    """
    return _faulty(texts, lambda url: bool((host := _HOST.match(url)) and _INSIDE.match(host[1])))


@rule(
    "address-tail-punctuation",
    Level.WARNING,
    message="The address ends with {characters}, which seems to belong to the sentence around it.",
    hint="Delete it, and open the address in a browser to see that it is right.",
)
def tail(texts: Texts) -> Iterator[Fault]:
    """An address doesn't end with the stop, comma or bracket of the sentence around it.

    The page isn't found with it. An address of Wikipedia may end with an abbreviation: …/wiki/U.S.

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
    message="This address is the cited work's DOI.",
    hint="Write it under doi instead: doi: {doi}.",
)
def doi_as_address(texts: Texts) -> Iterator[Fault]:
    """A cited work's DOI stands under doi, not as an address under url.

    Registries link works by their DOIs, and take none from an address. Where both stand, this rule
    says nothing.

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
            yield fault(value.path, doi=resolved[1])


def _addresses(texts: Texts) -> list[WrittenValue]:
    return [value for value in texts.values if value.path[-1] == "url"]


def _faulty(texts: Texts, is_faulty: Callable[[str], bool]) -> Iterator[Fault]:
    for value in texts.once(_addresses):
        if is_faulty(value.plain):
            yield fault(value.path, url=value.plain)
