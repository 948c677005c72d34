"""Every sentence that answers a mistake in a programme file: what is wrong and what to write instead."""

from django.utils.translation import gettext_lazy as _

from kladka.definitions.format.values import Refusal

SENTENCES = {
    # what pydantic finds
    "missing": _("`{name}` is missing: add `{name} = …`"),
    "missing_edition": _('the file has several editions: say which one with `edition = "…"`'),
    "extra_forbidden": _("`{name}` is not known here: {advice}"),
    "string_type": _("{given} must be text: put it in quotes"),
    "int_type": _("{given} must be a whole number, without quotes"),
    "bool_type": _("{given} must be true or false, without quotes"),
    "enum": _("{given} is not known here: write one of {known}"),
    "literal_error": _("{given} is a format this version cannot read: write `format = 1`"),
    "tuple_type": _('this must be a list: write `[[{name}]]` above each row, or ["…", "…"] for words'),
    "model_type": _('this must be a table: write its keys below `[{name}]`, or {{ key = "…" }} in one line'),
    "dataclass_type": _('this must be a table: write {{ key = "…" }}'),
    "too_short": _("there is no row in `{name}`: write at least one `[[{name}]]`"),
    "string_too_short": _("this is empty: write the text, or leave the key out if it was not published"),
    "string_too_long": _("this is longer than {max_length} characters: shorten it"),
    "greater_than_equal": _("{given} is too low: write at least {ge}"),
    "less_than_equal": _("{given} is too high: write at most {le}"),
    # forms of short texts
    "wrong_key": _('{given} is no key: write small letters, digits and hyphens, such as "klub-seniora"'),
    "wrong_code": _("{given} is no code: write letters, digits, dots, hyphens and underlines only"),
    "wrong_currency": _('{given} is no currency: write its three letters, such as "PLN"'),
    "wrong_language": _('{given} is no language: write its letters, such as "pl", "en", "uk"'),
    "wrong_postcode": _('{given} is no postcode: write it as "40-028"'),
    "wrong_line": _("this must be one line that does not begin with a space"),
    # forms of values
    Refusal.HIDDEN_CHARACTER: _("there is a character that cannot be seen ({code}): take it out"),
    Refusal.WRONG_DATE: _(
        '"{given}" is no date: write a day as 2021-01-31, a month as "2021-01", a year as "2021"'
    ),
    Refusal.WRONG_RELATION: _("write one of {known} and a number, for example {{ at_least = {form} }}"),
    Refusal.WRONG_COUNT: _("{given} is no number of persons or things: write a whole number, such as 60"),
    Refusal.WRONG_AMOUNT: _(
        '{given} is no amount: write it in quotes, without spaces, with a dot, such as "{form}"'
    ),
    Refusal.WRONG_HOUR: _('{given} is no hour: write it as "16:30"'),
    Refusal.WRONG_LENGTH: _("this is no length: write {{ months = 12 }}, or the published words in quotes"),
    Refusal.EMPTY_VENUE: _("nothing is said of the place: write its `name`, `address` or `district`"),
    Refusal.EMPTY_COMMUNITY: _(
        "nothing is said of it: write its `name`, or how many there are with `number`"
    ),
    Refusal.EMPTY_PARTY: _("nobody is named: write `organisation`, or who is looked for with `described_as`"),
    Refusal.EMPTY_TARGET: _("there is no value: write `total`, `women`, `men` or `percent`"),
    Refusal.EMPTY_FIGURE: _("there is no value: write `total`, `women`, `men`, `percent` or `words`"),
    Refusal.NO_BUILDING: _('a street needs the number of the building: add `building = "…"`'),
    Refusal.LONG_DISTRICT: _("the name of a district has at most 100 characters: shorten it"),
    Refusal.AGES: _("`age_from` is higher than `age_to`: exchange them"),
    Refusal.HOURS: _("`ends_at` must be later than `starts_at` on the same day"),
    # what one row says of another
    "twice": _(
        'the key "{given}" stands in `{section}` twice (first in line {first}): give this row another'
    ),
    "edition_number_twice": _("edition number {given} stands twice: correct one of them"),
    "no_such_row": _('there is no "{given}" in `{section}`: {advice}'),
    "other_edition": _(
        '"{given}" belongs to edition "{theirs}", this row to "{ours}": name a row of the same edition'
    ),
    "described_otherwise": _(
        "the same was described otherwise in line {first}: write the same in both places"
    ),
    "circle": _('"{given}" is part of itself: take one of these links out'),
    "ends_before_start": _("`{end}` ({last}) is before `{start}` ({first}): correct one of them"),
    "outside_edition": _(
        "{given} is outside the edition ({period}): correct it, or add an amendment that moves the period"
    ),
    "sex_sum": _("women {women} and men {men} make {sum}, not {total}: correct one of the three"),
    "more_than_whole": _('{part} of whom there are only {whole}: a part cannot be larger than "{within}"'),
    "sum_of_sources": _("the sources make {sum}, the total is {total}: correct one of them by {difference}"),
    "more_than_total": _("the parts make {sum}, more than the whole {total}: take {difference} away"),
    "sum_of_lines": _(
        "the lines make {sum}, the total of the budget is {total}: correct one of them by {difference}"
    ),
    "sum_of_years": _("the years make {sum}, the whole is {total}: correct one of them by {difference}"),
    "line_product": _("{quantity} × {price} is {product}, not {total}: correct one of the three"),
    "wrong_part": _("{rate} % of {total} is {expected}, not {given}: correct the amount or the rate"),
    "half_conversion": _("a conversion needs both `converted_to` and `conversion_rate`: add the missing one"),
    # how places are given
    "weights": _("the weights of its sources make {sum} %, not 100 %: correct them in `scheme_sources`"),
    "no_source_maximum": _("a share needs the most points of each source: add `maximum` in `scheme_sources`"),
    "no_source": _('write `source`, one of those that `scheme_sources` weighs for "{scheme}"'),
    "levels": _(
        "levels in `criterion_options` and `answer` belong together: write one of {known}, or no levels"
    ),
    "no_numbers": _(
        "the answer is a number: write from which number on each level is reached with `at_least`"
    ),
    "no_points": _("it gives no points: write `points`, or levels in `criterion_options`"),
    "trait_of_whom": _('"{given}" does not say of whom: add `{name}`'),
    "number_or_share": _("write either `number` of places or their `share`"),
    "share_above_whole": _("{given} % is more than all places: write at most 100"),
    "tie_criterion": _('write `criterion` where `by = "criterion"`, and nowhere else'),
    "other_scheme": _('"{given}" belongs to another scheme: name a criterion of this one'),
    # what is no programme file at all
    "empty": _("The file is empty: begin with `kladka programme new`."),
    "too_large": _("The file is larger than {limit} MB: a programme file holds text only."),
    "utf16": _("The file is in UTF-16: save it again as UTF-8."),
    "not_utf8": _("The file is not in UTF-8 from here on: save it again as UTF-8."),
    "spreadsheet": _(
        "This is a spreadsheet or an archive, not a programme file: begin with `kladka programme new`."
    ),
    "csv": _("This is a table of values (CSV), not a programme file: begin with `kladka programme new`."),
    "not_toml": _('this cannot be read: write `key = "text"`, `key = 12` or `key = 2021-01-31`'),
    "toml_date": _('"{given}" is no date: write a day as 2021-01-31, a month as "2021-01", a year as "2021"'),
    "toml_twice": _("`{given}` is written twice in one row: take one of them out"),
    "toml_quotes": _("{given} is text: put it in quotes"),
    "too_deep": _("The brackets are nested too deeply: a programme file has tables of one level."),
}
