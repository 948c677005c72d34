from datetime import UTC, datetime

from django.template import engines

from kladka.audit.queries import Line, ShownChange

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def shown(*lines: Line) -> str:
    page = engines["django"].from_string("{% load trail %}{% trail lines %}").render({"lines": lines})
    return " ".join(page.split())


def test_the_trail_shows_field_old_new_and_reason() -> None:
    change = (ShownChange("surname", "Nowak", "<Kowalska>"),)
    page = shown(Line(AT, "Anna Przykładowa", "person changed", "maiden name", change, is_erased=False))

    assert "Anna Przykładowa" in page
    assert "<li>surname: Nowak → &lt;Kowalska&gt;</li>" in page
    assert "Reason: maiden name" in page
    assert "erased" not in page


def test_the_trail_says_when_values_were_erased_and_when_it_is_empty() -> None:
    assert "The personal values of this entry were erased." in shown(
        Line(AT, "Anna", "person changed", "", (), is_erased=True)
    )
    assert "Nothing has been changed here yet." in shown()
