"""An agency: where documents are sent, how it is asked about them, and what its answers mean.

A plugin describes its agency with an :class:`Agency` and returns it from the hook
``jatsx_agencies``. jatsx keeps the ledger, asks for credentials, waits, tries again, and shows what
became of each DOI. The functions of an agency only send, ask and read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jatsx.findings.finding import Message
from jatsx.model.frozenmap import FrozenMap
from jatsx.model.option import Option
from jatsx.plugin.outcome import Outcome

if TYPE_CHECKING:
    from jatsx.http import HttpClient
    from jatsx.model import Journal


@dataclass(frozen=True, slots=True)
class Credential:
    """A value that the agency asks for: a user name, a password, a key.

    Args:
        name: one lower-case word, for example ``password``.
        title: the sentence that asks for it, marked with ``N_``.
        variable: the environment variable with it, for example ``JATSX_SHELF_PASSWORD``.
        is_secret: whether it is never shown or written.
    """

    name: str
    title: str
    variable: str
    is_secret: bool = True


@dataclass(frozen=True, slots=True)
class SentRecord:
    """A DOI in a submission, in lower case, and the article that it belongs to.

    ``doi`` is the address (URL) of an article without a DOI. ``article`` is None for the DOI of the
    issue or of the journal.
    """

    doi: str
    article: str | None


@dataclass(frozen=True, slots=True)
class Submission:
    """A document that is sent.

    Args:
        file_name: a name that is never used twice.
        batch_id: the id in the document, or empty.
        content: the document.
        records: the DOIs in it.
    """

    file_name: str
    batch_id: str
    content: bytes
    records: Sequence[SentRecord]


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """What the agency says of one DOI.

    Args:
        outcome: what became of it.
        doi: the DOI in lower case; None if the agency names none.
        message: what the agency says, in its words.
    """

    outcome: Outcome
    doi: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of an agency to a submission.

    Args:
        is_final: whether it is the outcome. Otherwise the agency is asked again later.
        id: the id that the agency gave to the submission, if any.
        records: what it says of each DOI. A record without a DOI is about the DOIs that no other
            record names.
        content: the answer as it was received, without secrets.
        is_known: whether the agency has the submission. If it has not, or cannot tell, the
            submission may be sent again.
    """

    is_final: bool
    id: str | None = None
    records: Sequence[RecordAnswer] = ()
    content: bytes = b""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Connection:
    """What the functions of an agency get: clients for its servers, and the user's settings.

    ``open_client`` is for the agency's ``open_address``, and the same as ``client`` if it has none.
    ``credentials`` has a value for each :class:`Credential`, ``options`` for each option that is
    set.
    """

    client: HttpClient
    open_client: HttpClient
    credentials: Mapping[str, str]
    options: Mapping[str, str]
    is_test: bool


@dataclass(frozen=True, slots=True)
class AgencyMessage:
    """A message of the agency in plain words.

    Args:
        pattern: a regular expression that is found in the message, whatever its case. Its named
            groups are params of the finding. A group ``doi`` or ``value`` says what the message is
            about.
        code: the code of the finding; the agency's ``messages`` have its sentence.
        field: the field that the message is about, starting at the article; None if unknown.
    """

    pattern: str
    code: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class RegisteredJournal:
    """A journal as the agency has registered it."""

    titles: Sequence[str]
    issns: Sequence[str]


@dataclass(frozen=True, slots=True)
class RegisteredWork:
    """An article as the agency has registered it.

    Args:
        content: its record, in a form that a reader recognises.
        deposited: when it was last deposited (UTC), if the record says it.
    """

    content: bytes
    deposited: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field of the model that the record of an article shows, and so can be compared.

    Args:
        name: the field without languages and positions, for example ``contributors.name``. What is
            in it is shown too.
        has_one_language: whether only the value in the first language is shown.
    """

    name: str
    has_one_language: bool = False


def no_authentication(_: Mapping[str, str]) -> Mapping[str, Any]:
    """No arguments: the credentials are part of each request."""
    return FrozenMap()


@dataclass(frozen=True, eq=False)
class Agency:
    """An agency that documents of a format are sent to.

    Args:
        name: one lower-case word, as in ``jatsx deposit --to NAME``.
        title: the name shown to users.
        format: the name of the format of the documents.
        address: the address of its server.
        test_address: the address of its server for tests; None if it has none.
        open_address: the address of a second server, which shows what is registered and is asked
            without ``authentication``, also in tests; None if it has none.
        credentials: what it asks for.
        authentication: the arguments of :class:`~jatsx.http.HttpClient` that prove who is asking:
            ``headers``, ``query`` or ``basic``, made from the credentials.
        send: sends a submission, with one request that changes something. The answer may be final.
            Faults of the client pass: their ``is_unprocessed`` says whether anything can have been
            accepted. A ``RequestRefused`` of the plugin, without a status, means that nothing is.
        ask: asks what became of a submission, given the id from ``send``, or None after a crash.
        verify: whether the agency accepts the credentials; None, as the function or its answer, if
            they can only be tried by sending.
        journal: the journal as the agency has registered it, or None.
        work: the record of a DOI, asked for without credentials; None if it is not registered.
        work_fields: what the record of a DOI shows of an article.
        options: the options of sending, set with ``--set NAME.option=value``.
        most_bytes: the maximum size of a submission. A larger one is sent in parts.
        interval: the minimum number of seconds between two submissions, of all processes that share
            a ledger.
        whole_only: whether one refused article refuses a whole submission, so that its articles are
            then sent one by one.
        articles_only: whether a submission registers articles only. Otherwise it is also about the
            DOIs of the issue and of the journal that the document contains.
        refusals: the known messages, the more specific ones first.
        messages: the sentences of the codes of ``refusals``, and of faults that its functions
            raise.
    """

    name: str
    title: str
    format: str
    address: str
    send: Callable[[Connection, Submission], Answer]
    ask: Callable[[Connection, Submission, str | None], Answer]
    test_address: str | None = None
    open_address: str | None = None
    credentials: Sequence[Credential] = ()
    authentication: Callable[[Mapping[str, str]], Mapping[str, Any]] = no_authentication
    verify: Callable[[Connection], bool | None] | None = None
    journal: Callable[[Connection, Journal], RegisteredJournal | None] | None = None
    work: Callable[[Connection, str], RegisteredWork | None] | None = None
    work_fields: Sequence[ShownField] = ()
    options: Sequence[Option] = ()
    most_bytes: int = 9_500_000
    interval: float = 0
    whole_only: bool = False
    articles_only: bool = False
    refusals: Sequence[AgencyMessage] = ()
    messages: Mapping[str, Message] = FrozenMap()
