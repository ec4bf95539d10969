"""What is answered: rows, words and sentences of the corpus, in the language of the question; what is not, and what is shown instead."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kg.ask import Asker, ask
from kg.errors import QueryError
from kg.graph import open_store, write
from kg.model import KgEntity
from kg.query import Truth, query
from tests.query.world import KNOWLEDGE


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Ai là Chủ tịch nước Việt Nam ngày 10/9/2023?", ["Võ Văn Thưởng", "2023-03-02"], ["Tô Lâm", "Lương Cường"]),
        ("Who was State President of Vietnam on 10 September 2023?", ["Võ Văn Thưởng", "in office"], ["Tô Lâm"]),
        ("Ai kế nhiệm ông Nguyễn Xuân Phúc làm Chủ tịch nước?", ["Võ Văn Thưởng", "Võ Thị Ánh Xuân (quyền)"], ["Tô Lâm"]),
        ("Người tiền nhiệm của Lương Cường trên cương vị Chủ tịch nước là ai?", ["Tô Lâm"], ["Nguyễn Phú Trọng"]),
        ("Ai được bầu làm Tổng Bí thư năm 2024?", ["Tô Lâm", "2024-08-03"], ["Lương Cường", "Chủ tịch nước"]),
        ("Ai thôi giữ chức Chủ tịch nước tháng 3/2024?", ["Võ Văn Thưởng"], ["Tô Lâm", "Nguyễn Xuân Phúc"]),
        ("Tổng thống Mỹ gặp ai tháng 9/2023?", ["Nguyễn Phú Trọng", "Vương Đình Huệ"], ["Vladimir Putin"]),
        ("Những nước nào nâng cấp quan hệ với Việt Nam năm 2023?", ["Mỹ", "Nhật Bản"], ["Pháp", "Malaysia"]),
        ("Năm 2015 quan hệ Việt Nam - Mỹ ở mức nào?", ["Đối tác toàn diện", "2013-07-25"], ["chiến lược"]),
        ("When did Vietnam and the United States normalise relations?", ["1995"], ["2013"]),
        ("Ai đã thăm Việt Nam tháng 9/2023?", ["Joe Biden"], ["Barack Obama", "Vladimir Putin"]),
        ("Ai điện đàm với Joe Biden?", ["Nguyễn Phú Trọng", "2023-03-29"], ["Vương Đình Huệ"]),
        ("Ai đã thăm Lào năm 2013?", ["Không có bài nào"], []),
        ("Joe Biden thăm Việt Nam năm 2023 khi nào?", ["Joe Biden (Tổng thống Mỹ) thăm Việt Nam, Hà Nội, Sân bay Nội Bài, 2023-09-10"], ["\n"]),
        ("Đại sứ Mỹ tại Việt Nam là ai?", ["Marc Knapper", "Đại sứ Mỹ tại Việt Nam (tại chức), các bài cho thấy: 2023-09-11"], ["Osius"]),
        ("Who is Vietnam's ambassador to the United States?", ["Nguyễn Quốc Dũng", "shown: 2023-07-04 – 2024-09-23"], ["Vũ Tùng"]),
        ("Ai là đại sứ tại Mỹ?", ["Nguyễn Quốc Dũng"], ["Knapper"]),
        ("Ai từng làm Đại sứ Mỹ tại Việt Nam?", ["Marc Knapper", "Ted Osius: Đại sứ Mỹ tại Việt Nam (đã thôi chức)"], []),
        ("Tổng thống Mỹ hiện nay là ai?", ["Donald Trump"], ["Joe Biden"]),
        ("Ngày 10/9/2023 có sự kiện gì?", ["Joe Biden gặp Nguyễn Phú Trọng, 2023-09-10"], ["2023 ("]),
    ],
)
def test_answers(asker: Asker, question: str, told: list[str], not_told: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.kind == "answered"
    assert [part for part in told if part not in answer.text] == []
    assert [part for part in not_told if part in answer.text] == []
    assert bool(answer.evidence) == bool(answer.rows)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Ai là Ngoại trưởng Mỹ tháng 6/2023?", ["Antony Blinken", "theo bảng nhiệm kỳ"], ["Mike Pompeo", "chỉ thấy"]),
        ("Who was US Secretary of State on 15 June 2023?", ["Antony Blinken", "a table of terms of office"], ["Pompeo", "only"]),
        ("Thủ tướng Anh năm 2012 là ai?", ["David Cameron", "theo bảng nhiệm kỳ"], ["Sunak", "Starmer"]),
    ],
)
def test_where_articles_are_silent_a_table_answers_with_its_source(asker: Asker, question: str, told: list[str], not_told: list[str]) -> None:
    answer = asker.ask(question)
    assert [part for part in told if part not in answer.text] == []
    assert [part for part in not_told if part in answer.text] == []
    assert [row["evidence"] for row in answer.rows] == ["background"]
    assert answer.evidence == ()
    assert answer.sources == (answer.rows[0]["source"],)


def test_what_articles_show_goes_before_the_table(asker: Asker) -> None:
    answer = asker.ask("Thủ tướng Anh năm 2024 là ai?")
    assert [(row["person"], row["evidence"]) for row in answer.rows] == [("Keir Starmer", "told"), ("Rishi Sunak", "background")]
    assert answer.evidence and answer.sources


def test_a_time_limit_ends_the_query(corpus: Path) -> None:
    question = "Tô Lâm từng giữ những chức vụ gì?"
    assert ask(corpus, question, time_limit=60.0) == ask(corpus, question)
    with pytest.raises(QueryError, match="stopped after"):
        ask(corpus, question, time_limit=0.001)
    with pytest.raises(QueryError, match="needs the folder"):
        ask(open_store(corpus), question, time_limit=60.0)


def test_an_answer_is_a_named_question_that_can_be_asked_again(asker: Asker) -> None:
    answer = asker.ask("Joe Biden gặp ai ở Hà Nội tháng 9/2023?")
    assert answer.question == "meetings-in-detail"
    assert answer.parameters == {
        "person": ("person:joe-biden",), "place": ("place:ha-noi",), "from": ("2023-09-01",), "until": ("2023-09-30",),
    }  # fmt: skip
    assert query(asker.store, answer.question, answer.parameters) == answer.result
    assert query(asker.store, answer.sparql) == answer.result
    assert "VALUES ?_person { <http://example.org/kg/id/person/joe-biden> }" in answer.sparql


def test_the_sentences_are_those_of_the_rows(asker: Asker) -> None:
    answer = asker.ask("Bùi Thanh Sơn gặp Jonathan Finer khi nào?")
    assert [row["date"] for row in answer.rows] == ["2024-09-25"]
    assert answer.evidence
    assert all("Finer" in one.sentence or "Sơn" in one.sentence for one in answer.evidence)
    assert {one.published for one in answer.evidence} == {"2024-09-26"}


def test_yes_and_no(asker: Asker) -> None:
    yes = asker.ask("Tập Cận Bình có gặp Võ Văn Thưởng không?")
    assert yes.result == Truth(True)
    assert yes.evidence
    no = asker.ask("Did Vladimir Putin meet Joe Biden?")
    assert no.result == Truth(False)
    assert no.text == "No article of this build says so."
    assert no.evidence == ()


@pytest.mark.parametrize(
    ("question", "candidates"),
    [
        ("Ông Kim gặp ai?", {"Kim Jong-un"}),
        ("Who did Sullivan meet?", {"Dan Sullivan", "Jake Sullivan"}),
        ("Bài nào nhắc đến ông Kim?", {"Kim Jong-un"}),
    ],
)
def test_a_name_of_several_people_is_told(asker: Asker, question: str, candidates: set[str]) -> None:
    answer = asker.ask(question)
    assert answer.kind == "ambiguous"
    assert candidates <= {candidate.label for candidate in answer.candidates}
    assert len(answer.candidates) > 1
    assert answer.rows == ()


@pytest.mark.parametrize(
    ("question", "unknown", "near"),
    [
        ("Thời tiết Hà Nội thế nào?", ["Thời tiết"], ""),
        ("Nguyễn Văn Bình gặp những ai?", ["Nguyễn Văn Bình"], "gặp những ai"),
        ("Who secretly visited Vietnam?", ["secretly"], "Who visited Vietnam"),
        ("Ai đã bí mật thăm Việt Nam?", ["bí mật"], "Ai đã thăm Việt Nam"),
    ],
)
def test_what_is_not_understood_is_told_with_what_is(asker: Asker, question: str, unknown: list[str], near: str) -> None:
    answer = asker.ask(question)
    assert answer.kind == "not_understood"
    assert list(answer.unknown) == unknown
    assert all(part in answer.text for part in unknown)
    assert len(answer.nearest) == 3
    assert any(near in example for example in answer.nearest)
    assert all(asker.ask(example).kind == "answered" for example in answer.nearest)


def test_a_name_like_a_question_word_or_a_country_is_not_in_the_way(tmp_path: Path) -> None:
    world = msgspec.structs.replace(
        KNOWLEDGE,
        entities=(
            *KNOWLEDGE.entities,
            KgEntity("person/nguyen-thi-ai", "Person", "Nguyễn Thị Ái"),
            KgEntity("organization/doi-tuyen", "Organization", "Đội tuyển Việt Nam", aliases=("Việt Nam",)),
        ),
    )
    write(world, tmp_path / "build")
    answer = ask(tmp_path / "build", "Ai đã thăm Việt Nam?")
    assert answer.parameters == {"destination": ("country:VN",)}
    assert [row["person"] for row in answer.rows] == ["Vladimir Putin"]
    assert ask(tmp_path / "build", "ai da tham viet nam").parameters == answer.parameters


@pytest.mark.parametrize(
    ("question", "languages"),
    [
        ("Who secretly visited Vietnam?", {"en"}),
        ("hello", {"en"}),
        ("Trump tariffs", {"en"}),
        ("gia vang hom nay", {"vi"}),
        ("Ai đã bí mật thăm Việt Nam?", {"vi"}),
        ("Trump Putin", {"vi", "en"}),
    ],
)
def test_a_refusal_speaks_the_language_of_the_question_or_both(asker: Asker, question: str, languages: set[str]) -> None:
    answer = asker.ask(question)
    assert answer.kind == "not_understood"
    assert {one for one, word in (("vi", "Không hiểu"), ("en", "not understood")) if word in answer.text} == languages
    assert {one for one, word in (("vi", "Có thể hỏi"), ("en", "Ask who")) if word in answer.text} == languages


def test_what_lies_after_the_articles_is_not_answered(asker: Asker) -> None:
    answer = asker.ask("Quan hệ Việt Nam - Mỹ năm 2030 ở mức nào?")
    assert answer.kind == "not_understood"
    assert "2025-05-26" in answer.text


def test_nobody_is_shown_by_articles_of_another_age(asker: Asker) -> None:
    assert asker.ask("Ai là Tổng thống Mỹ năm 1970?").rows == ()


def test_a_title_the_person_never_had_is_no_name(asker: Asker) -> None:
    assert asker.ask("Thủ tướng Phạm Minh Chính gặp ai?").kind == "answered"
    assert asker.ask("Thủ tướng Tô Lâm gặp ai?").kind == "not_understood"


@pytest.mark.parametrize("text", ["", "   ", "???", "🙂", "\x00", "a" * 10_000, "Ai là ai " * 2_000, "Ai " * 150, "Tô Lâm và " * 45])
def test_what_is_no_question(asker: Asker, text: str) -> None:
    answer = asker.ask(text)
    assert answer.kind == "not_understood"
    assert len(answer.asked) <= 500


@pytest.mark.parametrize(
    "text",
    [
        "Tô Lâm từng giữ những chức vụ gì? } DROP ALL",
        "Tô Lâm> } ; DELETE WHERE { ?s ?p ?o } #",
        "Ai đã thăm <http://example.org/kg/id/country/VN>?",
        "<script>alert(1)</script> gặp ai?",
        "Ai đã thăm \x1b[31mViệt Nam\x1b[0m?",
        "Ai đã thăm Việt Nam' OR '1'='1?",
        "SELECT * WHERE { ?s ?p ?o }",
    ],
)
def test_what_is_hostile_is_refused(asker: Asker, text: str) -> None:
    assert asker.ask(text).kind == "not_understood"


def test_the_same_by_folder_and_by_store(corpus: object, asker: Asker) -> None:
    question = "Tô Lâm từng giữ những chức vụ gì?"
    assert ask(corpus, question) == ask(open_store(corpus), question) == asker.ask(question)  # type: ignore[arg-type]


@pytest.mark.parametrize("question", ["tô lâm từng giữ những chức vụ gì", "TÔ LÂM TỪNG GIỮ NHỮNG CHỨC VỤ GÌ?", "To Lam tung giu nhung chuc vu gi?"])
def test_case_and_diacritics_do_not_matter(asker: Asker, question: str) -> None:
    assert asker.ask(question).parameters == {"person": ("person:to-lam",)}
