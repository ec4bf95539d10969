"""The background: whose terms enter the graph, that articles go before it, that it is switched off and laid over, and dates as far as known."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest

from kg.lexicon import load_lexicon
from kg.model import BackgroundTerm, Knowledge
from kg.resolution import resolve
from kg.resolution.capacities import surely_in_force
from tests.resolution.telling import Happened, Held, event, events, held, knowledge, told

HEADER = "person\trole\trole_id\tof\tfrom\tuntil\tas_of\tacting\tsource\n"
MEETING = event("Meeting", "Joe Biden, Fumio Kishida", "2023-05-18")


def terms(found: Knowledge, holder: str) -> list[tuple[str, str, str | None]]:
    return [(one.office, one.valid_from, one.valid_until) for one in found.background if one.holder == holder]


def test_a_term_enters_where_its_office_is_spoken_of_and_its_person_is_there() -> None:
    alone = knowledge(told("a", "2023-05-19", "Joe Biden"))
    assert alone.background == ()
    beside = knowledge(told("a", "2023-05-19", "Joe Biden", held("Barack Obama", "Tổng thống", "US", "former")))
    assert terms(beside, "person/joe-biden") == [("office/tong-thong-us", "2021-01-20", "2025-01-20")]
    assert {one.holder for one in beside.background} == {"person/joe-biden", "person/barack-obama"}
    assert all(one.source and not one.acting for one in beside.background)


def test_it_is_switched_off() -> None:
    record = told("a", "2023-05-19", held("Joe Biden", "Tổng thống", "US"))
    assert resolve([record]).background
    assert resolve([record], background=False) == msgspec.structs.replace(resolve([record]), background=())


def test_those_of_another_country_are_not_meant_by_the_name() -> None:
    other = held("Laurent Fabius", "Bộ trưởng Ngoại giao", "FR", "former")
    namesake = knowledge(told("a", "2023-05-19", held("Jean-Marc Ayrault", "Thị trưởng", "CA"), other))
    assert terms(namesake, "person/jean-marc-ayrault") == []
    meant = knowledge(told("a", "2023-05-19", held("Jean-Marc Ayrault", "Thị trưởng", "FR"), other))
    assert terms(meant, "person/jean-marc-ayrault") == [("office/bo-truong-ngoai-giao-fr", "2016-02-01", "2017-05-17")]


@pytest.mark.parametrize(
    ("facts", "acting"),
    [
        ((held("Barack Obama", "Tổng thống", "US", "former"), MEETING), "background/joe-biden-tong-thong-us-2021"),
        (
            (held("Joe Biden", "Tổng thống", "US"), event("Meeting", "Joe Biden, Fumio Kishida", "2023-05-19")),
            "holding/joe-biden-tong-thong-us",
        ),
        ((held("Barack Obama", "Tổng thống", "US", "former"), event("Meeting", "Joe Biden, Fumio Kishida", "2025-05-18")), None),
    ],
    ids=["the background where no article shows it", "what an article shows", "after the term"],
)
def test_the_capacity_in_force_that_day(facts: tuple[Held | Happened, ...], acting: str | None) -> None:
    (meeting,) = events(knowledge(told("a", "2023-05-19", *facts)), "Meeting")
    assert {part.participant: part.acting_as for part in meeting.participations}["person/joe-biden"] == acting


def test_an_end_that_articles_tell_goes_before_the_table() -> None:
    left = event("Departure", "Joe Biden", "2023-05-10", label="Tổng thống")
    found = knowledge(
        told("a", "2023-05-01", held("Joe Biden", "Tổng thống", "US")),
        told("b", "2023-05-11", held("Joe Biden", "Tổng thống", "US", "former"), left),
        told("c", "2023-05-19", MEETING),
    )
    (meeting,) = events(found, "Meeting")
    assert {part.acting_as for part in meeting.participations} == {None}


def test_a_users_rows_for_an_office_replace_ours(tmp_path: Path) -> None:
    row = "Joe Biden\tTổng thống\tpresident\tUS\t2020\t2024-06\t2025-01-01\t\town list\n"
    (tmp_path / "terms_of_office.tsv").write_text(HEADER + row, encoding="utf-8")
    record = told("a", "2023-05-19", held("Joe Biden", "Tổng thống", "US"), held("Barack Obama", "Tổng thống", "US", "former"))
    (term,) = resolve([record], load_lexicon([tmp_path])).background
    assert (term.holder, term.valid_from, term.from_precision) == ("person/joe-biden", "2020-01-01", "year")
    assert (term.valid_until, term.until_precision, term.as_of, term.source) == ("2024-06-01", "month", "2025-01-01", "own list")


TERM = BackgroundTerm("t", "p", "o", "2020-01-01", "year", "2024-06-01", "month", "2025-01-01", False, "own list")
OPEN = BackgroundTerm("t", "p", "o", "2020-03-02", "day", None, None, "2025-01-01", False, "own list")


@pytest.mark.parametrize(
    ("term", "day", "sure"),
    [
        (TERM, "2020-06-01", False),
        (TERM, "2020-12-31", True),
        (TERM, "2024-05-31", True),
        (TERM, "2024-06-01", False),
        (OPEN, "2020-03-01", False),
        (OPEN, "2020-03-02", True),
        (OPEN, "2025-01-01", True),
        (OPEN, "2025-01-02", False),
    ],
)
def test_a_day_within_an_uncertain_bound_is_not_sure(term: BackgroundTerm, day: str, sure: bool) -> None:
    on = datetime.date.fromisoformat(day)
    assert surely_in_force(term, on, on) is sure


@pytest.mark.parametrize(
    ("fact", "published", "statuses"),
    [
        (held("Hồ Chí Minh", "Chủ tịch"), "2024-05-19", {"late"}),
        (held("Hồ Chí Minh", "Chủ tịch nước", "VN"), "2024-05-19", {"late"}),
        (held("Hồ Chí Minh", "Chủ tịch"), "1969-05-19", {"current"}),
        (held("Hồ Chí Minh", "Chủ tịch", status="former"), "2024-05-19", {"former"}),
        (held("Hồ Chí Minh", "Phó Chủ tịch UBND xã"), "2024-05-19", {"current"}),
        (held("Trần Văn Núi", "Chủ tịch"), "2024-05-19", {"current"}),
    ],
    ids=["a title of old", "of the state", "while he lived", "told as former", "a namesake in a lesser office", "nobody of the table"],
)
def test_the_dead_are_in_no_office(fact: Held, published: str, statuses: set[str]) -> None:
    record = told("a", published, fact)
    found = resolve([record])
    assert {holding.status for holding in found.holdings} == statuses
    assert [one.person for one in found.deaths] == (["person/ho-chi-minh"] if statuses == {"late"} else [])
    assert all(one.source for one in found.deaths)
    assert resolve([record], background=False).deaths == ()
