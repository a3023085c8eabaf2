"""The tests of jatsx for readers. Those for exporters are in ``tests/testing``."""

from __future__ import annotations

from typing import Final

from jatsx import Reader
from jatsx.testing import ReaderConformance, Sample
from jatsx_spreadsheet import jatsx_readers

SAMPLE: Final = (
    "id;title ru;title en;doi;keywords ru;received;license\r\n"
    '01;"Вода; её состав";Water and what it contains;10.5555/water.1;"вода, река; озеро";'
    "2024-02-03;https://example.org/license\r\n"
    '02;"Слово «река»";The word “river”;10.5555/river.2;слово;2024-02;\r\n'
)
VALUES: Final = ("10.5555/water.1", "Water", "01", "вода, река", "озеро", "2024-02-03")


class TestReader(ReaderConformance):
    reader: Reader = next(iter(jatsx_readers()))
    samples = (Sample("2024-2.csv", SAMPLE.encode(), VALUES),)
