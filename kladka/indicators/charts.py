"""The finding above all others: how many women and men are missing to the first target."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kladka.core import charts, wording
from kladka.indicators.queries import Row


def shortfall(rows: Iterable[Row]) -> charts.Figure | None:
    """Of the first measure that has a target for women and men; None where there is none."""
    row = next((one for one in rows if has_sexes(one)), None)
    if row is None or row.target is None or row.figure is None:
        return None
    women = charts.Target(_("Women"), row.figure.women, row.target.women)
    men = charts.Target(_("Men"), row.figure.men, row.target.men, hatched=True)
    return charts.Figure(
        title=finding(women, men),
        drawing=charts.responsive(charts.bullet, (women, men), row.title),
        heads=[_("Sex"), _("Reached"), _("Target")],
        rows=[(one.name, one.value, one.target) for one in (women, men)],
        finding=row.title,
    )


def has_sexes(row: Row) -> bool:
    target = row.target
    return bool(row.figure and target and target.women is not None and target.men is not None)


def finding(women: charts.Target, men: charts.Target) -> str:
    missing = {"women": left(women), "men": left(men)}
    if not any(missing.values()):
        return _("The targets for women and for men are reached")
    said = {"women": wording.women(missing["women"]), "men": wording.men(missing["men"])}
    if not missing["men"]:
        return _("Still to be reached: %(women)s") % said
    if not missing["women"]:
        return _("Still to be reached: %(men)s") % said
    return _("Still to be reached: %(women)s and %(men)s") % said


def left(one: charts.Target) -> int:
    return max((one.target or 0) - one.value, 0)
