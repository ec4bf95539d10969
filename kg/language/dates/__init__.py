"""Vietnamese time expressions: a text with its sentences and publication date goes in, dates with offsets come out.

`grammar` recognises what the words say, `resolution` finds the date; nothing is guessed: an unknown year is `XXXX`.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.dates.edtf import publication_day
from kg.language.dates.expression import Granularity, Method, TimeExpression
from kg.language.dates.grammar import recognise
from kg.language.dates.known_years import reduced_publication, with_known_years
from kg.language.dates.resolution import resolve
from kg.language.folding import fold
from kg.model import Span

__all__ = ["Granularity", "Method", "TimeExpression", "find_dates", "publication_day"]


def find_dates(text: str, spans: Sequence[Span], published: str | None) -> list[TimeExpression]:
    """The time expressions of a text (NFC), in order, none overlapping.

    `spans` are its sentences in order (characters of `text`, half-open); what lies outside them is not read.
    `published` is the article's day or moment of publication in ISO 8601 (a month or year alone fixes years only), or None where it is
    unknown.

    >>> [e.edtf for e in find_dates("Hai bên hội đàm tối 29/3.", [(0, 25)], "2023-03-30")]
    ['2023-03-29']
    >>> [e.edtf for e in find_dates("Hai bên hội đàm tối 29/3.", [(0, 25)], None)]
    ['XXXX-03-29']
    >>> [e.edtf for e in find_dates("Hai bên hội đàm tối 29/3.", [(0, 25)], "2023-04")]
    ['2023-03-29']
    """
    folded = fold(text)
    day = None if reduced_publication(published) else published
    return with_known_years(resolve(recognise(text, folded, spans), text, folded, spans, day), published, text)
