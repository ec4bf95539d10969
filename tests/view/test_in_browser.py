"""The page in a real Chromium: finding, filtering, focus, paths, evidence, articles, language, address, keys.

The fixtures `visit` and `glance` assert at the end of each test that there was no error on the console and no request.
"""

from __future__ import annotations

import re

import pytest

from kg.view.records import Fact, PageEvent, PageGraph, PageTie
from tests.view.conftest import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_the_graph_is_drawn_at_every_size(visit: Open, size: tuple[int, int], dark: bool) -> None:
    seen = visit(width=size[0], height=size[1], dark=dark)
    drawn = seen.page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas"), d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let k = 3; k < d.length; k += 4) if (d[k] > 40) n += 1; return n / (d.length / 4); }"""
    )
    assert drawn > 0.03
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.page.evaluate("document.documentElement.dataset.theme") == ("dark" if dark else "light")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("to lam", "Tô Lâm"),
        ("TÔ LÂM", "Tô Lâm"),
        ("tập cận", "Tập Cận Bình"),
        ("tap can binh", "Tập Cận Bình"),
        ("us", "Mỹ"),
        ("united st", "Mỹ"),
        ("thu tuong lao", "Thủ tướng Lào"),
        ("điện đàm với donald", "Tô Lâm điện đàm với Donald Trump"),
        ("ha noi", "Hà Nội"),
        ("tin ngay 29/3/2023", "Nguyễn Phú Trọng và Joe Biden: tin ngày 29/3/2023"),
    ],
)
def test_search_finds_with_and_without_diacritics(glance: Open, typed: str, first: str) -> None:
    seen = glance()
    seen.page.keyboard.press("/")
    seen.page.keyboard.type(typed)
    assert seen.page.inner_text("#found li[aria-selected=true] .name") == first
    seen.page.keyboard.press("Enter")
    assert first in seen.page.inner_text("#panel h2, article.text h2")
    assert not seen.page.is_visible("#found")


def test_search_is_steered_by_keys(glance: Open) -> None:
    seen = glance()
    seen.page.fill("#search", "thủ tướng")
    marked = "#found li[aria-selected=true] .name"
    order = seen.page.locator("#found li .name").all_inner_texts()
    seen.page.press("#search", "ArrowDown")
    seen.page.press("#search", "ArrowDown")
    assert seen.page.inner_text(marked) == order[2]
    seen.page.press("#search", "ArrowUp")
    assert seen.page.inner_text(marked) == order[1]
    assert seen.page.get_attribute("#search", "aria-activedescendant") == "found-1"
    seen.page.press("#search", "Escape")
    assert not seen.page.is_visible("#found")
    seen.page.fill("#search", "xyz không có")
    assert seen.text("#found") == "Không tìm thấy gì"


def test_a_node_is_selected_by_a_click_on_the_drawing(glance: Open) -> None:
    seen = glance()
    seen.page.fill("#search", "việt nam")
    seen.page.press("#search", "Enter")  # brings the node into the middle of the window
    seen.page.click("#panel .close")
    assert seen.page.inner_text("#panel h2") == "Đồ thị tin tức Việt Nam"
    box = seen.page.locator("#canvas").bounding_box()
    assert box
    seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.page.locator("#panel h2", has_text=re.compile("^Việt Nam$")).wait_for()
    assert "n=country/VN" in seen.address()


@pytest.mark.parametrize(
    ("box", "gone", "left"),
    [
        ("types-office", "Thủ tướng Lào", "Tô Lâm"),
        ("types-person", "Tô Lâm", "Thủ tướng Lào"),
        ("countries-country/LA", "Thongloun Sisoulith", "Tô Lâm"),
        ("kinds-kind-head-of-government", "Thủ tướng Lào", "Tổng thống Mỹ"),
    ],
)
def test_the_legend_filters(glance: Open, box: str, gone: str, left: str) -> None:
    seen = glance()
    before = seen.names()
    seen.page.evaluate("document.querySelectorAll('#legend details').forEach((d) => { d.open = true; })")
    seen.page.locator(f'[data-keep="{box}"]').click()
    after = seen.names()
    assert gone in before
    assert gone not in after
    assert left in after
    seen.page.click("#undo")
    assert seen.names() == before


