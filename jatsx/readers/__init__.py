"""The readers included in jatsx: issue folders, article files and JSON Lines."""

from jatsx.readers.article_file import SINGLE
from jatsx.readers.issue_folder import FOLDER
from jatsx.readers.json_lines import JSON_LINES
from jatsx.readers.reader import Reader

READERS: tuple[Reader, ...] = (FOLDER, SINGLE, JSON_LINES)
