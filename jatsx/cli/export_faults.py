"""What is said if an export cannot go on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jatsx.cli.common import CannotWrite, WorkerKilled
from jatsx.findings.translation import gettext as _


@contextmanager
def export_faults_shown() -> Iterator[None]:
    """The faults of the surroundings of an export, as sentences.

    Raises:
        CannotWrite: the output folder cannot be written.
        WorkerKilled: the processes or computers of the export cannot go on.
    """
    from jatsx.pipeline.cluster import SchedulerLost
    from jatsx.pipeline.folder_lock import FolderLocked
    from jatsx.pipeline.manifest import ManifestTooNew
    from jatsx.pipeline.object_output import StoragePackageMissing
    from jatsx.pipeline.output_folder import FolderMoved, LinkInFolder
    from jatsx.pipeline.processes import ProcessLost
    from jatsx.pipeline.task import WorkerDiffers
    from jatsx.validation.schema import PackageMissing

    try:
        yield
    except FolderLocked as locked:
        message = _(
            "Another export is writing to {folder}.\nWait until it has finished, then try again."
        )
        raise CannotWrite(message.format(folder=locked.folder)) from None
    except LinkInFolder as link:
        message = _(
            "{path} is a link, and jatsx does not write through links in the output folder.\n"
            "Remove the link, or choose another folder with --out."
        )
        raise CannotWrite(message.format(path=link.path)) from None
    except FolderMoved as moved:
        message = _(
            "{folder} was moved or deleted while jatsx was writing to it.\n"
            "Put it back or choose another folder with --out, then run the command again."
        )
        raise CannotWrite(message.format(folder=moved.folder)) from None
    except ManifestTooNew as newer:
        message = _(
            "A newer version of jatsx wrote {path} (version {version}).\n"
            "Update jatsx, or choose another folder with --out."
        )
        raise CannotWrite(message.format(path=newer.path, version=newer.version)) from None
    except ProcessLost as lost:
        message = _(
            "Worker processes ended again and again (possibly out of memory): {detail}.\n"
            "Try a smaller number with --jobs."
        )
        raise WorkerKilled(message.format(detail=lost)) from None
    except SchedulerLost as lost:
        message = _(
            "The scheduler cannot be reached, or the connection to it was lost: {detail}.\n"
            "Check the address after --scheduler, then run the command again."
        )
        raise WorkerKilled(message.format(detail=lost)) from None
    except WorkerDiffers as differs:
        message = _(
            "The workers have other versions than this computer.\n"
            "Here: {own}. There: {found}.\n"
            "Install the same versions everywhere, then run the command again."
        )
        raise WorkerKilled(message.format(own=differs.own, found=differs.found)) from None
    except PackageMissing as missing:
        message = _(
            "The package {package} is not installed.\n"
            "Run `pip install 'jatsx[{extra}]'`, `uv tool install 'jatsx[{extra}]'` or"
            " `pipx install 'jatsx[{extra}]'`."
        )
        text = message.format(package=missing.package, extra=missing.extra)
        raise WorkerKilled(text) from None
    except StoragePackageMissing as missing:
        message = _(
            "Addresses with {protocol}:// need a package of their own: {detail}.\n"
            "Install it beside jatsx, or choose another folder with --out."
        )
        text = message.format(protocol=missing.protocol, detail=missing.detail)
        raise CannotWrite(text) from None