@pytest.mark.parametrize("box", ["ties-met", "outlets-Bản tin Đối ngoại", "tiers-asserted", "modalities-happened"])
def test_the_legend_filters_ties_too(glance: Open, box: str) -> None:
    seen = glance()
    before = seen.rows("ties")
    seen.page.evaluate("document.querySelectorAll('#legend details').forEach((d) => { d.open = true; })")
    seen.page.locator(f'[data-keep="{box}"]').click()
    assert 0 < seen.rows("ties") < before
    seen.page.locator(f'[data-keep="{box}"]').click()
    assert seen.rows("ties") == before


def ties_left(graph: PageGraph, off: str, value: str) -> int:
    """How many ties have a fact left when a filter is off, counted from the records."""
    outlet = {article.id: article.outlet for article in graph.articles}
    said_by = {claim.id: outlet[graph.sentences[claim.sentence].article] for claim in graph.claims}
    tier = {claim.id: claim.tier for claim in graph.claims}
    facts = {fact.id: fact for fact in graph.facts}

    def stays(tie: PageTie, fact: Fact) -> bool:
        claims = fact.claims or ("",)
        if off == "tie":
            return tie.type != value
        if off == "modality":
            return not (isinstance(fact, PageEvent) and fact.modality == value)
        source = said_by if off == "outlet" else tier
        return any(source.get(claim, "unsaid") != value for claim in claims)

    return sum(any(stays(tie, facts[fact]) for fact in tie.facts) for tie in graph.ties)


@pytest.mark.parametrize(
    ("fragment", "off", "value"),
    [
        ("", "tie", "none"),
        ("#-r=met", "tie", "met"),
        ("#-o=Bản tin Đối ngoại", "outlet", "Bản tin Đối ngoại"),
        ("#-p=asserted", "tier", "asserted"),
        ("#-p=probable", "tier", "probable"),
        ("#-m=happened", "modality", "happened"),
    ],
)
def test_filters_of_relation_outlet_tier_and_status(glance: Open, graph: PageGraph, fragment: str, off: str, value: str) -> None:
    assert glance(fragment).rows("ties") == ties_left(graph, off, value)


def test_the_day_of_the_slider_is_the_day_of_the_graph(glance: Open) -> None:
    seen = glance()
    every = seen.rows("events")
    assert seen.text("#day-shown") == "Mọi lúc"
    seen.page.locator("#day").evaluate(
        """(slider) => { slider.value = Date.UTC(2023, 8, 10) / 86400000;
        slider.dispatchEvent(new Event("input")); slider.dispatchEvent(new Event("change")); }"""
    )
    assert seen.text("#day-shown") == "Tính đến 10/9/2023"
    assert "day=2023-09-10" in seen.address()
    past = seen.rows("events")
    assert 0 < past < every
    seen.page.select_option("#span", "30")
    assert 0 < seen.rows("events") < past
    seen.page.click("#all-times")
    assert seen.rows("events") == every


@pytest.mark.parametrize(
    ("day", "held", "not_held"),
    [
        ("2024-06-30", {"Tô Lâm"}, {"Lương Cường", "Võ Văn Thưởng"}),
        ("2023-06-30", {"Võ Văn Thưởng"}, {"Tô Lâm", "Lương Cường", "Nguyễn Xuân Phúc"}),
        ("2025-06-30", {"Lương Cường"}, {"Tô Lâm", "Nguyễn Xuân Phúc", "Võ Văn Thưởng"}),
    ],
)
def test_offices_are_held_as_of_the_day(glance: Open, day: str, held: set[str], not_held: set[str]) -> None:
    seen = glance(f"#day={day}&f=office/chu-tich-nuoc-viet-nam&d=1")
    names = set(seen.names())
    assert held <= names
    assert not names & not_held


def test_play_walks_through_time_and_stops(glance: Open) -> None:
    seen = glance()
    seen.page.click("#play")
    seen.page.locator("#day-shown", has_text="/2023").wait_for()
    seen.page.click("#play")
    stopped = seen.text("#day-shown")
    seen.page.wait_for_timeout(400)
    assert seen.text("#day-shown") == stopped
    seen.page.click("#undo")
    assert seen.text("#day-shown") == "Mọi lúc"


