"""Vietnamese time expressions: `dates.tsv` says which expressions a sentence holds and their dates, `not_dates.tsv` what holds none."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path

import pytest

from kg.language.dates import TimeExpression, find_dates

HERE = Path(__file__).parent
SENTENCE = re.compile(r"\S.*?[.!?…]+[\"”]?(?=\s|$)|\S.*$")
# The form that gold facts and extraction records write dates in: EDTF days, months, years and intervals, X for the unknown.
PART = r"(\d{4}|XXXX)(-(\d{2}|XX)(-(\d{2}|XX))?)?"
EDTF = re.compile(rf"{PART}(/{PART})?")


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def dates_of(text: str, published: str | None) -> list[TimeExpression]:
    return find_dates(text, [match.span() for match in SENTENCE.finditer(text)], published)


CASES = [
    (sentence, published or None, list(group))
    for (sentence, published), group in itertools.groupby(rows("dates.tsv"), lambda row: (row["sentence"], row["published"]))
]


def test_the_table_holds_two_hundred_expressions() -> None:
    assert sum(len(expected) for _, _, expected in CASES) >= 200


@pytest.mark.parametrize(("sentence", "published", "expected"), CASES, ids=[f"{s} [{p}]" for s, p, _ in CASES])
def test_sentence_gives_its_dates_and_no_others(sentence: str, published: str | None, expected: list[dict[str, str]]) -> None:
    found = dates_of(sentence, published)
    assert [(e.text, e.edtf or "", e.method, e.granularity, e.part_of_day or "") for e in found] == [
        (row["expression"], row["edtf"], row["method"], row["granularity"], row["part_of_day"]) for row in expected
    ]
    for expression in found:
        assert sentence[expression.start : expression.end] == expression.text
        assert expression.edtf is None or EDTF.fullmatch(expression.edtf)


@pytest.mark.parametrize("published", [None, "2024-07-17"])
@pytest.mark.parametrize("row", rows("not_dates.tsv"), ids=lambda row: f"{row['what']}: {row['sentence']}")
def test_what_is_no_date(row: dict[str, str], published: str | None) -> None:
    assert dates_of(row["sentence"], published) == []


@pytest.mark.parametrize(
    ("text", "expression", "rule"),
    [
        ("Ông nói: “Hôm nay là ngày vui”.", "Hôm nay", "day_from_publication/quoted"),
        ('Ông nói: "Tuần tới tôi sẽ đi Lào".', "Tuần tới", "week_from_publication/quoted"),
        ("“Đúng vậy”, ông nói hôm nay.", "hôm nay", "day_from_publication"),
        ("Ông gặp lãnh đạo Lào hôm nay.", "hôm nay", "day_from_publication"),
        ("“Dòng này không đóng ngoặc\nÔng đi Lào hôm nay.", "hôm nay", "day_from_publication"),
    ],
)
def test_the_rule_tells_what_stands_in_a_quotation(text: str, expression: str, rule: str) -> None:
    assert [(e.text, e.rule) for e in dates_of(text, "2024-07-17")] == [(expression, rule)]


@pytest.mark.parametrize(
    ("text", "published", "anchors"),
    [
        ("Ông tới Paris ngày 5/7. Cùng ngày, bà tới Roma.", "2024-07-20", [None, 0]),
        ("Bà tới Paris ngày 5/7, hội đàm ngày 6/7. Hôm sau, bà về nước.", "2024-07-20", [None, None, 1]),
        ("Năm 2016, ông ở Cuba, tháng 11 ông về.", "2024-07-20", [None, 0]),
        # a decree's own date is not the day of the story
        ("Ngày 5/7, ông nhận Quyết định số 12/QĐ ngày 1/6/2024. Cùng ngày, ông nhậm chức.", "2024-07-20", [None, None, 0]),
        # 1945 is not the day of this story, and the story has another day: which is meant cannot be known
        ("Ngày 5/7, hai bên nhắc lại ngày 2/9/1945. Cùng ngày, đoàn rời Hà Nội.", "2024-07-20", [None, None, None]),
    ],
)
def test_an_anchor_is_the_expression_counted_from(text: str, published: str, anchors: list[int | None]) -> None:
    assert [e.anchor for e in dates_of(text, published)] == anchors


def test_nothing_is_read_outside_the_sentences_or_across_them() -> None:
    text = "Đăng ngày 1/5/2024. Bà ở Huế từ ngày 3. đến 5/5, theo báo."
    sentences = [(20, 39), (40, len(text))]
    assert text[20:39] == "Bà ở Huế từ ngày 3."
    found = find_dates(text, sentences, "2024-05-06")
    assert [(e.text, e.edtf) for e in found] == [("ngày 3", "2024-05-03"), ("5/5", "2024-05-05")]


@pytest.mark.parametrize("text", ["", "   ", "Không có ngày nào ở đây.", "9" * 5000, "ngày " * 2000, "1/1, " * 2000, "từ 1 đến " * 1000])
def test_odd_texts_end_without_an_error(text: str) -> None:
    for expression in find_dates(text, [(0, len(text))] if text else [], "2024-07-17"):
        assert text[expression.start : expression.end] == expression.text


def test_expressions_stand_in_order_and_do_not_overlap() -> None:
    text = " ".join(row["sentence"] for row in rows("dates.tsv"))
    found = dates_of(text, "2024-07-17")
    assert len(found) > 150
    for before, after in itertools.pairwise(found):
        assert before.start < before.end <= after.start


def test_old_tone_placement_and_capitals_read_the_same() -> None:
    assert [e.edtf for e in dates_of("TỐI HÔM QUA, hai bên hoà đàm.", "2024-07-17")] == ["2024-07-16"]
    assert [e.edtf for e in dates_of("QUÝ I/2024 và Quí II/2024 đều tăng.", None)] == ["2024-01/2024-03", "2024-04/2024-06"]
