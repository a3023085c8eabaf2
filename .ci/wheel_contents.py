"""Says which files of the tree a wheel lacks, and which it has that the tree hasn't."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOTS = {"jatsx/": "jatsx/", "plugins/": "", "xsd/": ""}


def expected() -> set[str]:
    """The package files that git tracks, as a wheel names them: catalogues are compiled."""
    tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True)
    names = set()
    for file in tracked.stdout.split("\0"):
        for root, inside in ROOTS.items():
            inner = file.removeprefix(root)
            is_of_own_distribution = root == "plugins/" and "-" in inner.partition("/")[0]
            if file.startswith(root) and not is_of_own_distribution:
                is_catalogue = inner.endswith(".po")
                names.add(inside + (inner.removesuffix(".po") + ".mo" if is_catalogue else inner))
    return names


def packed(wheel: Path) -> set[str]:
    """The files of a wheel, without its own records."""
    names = zipfile.ZipFile(wheel).namelist()
    return {name for name in names if ".dist-info/" not in name and not name.endswith("/")}


if __name__ == "__main__":
    tree, wheel = expected(), packed(Path(sys.argv[1]))
    for name in sorted(tree ^ wheel):
        print(f"{'missing from' if name in tree else 'only in'} the wheel: {name}")
    print(f"{len(wheel)} files in the wheel")
    sys.exit(tree != wheel)
