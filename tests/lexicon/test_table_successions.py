"""Integrity of `successions.tsv`: bodies of the table of organisations, days of the calendar, nothing that goes into itself."""

from __future__ import annotations

import datetime

from kg.lexicon import load_lexicon

LEXICON = load_lexicon()
BODIES = {row.name: row for row in LEXICON.organizations}


def test_every_body_is_known_and_has_a_source() -> None:
    assert LEXICON.successions
    assert [row for row in LEXICON.successions if row.name not in BODIES or row.successor not in BODIES or not row.source] == []


def test_a_body_goes_into_one_other_of_its_country_on_a_day() -> None:
    assert len({row.name for row in LEXICON.successions}) == len(LEXICON.successions)
    assert all(row.name != row.successor for row in LEXICON.successions)
    assert all(BODIES[row.name].country == BODIES[row.successor].country for row in LEXICON.successions)
    assert all(datetime.date.fromisoformat(row.since) for row in LEXICON.successions)
