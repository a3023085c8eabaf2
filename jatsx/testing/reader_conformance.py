"""The tests for readers. A plugin needs a reader and a sample of a file to use them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jatsx.findings.finding import Finding, Level, Place
from jatsx.findings.formatting import placeholders
from jatsx.findings.messages import MESSAGES
from jatsx.model import Part
from jatsx.model.frozenmap import FrozenMap
from jatsx.readers.memory_file import InputFile, MemoryFile
from jatsx.readers.reader import Reader, Record
from jatsx.testing.broken_files import (
    broken_variants,
    common_variants,
    encoded_variants,
    sentinel,
)
from jatsx.testing.changes import changes
from jatsx.testing.side_effects import Watch

if TYPE_CHECKING:
    import pytest

HEAD: Final = 4096
WATCH: Final = Watch()
MOST: Final = 5
"""The maximum number of failures that a test shows."""

LINE_ENDS: Final = ("\n", "\r\n|\r|\n")
"""What ends a line: some formats count a lone CR too."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A file that a reader reads without errors.

    Args:
        name: its file name.
        content: its bytes, in UTF-8.
        values: texts of the file that the reader must read, or report.
    """

    name: str
    content: bytes
    values: tuple[str, ...]

    @property
    def file(self) -> MemoryFile:
        """The file in memory."""
        return MemoryFile(self.name, self.content)


class ReaderConformance:
    """Tests a reader with samples of its files::

        class TestTable(ReaderConformance):
            reader = TABLE
            samples = [Sample("2024-3.csv", CONTENT, values=("10.5555/one", "Water"))]

    Args:
        reader: the reader.
        samples: files that it reads without errors, with values in them.
        options: the values of its options.
    """

    reader: Reader
    samples: Sequence[Sample]
    options: Mapping[str, str] = FrozenMap()

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Runs each test of one sample with every sample."""
        if "sample" in metafunc.fixturenames:
            metafunc.parametrize("sample", self.samples, ids=lambda one: one.name)

    def test_there_are_samples(self) -> None:
        """The test class names at least one sample with values."""
        assert any(sample.values for sample in self.samples), "Give samples with values in them."

    def test_a_sample_is_recognised_and_read(self, sample: Sample, tmp_path: Path) -> None:
        """The reader recognises a sample and reads it without errors, on disk and in memory."""
        path = tmp_path / sample.name
        path.write_bytes(sample.content)
        _check(self._reading_failures(sample, path))

    def test_each_value_is_read_or_reported(self, sample: Sample) -> None:
        """If a value of the file changes, the record changes too, or a finding names the value."""
        _check(self._value_failures(sample))

    def test_other_forms_of_the_file_are_read_alike(self, sample: Sample) -> None:
        """A byte-order mark, line ends and encodings change no value without an error."""
        _check(self._form_failures(sample))

    def test_broken_files_are_reported(self, sample: Sample) -> None:
        """The reader never raises, and never returns nothing without saying why."""
        _check(self._broken_failures(sample))

    def test_places_are_inside_the_file(self, sample: Sample) -> None:
        """The places of findings and of fields are lines and columns of the file."""
        _check(self._place_failures(sample))

    def test_each_finding_has_its_sentence(self, sample: Sample) -> None:
        """The code of each finding has a message and a hint, and their placeholders have values."""
        _check(self._sentence_failures(sample))

    def test_it_depends_only_on_the_file(self, sample: Sample) -> None:
        """The reader reads the same twice, prints nothing, and changes nothing."""
        _check(self._purity_failures(sample))

    def _read(self, file: InputFile) -> list[Record]:
        return list(self.reader.records(file, self.options))

    def _try(self, file: InputFile) -> list[Record] | str:
        """The records of a file, or what the reader raised."""
        try:
            records = self._read(file)
        except Exception as error:
            return f"it raised {type(error).__name__}: {error}"[:300]
        wrong = next((one for one in records if not isinstance(one, Record)), None)
        return records if wrong is None else f"it returned {wrong!r}, not a Record"

    def _reading_failures(self, sample: Sample, path: Path) -> Iterator[str]:
        for file in (path, sample.file):
            kind = "on disk" if file is path else "in memory"
            if not self.reader.recognises(file, sample.content[:HEAD]):
                yield f"the sample {kind} is not recognised"
            records = self._try(file)
            if isinstance(records, str):
                yield f"the sample {kind}: {records}"
                continue
            errors = [one.code for one in _findings(records) if one.level is Level.ERROR]
            if errors:
                yield f"the sample {kind} has the errors {', '.join(errors)}"
            if not any(record.article for record in records):
                yield f"the sample {kind} has no article"

    def _value_failures(self, sample: Sample) -> Iterator[str]:
        for value in sample.values:
            if value not in sample.content.decode("utf-8"):
                yield f"the sample does not contain the value {value!r}"
                continue
            other = sentinel(value)
            content = sample.content.replace(value.encode(), other.encode())
            records = self._try(MemoryFile(sample.name, content))
            if isinstance(records, str):
                yield f"with {other!r} for {value!r}: {records}"
            elif not _contains(records, other):
                yield f"{value!r} is not read: with {other!r} in its place, no record has {other!r}"

    def _form_failures(self, sample: Sample) -> Iterator[str]:
        for form, content in common_variants(sample.content):
            records = self._try(MemoryFile(sample.name, content))
            if isinstance(records, list) and _has_error(records):
                yield f"a file {form} has errors, but the same file without it has none"
        variants = (*common_variants(sample.content), *encoded_variants(sample.content))
        for form, content in variants:
            records = self._try(MemoryFile(sample.name, content))
            if isinstance(records, str):
                yield f"a file {form}: {records}"
            elif not _has_error(records):
                for value in sample.values:
                    if not _contains(records, value):
                        yield f"a file {form}: {value!r} is not read, and there is no error"

    def _broken_failures(self, sample: Sample) -> Iterator[str]:
        for kind, content in broken_variants(sample.content, sample.values):
            records = self._try(MemoryFile(sample.name, content))
            if isinstance(records, str):
                yield f"a file {kind}: {records}"
            elif not records:
                yield f"a file {kind}: there is no record and no finding that says why"
            elif not _findings(records) and not any(record.article for record in records):
                yield f"a file {kind}: no article is read, and no finding says why"

    def _place_failures(self, sample: Sample) -> Iterator[str]:
        for content in self._contents(sample):
            text = content.decode("utf-8", "replace")
            records = self._try(MemoryFile(sample.name, content))
            for place, what in _places(records) if isinstance(records, list) else ():
                problems = [_outside(place, re.split(end, text)) for end in LINE_ENDS]
                if all(problems):
                    yield f"{what}: {problems[0]}"

    def _sentence_failures(self, sample: Sample) -> Iterator[str]:
        seen: set[str] = set()
        for content in self._contents(sample):
            records = self._try(MemoryFile(sample.name, content))
            for finding in _findings(records) if isinstance(records, list) else ():
                if finding.code not in seen:
                    seen.add(finding.code)
                    yield from _without_sentence(finding, self.reader)

    def _contents(self, sample: Sample) -> Iterator[bytes]:
        """The sample and files with faults, of which none is large."""
        yield sample.content
        for _, content in broken_variants(sample.content, sample.values):
            if len(content) < 1_000_000:
                yield content

    def _purity_failures(self, sample: Sample) -> Iterator[str]:
        first = self._read(sample.file)
        printed = StringIO()
        with WATCH.on() as side_effects, redirect_stdout(printed), redirect_stderr(printed):
            second = self._try(sample.file)
        yield from side_effects
        if printed.getvalue():
            yield f"it printed {printed.getvalue()[:40]!r}"
        if isinstance(second, str):
            yield second
        elif [_plain(one) for one in first] != [_plain(one) for one in second]:
            yield "it read something else the second time"


