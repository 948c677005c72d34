"""Where a cluster lies, when several look for its place at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from kladka.core.postgres import places
from kladka.core.postgres.account import Account, account_for

TOGETHER = 8


class Barred(Account):
    """An account that cannot enter any folder."""

    def can_enter(self, folder: Path) -> bool:
        return folder is None


def found_together(data: Path, account: Account) -> set[Path]:
    barrier = Barrier(TOGETHER)

    def find(_number: int) -> Path:
        barrier.wait()
        places.prepare(data)
        with places.alone_in(data):
            return places.home(data, account)

    with ThreadPoolExecutor(TOGETHER) as threads:
        return set(threads.map(find, range(TOGETHER)))


@pytest.mark.parametrize("attempt", range(20))
def test_all_who_start_at_once_find_one_folder(data: Path, attempt: int) -> None:
    folder = data / str(attempt)

    assert found_together(folder, account_for(folder)) == {folder / "postgres"}


def test_all_who_start_at_once_share_one_folder_elsewhere(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "SYSTEM", (tmp_path / "system",))
    known = account_for(data)

    (found,) = found_together(data, Barred(known.name, known.uid, known.gid, known.other))

    assert [found] == list((tmp_path / "system").iterdir())
