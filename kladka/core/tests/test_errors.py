"""A refusal keeps its sentence wherever it goes."""

import pickle

from kladka.core.errors import DomainError


class Full(DomainError):  # noqa: N818 - named for what is wrong
    def __init__(self, *, places: int) -> None:
        super().__init__(f"All {places} places are taken.")


def test_a_refusal_reaches_another_process_as_its_sentence() -> None:
    arrived = pickle.loads(pickle.dumps(Full(places=12)))  # noqa: S301 - written just here

    assert (isinstance(arrived, DomainError), str(arrived)) == (True, "All 12 places are taken.")