def _check(failures: Iterable[str]) -> None:
    __tracebackhide__ = True
    shown = list(islice(failures, MOST))
    if shown:
        raise AssertionError("\n".join(shown))


def _findings(records: Iterable[Record]) -> list[Finding]:
    return [finding for record in records for finding in record.findings]


def _has_error(records: Iterable[Record]) -> bool:
    return any(finding.level is Level.ERROR for finding in _findings(records))


def _contains(records: Iterable[Record], value: str) -> bool:
    """Whether a record or a finding contains a value. White space may be different."""
    texts = (_squeezed(text) for record in records for text in _texts(_plain(record)))
    return any(_squeezed(value) in text for text in texts)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _plain(record: Record) -> Any:
    findings = [(one.code, one.field, dict(one.params), one.excerpt) for one in record.findings]
    return record.id, record.article, findings


def _texts(value: Any) -> Iterator[str]:
    """All texts in a value, also in the parts of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Part):
        for name in value.__class__.model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from _texts([*value.keys(), *value.values()])
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str(value)


def _places(records: Sequence[Record]) -> Iterator[tuple[Place | None, str]]:
    for record in records:
        for finding in record.findings:
            yield finding.place, f"the place of {finding.code}"
        if record.article is not None and record.locate is not None:
            for field in dict.fromkeys(change.field for change in changes(record.article)):
                yield record.locate(field, ""), f"the place of {field}"


def _outside(place: Place | None, lines: Sequence[str]) -> str:
    """Why a place is not in a file of these lines; empty if it is."""
    if place is None or place.line is None:
        return ""
    if not 1 <= place.line <= len(lines):
        return f"line {place.line} of a file of {len(lines)} lines"
    length = len(lines[place.line - 1])
    if place.column is not None and not 1 <= place.column <= length + 1:
        return f"column {place.column} of a line of {length} characters"
    return ""


def _without_sentence(finding: Finding, reader: Reader) -> Iterator[str]:
    message = reader.messages.get(finding.code) or MESSAGES.get(finding.code)
    if message is None:
        yield f"{finding.code} has no message. Add it to the messages of the reader."
        return
    known = {"field", "target", *finding.params}
    for name, sentences in (("message", message.sentences), ("hint", message.hints)):
        if not any(sentences):
            yield f"{finding.code} has no {name}"
        elif all(placeholders(one) - known for one in sentences):
            missing = ", ".join(sorted(placeholders(sentences[-1]) - known))
            yield f"the {name} of {finding.code} needs a value for {missing}"
