"""The page in English says nothing of its own in Vietnamese: no heading, label or message, and no contradiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.view import page
from kg.view.page import messages
from kg.view.records import Concept, PageContradiction, PageEvent, PageGraph, PageHolding, PageNode, PageRelation, Part
from tests.view.conftest import Open

pytestmark = pytest.mark.browser

SPOKEN = """() => [...document.querySelectorAll("body *:not(#status)")].filter((e) => e.checkVisibility()).flatMap((e) => [
  ...(e.childElementCount ? [] : [e.textContent]), e.title, e.getAttribute("aria-label"), e.placeholder, e.getAttribute("aria-valuetext"),
]).filter((text) => typeof text === "string").map((text) => text.trim()).filter(Boolean)"""


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#n=person/to-lam&day=2024-07-01",
        "#n=country/US&f=country/US&h=person/joe-biden",
        "#e=person/joe-biden~phoned~person/nguyen-phu-trong",
        "#x=event/visit-planned-donald-trump-vn",
        "#n=person/joe-biden&path=person/joe-biden~person/tap-can-binh",
        "#v=tables",
        "#v=reader",
    ],
)
def test_no_words_of_the_other_language_are_left(glance: Open, fragment: str) -> None:
    seen = glance(f"{fragment or '#'}&lang=en")
    seen.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    seen.page.wait_for_timeout(30)
    said = set(seen.page.evaluate(SPOKEN))
    both = messages()
    assert {"Met", "Types"} <= said
    assert said & (set(both["vi"].values()) - set(both["en"].values())) == set()


VN, US = PageNode("country/VN", "country", "Việt Nam", "Vietnam", iso="VN"), PageNode("country/US", "country", "Mỹ", "United States", iso="US")
OFFICE = PageNode("office/x", "office", "Chủ tịch nước Việt Nam", "State President, Vietnam", owner="country/VN", country="country/VN")
A, B = PageNode("person/a", "person", "Người Một"), PageNode("person/b", "person", "Người Hai")
WORLD = PageGraph(
    nodes=(VN, US, OFFICE, A, B),
    holdings=(
        PageHolding("holding/a", A.id, OFFICE.id, "current", claims=("c1",)),
        PageHolding("holding/b", B.id, OFFICE.id, "current", begin="2024-06-01", end="2023-01-01", claims=("c2",)),
    ),
    events=(PageEvent("event/m", "meeting", "Người Một gặp Người Hai", parts=(Part(A.id, "participant"), Part(B.id, "participant"))),),
    relations=(
        PageRelation("relation/1", (US.id, VN.id), "strategic", "2023-09-10", ("c3",)),
        PageRelation("relation/2", (US.id, VN.id), "full", "2023-09-10", ("c4",)),
    ),
    levels=(Concept("strategic", "Đối tác chiến lược", "Strategic Partnership"), Concept("full", "Đối tác toàn diện", "Comprehensive Partnership")),
)
CASES = [
    (
        PageContradiction("k/1", OFFICE.id, "(1)", "two-holders", ("2024-05-22", "2024-05-23"), ("c1", "c2")),
        "Nhiều người cùng giữ một chức (Chủ tịch nước Việt Nam) ngày 22/5/2024, 23/5/2024: Người Một, Người Hai",
        "Several people in one office (State President, Vietnam) on 22 May 2024, 23 May 2024: Người Một, Người Hai",
    ),
    (
        PageContradiction("k/2", "event/m", "(2)", "date", ("2024-03-07", "2024-03")),
        "Các bài nói những ngày khác nhau cho một sự kiện (Người Một gặp Người Hai): 7/3/2024, 3/2024",
        "Reports give different dates for one event (Meeting: Người Một, Người Hai): 7 Mar 2024, Mar 2024",
    ),
    (
        PageContradiction("k/3", "relation/1", "(3)", "level", ("2023-09-10",), ("c3", "c4")),
        "Các bài nói những mức quan hệ khác nhau cho ngày 10/9/2023: Đối tác chiến lược, Đối tác toàn diện",
        "Reports tell of different levels of relations for 10 Sep 2023: Strategic Partnership, Comprehensive Partnership",
    ),
    (
        PageContradiction("k/4", "holding/b", "(4)", "inverted-term", ("2024-06-01", "2023-01-01"), ("c2",)),
        "Nhiệm kỳ kết thúc trước khi bắt đầu (Người Hai, Chủ tịch nước Việt Nam): 1/6/2024, 1/1/2023",
        "A term ends before it begins (Người Hai, State President, Vietnam): 1 Jun 2024, 1 Jan 2023",
    ),
    (
        PageContradiction("k/7", OFFICE.id, "(7)", "against-background", ("2024-05-22",), ("c1", "c2")),
        "Được gọi theo chức (Chủ tịch nước Việt Nam) ngày 22/5/2024, khi bảng nhiệm kỳ chỉ có một người trong số này giữ chức: Người Một, Người Hai",
        "Called by one office (State President, Vietnam) on 22 May 2024, when the table of terms has only one of them in it: Người Một, Người Hai",
    ),
    (
        PageContradiction("k/8", "holding/b", "(8)", "left-office", ("2023-01-01", "2024-06-01"), ("c2",)),
        "Được nói là đang giữ chức sau khi đã thôi (Người Hai, Chủ tịch nước Việt Nam): 1/1/2023, 1/6/2024",
        "Told to be in an office after leaving it (Người Hai, State President, Vietnam): 1 Jan 2023, 1 Jun 2024",
    ),
    (
        PageContradiction("k/9", "event/m", "(9)", "place", ()),
        "Các bài nói những nơi khác nhau cho một sự kiện (Người Một gặp Người Hai)",
        "Reports give different places for one event (Meeting: Người Một, Người Hai)",
    ),
    (PageContradiction("k/5", OFFICE.id, "Lời của đồ thị", "of-a-new-kind"), "Lời của đồ thị", "Lời của đồ thị"),
    (PageContradiction("k/6", "event/gone", "Sự kiện không có ở đây", "date", ("2024-03-07",)), "Sự kiện không có ở đây", "Sự kiện không có ở đây"),
]


def test_contradictions_are_told_in_the_language_of_the_page(visit: Open, tmp_path: Path) -> None:
    import msgspec

    from kg.view.records import PageArticle, PageClaim, PageSentence

    claims = tuple(PageClaim(f"c{n}", 0, 0, 1, "rule") for n in (1, 2, 3, 4))
    world = msgspec.structs.replace(
        WORLD, claims=claims, sentences=(PageSentence("article/1", 0, 5, "Có câu."),), articles=(PageArticle("article/1", "Bài"),),
        contradictions=tuple(contradiction for contradiction, _, _ in CASES),
    )  # fmt: skip
    file = tmp_path / "contradictions.html"
    file.write_text(page(world), encoding="utf-8", newline="\n")
    seen = visit(file=file)
    seen.page.evaluate("document.querySelectorAll('details.rest').forEach((d) => { d.open = true; })")
    told = "#panel .contradiction .head"
    assert seen.page.locator(told).all_text_contents() == [vietnamese for _, vietnamese, _ in CASES]
    seen.page.click("#language")
    assert seen.page.locator(told).all_text_contents() == [english for _, _, english in CASES]
