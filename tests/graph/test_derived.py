"""Who is in office by the newest news, and which events make a direct edge."""

from __future__ import annotations

import msgspec
import pytest

from kg.graph.derived import derived_triples, incumbents
from kg.graph.terms import iri_maker
from kg.model import ArticleInfo, HoldingStatus, KgEntity, KgEvent, Knowledge, Modality, Office, OfficeHolding, Participation

A, B = "person/an", "person/binh"
OFFICE = "office/chu-tich"


def holding(
    who: str, status: HoldingStatus, *days: str, until: str | None = None, office: str = OFFICE, told: str = "", since: str | None = None
) -> OfficeHolding:  # fmt: skip
    claims = (f"claim/{told}/holding-{status}",) if told else ()
    return OfficeHolding(f"holding/{who}-{office}-{status}-{days}", who, office, status, None, days, claims, since, until)


@pytest.mark.parametrize(
    ("holdings", "seats", "expected"),
    [
        pytest.param([holding(A, "current", "2020-01-01")], 1, {A}, id="in office"),
        pytest.param([holding(A, "acting", "2020-01-01")], 1, {A}, id="acting is in office"),
        pytest.param([holding(A, "designate", "2020-01-01")], 1, set(), id="not yet in office"),
        pytest.param([holding(A, "former", "2020-01-01")], 1, set(), id="former"),
        pytest.param([holding(A, "current", "2019-01-01"), holding(A, "former", "2020-01-01")], 1, set(), id="left since"),
        pytest.param([holding(A, "former", "2019-01-01"), holding(A, "current", "2020-01-01")], 1, {A}, id="came back"),
        pytest.param(
            [holding(A, "current", "2020-01-20", told="a1"), holding(A, "former", "2020-01-22", told="a1"), holding(B, "current", "2019-06-01")],
            1, {A}, id="came back, by an article that tells of the term before too",
        ),
        pytest.param(
            [holding(A, "current", "2019-01-01", "2020-05-01"), holding(B, "current", "2020-02-01", "2020-03-01")],
            1, {B}, id="called so of the past, once another has held it",
        ),
        pytest.param(
            [holding(A, "current", "2019-01-01", "2020-05-01", "2020-05-02"), holding(B, "current", "2020-02-01")],
            1, {A}, id="one day of another among many is no term",
        ),
        pytest.param(
            [holding(A, "current", "2019-01-01", "2020-05-01"), holding(B, "current", "2020-02-01", "2020-03-01")],
            4, {A, B}, id="many seats: both stay",
        ),
        pytest.param(
            [holding(A, "current", "2019-01-01"), holding(A, "current", "2020-05-01", since="2020-05-01"),
             holding(B, "current", "2020-02-01", "2020-03-01")],
            1, {A}, id="told to have come back",
        ),
        pytest.param(
            [holding(A, "current", "2020-01-20", told="a1"), holding(A, "former", "2020-05-22", told="a2")], 1, set(), id="left, by another article",
        ),
        pytest.param([holding(A, "current", "2019-01-01"), holding(B, "current", "2020-01-01")], 1, {B}, id="succeeded"),
        pytest.param([holding(A, "current", "2019-01-01"), holding(B, "current", "2020-01-01")], 4, {A, B}, id="many seats"),
        pytest.param([holding(A, "current", "2019-01-01"), holding(B, "current", "2020-01-01")], None, {A, B}, id="seats unknown"),
        pytest.param([holding(A, "current", "2020-01-01"), holding(B, "current", "2020-01-01")], 1, {A, B}, id="two on one day: both stay"),
        pytest.param([holding(A, "current", "2020-01-01", until="2020-06-01")], 1, set(), id="term ended"),
        pytest.param([holding(A, "current", "2020-01-01", until="2020-06-02")], 1, {A}, id="term ends after the newest article"),
        pytest.param([holding(A, "current", "2019-01-01"), holding(A, "late", "2020-01-01", office="office/khac")], 1, set(), id="dead"),
        pytest.param([holding(A, "current", "2019-01-01"), holding(A, "late", office="office/khac")], 1, set(), id="dead, day unknown"),
    ],
)
def test_incumbents(holdings: list[OfficeHolding], seats: int | None, expected: set[str]) -> None:
    offices = {OFFICE: Office(OFFICE, "Chủ tịch", "Chủ tịch", None, None, seats)}
    in_office = incumbents(holdings, offices, "2020-06-01")
    assert in_office == {(who, OFFICE) for who in expected}
    assert in_office == incumbents(holdings[::-1], offices, "2020-06-01")


def event(kind: str, modality: Modality, *parts: tuple[str, str]) -> KgEvent:
    return KgEvent(
        "event/1", kind, "Sự kiện", tuple(Participation(*part) for part in parts), None, None, None, None, modality, None, 1, ()
    )


PEOPLE = tuple(KgEntity(who, "Person", who) for who in (A, B))


def edges(knowledge: Knowledge) -> set[tuple[str, str, str]]:
    triples = derived_triples(knowledge, iri_maker("http://e.org/"))
    return {tuple(term.value.rpartition("#" if "#" in term.value else "e.org/")[2] for term in triple) for triple in triples}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (event("Meeting", "happened", (A, "agent"), (B, "participant")), {(A, "met", B), (B, "met", A)}),
        (event("PhoneCall", "happened", (A, "agent"), (B, "agent")), {(A, "met", B), (B, "met", A)}),
        (event("Meeting", "planned", (A, "agent"), (B, "participant")), set()),
        (event("Meeting", "cancelled", (A, "agent"), (B, "participant")), set()),
        (event("Speech", "happened", (A, "speaker"), (B, "participant")), set()),
        (event("Meeting", "happened", (A, "agent"), ("country/VN", "participant")), set()),
        (event("Visit", "happened", (A, "agent"), (B, "host"), ("VN", "destination")), {(A, "visited", "country/VN")}),
        (event("Visit", "happened", (A, "agent"), ("organization/lhq", "destination")), set()),
        (event("Visit", "planned", (A, "agent"), ("country/VN", "destination")), set()),
    ],
    ids=lambda value: f"{value.type}-{value.modality}-{len(value.participations)}" if isinstance(value, KgEvent) else None,
)
def test_only_what_happened_makes_an_edge(told: KgEvent, expected: set[tuple[str, str, str]]) -> None:
    assert edges(Knowledge(entities=PEOPLE, events=(told,))) == expected


def test_offices_of_an_organization_make_members() -> None:
    office = Office(OFFICE, "Chủ tịch Hội", "Chủ tịch", None, "organization/hoi", 1)
    knowledge = Knowledge(
        articles=(ArticleInfo("a", published="2020-06-01"),),
        entities=PEOPLE,
        offices=(office,),
        holdings=(holding(A, "current", "2020-06-01"), holding(B, "former", "2020-06-01")),
    )
    assert edges(knowledge) == {(A, "holds", OFFICE), (A, "memberOf", "organization/hoi"), (B, "held", OFFICE)}
    of_country = msgspec.structs.replace(knowledge, offices=(msgspec.structs.replace(office, owner="country/VN"),))
    assert edges(of_country) == {(A, "holds", OFFICE), (B, "held", OFFICE)}
