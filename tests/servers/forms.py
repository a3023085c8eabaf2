"""The fields of a form, as a server reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import parse_qsl

from python_multipart import parse_form
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File

from tests.servers.messages import Request


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file in a form."""

    part: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    fields: dict[str, str]
    files: tuple[SentFile, ...] = ()

    def file(self, *parts: str) -> SentFile | None:
        """The first file in one of these parts that has a name; None if there is none."""
        return next((one for one in self.files if one.part in parts and one.name), None)


def form_of(request: Request) -> Form:
    """The form in a body, of either media type, and in the query. Empty if there is none."""
    media_type = request.headers.get("content-type", "")
    if media_type.startswith("multipart/form-data"):
        sent_form = _multipart(request.body, media_type)
        return Form({**request.query, **sent_form.fields}, sent_form.files)
    if media_type.startswith("application/x-www-form-urlencoded"):
        sent = parse_qsl(request.body.decode("utf-8"), keep_blank_values=True)
        return Form({**request.query, **dict(sent)})
    return Form(dict(request.query))


def _multipart(body: bytes, media_type: str) -> Form:
    fields: list[Field] = []
    files: list[File] = []
    headers = {"Content-Type": media_type.encode(), "Content-Length": str(len(body)).encode()}
    try:
        parse_form(headers, BytesIO(body), fields.append, files.append)
    except FormParserError:
        return Form({})
    pairs = {_text(one.field_name): _text(one.value) for one in fields}
    return Form(pairs, tuple(_sent(files)))


def _sent(files: list[File]) -> Iterator[SentFile]:
    for one in files:
        one.file_object.seek(0)
        content = one.file_object.read()
        one.close()
        yield SentFile(_text(one.field_name), _text(one.file_name), content)


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8")
