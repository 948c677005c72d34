"""What the trail calls that which is done to places."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "places.district_named": _("district added"),
    "places.address_registered": _("address added"),
    "places.address_completed": _("address completed"),
    "places.postcode_corrected": _("postcode corrected"),
    "places.venue_opened": _("venue added"),
    "places.venue_described": _("description of the venue changed"),
    "places.room_added": _("room added"),
    "places.area_named": _("revitalisation area added"),
    "places.register_adopted": _("register of streets adopted"),
}
