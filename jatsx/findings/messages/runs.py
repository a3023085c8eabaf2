"""Messages about the whole input, formats and plugins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jatsx.findings.finding import Message

RUNS: Final[Mapping[str, Message]] = {
    # the whole input
    "article-id-duplicate": Message(
        "The id {id} is also used in: {other}.",
        "Give each article its own id.",
    ),
    "article-doi-duplicate": Message(
        "The DOI {doi} is also used in: {other}.",
        "A DOI belongs to one article only. Find out which one, and correct the other.",
    ),
    "article-url-duplicate": Message(
        "The landing page {url} is also used in: {other}.",
        "Each DOI needs its own landing page. Correct one of the URLs.",
    ),
    "attachment-file-missing": Message(
        "The file {path} is missing, so that the ZIP file for {format} cannot be made.",
        "Copy the file into the issue folder, or correct `path`.",
    ),
    "attachment-file-unreadable": Message(
        "The file {path} cannot be read, so that the ZIP file for {format} cannot be made.",
        "Check that the file is in the issue folder and is not a link. Close it in other programs.",
    ),
    "attachment-file-changed": Message(
        "The file {path} was changed while it was being read, so that the ZIP file for {format} was"
        " not made.",
        "Wait until the file is saved or copied, then export again.",
    ),
    "issue-folder-taken": Message(
        "The folder {folder} in the output folder contains an issue of another journal: {journal}.",
        "Choose another folder with --out, or give this issue another id in issue.yaml.",
    ),
    "date-value-future": Message(
        "The date {date} lies in the future: today is {day}.",
        "Compare the date with the article or the cover, and correct it.",
    ),
    "issue-value-differs": Message(
        "The articles of the issue have different values in this field: {value}, but here {other}."
        " The first one was used.",
        "Correct the field in issue.yaml or journal.yaml.",
    ),
    "issue-id-duplicate": Message(
        "The issue id {id} is also used in: {other}.",
        "Give each issue its own id in issue.yaml: id: …",
    ),
    # formats
    "format-option-unknown": Message(
        "The format {format} has no option {option}.",
        (
            "Available options: {options}.",
            "Delete it: this format has no options.",
        ),
    ),
    "format-option-missing": Message(
        "The format {format} requires the option {option}: {help:message}.",
        "In journal.yaml, under formats and {format}, add: {option}: …",
    ),
    "format-option-choice": Message(
        "{value} is not a valid value for the option {option}.",
        "Use one of: {choices}.",
    ),
    "format-option-language": Message(
        "{value} is not a valid language tag for {option}.",
        "Write a language tag, for example kk, ru or en.",
    ),
    "format-option-schema": Message(
        "The file {value} cannot be used as the schema for {option}: {detail:message}.",
        "Check the path: a relative path starts at the folder in which you run jatsx. The files"
        " that the schema imports must be in its folder.",
    ),
    "format-issue-large": Message(
        "{format} requires all articles of an issue in one file. This issue has too many articles."
        " Maximum: {limit:number}.",
        "Check that different issues have different ids. Articles with the same issue id are"
        " treated as one issue.",
    ),
    "format-unknown": Message(
        "No installed plugin provides the format {format}.",
        "Available formats: {formats}.",
    ),
    "rule-code-unknown": Message(
        "The rule {rule} does not exist. Its settings have no effect.",
        "The most similar rule is {nearest}. Run `jatsx rules` to see all rules.",
    ),
    "rule-option-unknown": Message(
        "The rule {rule} has no option “{option}”.",
        "Available options: {options}.",
    ),
    "rule-option-value": Message(
        "“{value}” is not a valid value for the option {option} of the rule {rule}.",
        (
            "Use one of: {choices}.",
            "Write a whole number.",
        ),
    ),
    # plugins
    "plugin-failed": Message(
        "The plugin {plugin} failed: {detail}.",
        "Report this to the authors of the plugin.",
    ),
    "plugin-process-lost": Message(
        "A process ended while the plugin {plugin} was exporting this article to {format}.",
        "Report this to the authors of the plugin. If other articles have this error too, the"
        " computer may be short of memory: use a smaller number with --jobs.",
    ),
    "plugin-broken": Message(
        "The plugin {plugin} cannot be loaded: {detail}.",
        "Reinstall the plugin, or remove it.",
    ),
    "plugin-jatsx-old": Message(
        "The plugin {plugin} needs a newer version of jatsx: {detail}.",
        "Update jatsx, or install an older version of the plugin.",
    ),
    "plugin-hook-unmarked": Message(
        "The plugin {plugin} is not used: its function `{hook}` is not marked as a hook.",
        "For the authors of the plugin: write `@hookimpl` above the function.",
    ),
    "plugin-hook-none": Message(
        "The plugin {plugin} is not used: its hook `{hook}` returns nothing.",
        "For the authors of the plugin: return a list, or `yield` each item.",
    ),
    "plugin-hooks-absent": Message(
        "The plugin {plugin} is not used: its module has none of the hooks of jatsx.",
        "For the authors of the plugin: define at least one of these functions: {hooks}. Check that"
        " the entry point names the right module.",
    ),
    "plugin-name-taken": Message(
        "Several plugins use the name {name}: {plugins}. What they provide under this name is not"
        " used.",
        "Keep one of these plugins, and remove the others.",
    ),
    "plugin-name-shipped": Message(
        "The plugin {plugin} uses the name {name}, which jatsx already uses. What the plugin"
        " provides under this name is not used.",
        "Ask the authors of the plugin to choose another name.",
    ),
    "plugin-needs-package": Message(
        "The plugin {plugin} needs the package {package}, which is not installed.",
        "Run `pip install 'jatsx[{extra}]'`.",
    ),
}
