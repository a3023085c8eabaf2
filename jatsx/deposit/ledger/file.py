"""The file of the ledger: where it is, how it is opened, and what can go wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from jatsx.deposit.fault import LedgerFault
from jatsx.deposit.ledger import schema
from jatsx.model.frozenmap import FrozenMap

Row = Sequence[Any]

NAME: Final = "ledger.sqlite"
"""The name of the file in the user's data folder."""

_PROGRAM: Final = "PRAGMA application_id"
_TABLES: Final = "SELECT count(*) FROM sqlite_master"

_FAULTS: Final = {
    sqlite3.SQLITE_BUSY: "ledger-file-locked",
    sqlite3.SQLITE_LOCKED: "ledger-file-locked",
    sqlite3.SQLITE_PERM: "ledger-file-closed",
    sqlite3.SQLITE_CANTOPEN: "ledger-file-closed",
    sqlite3.SQLITE_READONLY: "ledger-file-readonly",
    sqlite3.SQLITE_FULL: "ledger-disk-full",
    sqlite3.SQLITE_IOERR: "ledger-file-failed",
    sqlite3.SQLITE_CORRUPT: "ledger-file-damaged",
    sqlite3.SQLITE_NOTADB: "ledger-file-damaged",
    sqlite3.SQLITE_ERROR: "ledger-file-damaged",
}
"""The fault of each result code of SQLite that the file or its folder causes."""


def default_path() -> Path:
    """The ledger of this user, in the folder for data of programs. The folder may not exist yet.

    Raises:
        LedgerFault: the package platformdirs is not installed.
    """
    try:
        from platformdirs import user_data_path
    except ImportError:
        raise LedgerFault("ledger-package-absent", package="platformdirs", extra="office") from None
    return user_data_path("jatsx", appauthor=False) / NAME


def make_folder(path: Path) -> None:
    """Makes the folder of the user's ledger, which only the user may read.

    Raises:
        LedgerFault: it cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise LedgerFault("ledger-file-closed", file=str(path)) from None


class LedgerFile:
    """An open ledger. It may be used in one thread only.

    Every change is on the disk before the call that made it returns, and is undone if the process
    ends in between: SQLite's rollback journal, with ``synchronous = EXTRA``,
    which is FULL and also waits until the journal is gone from its folder.
    """

    def __init__(self, path: Path, wait: float) -> None:
        """Opens a file, or makes a new one. One of an older version becomes one of this version.

        Args:
            path: the file.
            wait: how many seconds to wait while another process writes.

        Raises:
            LedgerFault: it cannot be opened, is damaged, is of a newer version, or is not a ledger.
        """
        self.path = path
        with faults_named(path):
            self._connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
        try:
            self.is_new = self._migrate() == 0
            with faults_named(path):
                self._connection.execute("PRAGMA journal_mode = DELETE")
                self._connection.execute("PRAGMA synchronous = EXTRA")
                self._connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def run(self, statement: str, values: Mapping[str, Any] = FrozenMap()) -> sqlite3.Cursor:
        """Executes a statement.

        Raises:
            LedgerFault: the file or its folder does not allow it.
        """
        with faults_named(self.path):
            return self._connection.execute(statement, values)

    def rows(self, query: str, values: Mapping[str, Any] = FrozenMap()) -> list[Row]:
        """The rows that a query finds. They are read at once: reading keeps others from writing.

        Raises:
            LedgerFault: the file cannot be read.
        """
        with faults_named(self.path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Changes of the ledger: all of them, or none. No other process writes in between.

        Raises:
            LedgerFault: the file cannot be written.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def _migrate(self) -> int:
        """Takes the steps of the versions that are newer than the file.

        Returns:
            the version that it had.
        """
        version = self._verified_version()
        if version == len(schema.STEPS):
            return version
        with self.transaction():
            version = self._verified_version()  # another process may have taken the steps
            for step in schema.STEPS[version:]:
                for statement in step:
                    self.run(statement)
            self.run(f"PRAGMA user_version = {len(schema.STEPS)}")
        return version

    def _verified_version(self) -> int:
        """The version of the file; 0 if it is empty.

        Raises:
            LedgerFault: it is a database of another program, or its version is newer.
        """
        version, program = self._number("PRAGMA user_version"), self._number(_PROGRAM)
        if program != schema.APPLICATION_ID and (program or version or self._number(_TABLES)):
            raise LedgerFault("ledger-file-foreign", file=str(self.path))
        if version > len(schema.STEPS):
            params = {"version": str(version), "known": str(len(schema.STEPS))}
            raise LedgerFault("ledger-version-newer", file=str(self.path), **params)
        return version

    def _number(self, query: str) -> int:
        return int(self.run(query).fetchone()[0])


@contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite into faults.

    Raises:
        LedgerFault: the file or its folder causes the error.
    """
    try:
        yield
    except sqlite3.Error as error:
        result = getattr(error, "sqlite_errorcode", 0)
        code = _FAULTS.get(result & 0xFF)
        if result == sqlite3.SQLITE_READONLY_DBMOVED:
            code = "ledger-file-moved"
        if code is None:
            raise
        raise LedgerFault(code, file=str(path), number=str(result)) from error