def test_focus_shows_the_surroundings_to_a_depth(glance: Open) -> None:
    seen = glance("#n=person/narendra-modi")
    every = len(seen.names())
    seen.page.click("[data-keep=focus]")
    near = seen.names()
    assert {"Narendra Modi", "Phạm Minh Chính", "Thủ tướng Ấn Độ"} <= set(near)
    assert "Tô Lâm" not in near
    seen.page.click("button[data-view=graph]")
    seen.page.click("[data-keep=depth-2]")
    further = seen.names()
    assert len(near) < len(further) < every
    assert "f=person/narendra-modi&d=2" in seen.address()
    seen.page.click("button[data-view=graph]")
    seen.page.click("[data-keep=unfocus]")
    assert len(seen.names()) == every


def test_expand_hide_pin_and_undo(glance: Open) -> None:
    seen = glance("#f=person/narendra-modi&n=person/pham-minh-chinh")
    near = len(seen.names())
    seen.page.click("[data-keep=grow]")
    grown = len(seen.names())
    assert grown > near
    seen.page.click("[data-keep=pin]")
    assert seen.page.get_attribute("[data-keep=pin]", "aria-pressed") == "true"
    seen.page.click("[data-keep=hide]")
    assert "Phạm Minh Chính" not in seen.names()
    assert "Phạm Minh Chính" in seen.page.inner_text("#legend")
    for _ in range(2):
        seen.page.click("#undo")
    assert seen.page.get_attribute("[data-keep=pin]", "aria-pressed") == "false"
    assert len(seen.names()) == grown
    seen.page.click("#reset")
    assert len(seen.names()) == 122


def test_the_shortest_paths_between_two_nodes(glance: Open) -> None:
    seen = glance("#n=person/joe-biden")
    seen.page.fill("#path-to", "tap can binh")
    seen.page.press("#path-to", "Enter")
    assert "đường ngắn nhất, 2 bước" in seen.text(".path")
    lines = [[name.strip() for name in text.split("›")] for text in seen.page.locator(".paths li").all_inner_texts()]
    assert ["Joe Biden", "Nguyễn Phú Trọng", "Tập Cận Bình"] in lines
    assert all((line[0], line[-1], len(line)) == ("Joe Biden", "Tập Cận Bình", 3) for line in lines)
    assert "path=person/joe-biden~person/tap-can-binh" in seen.address()


def test_no_path_is_told(glance: Open) -> None:
    seen = glance("#n=person/joe-biden&path=person/joe-biden~person/kao-kim-hourn")
    assert "Không có đường nối" in seen.text(".path")


def test_a_node_opens_its_offices_events_and_sentences(glance: Open) -> None:
    seen = glance("#n=person/anthony-albanese")
    panel = seen.text("#panel")
    for part in ("Thủ tướng Australia", "23/5/2022", "Gặp nhau", "Phạm Minh Chính", "Sự kiện (3)", "3/6/2023"):
        assert part in panel
    event = seen.page.locator("#panel details.fact", has_text="Phạm Minh Chính gặp Anthony Albanese").last
    event.locator("summary").click()
    event.locator("blockquote").first.wait_for()
    sentences = event.locator("blockquote").all_inner_texts()
    assert len(sentences) == 3
    assert sentences[0] == "Ngày 7/3/2024, Thủ tướng Việt Nam Phạm Minh Chính hội đàm với Thủ tướng Australia Anthony Albanese."
    source = " ".join(event.inner_text().split())
    for part in ("Bản tin Đối ngoại", "7/3/2024", "verb-frame", "Chắc chắn", "Trang gốc"):
        assert part in source
    assert event.locator("a.outside").first.get_attribute("href") == "https://example.org/2024-03-07-ban-tin-doi-ngoai.html"
    assert "noopener" in (event.locator("a.outside").first.get_attribute("rel") or "")


