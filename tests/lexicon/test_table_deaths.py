"""Integrity of `deaths.tsv`: each person once, a day, month or year that is past, a source."""

from __future__ import annotations

import datetime
from collections import Counter

from kg.lexicon import load_lexicon
from kg.resolution.identity.persons import Spellings
from kg.resolution.periods import period_of, precision_of

LEXICON = load_lexicon()


def test_every_row_has_a_date_and_a_source() -> None:
    assert LEXICON.deaths
    assert [row for row in LEXICON.deaths if precision_of(row.died) is None or not row.source] == []
    assert all((period_of(row.died).end or datetime.date.max) < datetime.datetime.now(tz=datetime.UTC).date() for row in LEXICON.deaths)


def test_nobody_stands_there_twice_under_two_spellings() -> None:
    spellings = Spellings(LEXICON.people)
    names = Counter(known.name if (known := spellings.row(row.person)) else row.person for row in LEXICON.deaths)
    assert [name for name, times in names.items() if times > 1] == []
