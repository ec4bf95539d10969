"""The evaluation: what counts as right, wrong and missed, attribute by attribute, and gold that is malformed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kg.errors import ReadingError
from kg.evaluate import FIELDS, Report, evaluate
from kg.gold import Gold, read_gold
from kg.model import Extraction
from tests.resolution.telling import Happened, Held, Thing, event, held, told

HANOI = Thing("Hà Nội", "Place", "VN")
UN = Thing("LHQ", "Organization", aliases=("Liên Hiệp Quốc",))


def compared(gold: dict[str, Any], *facts: Held | Happened | str, aliases: dict[str, tuple[str, ...]] | None = None) -> Report:
    record = told("a", "2023-09-10", *facts, things=(HANOI, UN), aliases=aliases)
    return evaluate({"a": msgspec.convert(gold, Gold)}, [record])


def counts(report: Report, field: str) -> tuple[int, int, int]:
    tally = report.fields[field]
    return tally.right, tally.wrong, tally.missed


TRONG, BIDEN = {"name": "Nguyễn Phú Trọng", "aliases": ["Trọng"]}, {"name": "Joe Biden", "aliases": ["Biden"]}


@pytest.mark.parametrize(
    ("persons", "found", "expected"),
    [
        ([TRONG, BIDEN], ("Nguyễn Phú Trọng", "Joe Biden"), (2, 0, 0)),
        ([TRONG, BIDEN], ("Nguyễn Phú Trọng",), (1, 0, 1)),
        ([TRONG], ("Nguyễn Phú Trọng", "Joe Biden"), (1, 1, 0)),
        ([BIDEN], ("Biden",), (1, 0, 0)),
        ([BIDEN], ("JOE BIDEN",), (1, 0, 0)),
        ([BIDEN], ("Joe Biden", "Biden"), (1, 1, 0)),  # one person in two
        ([{**BIDEN, "optional": True}], (), (0, 0, 0)),
        ([{**BIDEN, "optional": True}], ("Joe Biden",), (0, 0, 0)),
        ([], (), (0, 0, 0)),
    ],
)
def test_persons(persons: list[dict[str, Any]], found: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    assert counts(compared({"persons": persons}, *found), "persons") == expected


PRESIDENT = {"person": "Joe Biden", "role": "Tổng thống", "of": ["US"], "status": "current"}


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (PRESIDENT, held("Joe Biden", "Tổng thống", "US"), (1, 0, 0)),
        (PRESIDENT, held("Joe Biden", "tổng thống", "US"), (1, 0, 0)),
        (PRESIDENT, held("Joe Biden", "Tổng thống"), (0, 1, 1)),
        (PRESIDENT, held("Joe Biden", "Tổng thống", "VN"), (0, 1, 1)),
        (PRESIDENT, held("Joe Biden", "Tổng thống", "US", "former"), (0, 1, 1)),
        (PRESIDENT, held("Joe Biden", "Thủ tướng", "US"), (0, 1, 1)),
        ({**PRESIDENT, "of": ["US", None]}, held("Joe Biden", "Tổng thống"), (1, 0, 0)),
        ({**PRESIDENT, "status": "late"}, held("Joe Biden", "Tổng thống", "US", "former"), (1, 0, 0)),
        ({**PRESIDENT, "role_aliases": ["Tổng thống thứ 46"]}, held("Joe Biden", "Tổng thống thứ 46", "US"), (1, 0, 0)),
        ({**PRESIDENT, "role": "Ngoại trưởng"}, held("Joe Biden", "Bộ trưởng Ngoại giao", "US"), (1, 0, 0)),
        ({**PRESIDENT, "of": ["Liên Hợp Quốc"]}, held("Joe Biden", "Tổng thống", "LHQ"), (1, 0, 0)),
        ({**PRESIDENT, "optional": True}, held("Joe Biden", "Tổng thống", "US"), (0, 0, 0)),
        ({**PRESIDENT, "optional": True}, held("Joe Biden", "Tổng thống", "VN"), (0, 1, 0)),
    ],
)
def test_holdings(gold: dict[str, Any], found: Held, expected: tuple[int, int, int]) -> None:
    report = compared({"persons": [BIDEN], "holdings": [gold]}, found)
    assert counts(report, "holdings") == expected


def test_owner_and_status_are_counted_for_what_was_found() -> None:
    report = compared({"persons": [BIDEN], "holdings": [PRESIDENT]}, held("Joe Biden", "Tổng thống", "VN"))
    assert (report.attributes["holding of"], report.attributes["holding status"]) == ([False], [True])


MEETING = {"type": "Meeting", "who": ["Joe Biden", "Nguyễn Phú Trọng"], "date": "2023-09-10", "place": "Hà Nội"}
VISIT = {"type": "Visit", "who": ["Joe Biden"], "to": ["VN", "Hà Nội"], "date": "2023-09-10"}
CHANGE = {"type": "RelationChange", "who": ["VN", "US"], "date": "2013", "level": "Đối tác toàn diện"}
PAIR = "Joe Biden, Nguyễn Phú Trọng"


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (MEETING, event("Meeting", PAIR, "2023-09-10"), (1, 0, 0)),
        (MEETING, event("Meeting", PAIR, "2023-09-11"), (1, 0, 0)),  # the date is an attribute
        (MEETING, event("Meeting", "Joe Biden", "2023-09-10"), (0, 1, 1)),
        (MEETING, event("PhoneCall", PAIR, "2023-09-10"), (0, 1, 1)),
        ({**MEETING, "type_aliases": ["PhoneCall"]}, event("PhoneCall", PAIR), (1, 0, 0)),
        (MEETING, event("Speech", PAIR), (0, 0, 1)),  # beyond gold only core types are wrong
        (VISIT, event("Visit", "Joe Biden", to="VN"), (1, 0, 0)),
        (VISIT, event("Visit", "Joe Biden", place="Hà Nội"), (1, 0, 0)),
        (VISIT, event("Visit", "Joe Biden", to="US"), (0, 1, 1)),
        (CHANGE, event("RelationChange", "US, VN", "2013"), (1, 0, 0)),
        (CHANGE, event("RelationChange", "US, VN"), (1, 0, 0)),
        (CHANGE, event("RelationChange", "US, VN", "2023"), (0, 1, 1)),
        ({**MEETING, "optional": True}, event("Meeting", PAIR), (0, 0, 0)),
    ],
)
def test_events(gold: dict[str, Any], found: Happened, expected: tuple[int, int, int]) -> None:
    facts = {"persons": [TRONG, BIDEN], "places": [{"name": "Hà Nội"}], "events": [gold]}
    assert counts(compared(facts, found), "events") == expected


def test_an_event_found_twice_is_wrong_once() -> None:
    report = compared({"events": [MEETING]}, event("Meeting", PAIR, "2023-09-10"), event("Meeting", PAIR, "2023-09-10"))
    assert counts(report, "events") == (1, 1, 0)


def test_of_two_that_fit_the_closer_one_is_taken() -> None:
    report = compared({"events": [MEETING]}, event("Meeting", PAIR, "2022-01-01"), event("Meeting", PAIR, "2023-09-10", place="Hà Nội"))
    assert (report.attributes["event date"], report.attributes["event place"]) == ([True], [True])


def test_countries_organizations_and_what_an_office_implies() -> None:
    gold = {
        "countries": ["US"],
        "countries_optional": ["VN"],
        "organizations": [{"name": "Liên Hợp Quốc"}],
        "holdings": [{**PRESIDENT, "of": ["Bộ Ngoại giao", "US"], "optional": True}],
    }
    report = compared(gold, held("Joe Biden", "Tổng thống", "US"), held("Joe Biden", "Giám đốc", "LHQ"))
    assert counts(report, "countries") == (1, 0, 0)
    assert counts(report, "organizations") == (1, 0, 0)


def test_offsets_and_evidence_are_held_against_the_text() -> None:
    record: Extraction = told("a", "2023-09-10", held("Joe Biden", "Tổng thống", "US"))
    mention = msgspec.structs.replace(record.entities[0].mentions[0], start=0, end=3)
    spoilt = msgspec.structs.replace(
        record,
        entities=(msgspec.structs.replace(record.entities[0], mentions=(mention,)), *record.entities[1:]),
        holdings=(msgspec.structs.replace(record.holdings[0], evidence=()),),
    )
    report = evaluate({"a": Gold()}, [spoilt])
    assert report.attributes["mention offsets"] == [False, True]
    assert report.attributes["has evidence"] == [False]


def test_gold_without_a_record_is_missed_and_said_so() -> None:
    report = evaluate({"a": msgspec.convert({"persons": [BIDEN]}, Gold)}, [])
    assert counts(report, "persons") == (0, 0, 1)
    assert report.unread == ["a"]
    assert report.fields["persons"].errors == ["a: persons missed: Joe Biden"]


def test_rates() -> None:
    tally = compared({"persons": [TRONG, BIDEN]}, "Joe Biden", "Ngô Văn Núi").fields["persons"]
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    nothing = compared({}).fields["persons"]
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)


def test_the_gold_of_the_corpus_is_well_formed() -> None:
    corpus = Path(__file__).parents[1] / "corpus"
    gold = read_gold(corpus / "gold")
    assert {f"{article}.txt" for article in gold} == {path.name for path in (corpus / "articles").iterdir()}
    assert set(FIELDS) == set(evaluate(gold, []).fields)


@pytest.mark.parametrize(
    ("text", "message"),
    [("persons: [", "a.yaml"), ("persons: [{nom: x}]", "name"), ("- x", "a.yaml"), ("events: [{type: Visit}]", "who")],
)
def test_malformed_gold_is_told_by_name(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="holds no gold"):
        read_gold(tmp_path)
