"""What is wrong in a draft, for somebody who sees forms and no file. What is not here is said as in the file."""

from django.utils.translation import gettext_lazy as _

from kladka.definitions.format.values import Refusal

SENTENCES = {
    "missing": _("Fill this in."),
    "missing_edition": _("Choose the edition to which this belongs."),
    "extra_forbidden": _(
        "“{name}” comes from a file and is not known here. It is kept, but it must go before approval."
    ),
    "string_type": _("Write words here."),
    "int_type": _("{given} is not a whole number. Write it with digits only, such as 12."),
    "bool_type": _("Choose yes or no."),
    "enum": _("{given} is not on the list. Choose another answer."),
    "string_too_short": _("Fill this in."),
    "wrong_key": _("The short name may have small letters, digits and hyphens only, such as klub-seniora."),
    "wrong_code": _(
        "{given} is not a code. Use letters, digits, dots, hyphens and underlines, without spaces."
    ),
    "wrong_currency": _("{given} is not a currency. Write its three capital letters, such as PLN."),
    "wrong_language": _("{given} is not a language. Choose one from the list."),
    "wrong_postcode": _("{given} is not a postcode. Write it like 40-028."),
    "wrong_line": _("Write this in one line that does not begin with a space."),
    "too_short": _("There must be at least one. Add it."),
    Refusal.HIDDEN_CHARACTER: _("There is a character that cannot be seen ({code}). Type the words anew."),
    Refusal.WRONG_DATE: _(
        "“{given}” is not a date. Write a day (31.01.2025), a month (01.2025) or a year (2025)."
    ),
    Refusal.WRONG_RELATION: _("Choose how exactly the number is known."),
    Refusal.WRONG_COUNT: _("{given} is not a whole number. Write it with digits only, such as 60."),
    Refusal.WRONG_AMOUNT: _("{given} is not a number. Write it like 1250,50."),
    Refusal.WRONG_HOUR: _("{given} is not an hour. Write it like 16:30."),
    Refusal.WRONG_LENGTH: _("Write the number of months, from 1 to 1200, or the length in words."),
    Refusal.EMPTY_VENUE: _("Say something of the place: its name, its address or its district."),
    Refusal.EMPTY_COMMUNITY: _("Give the community a name, or say how many there are."),
    Refusal.EMPTY_PARTY: _("Name the organisation, or describe whom you are looking for."),
    Refusal.EMPTY_TARGET: _("There is no value. Fill in at least one: in total, women, men or per cent."),
    Refusal.EMPTY_FIGURE: _(
        "There is no value. Fill in at least one: in total, women, men, per cent or in words."
    ),
    Refusal.NO_BUILDING: _("A street needs the number of the building."),
    Refusal.AGES: _("The lower age is above the higher one. Exchange them."),
    Refusal.HOURS: _("The end must be later than the beginning, on the same day."),
    "twice": _("Two rows have the same short name “{given}”. Remove one of them and add it anew."),
    "edition_number_twice": _("Edition number {given} stands twice. Correct one of them."),
    "no_such_row": _("What was chosen here is gone (“{given}”). Choose another answer."),
    "other_edition": _(
        "What was chosen here belongs to another edition. Choose something of the same edition."
    ),
    "described_otherwise": _(
        "The same place or organisation is described otherwise elsewhere. Write the same in both."
    ),
    "circle": _("This is part of itself. Choose something else."),
    "ends_before_start": _("The end ({last}) is before the beginning ({first}). Correct one of them."),
    "outside_edition": _(
        "{given} is outside the edition ({period}). Correct it, or add an amendment that moves the period."
    ),
    "sex_sum": _("{women} women and {men} men make {sum}, not {total}. Correct one of the three."),
    "more_than_whole": _(
        "This says {part} of whom there are only {whole}. A part cannot be larger than its whole."
    ),
    "sum_of_sources": _("The sources make {sum}, the total is {total}. Correct one of them by {difference}."),
    "more_than_total": _("The parts make {sum}, more than the whole {total}. Take {difference} away."),
    "sum_of_lines": _(
        "The lines make {sum}, the total of the budget is {total}. Correct one by {difference}."
    ),
    "sum_of_years": _("The years make {sum}, the whole is {total}. Correct one of them by {difference}."),
    "line_product": _("{quantity} × {price} is {product}, not {total}. Correct one of the three."),
    "wrong_part": _("{rate} % of {total} is {expected}, not {given}. Correct the amount or the rate."),
    "half_conversion": _("A conversion needs the currency and the rate. Fill in the missing one."),
    "weights": _("The weights of its sources of points make {sum} %, not 100 %. Correct them."),
    "no_source_maximum": _(
        "A share needs the most points that each source can give. Fill it in for each source."
    ),
    "no_source": _("Choose a source of points that has a weight in this scheme."),
    "levels": _("Levels belong to criteria that are answered by a level or a number, and to no others."),
    "no_numbers": _("The answer is a number. Say at each level from which number on it is reached."),
    "no_points": _("It gives no points. Write them here, or add levels with points."),
    "trait_of_whom": _("It does not say of whom. Fill in the age, the area, the ground or the criterion."),
    "number_or_share": _("Write either the number of places or their share, not both."),
    "share_above_whole": _("{given} % is more than all places. Write at most 100."),
    "tie_criterion": _("Choose a criterion if it decides the order; else leave it empty."),
    "other_scheme": _("This criterion belongs to another scheme. Choose one of the same scheme."),
    "not_toml": _("This cannot be understood. Write it anew."),
}
