"""Questions asked of the corpus: rows that must be in the answer, as corpus/gold has them, and rows that must not."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kg.graph import open_store
from kg.query import Rows, Triples, Truth, named_questions, query
from kg.query.formats import text_of
from tests.query.answers import Told

# command; rows that are in the answer; rows that are not. A row is some of its columns: `column=value; column=value`.
ASKED: list[tuple[str, list[str], list[str]]] = [
    (
        "who-held-which-office --country Mỹ",
        [
            "person=Barack Obama; office=Tổng thống Mỹ; status=current",
            "person=Donald Trump; office=Tổng thống Mỹ; status=current",
            "person=Joe Biden; office=Tổng thống Mỹ; status=current",
            "person=Joe Biden; office=Phó Tổng thống Mỹ; status=current; first=2015-07-09",
            "person=John Kerry; office=Bộ trưởng Ngoại giao Mỹ; status=former",
            "person=Antony Blinken; office=Bộ trưởng Ngoại giao Mỹ; status=current",
            "person=Marco Rubio; office=Bộ trưởng Ngoại giao Mỹ; status=current",
        ],
        ["person=Tô Lâm", "person=Vladimir Putin", "country=Việt Nam"],
    ),
    (
        "who-held-which-office --country Mỹ --from 2025",
        ["person=Donald Trump; office=Tổng thống Mỹ; first=2025-01-20", "person=Marco Rubio"],
        ["person=Antony Blinken", "person=Joe Biden; office=Tổng thống Mỹ; status=current"],
    ),
    (
        "who-held-which-office --role 'Thủ tướng'",
        [
            "person=Phạm Minh Chính; country=Việt Nam",
            "person=Narendra Modi; country=Ấn Độ",
            "person=Anthony Albanese; country=Australia",
            "person=Keir Starmer; country=Anh",
            "person=Lawrence Wong; country=Singapore",
            "person=Hun Manet; country=Campuchia",
            "person=Paetongtarn Shinawatra; country=Thái Lan",
            "person=Anwar Ibrahim; country=Malaysia",
        ],
        ["person=Joe Biden", "person=Tô Lâm"],
    ),
    (
        "who-holds-which-office --country 'Việt Nam'",
        [
            "person=Lương Cường; office=Chủ tịch nước Việt Nam; last=2025-05-26",
            "person=Tô Lâm; office=Tổng Bí thư Việt Nam",
            "person=Phạm Minh Chính; office=Thủ tướng Việt Nam",
        ],
        ["person=Nguyễn Phú Trọng", "person=Võ Văn Thưởng; office=Chủ tịch nước Việt Nam", "person=Tô Lâm; office=Chủ tịch nước Việt Nam"],
    ),
    (
        "who-was-in-office-on --office 'chu tich nuoc viet nam' --on 2023-09-10",
        ["person=Võ Văn Thưởng; evidence=told; from=2023-03-02; until=2024-03-21"],
        ["person=Tô Lâm", "person=Nguyễn Xuân Phúc", "person=Lương Cường"],
    ),
    (
        "who-was-in-office-on --office 'Chủ tịch nước Việt Nam' --on 2024-04-10",
        ["person=Võ Thị Ánh Xuân; status=acting"],
        ["person=Võ Văn Thưởng", "person=Tô Lâm"],
    ),
    (
        "who-was-in-office-on --role 'Thủ tướng' --country Anh --on 10/7/2024",
        ["person=Keir Starmer; from=2024-07-05; evidence=background"],
        ["person=Rishi Sunak", "evidence=before"],
    ),
    (
        "who-was-in-office-on --office 'Bộ trưởng Ngoại giao Mỹ' --on 2023-06-15",
        ["person=Antony Blinken; evidence=background; from=2021-01-26; until=2025-01-20"],
        ["person=Mike Pompeo", "evidence=after", "evidence=before"],
    ),
    (
        "who-was-in-office-on --office 'Bộ trưởng Ngoại giao Mỹ' --on 2023-06-15 --background no",
        ["person=Mike Pompeo; evidence=before; nearest=2019-02-28", "person=Antony Blinken; evidence=after; nearest=2023-07-04"],
        ["evidence=background"],
    ),
    (
        "who-was-in-office-during --office 'Thủ tướng Anh' --from 2024 --until 2024",
        ["person=Keir Starmer; evidence=told", "person=Rishi Sunak; evidence=background; until=2024-07-05"],
        ["person=David Cameron"],
    ),
    (
        "who-was-in-office-during --office 'Chủ tịch nước Việt Nam' --from 2018 --until 2018",
        ["person=Đặng Thị Ngọc Thịnh; status=acting; evidence=background; from=2018-09-21; until=2018-10-23"],
        ["person=Tô Lâm", "person=Nguyễn Xuân Phúc"],
    ),
    (
        "background-terms --country Mỹ",
        ["person=Antony Blinken; from=2021-01-26", "person=Donald Trump; from=2017-01-20", "person=Donald Trump; from=2025-01-20"],
        ["person=Tô Lâm"],
    ),
    (
        "offices-of-person --person 'to lam'",
        [
            "office=Bộ trưởng Công an Việt Nam",
            "office=Chủ tịch nước Việt Nam; status=current; from=2024-05-22; until=2024-10-21",
            "office=Tổng Bí thư Việt Nam; status=current; from=2024-08-03",
        ],
        ["office=Thủ tướng Việt Nam"],
    ),
    (
        "holders-of-office --office 'Chủ tịch nước Việt Nam'",
        [
            "person=Trương Tấn Sang; status=current",
            "person=Trần Đại Quang; status=current",
            "person=Nguyễn Phú Trọng; status=current",
            "person=Nguyễn Xuân Phúc; status=current",
            "person=Võ Văn Thưởng; status=current",
            "person=Võ Thị Ánh Xuân; status=acting",
            "person=Tô Lâm; status=current",
            "person=Lương Cường; status=current",
        ],
        ["person=Phạm Minh Chính", "person=Joe Biden"],
    ),
    ("offices-that-changed-hands", ["office=Chủ tịch nước Việt Nam", "office=Tổng thống Mỹ", "office=Thủ tướng Thái Lan"], []),
    (
        "appointments-and-departures --from 2024-05 --until 2024-10",
        [
            "date=2024-05-15; kind=Nhậm chức; person=Lawrence Wong",
            "date=2024-05-22; kind=Nhậm chức; person=Tô Lâm",
            "date=2024-08-03; kind=Nhậm chức; person=Tô Lâm",
            "date=2024-10-21; kind=Nhậm chức; person=Lương Cường",
            "date=2024-07-19; kind=Rời chức; person=Nguyễn Phú Trọng",
        ],
        ["person=Joe Biden"],
    ),
    ("offices-by-status --status acting", ["person=Võ Thị Ánh Xuân; office=Chủ tịch nước Việt Nam"], ["person=Tô Lâm"]),
    ("people-of-country --country Nga", ["person=Vladimir Putin"], ["person=Tô Lâm", "person=Joe Biden"]),
    (
        "who-met-whom --person biden --from 2023-09 --until 2023-09",
        [
            "date=2023-09-10; person=Joe Biden; other=Nguyễn Phú Trọng; place=Hà Nội",
            "date=2023-09-11; other=Phạm Minh Chính",
            "date=2023-09-11; other=Vương Đình Huệ",
        ],
        ["other=Joe Biden", "other=Tô Lâm"],
    ),
    ("who-met-whom --person 'Tô Lâm' --other 'Vladimir Putin'", ["person=Tô Lâm; other=Vladimir Putin"], ["other=Joe Biden"]),
    ("most-connected-people", ["person=Nguyễn Phú Trọng", "person=Joe Biden"], []),
    (
        "events-of-person --person 'Võ Văn Thưởng' --from 2023-03 --until 2023-03",
        ["date=2023-03-02; kind=Nhậm chức"],
        ["date=2024-03-21"],
    ),
    (
        "who-visited-country --country 'Việt Nam'",
        [
            "person=Joe Biden; date=2023-09-10/2023-09-11; level=cấp Nhà nước",
            "person=António Guterres; date=2022-10-21/2022-10-22",
            "person=Anthony Albanese; date=2023-06-03/2023-06-04",
            "person=Yoon Suk-yeol",
            "person=Vladimir Putin",
        ],
        ["person=Lê Hoài Trung", "country=Mỹ"],
    ),
    ("visits-between-countries --home Mỹ --country 'Việt Nam'", ["person=Joe Biden"], ["home=Nga", "person=Vladimir Putin"]),
    ("visits-of-person --person 'Phạm Minh Chính'", ["date=2024-03-07/2024-03-09; destination=Australia"], []),
    ("most-visited-countries", ["country=Việt Nam"], []),
    (
        "relations-over-time --country 'Việt Nam' --other Mỹ",
        [
            "since=1995; level=Bình thường hóa quan hệ; rank=2",
            "since=2013-07-25; level=Đối tác toàn diện; rank=3",
            "since=2023-09-10; level=Đối tác chiến lược toàn diện; rank=7",
        ],
        ["other=Nga"],
    ),
    (
        "level-of-relations --country 'Việt Nam'",
        [
            "other=Mỹ; level=Đối tác chiến lược toàn diện; since=2023-09-10",
            "other=Nhật Bản; level=Đối tác chiến lược toàn diện; since=2023-11-27",
            "other=Pháp; since=2024-10-07",
            "other=Hàn Quốc; level=Đối tác chiến lược toàn diện",
        ],
        [],
    ),
    (
        "relation-changes --country 'Nhật Bản'",
        ["date=2023-11-27; countries=Nhật Bản – Việt Nam; level=Đối tác chiến lược toàn diện"],
        ["countries=Mỹ – Việt Nam"],
    ),
    ("contacts-of-countries --country 'Việt Nam' --other Mỹ", ["year=2023"], ["other=Nga"]),
    (
        "announced-beforehand",
        [
            "event=Joe Biden thăm Việt Nam, 2023-09-10/2023-09-11; announced=2023-08-29; days=12",
            "event=Joe Biden gặp Phạm Minh Chính, 2023-09-11; announced=2023-09-10; days=1; reports=2",
            "event=Joe Biden gặp Võ Văn Thưởng, 2023-09-11; announced=2023-09-10; days=1; reports=2",
            "event=Joe Biden gặp Vương Đình Huệ, 2023-09-11; announced=2023-09-10; days=1; reports=2",
        ],
        [],
    ),
    ("planned-events", ["event=Emmanuel Macron thăm Singapore"], ["event=Joe Biden thăm Việt Nam, 2023-09-10/2023-09-11"]),
    ("articles-of-event", ["event=Joe Biden gặp Nguyễn Phú Trọng, 2023-09-10; published=2023-09-11"], []),
    ("articles-about --about 'António Guterres'", ["published=2022-10-22"], ["published=2023-12-12"]),
    ("mentioned-with --person 'Anthony Albanese'", ["entity=Phạm Minh Chính", "entity=Australia"], ["entity=Vladimir Putin"]),
    (
        "articles-per-outlet",
        ["outlet=Bản tin Đối ngoại; articles=11", "outlet=Nhật báo Thời cuộc; articles=10", "outlet=Thế giới 24 giờ; articles=9"],
        ["outlet=?"],
    ),
    (
        "figures-between-countries --country 'Việt Nam' --measure 'thương mại'",
        [
            "period=2022; countries=Mỹ – Việt Nam; value=123; unit=tỷ USD",
            "period=2022; countries=Australia – Việt Nam; value=25.7; change=75",
            "period=2023; countries=Malaysia – Việt Nam; value=12.7",
            "period=2024; countries=Pháp – Việt Nam; value=5.42; change=12.9",
            "period=2024-01/2024-08; countries=Mỹ – Việt Nam; value=88; change=22",
        ],
        ["measured=Vốn đầu tư"],
    ),
    ("figures-between-countries --other Mỹ --until 2023", ["period=2022; value=123"], ["value=88", "countries=Malaysia – Việt Nam"]),
    (
        "announced-visits-without-report",
        [
            "person=Emmanuel Macron; destination=Indonesia; told=2025-05-26",
            "person=Emmanuel Macron; destination=Singapore; told=2025-05-26",
            "person=Kim Jong-un; destination=Việt Nam; told=2019-02-28",
        ],
        ["person=Joe Biden; destination=Việt Nam"],
    ),
    (
        "announced-visits-without-report --country Mỹ",
        ["person=Keir Starmer; destination=Washington; told=2024-07-06"],
        ["destination=Việt Nam", "person=Emmanuel Macron"],
    ),
    (
        "visits-with-level-and-inviter --country 'Việt Nam' --level 'cấp Nhà nước' --modality happened",
        ["visitors=Joe Biden; date=2023-09-10/2023-09-11", "visitors=Vladimir Putin; invited=Nguyễn Phú Trọng"],
        ["visitors=António Guterres", "level=chính thức"],
    ),
    (
        "visits-with-level-and-inviter --country 'Việt Nam' --level 'chính thức'",
        [
            "visitors=António Guterres; date=2022-10-21/2022-10-22",
            "visitors=Anthony Albanese; date=2023-06-03/2023-06-04",
            "visitors=Kim Jong-un; date=2019-03-01/2019-03-02",
        ],
        ["visitors=Joe Biden"],
    ),
    (
        "events-of-visit --person 'Tập Cận Bình' --country 'Việt Nam'",
        [
            "date=2023-12-12; event=Nguyễn Phú Trọng gặp Tập Cận Bình, 2023-12-12",
            "date=2023-12-13; event=Tập Cận Bình gặp Võ Văn Thưởng, 2023-12-13",
            "date=2023-12-13; event=Tập Cận Bình gặp Vương Đình Huệ, 2023-12-13",
            "date=2023-12-13; event=Phạm Minh Chính gặp Tập Cận Bình, 2023-12-13",
        ],
        ["date=2023-09-10"],
    ),
    (
        "what-was-said-of --person 'Nguyễn Phú Trọng' --about Mỹ",
        ["date=2023-03-29; verb=request; cameo=020"],
        ["person=Joe Biden", "about=Trung Quốc"],
    ),
    (
        "statements-about-country --country Malaysia --person 'Anwar Ibrahim'",
        ["published=2024-11-21; person=Anwar Ibrahim; country=Malaysia"],
        ["person=Tô Lâm"],
    ),
    ("events-by-code --from 2023-03 --until 2023-03", ["cameo=041; plover=CONSULT; kind=Điện đàm; events=1; told=3"], ["kind=Rời chức"]),
    ("articles-in-period --from 2024-08 --until 2024-08", ["published=2024-08-03", "published=2024-08-16"], ["published=2024-07-20"]),
]


@pytest.mark.parametrize(("command", "there", "absent"), ASKED, ids=[command for command, _, _ in ASKED])
def test_answers_are_those_of_gold(corpus: Path, command: str, there: list[str], absent: list[str]) -> None:
    told = Told(command, ())
    answer = query(open_store(corpus), told.name, told.given)
    assert isinstance(answer, Rows)
    rows = [{variable: text_of(term) for variable, term in zip(answer.variables, row, strict=True)} for row in answer.rows]

    def found(row: str) -> bool:
        wanted = dict(part.split("=", 1) for part in row.split("; "))
        assert set(wanted) <= set(answer.variables), f"{command} has the columns {answer.variables}"
        return any(all(one[name] == value for name, value in wanted.items()) for one in rows)

    assert [row for row in there if not found(row)] == [], "missing"
    assert [row for row in absent if found(row)] == [], "must not be there"


@pytest.mark.parametrize("name", list(named_questions()))
def test_every_question_can_be_asked(corpus: Path, name: str) -> None:
    given = {
        "did-they-meet": {"person": "Joe Biden", "other": "Nguyễn Phú Trọng"},
        "who-was-in-office-on": {"on": "2024"},
        "level-of-relations-on": {"on": "2024"},
    }.get(name, {})
    assert isinstance(query(open_store(corpus), name, given), Rows | Triples | Truth)


@pytest.mark.parametrize("name", [name for name, question in named_questions().items() if question.examples])
def test_the_examples_run(corpus: Path, name: str) -> None:
    for example in named_questions()[name].examples:
        words = shlex.split(example.split(" > ")[0])[2:]
        while "--limit" in words:
            at = words.index("--limit")
            del words[at : at + 2]
        told = Told(shlex.join(words), ())
        query(open_store(corpus), told.name, told.given)


def test_two_builds_answer_alike(corpus: Path, tmp_path: Path) -> None:
    from tests.query.builds import build_corpus

    again = build_corpus(tmp_path)
    for name in ("who-held-which-office", "who-met-whom", "evidence", "same-name"):
        assert query(corpus, name) == query(again, name)
