"""Three documents made one: what the author changed, over what others have brought in force since the draft was begun."""

from kladka.definitions.drafting.document import Document, Raw, rows
from kladka.definitions.drafting.values import HEAD, MODELS, PAGE, spelled
from kladka.definitions.sections import SECTIONS


def merged(base: Document, mine: Document, now: Document) -> Document:
    """What is in force now with the changes of the draft; where both changed one field, the draft's stays."""
    made: Document = {**now, **mine}
    for part in (HEAD, PAGE):
        if part in mine or part in now:
            made[part] = _row(part, base.get(part, {}), mine.get(part, {}), now.get(part, {}))
    for section in SECTIONS:
        if section in mine or section in now:
            made[section] = _rows(section, rows(base, section), rows(mine, section), rows(now, section))
    return made


def _rows(section: str, base: list[Raw], mine: list[Raw], now: list[Raw]) -> list[Raw]:
    was, theirs = {row["key"]: row for row in base}, {row["key"]: row for row in now}
    ours = {row["key"] for row in mine}
    kept = [
        _row(section, was.get(row["key"], {}), row, theirs.get(row["key"], {}))
        for row in mine
        if row["key"] in theirs or row["key"] not in was or row != was[row["key"]]
    ]
    come = [row for row in now if row["key"] not in ours and row["key"] not in was]
    return [*kept, *come]


def _row(section: str, base: Raw, mine: Raw, now: Raw) -> Raw:
    """Field by field, in the order of the draft."""
    model = MODELS[section]
    if not now:
        return mine
    made: Raw = {}
    for name in dict.fromkeys([*mine, *now]):
        is_mine = spelled(model, name, mine) != spelled(model, name, base)
        chosen = mine if is_mine else now
        if name in chosen:
            made[name] = chosen[name]
    return made
