"""The messages of the reader's findings."""

from __future__ import annotations

from typing import Final

from jatsx import FrozenMap, Message

MESSAGES: Final = FrozenMap(
    {
        # the file
        "spreadsheet-library-missing": Message(
            "Excel files cannot be read, because python-calamine is not installed.",
            "Run `pip install 'jatsx[office]'`, or save the sheets as CSV files.",
        ),
        "spreadsheet-file-old": Message(
            "Files with the ending {ending} are not read.",
            "Open the file in a spreadsheet program and save it as `.xlsx`.",
        ),
        "spreadsheet-file-locked": Message(
            "The file has a password, or it is an old Excel file with the ending of a new one.",
            "Save it without a password as `.xlsx`.",
        ),
        "spreadsheet-file-damaged": Message(
            "The file is not a valid Excel workbook.",
            "Open it in a spreadsheet program and save it again as `.xlsx`.",
        ),
        "spreadsheet-file-declarations": Message(
            "A part of the workbook contains a document type declaration. Such files are not read.",
            "Open it in a spreadsheet program and save it again as `.xlsx`.",
        ),
        "spreadsheet-file-large": Message(
            "The file is too large. The maximum is {limit} MB, unpacked.",
            "Save only the sheets of the issue, without pictures and formats, in a new file.",
        ),
        "spreadsheet-file-parts": Message(
            "The workbook has too many parts. The maximum is {limit}.",
            "Save only the sheets of the issue in a new file.",
        ),
        "spreadsheet-sheet-large": Message(
            "The sheet is too large. The maximum is {columns} columns and {cells} cells, counting"
            " empty ones between others.",
            "Delete what stands far from the table, and save the file again.",
        ),
        "spreadsheet-cell-large": Message(
            "A value is too long to be one cell. A quotation mark may not be closed.",
            "Check the quotation marks in this row and below.",
        ),
        "spreadsheet-quote-open": Message(
            "The quotation marks in this row are wrong: one is not closed, or text follows one.",
            'In a CSV file, write a value with quotation marks as `"“a” and ""b"""`. A'
            " spreadsheet program does that when it saves the file.",
        ),
        "spreadsheet-encoding-unknown": Message(
            "The encoding of the file cannot be told.",
            "Save it as “CSV UTF-8”, or name the encoding, for example"
            " `--set spreadsheet.encoding=kz-1048` or `--set spreadsheet.encoding=windows-1251`.",
        ),
        "spreadsheet-encoding-wrong": Message(
            "The file is not in this encoding.",
            "Save it as “CSV UTF-8”, or name another encoding with `--set spreadsheet.encoding=…`.",
        ),
        # sheets and columns
        "spreadsheet-articles-missing": Message(
            "The file has no sheet of articles.",
            "Name the sheet `articles`. `jatsx init --xlsx FILE` writes an empty file with all"
            " sheets.",
        ),
        "spreadsheet-articles-empty": Message(
            "The sheet of articles has no rows with an article.",
            "Write an article in each row below the headers.",
        ),
        "spreadsheet-sheet-unknown": Message(
            "The sheet “{sheet}” was not read. Its name is not known.",
            "If it contains metadata, give it the name of one of the sheets in"
            " `jatsx init --xlsx FILE`.",
        ),
        "spreadsheet-sheet-misspelt": Message(
            "The name of the sheet “{sheet}” is not known. Did you mean “{similar}”?",
            "Rename the sheet, or delete it.",
        ),
        "spreadsheet-sheet-twice": Message(
            "The sheets “{other}” and “{sheet}” have the same meaning.",
            "Put all rows in one of them, and delete the other.",
        ),
        "spreadsheet-column-unknown": Message(
            "The column “{header}” was not read. Its header is not known.",
            "If it contains metadata, use a header of `jatsx init --xlsx FILE`.",
        ),
        "spreadsheet-column-misspelt": Message(
            "The header “{header}” is not known. Did you mean “{similar}”?",
            "Correct the header, or delete the column.",
        ),
        "spreadsheet-column-language": Message(
            "The header “{header}” does not say in which language the column is.",
            "Add the code of the language: `{header} kk`, `{header} ru` or `{header} en`.",
        ),
        "spreadsheet-column-twice": Message(
            "The header “{header}” occurs twice.",
            "Put all values in one of the columns, and delete the other.",
        ),
        "spreadsheet-column-missing": Message(
            "The sheet “{sheet}” has no column “{header}”.",
            "Add the column, and fill it in for every row.",
        ),
        "spreadsheet-headers-missing": Message(
            "The first row must contain the headers, but none of them is known.",
            "Write the headers in the first row, as in `jatsx init --xlsx FILE`, for example `id`"
            " and `title ru`.",
        ),
        "spreadsheet-row-ignored": Message(
            "The row stands above the headers. It was not read.",
            "Delete the row.",
        ),
        "spreadsheet-header-missing": Message(
            "A column with values has no header.",
            "Write its header in the first row, or delete the column.",
        ),
        # rows
        "spreadsheet-row-second": Message(
            "The sheet “{sheet}” has more than one row. It must describe one thing.",
            "Delete the other rows. Make a file for each issue.",
        ),
        "spreadsheet-id-missing": Message(
            "The article has no id.",
            "Write a short name in the column `id`, for example 01.",
        ),
        "spreadsheet-id-twice": Message(
            "The id {id} occurs twice. The first time is at {first}.",
            "Give each article an id of its own.",
        ),
        "spreadsheet-article-missing": Message(
            "The row does not say which article it belongs to.",
            "Write the id of the article in the column `article`. Merged cells count for their"
            " first row only.",
        ),
        "spreadsheet-article-unknown": Message(
            (
                "There is no article with the id {id}. Did you mean {similar}?",
                "There is no article with the id {id}.",
            ),
            "Write the id exactly as in the sheet of articles.",
        ),
        "spreadsheet-affiliation-unused": Message(
            (
                "No author names the affiliation {id}.",
                "The affiliation has no id, so that no author can name it.",
            ),
            "Write its id in the columns `id` of the affiliation and `affiliations` of its authors,"
            " or delete the row.",
        ),
        "spreadsheet-issue-missing": Message(
            "The file contains only articles: there is no volume, number and year, and no journal.",
            "Put the file into a folder as articles.csv, and beside it issue.csv and journal.csv."
            " The option `--journal journal.yaml` also names the journal.",
        ),
        "spreadsheet-references-mixed": Message(
            "The article has a reference list in the sheet of articles and rows in the sheet of"
            " references.",
            "Keep one of them.",
        ),
        "spreadsheet-value-missing": Message(
            "The column “{header}” is missing or empty.",
            "Add the value in the column `{header}`.",
        ),
        # cells
        "spreadsheet-references-list": Message(
            "The lines of this cell were read as a reference list.",
            "Compare the references with the article, or write each in a row of its own.",
        ),
        "spreadsheet-lines-unclear": Message(
            "The cell has several lines, so it is not clear what belongs together.",
            "Write each reference in a row of its own. Separate the items of a list by semicolons,"
            " or write each on a line of its own, without semicolons.",
        ),
        "spreadsheet-date-unexpected": Message(
            "The column “{header}” contains a date or a time: {value}. A spreadsheet program makes"
            " dates of numbers such as 1-2, so what was typed is not known.",
            "Format the cell as text, and type the value again.",
        ),
        "spreadsheet-date-time": Message(
            "The cell contains a time: {value}. A date was expected.",
            "Format the cell as text, and type the date: `2024-06-30`.",
        ),
        "spreadsheet-date-number": Message(
            "{value} is a number, not a date. It may be the serial number of a date.",
            "Format the cell as a date and compare it with the article, or type the date as text:"
            " `2024-06-30`.",
        ),
        "spreadsheet-number-changed": Message(
            "{value} is stored as a number. A spreadsheet program drops the last zeros of a"
            " number and changes long ones, so what was typed is not known.",
            "Format the cell as text, and type the value again.",
        ),
        "spreadsheet-code-number": Message(
            "The column “{header}” contains codes, but {value} is stored as a number. Zeros before"
            " it may have been dropped.",
            "Format the cell as text, and type the code again.",
        ),
        "spreadsheet-flag-unexpected": Message(
            "The cell contains the truth value {value}. A text was expected.",
            "Format the cell as text, and type the value again.",
        ),
        "spreadsheet-cell-error": Message(
            "The cell contains the error {value} of a formula.",
            "Type the value in place of the formula.",
        ),
        "spreadsheet-formula-unknown": Message(
            "The cell contains a formula whose value is not stored in the file. Formulas are not"
            " calculated.",
            "Open the file in a spreadsheet program and save it, or type the value.",
        ),
        "spreadsheet-cells-merged": Message(
            "The cells {cells} are merged. Only the first of them has a value.",
            "Split the cells, and write the value in each row that it belongs to.",
        ),
        "spreadsheet-people-several": Message(
            "“{value}” may be several people. Each row is read as one person.",
            "Write each person in a row of their own. If it is one person, leave it as it is.",
        ),
    }
)
