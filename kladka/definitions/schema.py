"""The published JSON Schema of a programme file, made from the classes of the format.

python -m kladka.config.cli programme schema > docs/programme.schema.json
"""

import json
from typing import Any

from kladka.definitions.format import ProgrammeFile
from kladka.definitions.sections import SECTIONS

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """What an editor needs to help while somebody writes; the checks of sums and dates are ours alone."""
    made = ProgrammeFile.model_json_schema()
    for record in SECTIONS.values():
        table = made["$defs"][record.__name__]
        # a file of one edition need not say which
        table["required"] = [name for name in table["required"] if name != "edition"]
    return {"$schema": DIALECT, **made, "title": "Kładka programme file"}


def written_schema() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
