"""The readers of the core: issue folders, single article files and JSON Lines."""

from jatsx.readers import Reader
from jatsx.sources.folder import FOLDER
from jatsx.sources.json_lines import JSON_LINES
from jatsx.sources.single import SINGLE

READERS: tuple[Reader, ...] = (FOLDER, SINGLE, JSON_LINES)
