"""Which entry of a menu is the current one."""

from kladka.core.menu import Group, Item, current_only, is_under


def test_a_page_is_under_its_folder_and_under_no_other_that_begins_alike() -> None:
    hrefs = ("/desk/people/", "/desk/peo", "/desk/people/7/")

    assert [is_under("/desk/people/7/", href) for href in hrefs] == [True, False, True]


def test_of_two_entries_above_a_page_only_the_nearest_is_current() -> None:
    groups = [
        Group(
            "", [Item("Today", "/desk/", 0, current=True), Item("People", "/desk/people/", 2, current=True)]
        )
    ]

    (group,) = current_only(groups)

    assert list(group.items) == [Item("Today", "/desk/"), Item("People", "/desk/people/", 2, current=True)]
