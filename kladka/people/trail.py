"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

# Changes of what is no column of a person.
FIELDS = (_("address residence"), _("address correspondence"))
VERBS = {
    "people.person_registered": _("person added"),
    "people.person_changed": _("data of the person changed"),
    "people.contact_added": _("contact added"),
    "people.contact_removed": _("contact removed"),
    "people.person_settled": _("address changed"),
    "people.environment_linked": _("close environment linked"),
    "people.guardian_named": _("guardian named"),
    "people.traits_declared": _("restricted data declared"),
    "people.needs_stated": _("needs stated"),
    "people.consent_noted": _("consent noted"),
    "people.consent_withdrawn": _("consent withdrawn"),
    "people.contact_preferred": _("preferred way of contact changed"),
    "people.household_changed": _("household changed"),
    "people.environment_left": _("no longer in the close environment"),
    "people.people_merged": _("two records merged"),
    "people.merge_undone": _("merge undone"),
    "people.person_recognised": _("recognised as somebody of the record"),
    "people.may_be_one_again": _("may be the same as another person after all"),
    "people.told_apart": _("told apart from another person"),
    "people.person_exported": _("everything about the person exported"),
}
