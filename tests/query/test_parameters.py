from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query import Rows, query, question_of
from kg.query.parameters import day
from kg.query.question import read_question


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-06", "2023-06-01", "2023-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-06-15", "2023-06-15", "2023-06-15"),
        ("15/6/2023", "2023-06-15", "2023-06-15"),
        ("6/2023", "2023-06-01", "2023-06-30"),
    ],
)
def test_days(text: str, first: str, last: str) -> None:
    assert (day(text), day(text, last=True)) == (first, last)


@pytest.mark.parametrize("text", ["", "hôm qua", "2023-13", "2023-02-30", "31/4/2023", "23", "2023-06-15T10:00"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError):
        day(text)


QUESTION = """# en: sentences
# param text (text): words
# param person (person): who
SELECT ?sentence {
  VALUES ?_text { UNDEF } VALUES ?_person { UNDEF }
  ?claim kg:supports ?_person ; kg:sentence ?sentence FILTER(!BOUND(?_text) || CONTAINS(?sentence, ?_text))
}
"""


def ask(world: Path, tmp_path: Path, given: dict[str, str | list[str]]) -> Rows:
    file = tmp_path / "sentences.rq"
    file.write_text(QUESTION, encoding="utf-8")
    answer = query(world, str(file), given)
    assert isinstance(answer, Rows)
    return answer


HOSTILE = [
    '" } SELECT * { ?s ?p ?o } #',
    '"@vi . ?x ?y ?z } #',
    "} SERVICE <http://127.0.0.1:1/> { ?s ?p ?o",
    "\\",
    '\n"""',
    "{ UNDEF }",
    "\\g<0> \\1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(world: Path, tmp_path: Path, text: str) -> None:
    assert ask(world, tmp_path, {"text": text}).rows == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_stays_a_name(world: Path, tmp_path: Path, text: str) -> None:
    with pytest.raises(QueryError, match="no person of this build"):
        ask(world, tmp_path, {"person": text})


def test_several_values_mean_either(world: Path, tmp_path: Path) -> None:
    one = ask(world, tmp_path, {"person": "Ngô Phương Ly"})
    other = ask(world, tmp_path, {"person": "Lương Tam Quang"})
    both = ask(world, tmp_path, {"person": ["Ngô Phương Ly", "Lương Tam Quang"]})
    assert sorted(map(str, both.rows)) == sorted(map(str, one.rows + other.rows))


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("who-met-whom", {"persn": "Tô Lâm"}, "takes no --persn; its parameters: --person, --other"),
        ("claims-by-tier", {"person": "Tô Lâm"}, "its parameters: none"),
        ("who-met-whom", {"from": "hôm qua"}, "--from 'hôm qua': no date"),
        ("who-met-whom", {"from": "2023-13"}, "twelve months"),
        ("who-met-whom", {"person": "Lâm"}, "--person: 'Lâm' names more than one person"),
        ("did-they-meet", {"person": "Tô Lâm"}, "needs --other PERSON"),
        ("who-held-which", {}, "did you mean who-held-which-office"),
        ("zzz", {}, "kg query --list"),
    ],
)
def test_wrong_parameters_are_told(world: Path, name: str, given: dict[str, str], told: str) -> None:
    with pytest.raises(QueryError) as error:
        query(world, name, given)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("# param x", "line 1: a parameter is written"),
        ("# en: a\n# param x (colour): y", "line 2: there is no type colour"),
        ("# param limit (text): y", "option of kg query itself"),
        ("# param x (text): y", "parameter x has no place; write VALUES ?_x { UNDEF }"),
    ],
)
def test_a_malformed_header_is_told(header: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        read_question("mine", header + "\nSELECT ?x { ?x a kg:Person }", "mine.rq")
    assert "mine.rq" in str(error.value)
    assert told in str(error.value)


def test_a_header() -> None:
    question = read_question(
        "q",
        "# vi: Ai?\n# en: Who?\n# about: One row\n#   a person.\n# topic: people\n# param n (integer, default 3): how many\n"
        "# param on (date, required): when\n# example: kg query q\nSELECT ?x { VALUES ?_n { UNDEF } values ?_on {UNDEF} ?x a kg:Person }",
        "q.rq",
    )
    assert (question.vi, question.en, question.about, question.topic) == ("Ai?", "Who?", "One row a person.", "people")
    assert [(p.name, p.type, p.default, p.required) for p in question.parameters] == [
        ("n", "integer", "3", False),
        ("on", "date", None, True),
    ]
    assert question.examples == ("kg query q",)


def test_sparql_is_a_question_without_parameters() -> None:
    question = question_of("SELECT ?x { ?x a kg:Person }")
    assert (question.name, question.parameters, question.sparql) == ("", (), "SELECT ?x { ?x a kg:Person }")
