"""The names of the fields in a form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from jatsx.findings.translation import N_, gettext
from jatsx.model import Part
from jatsx.model.frozenmap import FrozenMap

NAMES: Final[Mapping[str, str]] = FrozenMap(
    {
        "abbreviated_title": N_("Abbreviated title"),
        "abstract": N_("Abstract"),
        "accepted": N_("Accepted"),
        "accessed": N_("Date of access"),
        "acknowledgement": N_("Acknowledgements"),
        "affiliations": N_("Affiliations"),
        "applies_to": N_("Version of the article"),
        "archives": N_("Archives"),
        "articles": N_("Order of the articles"),
        "authors": N_("Authors"),
        "awards": N_("Grants"),
        "city": N_("City"),
        "code": N_("Code"),
        "conflict_of_interest": N_("Conflicts of interest"),
        "content_type": N_("Media type"),
        "contributions": N_("Contributions of the authors"),
        "contributors": N_("Authors and other contributors"),
        "copyright": N_("Copyright"),
        "corresponding": N_("Corresponding author"),
        "counts": N_("Counts"),
        "country": N_("Country code"),
        "country_name": N_("Country as printed"),
        "credit_roles": N_("CRediT roles"),
        "data_availability": N_("Availability of data"),
        "date": N_("Date"),
        "dates": N_("Dates"),
        "degree": N_("Academic degree"),
        "department": N_("Department"),
        "doi": "DOI",
        "doi_prefix": N_("Prefix of the DOIs"),
        "edition": N_("Edition"),
        "electronic": N_("Online (eISSN)"),
        "elocation_id": N_("Article number"),
        "email": N_("E-mail"),
        "equal_contribution": N_("Equal contribution"),
        "equations": N_("Equations"),
        "family": N_("Family name"),
        "files": N_("Files for the agencies"),
        "figures": N_("Figures"),
        "first": N_("First page"),
        "first_page": N_("First page"),
        "formats": N_("Options of the formats"),
        "funder": N_("Funder"),
        "funder_id": N_("Identifier of the funder"),
        "funding": N_("Funding"),
        "given": N_("Given names"),
        "group": N_("Name of a group"),
        "heading": N_("Heading of the code"),
        "holder": N_("Copyright holder"),
        "id": N_("Id"),
        "identifiers": N_("Other identifiers"),
        "institution": N_("Institution"),
        "isbn": "ISBN",
        "issn": "ISSN",
        "issue": N_("Number"),
        "keywords": N_("Keywords"),
        "kind": N_("Kind of contributor"),
        "label": N_("Number in the list"),
        "language": N_("Language"),
        "languages": N_("Languages of the journal"),
        "last": N_("Last page"),
        "last_page": N_("Last page"),
        "ledger": N_("Ledger of deposits"),
        "licenses": N_("Licenses"),
        "linking": "ISSN-L",
        "links": N_("Full text"),
        "name": N_("Name"),
        "number": N_("Number"),
        "online": N_("Online"),
        "orcid": "ORCID iD",
        "orcid_authenticated": N_("ORCID iD confirmed"),
        "other": N_("Other pages"),
        "other_abstracts": N_("Other abstracts"),
        "pages": N_("Pages"),
        "path": N_("Path in the issue folder"),
        "patronymic": N_("Patronymic"),
        "patterns": N_("Patterns of DOIs and URLs"),
        "place": N_("Place"),
        "position": N_("Position"),
        "print": N_("Print"),
        "published": N_("Date of publication"),
        "publisher": N_("Publisher"),
        "received": N_("Received"),
        "references": N_("References"),
        "relations": N_("Related works"),
        "revised": N_("Revised"),
        "ror": "ROR",
        "scheme": N_("Classification"),
        "section": N_("Section"),
        "sections": N_("Sections"),
        "series": N_("Series"),
        "source": N_("Journal or book"),
        "special": N_("Special issue"),
        "start_date": N_("Valid from"),
        "statement": N_("Statement"),
        "statements": N_("Statements"),
        "status": N_("Status"),
        "subject_codes": N_("Subject codes"),
        "subtitle": N_("Subtitle"),
        "suffix": N_("Suffix of the name"),
        "supplement": N_("Supplement"),
        "tables": N_("Tables"),
        "text": N_("Text"),
        "title": N_("Title"),
        "type": N_("Type"),
        "url": "URL",
        "volume": N_("Volume"),
        "whole_number": N_("Whole number"),
        "words": N_("Words"),
        "work": N_("Parts of the reference"),
        "year": N_("Year"),
    }
)
"""The names of fields. In another part, a field of the same name may have one of its own."""

OWN: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("Article", "url"): N_("URL of the article's page"),
        ("Issue", "number"): N_("Number of the issue"),
        ("Journal", "licenses"): N_("Licenses of all articles"),
        ("License", "url"): N_("URL of the license"),
        ("LocalFile", "kind"): N_("Kind of file"),
        ("Link", "url"): N_("URL of the full text"),
        ("Relation", "title"): N_("Title of the other work"),
    }
)
"""The names of fields in single parts of the model."""


def field_label(part: type[Part] | None, name: str) -> str:
    """The name of a field in the reader's language; the field itself if it has no name."""
    own = OWN.get((part.__name__, name)) if part else None
    known = own or NAMES.get(name)
    return gettext(known) if known else name
