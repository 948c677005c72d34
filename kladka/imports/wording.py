"""What a file is told: why it cannot be read, and what was noticed on the way."""

from django.utils.translation import gettext_lazy as _

from kladka.reporting import wording as official

REFUSALS = {
    "no_people": _(
        "No sheet has a row of headers such as Nazwisko, Imię and PESEL. Add one above the list, or choose another file."
    ),
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
    "no_people": _("The sheet “%(sheet)s” holds no list of people and was left out."),
    "hidden_sheet": _("The hidden sheet “%(sheet)s” was left out."),
}


# Key of a finding that only an import has → what is wrong, what to do. The others are those of the official file.
SENTENCES = {
    "said": ("%(said)s", _("Correct the cell, or leave the row out.")),
    "support_unknown": (
        _("No support of this edition is called “%(found)s”."),
        _("Say in the mapping which support it is, or add it to the programme."),
    ),
    "municipality_unknown": (
        _("The register has no municipality “%(found)s” there."),
        _("Write the municipality and the county as TERYT has them."),
    ),
    "pesel_of_another": (
        _("In the record this number belongs to somebody of another name."),
        _("Compare the number with the document; if the record is wrong, correct the person there."),
    ),
    "twice_the_same": (
        _("The same person stands already in row %(row)s; this row was left out."),
        _("Delete one of the two rows."),
    ),
    "twice_differently": (
        _("The same person stands already in row %(row)s with other data."),
        _("Join the two rows; several supports go into one row, divided by |."),
    ),
    "twice_with_other_name": (
        _("The same number stands already in row %(row)s under another name."),
        _("Compare both numbers with the documents."),
    ),
}

# Where an import can say more than the official file: its reader has a mapping.
REMEDIES = {
    "word_unknown": _("Say in the mapping what the word means, or write a word of the list."),
    "not_a_day": _("Write the day as 2026-07-08 or 08.07.2026."),
}

# What a column may be, as the clerk chooses it.
FIELDS = {
    "first_name": _("first name"),
    "last_name": _("surname"),
    "full_name": _("first name and surname in one cell"),
    "pesel": _("PESEL or another identifier"),
    "no_pesel": _("has no PESEL"),
    "birth_date": _("date of birth"),
    "sex": _("sex"),
    "age_at_entry": _("age at entry"),
    "education_level": _("education"),
    "citizenship": _("citizenship"),
    "address": _("address in one cell"),
    "street": _("street"),
    "building": _("number of the building"),
    "flat": _("number of the flat"),
    "postcode": _("postcode"),
    "locality": _("locality"),
    "municipality": _("municipality"),
    "county": _("county"),
    "voivodeship": _("voivodeship"),
    "country": _("country"),
    "degurba": _("degree of urbanisation"),
    "phone": _("telephone"),
    "email": _("e-mail"),
    "start_date": _("start of the participation"),
    "declared_on": _("day of the declaration or agreement"),
    "end_date": _("end of the participation"),
    "labour_status": _("status on the labour market"),
    "labour_status_detail": _("detail of the status"),
    "unemployed_since": _("without work since"),
    "full_time_student": _("full-time pupil or student"),
    "parental_leave": _("on maternity or parental leave"),
    "occupation": _("occupation"),
    "employer": _("employer"),
    "education_planned_end": _("planned end of education"),
    "situation_at_exit": _("situation after the end"),
    "path_completed": _("path completed as planned"),
    "support_scope": _("scope of the support"),
    "support_kind": _("support"),
    "support_detail": _("detail of the support"),
    "support_start": _("first day of the support"),
    "has_disability": _("disability"),
    "homeless": _("homeless or excluded from housing"),
    "minority": _("national or ethnic minority"),
    "foreign_origin": _("foreign background"),
    "third_country_national": _("third-country national"),
    "participant_kind": _("kind of participant"),
    "institution_name": _("name of the institution"),
    "project_number": _("number of the project"),
    "technical_id": _("identifier in the official system"),
    "remarks": _("remark"),
}


def sentence_of(key: str, values: dict[str, str]) -> str:
    if key in SENTENCES:
        return str(SENTENCES[key][0]) % values
    return official.sentence(key, values)


def remedy_of(key: str) -> str:
    if key in REMEDIES:
        return str(REMEDIES[key])
    return str(SENTENCES[key][1]) if key in SENTENCES else official.remedy(key)


def refusal(key: str, values: dict[str, str | int]) -> str:
    return str(REFUSALS[key]) % values


def note(key: str, values: dict[str, str | int]) -> str:
    return str(NOTES[key]) % values