def test_a_term_that_no_article_tells_is_marked_as_such_and_draws_nothing(glance: Open) -> None:
    seen = glance("#n=person/donald-trump&day=2018-06-30")
    term = seen.page.locator("#panel .term", has_text="theo bảng có sẵn")
    text = " ".join(term.inner_text().split())
    assert "Tổng thống Mỹ" in text
    assert "đang giữ" in text
    assert "20/1/2017 – 1/2021" in text
    term.locator("summary").click()
    term.get_by_text("Nguồn: Bảng nhiệm kỳ").wait_for()
    assert "Donald Trump" not in seen.names()
    seen = glance("#n=person/donald-trump&day=2022-06-30")
    assert "không giữ" in seen.page.locator("#panel .term", has_text="theo bảng có sẵn").inner_text()


def test_the_span_of_a_claim_is_marked_in_its_sentence(glance: Open) -> None:
    seen = glance("#n=person/anthony-albanese")
    seen.page.locator("#panel .terms summary").first.click()
    assert seen.page.locator("#panel .terms mark").first.inner_text().strip() == "Thủ tướng"


@pytest.mark.parametrize(
    ("fragment", "parts"),
    [
        ("#e=person/joe-biden~phoned~person/nguyen-phu-trong", ["Điện đàm", "2 lần đưa tin", "29/3/2023"]),
        ("#e=person/nguyen-phu-trong~phoned~person/joe-biden", ["Điện đàm", "Joe Biden – Nguyễn Phú Trọng"]),
        ("#e=country/US~relation~country/VN", ["Mức quan hệ", "Đối tác chiến lược toàn diện", "10/9/2023"]),
        ("#x=event/meeting-2024-03-07-pham-minh-chinh-anthony-albanese", ["Gặp gỡ", "Đã diễn ra", "với tư cách Thủ tướng Australia"]),
        ("#x=event/visit-planned-donald-trump-vn", ["Dự kiến", "không rõ ngày"]),
        ("#n=office/chu-tich-nuoc-viet-nam", ["Nguyên thủ quốc gia", "State President, Vietnam", "Mâu thuẫn giữa các bài", "Lương Cường"]),
        ("#n=country/US", ["United States", "Quan hệ song phương", "Ngoại trưởng Mỹ", "Tổng thống Mỹ"]),
        ("#n=place/ha-noi", ["Hà Nội", "Không vẽ trên đồ thị này"]),
    ],
)
def test_an_address_opens_what_it_names(glance: Open, fragment: str, parts: list[str]) -> None:
    panel = glance(fragment).text("#panel")
    assert [part for part in parts if part not in panel] == []


@pytest.mark.parametrize(
    "fragment",
    [
        "#n=person/nobody",
        "#f=%00&d=99",
        "#day=2024-99-99",
        "#path=a~b",
        "#e=x&v=evil",
        "#-t=__proto__",
        "#n=__proto__",
        "#lang=fr",
        "#pin=1,2,person/nobody",
        "#pin=a,b,person/to-lam&pin=&pin=1e9,1,person/to-lam",
        "#%E0%A4%A",
        "#" + "x" * 5000,
    ],
)
def test_an_address_that_names_nothing_does_no_harm(glance: Open, fragment: str) -> None:
    seen = glance(fragment)
    assert seen.page.inner_text("#panel h2") == "Đồ thị tin tức Việt Nam"
    assert len(seen.names()) == 122


def test_the_page_opens_at_an_address_that_is_broken(visit: Open) -> None:
    assert len(visit("#n=__proto__&f=%00&d=99&day=2024-99-99&pin=9,9,constructor&%E0%A4%A&v=evil").names()) == 122


def test_the_address_brings_back_the_same_view(glance: Open) -> None:
    first = glance("#n=person/to-lam&f=person/to-lam&d=2&day=2024-10-10&span=90&-r=visited&lang=en")
    fragment = first.address()
    assert glance(fragment).names() == first.names()
    for part in ("n=person/to-lam", "f=person/to-lam", "d=2", "day=2024-10-10", "span=90", "-r=visited", "lang=en"):
        assert part in fragment


def test_a_changed_address_changes_the_view(visit: Open) -> None:
    seen = visit("#n=country/DE")
    seen.page.evaluate("location.hash = 'n=country/FR&lang=en'")
    seen.page.locator("#panel h2", has_text="France").wait_for()
    assert "Country" in seen.text("#legend")
    seen.page.evaluate("location.hash = 'n=country/FR'")
    seen.page.locator("#panel h2", has_text="Pháp").wait_for()
