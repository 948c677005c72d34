"""What a file is told: why it cannot be read, and what was noticed on the way."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "empty": _("The file is empty. Choose the file with the list of people."),
    "too_large": _(
        "The file has %(size)s MB; the most is %(most)s MB. Delete pictures and other sheets, or divide it."
    ),
    "bomb": _(
        "The file unfolds to %(size)s MB or more, which no list of people needs. Copy the cells to a new file."
    ),
    "broken_zip": _(
        "The file is damaged: it was not saved or copied to its end. Save it again and try anew."
    ),
    "zip_of_something": _("This is an archive and no spreadsheet. Unpack it and choose the sheet inside."),
    "broken_workbook": _(
        "The file is no whole workbook. Open it in a spreadsheet program and save it again."
    ),
    "password": _("The file is locked with a password. Save it without one and try again."),
    "entities": _(
        "The file defines entities, which may lead to other files; it was not read. Copy the cells to a new file."
    ),
    "too_wide": _(
        "The sheet claims to be %(columns)s columns wide. Copy the columns with people to a new sheet."
    ),
    "too_many_rows": _("The file has more than %(most)s rows. Divide it into smaller ones."),
    "too_much": _("The file says more than %(most)s MB of text. Copy the cells with people to a new file."),
    "memory": _("The file needs more memory than a list of people may. Copy the cells to a new file."),
    "time": _("Reading the file took too long and was stopped. Copy the cells to a new file."),
    "crashed": _("The file makes its reader fall over. Copy the cells to a new file and try again."),
    "pdf": _("This is a PDF. Choose the spreadsheet from which it was printed."),
    "picture": _("This is a picture. Choose the spreadsheet with the list of people."),
    "packed": _("This is a packed archive. Unpack it and choose the spreadsheet inside."),
    "document": _("This is a text document. Copy its table to a spreadsheet and save it as XLSX."),
    "markup": _(
        "This is a web page under the name of a sheet. Open it in a spreadsheet program, save as XLSX."
    ),
    "no_text": _("Row %(row)s holds bytes that are no letters. Save the file as XLSX or CSV (UTF-8)."),
    "zero_byte": _("Row %(row)s holds a zero byte, which no text has. Save the file again."),
    "broken_quotes": _("In row %(row)s a quotation mark is not closed. Correct it there."),
    "cell_too_long": _(
        "A cell of row %(row)s is longer than any cell may be. Look for a missing quotation mark."
    ),
}

NOTES = {
    "named_otherwise": _("The file is named as %(name)s but is %(kind)s; it was read as what it is."),
    "formulas": _("The file has formulas: the values that they last showed were read, nothing was computed."),
    "macros": _("The file has macros: they were not run."),
    "links": _("The file has links to other files: they were not followed."),
    "hidden_sheet": _("The hidden sheet “%(sheet)s” was left out."),
}


def refusal(key: str, values: dict[str, str | int]) -> str:
    return str(REFUSALS[key]) % values


def note(key: str, values: dict[str, str | int]) -> str:
    return str(NOTES[key]) % values
