"""A profile: what all statements of one speaker tell about that one."""

from dataclasses import replace
from datetime import date

from examples import article, paragraph, says

from search.model import Speaker
from search.profile import Role, profile
from search.results import Hit


def heard(name: str, role: str = "", form: str = "", day: date | None = None, also: tuple[str, ...] = ()) -> Hit:
    statement = replace(says(name), speaker=Speaker(name, role=role, forms=(form or name,), also=also))
    found = article("a", paragraph("…", statement, says("Odd Ruun")), published=day)
    return Hit(found, found.paragraphs[0])


def test_roles_have_their_days_and_the_most_frequent_comes_first() -> None:
    hits = [
        heard("Ann Lee", "minister", day=date(2024, 5, 31)),
        heard("Ann Lee", "harbour master", day=date(2022, 1, 1)),
        heard("Ann Lee", "Minister", day=date(2023, 2, 1)),
        heard("Ann Lee", "minister"),
    ]
    assert profile("Ann Lee", hits).roles == (
        Role("minister", 3, date(2023, 2, 1), date(2024, 5, 31)),
        Role("harbour master", 1, date(2022, 1, 1), date(2022, 1, 1)),
    )


def test_spellings_are_those_of_articles_and_of_other_articles_but_not_the_name() -> None:
    hits = [heard("Ann Lee", form="Lee"), heard("Ann Lee", form="Lee", also=("Anne Lee",)), heard("Ann Lee")]
    assert profile("Ann Lee", hits).spellings == ("Lee", "Anne Lee")


def test_others_who_speak_beside_count_for_nothing() -> None:
    found = profile("Odd Ruun", [heard("Ann Lee", "minister")])
    assert (found.roles, found.spellings, found.paragraphs, found.kind) == ((), (), 1, "person")


def test_nobody_has_an_empty_profile() -> None:
    assert profile("Zed", [heard("Ann Lee")]).paragraphs == 0
