"""Nobody else gets in."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx.desk.guard import MOST_BYTES
from tests.desk.client import ORIGIN, PORT, DeskClient

NAME = "01-inakhiya.yaml"


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:8123", "127.0.0.1", "127.0.0.1:80", "10.0.0.1:8123", ""]
)
def test_another_host_is_refused(client: DeskClient, host: str) -> None:
    """So is DNS rebinding: the browser sends the name of the other site."""
    answer = client.get(headers={"host": host})
    assert answer.status_code == 421
    assert "<html" not in answer.text


def test_localhost_is_this_computer(client: DeskClient) -> None:
    host = f"localhost:{PORT}"
    answer = client.get(headers={"host": host, "origin": f"http://{host}"})
    assert answer.status_code == 200


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://127.0.0.1:9", ""])
def test_another_origin_is_refused(client: DeskClient, origin: str, issue: Path) -> None:
    page = client.open(NAME)
    before = (issue / "articles" / NAME).read_bytes()
    answer = client.web.post(
        f"{client.start}{page.path}/edit",
        data={"page": page.page, "path": "doi", "value": "10.5555/changed"},
        headers={"origin": origin},
    )
    assert answer.status_code == 403
    assert client.get(headers={"origin": origin}).status_code == 403
    assert (issue / "articles" / NAME).read_bytes() == before


def test_a_form_without_origin_is_refused(client: DeskClient) -> None:
    del client.web.headers["origin"]
    assert client.get().status_code == 200
    assert client.post("stop").status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_of_another_site_is_refused(client: DeskClient, site: str) -> None:
    assert client.get(headers={"sec-fetch-site": site}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/issues", "/static/desk.css", "/wrong-token/", "//", "/%00"]
)
def test_without_the_token_nothing_is_shown(client: DeskClient, path: str) -> None:
    answer = client.web.get(path)
    assert answer.status_code == 403
    assert answer.text.startswith("This address is not that of the running desk.")


def test_the_address_of_the_browser_leads_to_the_desk_once(client: DeskClient) -> None:
    """Other users of the computer may see it among the processes."""
    entry = f"/{client.desk.entry}/"
    assert client.web.get(f"{entry}issues", follow_redirects=False).status_code == 403
    answer = client.web.get(entry, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, client.start)
    again = client.web.get(entry, follow_redirects=False)
    assert again.status_code == 403
    assert client.desk.token not in again.text


def test_the_token_is_another_one_at_each_start(client: DeskClient, empty: DeskClient) -> None:
    assert client.desk.token != empty.desk.token
    assert len(client.desk.token) >= 32


@pytest.mark.parametrize("path", ["", "static/desk.css", "issues/absent", "no-such-page"])
def test_every_answer_has_the_headers(client: DeskClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "issues/..%2F..%2Fetc",
        "issues/%2Fetc",
        "issues/2024-2/article/..%2Fjournal.yaml",
        "issues/2024-2/article/..%2F..%2F..%2Fetc%2Fpasswd",
        "issues/2024-2/article/%2Fetc%2Fpasswd",
        "issues/2024-2/article/01-inakhiya.yaml%00",
        "issues/2024-2/other/01-inakhiya.yaml",
        "issues/2024-2/export/file?path=../../2024-2/journal.yaml",
        "issues/2024-2/export/file?path=/etc/passwd",
        "static/..%2Fapp.py",
        "static/../app.py",
        "explain/..%2F..%2Fx",
    ],
)
def test_no_path_leads_outside_the_folder(client: DeskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (403, 404)
    assert "root:" not in answer.text


@pytest.mark.parametrize("id", ["../escaped", "/tmp/escaped", "a/b", "..", ".hidden", "con", ""])
def test_no_article_is_created_outside_the_folder(client: DeskClient, issue: Path, id: str) -> None:
    before = sorted(issue.parent.parent.rglob("*"))
    answer = client.post(f"{client.issue}/articles", id=id)
    assert answer.status_code == 422
    assert sorted(issue.parent.parent.rglob("*")) == before


def test_a_link_out_of_the_folder_is_not_written(client: DeskClient, issue: Path) -> None:
    outside = issue.parent.parent / "outside.yaml"
    file = issue / "articles" / NAME
    outside.write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(outside)
    page = client.open(NAME)
    before = outside.read_bytes()
    answer = page.set("doi", "10.5555/changed")
    assert answer.status_code == 403 or "is a link" in answer.text
    assert outside.read_bytes() == before


def test_a_journal_above_the_folder_is_not_written(client: DeskClient, issue: Path) -> None:
    above = issue.parent / "journal.yaml"
    (issue / "journal.yaml").rename(above)
    before = above.read_bytes()
    page = client.get(f"{client.issue}/journal/-")
    assert "outside the folder of the desk" in page.text
    fields = {"path": "url", "value": "https://example.org", "page": "x", "mine": "1"}
    assert client.post(f"{client.issue}/journal/-/edit", **fields).status_code == 403
    fields = {"text": "title: {en: A}", "page": "x"}
    assert client.post(f"{client.issue}/journal/-/save", **fields).status_code == 403
    assert above.read_bytes() == before


def test_an_upload_of_200_mb_is_refused_before_it_is_read(client: DeskClient) -> None:
    answer = client.web.post(
        f"{client.start}{client.issue}/import",
        content=b"x",
        headers={"content-length": str(200 * 1024 * 1024)},
    )
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_an_upload_without_length_is_refused_when_it_is_too_large(client: DeskClient) -> None:
    sent = 0

    def parts() -> object:
        nonlocal sent
        yield b'--b\r\ncontent-disposition: form-data; name="file"; filename="a.xml"\r\n\r\n'
        for _ in range(200):
            sent += 1
            yield b"x" * (1024 * 1024)

    answer = client.web.post(
        f"{client.start}{client.issue}/import",
        content=parts(),  # type: ignore[arg-type]
        headers={"content-type": "multipart/form-data; boundary=b"},
    )
    assert answer.status_code == 413
    assert MOST_BYTES < 200 * 1024 * 1024


def test_the_origin_is_that_of_the_desk(client: DeskClient) -> None:
    assert client.web.get(client.start, headers={"origin": ORIGIN}).status_code == 200
