"""What a merged event tells besides its reports' dates and people: the visit it belongs to, the level it leaves, its verb and codes."""

from __future__ import annotations

import msgspec
import pytest

from kg.model import ArticleInfo, Entity, Event, Extraction, KgEvent, Mention, Participant
from kg.resolution import resolve

TEXT = "Ông Lâm thăm Lào và gặp ông Thongloun."


def told(article: str, *events: Event) -> Extraction:
    entities = (
        Entity("p", "Person", "Tô Lâm", mentions=(Mention(4, 7, "Lâm"),)),
        Entity("q", "Person", "Thongloun Sisoulith", mentions=(Mention(28, 37, "Thongloun"),)),
        Entity("l", "Country", "Lào", iso="LA", mentions=(Mention(13, 16, "Lào"),)),
        Entity("v", "Country", "Việt Nam", iso="VN", mentions=(Mention(0, 3, "Ông"),)),
    )
    return Extraction(ArticleInfo(article, published="2024-07-12"), TEXT, entities, events=events)


def visit(**changes: object) -> Event:
    parts = Participant("p", "agent"), Participant("l", "destination")
    return msgspec.structs.replace(Event("v1", "Visit", parts, ((8, 16),), "2024-07-11/2024-07-12"), **changes)


def meeting(**changes: object) -> Event:
    parts = Participant("p", "participant"), Participant("q", "participant")
    return msgspec.structs.replace(Event("v2", "Meeting", parts, ((20, 37),), "2024-07-11", part_of="v1"), **changes)


def change(**changes: object) -> Event:
    parts = Participant("v", "party"), Participant("l", "party")
    return msgspec.structs.replace(Event("v3", "RelationChange", parts, ((0, 7),), "2024-07-11", level="Đối tác chiến lược"), **changes)


def event(kind: str, *records: Extraction) -> KgEvent:
    (found,) = [one for one in resolve(records, background=False).events if one.type == kind]
    return found


@pytest.mark.parametrize(
    ("records", "whole"),
    [
        ((told("a", visit(), meeting()),), "Visit"),
        ((told("a", visit(), meeting()), told("b", visit(), meeting())), "Visit"),
        ((told("a", visit(), meeting()), told("b", meeting(part_of=None))), "Visit"),
        ((told("a", meeting(part_of=None)), told("b", visit())), None),
        ((told("a", meeting(part_of="v9")),), None),
        ((told("a", meeting(part_of="v2")),), None),
    ],
    ids=["one article", "two", "one of two says so", "none says so", "an event there is not", "itself"],
)
def test_a_meeting_is_part_of_the_visit_its_reports_tell_it_of(records: tuple[Extraction, ...], whole: str | None) -> None:
    wanted = event(whole, *records).id if whole else None
    assert event("Meeting", *records).part_of == wanted
    assert event("Meeting", *reversed(records)).part_of == wanted


def test_the_level_left_the_verb_and_its_codes_are_those_most_tell() -> None:
    upgrade = change(from_level="quan hệ đối tác toàn diện", verb="upgrade", cameo="050", plover="COOPERATE")
    become = change(verb="become", cameo="050", plover="COOPERATE")
    found = event("RelationChange", told("a", become), told("b", upgrade), told("c", upgrade))
    assert (found.level, found.from_level) == ("Đối tác chiến lược", "Đối tác toàn diện")
    assert (found.verb, found.cameo, found.plover) == ("upgrade", "050", "COOPERATE")


def test_a_code_without_a_verb_stays() -> None:
    found = event("Meeting", told("a", meeting(cameo="040", plover="CONSULT")), told("b", meeting()))
    assert (found.verb, found.cameo, found.plover) == (None, "040", "CONSULT")
