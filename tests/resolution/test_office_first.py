"""A title without a name: who it stands for on the day of its event, by articles or background, and when nobody is named."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kg.model import Extraction, Knowledge, TitleReading
from kg.resolution import resolve
from tests.resolution.telling import event, events, held, knowledge, told

PM, PRESIDENT = "JP:Thủ tướng", "US:Tổng thống"
CHINH = held("Phạm Minh Chính", "Thủ tướng", "VN")


def met(who: str, date: str | None, published: str | None = "2023-12-16", modality: str = "happened") -> Extraction:
    """An article in which someone unnamed meets Phạm Minh Chính."""
    return told("met", published, CHINH, event("Meeting", f"Phạm Minh Chính, {who}", date, modality=modality))  # type: ignore[arg-type]


def seen(article: str, day: str, person: str, role: str = "Thủ tướng", of: str = "JP") -> Extraction:
    return told(article, day, held(person, role, of))


class Case(NamedTuple):
    records: list[Extraction]
    outcome: str
    holder: str | None
    term: str | None
    confidence: float
    reason: str


CASES: dict[str, Case] = {
    "articles show the holder before and after": Case(
        [seen("a", "2023-12-01", "Fumio Kishida"), met(PM, "2023-12-16"), seen("b", "2023-12-30", "Fumio Kishida")],
        "resolved",
        "person/fumio-kishida",
        "holding/fumio-kishida-thu-tuong-jp",
        0.95,
        "articles show Fumio Kishida",
    ),
    "nobody but the background": Case(
        [met(PM, "2023-12-16")],
        "resolved",
        "person/fumio-kishida",
        "background/fumio-kishida-thu-tuong-jp-2021",
        0.9,
        "by the background",
    ),
    "articles go before the background": Case(
        [seen("a", "2023-12-01", "Sato Ichiro"), met(PM, "2023-12-16"), seen("b", "2023-12-30", "Sato Ichiro")],
        "resolved",
        "person/sato-ichiro",
        "holding/sato-ichiro-thu-tuong-jp",
        0.95,
        "articles show Sato Ichiro",
    ),
    "an event without a date is asked for the day of its article, and trusted less": Case(
        [met(PM, None)], "resolved", "person/fumio-kishida", "background/fumio-kishida-thu-tuong-jp-2021", 0.81, "by the background"
    ),
    "a month within one term": Case(
        [met(PM, "2023-12")], "resolved", "person/fumio-kishida", "background/fumio-kishida-thu-tuong-jp-2021", 0.9, "by the background"
    ),
    "an earlier event than the article": Case(
        [met(PRESIDENT, "2016-05-23")], "resolved", "person/barack-obama", "background/barack-obama-tong-thong-us-2009", 0.9, "by the background"
    ),
    "two in office on the day by the articles": Case(
        [seen("a", "2023-12-16", "Sato Ichiro"), met(PM, "2023-12-16"), seen("b", "2023-12-16", "Suzuki Jiro")],
        "ambiguous",
        None,
        None,
        0,
        "several in this office",
    ),
    "the day of a handover": Case([met(PRESIDENT, "2025-01-20")], "ambiguous", None, None, 0, "changed hands"),
    "a year with two holders": Case([met(PRESIDENT, "2025")], "ambiguous", None, None, 0, "changed hands"),
    "a day within an uncertain bound": Case([met("TH:Bộ trưởng Ngoại giao", "2023-09-15")], "ambiguous", None, None, 0, "changed hands"),
    "an article says that somebody else has entered": Case(
        [
            told("a", "2023-12-10", held("Sato Ichiro", "Thủ tướng", "JP"), event("Appointment", "Sato Ichiro", "2023-12-10", label="Thủ tướng")),
            met(PM, "2023-12-16"),
        ],
        "ambiguous",
        None,
        None,
        0,
        "articles and background differ",
    ),
    "an article says that the table's holder has left": Case(
        [
            told("a", "2023-12-01", held("Fumio Kishida", "Thủ tướng", "JP")),
            told(
                "b",
                "2023-12-10",
                held("Fumio Kishida", "Thủ tướng", "JP", "former"),
                event("Departure", "Fumio Kishida", "2023-12-10", label="Thủ tướng"),
            ),
            met(PM, "2023-12-16"),
        ],
        "unknown",
        None,
        None,
        0,
        "neither articles nor the background",
    ),
    "no date at all": Case([met(PM, None, published=None)], "unknown", None, None, 0, "neither the event nor the article has a date"),
    "nobody knows": Case([met("QA:Bộ trưởng Ngoại giao", "2023-12-16")], "unknown", None, None, 0, "neither articles nor the background"),
    "an office that several hold": Case([met("JP:Phó Thủ tướng", "2023-12-16")], "unknown", None, None, 0, "one person holds this office"),
    "only somebody who stood in": Case([met("VN:Chủ tịch nước", "2024-04-15")], "unknown", None, None, 0, "stood in"),
    "who stands in is meant by that": Case(
        [met("KR:quyền Tổng thống", "2025-01-15")],
        "resolved",
        "person/choi-sang-mok",
        "background/choi-sang-mok-tong-thong-kr-2024",
        0.9,
        "by the background",
    ),
}


def reading(found: Knowledge) -> TitleReading:
    (one,) = found.titles
    return one


@pytest.mark.parametrize("case", CASES)
def test_who_a_title_stands_for(case: str) -> None:
    records, outcome, holder, term, confidence, reason = CASES[case]
    found = reading(knowledge(*records))
    assert (found.outcome, found.holder, found.term, found.confidence) == (outcome, holder, term, confidence)
    assert reason in found.reason


def test_the_person_takes_part_with_the_capacity_of_that_day_and_the_evidence_of_the_sentence() -> None:
    found = knowledge(met(PM, "2023-12-16"))
    (meeting,) = events(found, "Meeting")
    parts = {part.participant: (part.acting_as, part.title) for part in meeting.participations}
    assert parts["person/fumio-kishida"] == ("background/fumio-kishida-thu-tuong-jp-2021", "title/met/1")
    assert parts["person/pham-minh-chinh"][1] is None and "country/JP" not in parts
    claims = {claim.id: claim for claim in found.claims}
    assert [claims[claim].quote for claim in meeting.claims] == ["Meeting Phạm Minh Chính Thủ tướng Nhật Bản"]
    kishida = next(entity for entity in found.entities if entity.id == "person/fumio-kishida")
    assert set(meeting.claims) <= set(kishida.claims)
    assert reading(found).event == meeting.id
    assert [claims[claim].quote for claim in reading(found).claims] == ["Thủ tướng Nhật Bản"]


@pytest.mark.parametrize(("who", "date"), [(PRESIDENT, "2025-01-20"), ("QA:Bộ trưởng Ngoại giao", "2023-12-16")])
def test_where_it_cannot_be_told_the_country_takes_part_as_before(who: str, date: str) -> None:
    (meeting,) = events(knowledge(met(who, date)), "Meeting")
    assert [part.participant for part in meeting.participations] == [f"country/{who[:2]}", "person/pham-minh-chinh"]


def test_without_the_background_articles_alone_tell() -> None:
    records = [seen("a", "2023-12-01", "Fumio Kishida"), met(PM, "2023-12-16")]
    assert reading(resolve(records, background=False)).outcome == "unknown"
    records.append(seen("b", "2023-12-30", "Fumio Kishida"))
    assert reading(resolve(records, background=False)).holder == "person/fumio-kishida"


def test_a_report_that_names_and_one_that_does_not_are_one_event() -> None:
    named = told("named", "2023-12-16", CHINH, event("Meeting", "Phạm Minh Chính, Fumio Kishida", "2023-12-16"))
    found = knowledge(met(PM, "2023-12-16"), named)
    (meeting,) = events(found, "Meeting")
    assert meeting.report_count == 2
    assert {part.participant: part.title for part in meeting.participations}["person/fumio-kishida"] is None


def test_candidates_are_named() -> None:
    found = reading(knowledge(met(PRESIDENT, "2025-01-20")))
    assert found.candidates == ("donald trump", "joe biden")


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_articles_does_not_matter(case: str) -> None:
    records = CASES[case].records
    assert knowledge(*records) == knowledge(*reversed(records))


def test_one_word_names_of_two_states_are_two_people() -> None:
    meetings = [event("Meeting", f"Phạm Minh Chính, {iso}:Quốc vương", day) for iso, day in (("SA", "2012-06-01"), ("MY", "2021-06-01"))]
    found = knowledge(told("met", "2021-06-02", CHINH, *meetings))
    assert [one.holder for one in found.titles] == ["person/abdullah", "person/abdullah-my"]
