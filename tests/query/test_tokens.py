from __future__ import annotations

import doctest
import importlib

import pytest

from kg.query.tokens import meaningful, tokens

QUERIES = [
    'SELECT ?x WHERE { ?x rdfs:label "Tô Lâm"@vi . # SERVICE <x>\n FILTER(?a<?b && 3.5e2 > ?c) }',
    "ASK { ?x kg:met\\/x _:b1 ; ex:a%20b 'it''s' . }",
    '"""a long\n"quoted" text""" \'\'\'and\nanother\'\'\'',
    '"never closed',
    "",
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_character_is_in_one_token(query: str) -> None:
    found = list(tokens(query))
    assert "".join(token.text for token in found) == query
    assert all(query[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("<http://example.org/a#b>", ["iri"]),
        ("?a<?b", ["variable", "sign", "variable"]),
        ("?a <= 3", ["variable", "sign", "sign", "number"]),
        (r"ex:a\#b }", ["name", "sign"]),  # an escaped # begins no comment
        (r"ex:it\'s SERVICE", ["name", "word"]),  # an escaped quote begins no string
        ("kg:met.", ["name", "sign"]),
        ("_:b1", ["name"]),
        ("'SERVICE'@vi", ["string", "language"]),
        ("# SERVICE", []),
        (r'"a \" b" a', ["string", "word"]),
    ],
)
def test_kinds(query: str, kinds: list[str]) -> None:
    assert [token.kind for token in meaningful(query)] == kinds


@pytest.mark.parametrize("module", ["tokens", "pointing", "parameters"])
def test_examples_in_docstrings(module: str) -> None:
    result = doctest.testmod(importlib.import_module(f"kg.query.{module}"))
    assert result.attempted > 0
    assert result.failed == 0
