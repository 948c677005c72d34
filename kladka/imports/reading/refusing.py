"""How the reading process says that a file is not what it should be."""


class Refused(Exception):  # noqa: N818 - named for what happens to the file
    """`key` names the sentence in `imports/wording.py`, `values` fill it."""

    def __init__(self, key: str, **values: str | int) -> None:
        self.key, self.values = key, values
        super().__init__(key)
