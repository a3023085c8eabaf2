"""How a command ends: its exit code, and a sentence where it could not go on."""

from __future__ import annotations

import _thread
import errno
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from textwrap import wrap
from types import MappingProxyType
from typing import Final, NoReturn

import click

from jatsx.deposit.fault import DepositFault, LedgerFault
from jatsx.findings.exit_codes import MEANINGS, ExitCode
from jatsx.findings.surroundings import InputChanged
from jatsx.findings.translation import N_
from jatsx.findings.translation import gettext as _

_DISK_FULL: Final = N_("{name}: the disk is full. Free some space and run the command again.")
_SENTENCES: Final = {
    errno.ENOSPC: _DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _DISK_FULL,
    errno.EFBIG: N_(
        "{name}: the file would be larger than the system allows. Raise the limit (ulimit -f)"
        " and run the command again."
    ),
    errno.EMFILE: N_(
        "Too many files are open. Raise the limit (ulimit -n) and run the command again."
    ),
    errno.ENFILE: N_("Too many files are open. Close other programs and run the command again."),
}
"""The sentences for common system errors."""


_LEDGER_CODES: Final = {"deposit-outcome-open": ExitCode.AGENCY}
"""The exit codes of faults of the ledger that the surroundings do not cause."""


class ClosedPipe(Exception):
    """The program that reads standard output has closed it."""


class Terminated(BaseException):
    """The process received SIGTERM. It is not an Exception, so that no plugin can catch it."""


_SIGNALS: Final[Mapping[type[BaseException], signal.Signals]] = MappingProxyType(
    {Terminated: signal.SIGTERM, KeyboardInterrupt: signal.SIGINT}
)
"""The signal that raises each exception."""


def exit_codes_help() -> str:
    """The exit codes as ``--help`` shows them."""
    lines = (line for code, meaning in MEANINGS.items() for line in _row(code.value, _(meaning)))
    return "\n".join(("\b", _("Exit codes:"), *lines))


def _row(code: int, meaning: str) -> list[str]:
    """The lines of an exit code, at most 78 characters wide: the help is indented by two."""
    return wrap(meaning, 76, initial_indent=f"  {code:<3}  ", subsequent_indent=" " * 7)


def open_standard_streams() -> None:
    """Opens the null device for each standard stream that is closed.

    Otherwise the next file that is opened would get its number, and error messages of libraries
    would be written to that file.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextmanager
def termination_raised() -> Iterator[None]:
    """SIGTERM raises :class:`Terminated`, so that unfinished files are deleted.

    Neither SIGTERM nor SIGINT is lost if it arrives while Python ignores exceptions.
    """
    former, sys.unraisablehook = sys.unraisablehook, _raise_again
    try:
        is_default = signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
        if is_default:
            signal.signal(signal.SIGTERM, _terminate)
    except ValueError:  # not in the main thread
        is_default = False
    try:
        yield
    finally:
        if is_default:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        sys.unraisablehook = former


def _raise_again(ignored: sys.UnraisableHookArgs) -> None:
    """Python ignores exceptions in some callbacks, such as those of weak references and of forks.
    The exception of a signal is raised again as soon as the callback has ended."""
    sent = _SIGNALS.get(ignored.exc_type)
    if sent is None:
        sys.__unraisablehook__(ignored)
    else:
        _thread.start_new_thread(_interrupt, (sent,))


def _interrupt(sent: signal.Signals) -> None:
    time.sleep(0.01)
    _thread.interrupt_main(sent)


def _terminate(*_: object) -> NoReturn:
    raise Terminated


@contextmanager
def closed_pipe_raised() -> Iterator[None]:
    """A broken pipe raises :class:`ClosedPipe`, which click does not handle itself."""
    try:
        yield
    except BrokenPipeError as error:
        raise ClosedPipe from error


@contextmanager
def ended_with_exit_code() -> Iterator[None]:
    """Ends the process with the exit code for an exception, after a sentence about it."""
    try:
        yield
        with closed_pipe_raised():
            if sys.stdout is not None:
                sys.stdout.flush()
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        sys.exit(error.exit_code)
    except ClosedPipe:
        _abandon_output()
        sys.exit(ExitCode.CLOSED_PIPE)
    except (click.Abort, KeyboardInterrupt):
        _end(ExitCode.INTERRUPTED, _("Interrupted."))
    except Terminated:
        _end(ExitCode.TERMINATED, _("Terminated."))
    except DepositFault as fault:
        _end(_deposit_code(fault), _error(_with_hint(fault)))
    except InputChanged as changed:
        message = _("{path} was changed while it was being read. Run the command again.")
        _end(ExitCode.SURROUNDINGS, _error(message.format(path=changed.path)))
    except OSError as error:
        _end(ExitCode.SURROUNDINGS, _error(system_error(error)))


def system_error(error: OSError) -> str:
    """The sentence for a system error."""
    name = error.filename or _("The output cannot be written")
    sentence = _SENTENCES.get(error.errno or 0)
    if sentence is not None:
        return _(sentence).format(name=name)
    return f"{name}: {_(error.strerror or str(error))}"


def _deposit_code(fault: DepositFault) -> ExitCode:
    """The exit code if nothing can be deposited."""
    usual = ExitCode.SURROUNDINGS if isinstance(fault, LedgerFault) else ExitCode.USAGE
    return _LEDGER_CODES.get(fault.code, usual)


def _with_hint(fault: DepositFault) -> str:
    """The sentence that says why nothing can be deposited, and what to do."""
    from jatsx.findings.sentences import Sentences

    finding, sentences = fault.finding(), Sentences()
    return f"{sentences.sentence(finding)}\n{sentences.hint(finding)}"


def _error(sentence: str) -> str:
    return _("Error: {sentence}").format(sentence=sentence)


def _end(code: ExitCode, sentence: str) -> NoReturn:
    """Ends the process. The sentence is lost if standard error cannot be written either."""
    with suppress(OSError):
        click.echo(sentence, err=True)
    _abandon_output()
    sys.exit(code)


def _abandon_output() -> None:
    """Discards the unwritten output, so that it does not fail again when Python exits."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
