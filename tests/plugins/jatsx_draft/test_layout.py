"""The layout that is learnt from an issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatsx import UnreadableSource
from jatsx_draft.layout import NAME, Layout, layout_text, read_layout
from jatsx_draft.words.labels import LabelKind
from tests.plugins.jatsx_draft.pages import NAMES_FIRST, articles, drafted


def test_a_layout_is_read_as_it_was_written(tmp_path: Path) -> None:
    layout = Layout(
        names_first=True, families_last=False, labels={LabelKind.KEYWORDS: ["Маңызды сөздер"]}
    )
    path = tmp_path / NAME
    path.write_bytes(layout_text(layout))
    assert read_layout(str(path)) == layout


def test_the_order_and_misspelt_labels_are_learnt(tmp_path: Path) -> None:
    pages = NAMES_FIRST.replace("Keywords:", "Keywrods:")
    record = articles(drafted(pages))[0]
    path = tmp_path / NAME
    path.write_bytes(record.kept_files[NAME])
    layout = read_layout(str(path))
    assert layout.names_first is True
    assert layout.labels[LabelKind.KEYWORDS] == ["Keywrods"]


def test_labels_of_a_layout_are_found(tmp_path: Path) -> None:
    pages = NAMES_FIRST.replace("Түйін сөздер:", "Маңызды ұғымдар:")
    assert all("kk" not in one.article.title for one in articles(drafted(pages)) if one.article)
    path = tmp_path / NAME
    path.write_text("version: 1\nlabels: {keywords: [Маңызды ұғымдар]}\n", "utf-8")
    record = articles(drafted(pages, layout=str(path)))[0]
    assert record.article
    assert len(record.article.keywords["kk"]) == 4


@pytest.mark.parametrize(
    "content",
    [
        "version: 2\n",
        "version: 1\norder: [title]\n",
        "version: 1\nlabels: {titles: [Title]}\n",
        "version: 1\nfamilies: middle\n",
        "- 1\n",
        "a: [b\n",
        "",
    ],
)
def test_other_files_are_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableSource) as caught:
        read_layout(str(path))
    assert caught.value.code == "draft-layout-invalid"
