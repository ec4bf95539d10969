"""The table of people: a form means one person, and a single word may stand in it only if it is unmistakable."""

from __future__ import annotations

from collections import Counter

from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon import load_lexicon
from kg.resolution.names import person_key

LEXICON = load_lexicon()
PEOPLE = LEXICON.people


def test_the_table_is_there_and_every_row_has_a_source() -> None:
    assert len(PEOPLE) >= 200
    assert all(row.source for row in PEOPLE)


def test_countries_are_those_of_the_table_of_countries() -> None:
    assert {row.country for row in PEOPLE} <= {row.iso for row in LEXICON.countries}


def test_a_form_means_one_person() -> None:
    forms = Counter(key for row in PEOPLE for key in {person_key(name) for name in (row.name, *row.aliases)})
    assert [form for form, times in forms.items() if times > 1] == []


def test_no_alias_repeats_a_name() -> None:
    assert [row.name for row in PEOPLE if row.name in row.aliases or len(set(row.aliases)) < len(row.aliases)] == []


def test_single_words_are_no_vietnamese_words_and_no_name_is_one() -> None:
    words = [name for row in PEOPLE for name in row.aliases if len(name.split()) == 1]
    assert [word for word in words if is_vietnamese_syllable(word)] == []
    assert [row.name for row in PEOPLE if len(row.name.split()) == 1] == []


def test_no_person_is_called_as_a_place_a_body_or_a_country() -> None:
    others = {
        person_key(name) for row in (*LEXICON.places, *LEXICON.organizations, *LEXICON.countries) for name in (row.name, *row.aliases)
    }
    assert sorted(key for row in PEOPLE for name in (row.name, *row.aliases) if (key := person_key(name)) in others) == []
