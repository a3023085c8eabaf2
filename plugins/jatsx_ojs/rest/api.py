"""The requests to the REST API, and the form of their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from jatsx import AnswerNotUnderstood, HttpClient

PAGE: Final = 100
"""The maximum number of items in an answer. Source: ``MAX_COUNT`` of OJS."""

MAX_ISSUES: Final = 20_000
"""The maximum number of issues of a journal."""

Answer = dict[str, Any]
"""An object of JSON."""


class OjsApi:
    """The REST API of a journal."""

    def __init__(self, client: HttpClient) -> None:
        self.client = client

    def issues(self, query: Mapping[str, str]) -> Iterator[Answer]:
        """The summaries of the issues that a query selects, page by page.

        Raises:
            HttpFault: an answer is missing, or not a list of issues.
        """
        seen: set[str] = set()
        offset = 0
        while True:
            page = {"count": str(PAGE), "offset": str(offset), **query}
            answer = self._object("issues", page)
            found = entries(answer.get("items"))
            if found is None or not all(isinstance(one, dict) and "id" in one for one in found):
                raise self._wrong("issues", "items")
            new = [one for one in found if str(one["id"]) not in seen]
            seen.update(str(one["id"]) for one in new)
            yield from new
            offset += len(found)
            most = answer.get("itemsMax")
            if not found or (isinstance(most, int) and offset >= most):
                return
            if not new or offset > MAX_ISSUES:
                raise self._wrong("issues", "itemsMax")

    def issue(self, id: str) -> Answer:
        """An issue with its sections and the summaries of its submissions."""
        answer = self._object(f"issues/{id}")
        for name in ("articles", "sections"):
            found = entries(answer.get(name))
            if found is None or not all(isinstance(one, dict) and "id" in one for one in found):
                raise self._wrong(f"issues/{id}", name)
        return answer

    def publication(self, submission: str, id: str) -> Answer:
        """A version of an article."""
        return self._object(publication_path(submission, id))

    def decisions(self, submission: str) -> list[Answer]:
        """The decisions of the editors about a submission."""
        path = f"submissions/{submission}/decisions"
        found = entries(self.client.get_json(path))
        if found is None or not all(isinstance(one, dict) for one in found):
            raise self._wrong(path, "decision")
        return found

    def address(self, path: str) -> str:
        """The address of a resource."""
        return self.client.address(path)

    def _object(self, path: str, query: Mapping[str, str] | None = None) -> Answer:
        answer = self.client.get_json(path, query or {})
        if not isinstance(answer, dict):
            raise self._wrong(path, "{}")
        return answer

    def _wrong(self, path: str, field: str) -> AnswerNotUnderstood:
        return AnswerNotUnderstood("ojs-answer-form", self.address(path), name=field)


def publication_path(submission: str, id: str) -> str:
    """The path of a version of an article."""
    return f"submissions/{submission}/publications/{id}"


def entries(value: object) -> list[Any] | None:
    """The entries of a list; None if it is not one.

    PHP writes a list with gaps in its numbers as an object.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and all(name.isdigit() for name in value):
        return list(value.values())
    return None
