"""What each finding says to the person who reads the report: what is wrong, and what to do."""

from django.utils.translation import gettext_lazy as _

# Key of a finding → what is wrong, what to do.
SENTENCES = {
    "missing": (_("This is empty."), _("Fill it in: the system takes nobody without it.")),
    "no_support": (
        _("The person has had no support yet."),
        _("Record the first attendance; only then does a person take part."),
    ),
    "pesel_digits": (
        _("The PESEL has %(count)s characters; it has eleven digits."),
        _("Copy it again from the document."),
    ),
    "pesel_check_digit": (
        _("The last digit of the PESEL does not agree with the others."),
        _("One digit is mistyped: compare it with the document."),
    ),
    "pesel_no_day": (
        _("The first six digits of the PESEL are no day of any calendar."),
        _("Compare it with the document."),
    ),
    "pesel_other_day": (
        _("The PESEL says born on %(pesel)s, the record says %(record)s."),
        _("Correct the one that differs from the document."),
    ),
    "pesel_other_sex": (
        _("The tenth digit of the PESEL belongs to the other sex."),
        _("Compare the PESEL and the sex with the document."),
    ),
    "age": (
        _("The age is %(found)s; on the first day of support it was %(expected)s."),
        _("Correct the day of birth or the first attendance; the age follows."),
    ),
    "pesel_twice": (
        _("Another active participant of this project has the same PESEL."),
        _("Merge the two records or end one participation."),
    ),
    "no_other_identifier": (
        _("There is no PESEL and no other identifier."),
        _("Enter the number of a passport or another document."),
    ),
    "pesel_in_spite": (
        _("The person is marked as having no PESEL, but the number is one."),
        _("Take the mark away, or enter another identifier."),
    ),
    "no_birth_date": (
        _("There is no PESEL and no day of birth."),
        _("Enter the day of birth."),
    ),
    "no_sex": (_("There is no PESEL and no sex."), _("Enter the sex.")),
    "no_detail": (
        _("For an unemployed person it must be said whether long-term."),
        _("Choose the detail of the status."),
    ),
    "detail_of_another_status": (
        _("“%(detail)s” does not belong to “%(status)s”."),
        _("Choose a detail of this status, or correct the status."),
    ),
    "work_without_job": (
        _("An occupation or an employer is given for a person who has no job."),
        _("Correct the status, or take the occupation and the employer away."),
    ),
    "status_excluded": (
        _("This project is not for: %(status)s."),
        _("Check the status on the first day; if it is right, the person cannot take part."),
    ),
    "before_project": (
        _("The participation starts on %(day)s, before the project (%(limit)s)."),
        _("Correct the day of the first support, or the project's period."),
    ),
    "after_project": (
        _("The participation lasts until %(day)s, after the project (%(limit)s)."),
        _("Correct the day, or the project's period."),
    ),
    "end_before_start": (
        _("The participation ends on %(day)s, before it starts (%(limit)s)."),
        _("Correct the day of leaving."),
    ),
    "support_before_start": (
        _("“%(support)s” was given on %(day)s, before the start of the participation."),
        _("Correct the attendance, or the start."),
    ),
    "support_ends_first": (
        _("“%(support)s” ends on %(day)s, before it starts."),
        _("Correct the days of the support."),
    ),
    "support_after_end": (
        _("“%(support)s” was still given on %(day)s, after the person had left."),
        _("Move the day of leaving, or correct the attendance."),
    ),
    "start_is_not_first_support": (
        _("The participation starts on %(start)s, but the first support was on %(first)s."),
        _("Correct the attendance; the start follows from it."),
    ),
    "no_path": (
        _("The person has left, but it is not said whether as planned; due by %(due)s."),
        _("Complete the exit: was the path finished?"),
    ),
    "no_situation": (
        _("The person has left, but the situation afterwards is not known; due by %(due)s."),
        _("Ask the person and complete the follow-up."),
    ),
    "third_country": (
        _("The citizenship lies outside the Union, but the mark of a third-country national is missing."),
        _("Correct the citizenship or the mark."),
    ),
    "not_third_country": (
        _("The person is marked as a third-country national, but the citizenship says otherwise."),
        _("Correct the citizenship or the mark."),
    ),
    "degurba": (
        _("The kind of area is %(found)s; the municipality has %(expected)s."),
        _("Take the municipality's value, or add a note why it differs."),
    ),
    "email_diacritics": (
        _("The e-mail address has letters with diacritics."),
        _("Write it as the person gave it, without ą, ć, ę…"),
    ),
    "email": (_("This is no e-mail address."), _("Correct it, or leave it empty.")),
    "phone": (
        _("A telephone number has seven to fifteen digits."),
        _("Correct it, or leave it empty."),
    ),
    "postcode": (_("A postcode looks like 00-000."), _("Correct the address.")),
    "no_contact": (
        _("There is neither a telephone number nor an e-mail address."),
        _("Enter at least one; the person agreed to be asked after the project."),
    ),
    "no_phone": (
        _("There is no telephone number."),
        _("Ask for one: the system asks for it in practice."),
    ),
    "no_email": (
        _("There is no e-mail address."),
        _("Ask for one: the system asks for it in practice."),
    ),
    "student_is_inactive": (
        _("A full-time student counts as inactive, even if registered as unemployed."),
        _("Change the labour status by an amendment."),
    ),
    "parent_is_unemployed": (
        _("A person on parental leave who has no job counts as unemployed."),
        _("Change the labour status by an amendment."),
    ),
    "long_term": (
        _("Without work for %(months)s months: that is long-term (from %(limit)s months)."),
        _("Choose the long-term detail, or correct the day since when."),
    ),
    "not_long_term": (
        _("Without work for %(months)s months: that is not yet long-term (from %(limit)s months)."),
        _("Choose the other detail, or correct the day since when."),
    ),
    "word_almost": (
        _("“%(found)s” differs from “%(expected)s” in a sign that the eye misses."),
        _("Choose the value again from the list."),
    ),
    "word_unknown": (
        _("The system does not know “%(found)s”."),
        _("Choose another value, or have the dictionary of this call completed."),
    ),
    "support_without_kind": (
        _("A support has no kind of the ministry's dictionary."),
        _("Say in the programme which kind this support is."),
    ),
    "support_without_start": (
        _("A support has no first day."),
        _("Record its first attendance."),
    ),
    "support_without_detail": (
        _("“%(kind)s” needs a detail."),
        _("Say in the programme which detail this support is."),
    ),
    "refused": (
        _("Here no answer may be refused."),
        _("Ask the person for it; refusing is possible only for the sensitive questions."),
    ),
    "no_institution": (
        _("The participant stands for an institution, but which one is not said."),
        _("Enter the institution's name."),
    ),
    "institution_of_individual": (
        _("An individual participant stands with the name of an institution."),
        _("Take the name away, or change the kind of participant."),
    ),
    "not_a_day": (
        _("“%(found)s” is no day."),
        _("Write days as 2026-07-08 or 08.07.2026."),
    ),
    "not_a_number": (_("“%(found)s” is no number."), _("Write the age in digits.")),
    "pipes_differ": (
        _("The columns of supports have different numbers of values between the pipes."),
        _("Give each support its kind, detail and day; leave a place empty rather than out."),
    ),
}


def sentence(key: str, values: dict[str, str]) -> str:
    return str(SENTENCES[key][0]) % values


def remedy(key: str) -> str:
    return str(SENTENCES[key][1])
