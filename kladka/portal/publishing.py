"""A municipality's own words as one TOML file: first words, accessibility statement and privacy notices by language.

`{name}`, `{office}` and `{short}` in the file stand for the municipality's own. Read by `kladka site publish`.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

from kladka.municipalities.models import Municipality
from kladka.portal.choices import Conformity
from kladka.portal.errors import NotASiteFile
from kladka.portal.models import AccessibilityStatement, PrivacyNotice, SiteText

Own = SiteText | AccessibilityStatement | PrivacyNotice


def read(written: bytes, *, town: Municipality, on: date) -> list[Own]:
    """Everything that the file holds, ready to be published. Raises NotASiteFile."""
    try:
        said = tomllib.loads(written.decode("utf-8"))
        return [one for language, words in said.items() for one in own(town, language, words, on=on)]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError, AttributeError) as error:
        raise NotASiteFile(str(error)) from error
    except KeyError as error:
        raise NotASiteFile(f"{error} is missing") from error


def own(town: Municipality, language: str, said: dict[str, Any], *, on: date) -> Iterator[Own]:
    names = {"name": town.name, "office": town.operator or town.name, "short": town.slug}
    common = {"entity": names["office"], "site_published_on": on, "site_changed_on": on, "prepared_on": on}
    yield SiteText(language=language, **put_in(said["first"], names))
    statement = {"conformity": Conformity.PARTIAL, **common, **put_in(said["statement"], names)}
    yield AccessibilityStatement(language=language, reviewed_on=on, **statement)
    for audience, words in said["notices"].items():
        given = {"controller": names["office"], "officer_email": said["officer_email"], "valid_from": on}
        notice = put_in({**given, **words}, names)
        yield PrivacyNotice(language=language, audience=audience, **notice)


def put_in(words: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """With the municipality's own names in the place of the words in braces."""
    return {key: one.strip().format(**names) if isinstance(one, str) else one for key, one in words.items()}
