"""What pages carry besides the article, as one table of patterns: `kg/lexicon/page_furniture.tsv` →
compiled patterns.

Each row is a kind, a pattern, at times a value, an example of our own and a source. A kind says where its
patterns may stand: a whole line, the beginning of a lead, the end of a caption, before a full stop.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import msgspec

import kg.lexicon
from kg.errors import LexiconError
from kg.lexicon.loader import read_table

__all__ = ["FurnitureRow", "PageFurniture", "furniture_rows", "page_furniture"]

TABLE = Path(kg.lexicon.__file__).parent / "page_furniture.tsv"


class FurnitureRow(msgspec.Struct, frozen=True):
    """One row of the table. `pattern` is a regular expression, a plain word for the kinds that list words."""

    kind: str
    pattern: str
    example: str
    source: str
    value: str = ""


class PageFurniture(msgspec.Struct, frozen=True):
    """The patterns of the table, by the place in which they are looked for."""

    line: re.Pattern[str]
    """A whole line that is no part of the article."""
    related_heading: re.Pattern[str]
    """A whole line after which links to other articles or comments stand."""
    inline: re.Pattern[str]
    """A stretch inside a line that is no part of the article; only lines with one of `inline_triggers` can
    have it.
    """
    inline_triggers: tuple[str, ...]
    outlet_prefix: re.Pattern[str]
    """An outlet's label before a lead: `(Dân trí) - `, `VTV.vn - `."""
    outlets: dict[str, str]
    """Label of an outlet (case-folded) → its domain."""
    credit_at_end: re.Pattern[str]
    """A picture credit that ends a line; group `credit`, or `named` for `Ảnh AFP` without a colon."""
    credit_in_brackets: re.Pattern[str]
    """A picture credit in brackets, anywhere in a line."""
    credit_line: re.Pattern[str]
    """A whole line that is nothing but a picture credit."""
    agency_at_end: re.Pattern[str]
    """An agency's bare name at the end of a line without a full stop; group `credit`."""
    caption_cue: re.Pattern[str]
    """What only a caption says: `(trái)`, `(thứ hai từ phải)`, `- Ảnh 1.`"""
    picture_prefix: re.Pattern[str]
    """`Image copyright `, `Nguồn hình ảnh, ` … at the beginning of a line."""
    picture_prefix_kinds: tuple[tuple[re.Pattern[str], str], ...]
    byline_label: re.Pattern[str]
    """`Tin, ảnh: ` before an author's name."""
    source_line: re.Pattern[str]
    """A whole line at the end that names a source, not a person: `Theo VTCC`, `TTXVN`."""
    abbreviations: frozenset[str]
    paragraph_openers: frozenset[str]
    never_last: frozenset[str]
    joined_names: frozenset[str]
    numbered_parts: frozenset[str]
    not_persons: frozenset[str]
    """Case-folded place names, and the beginnings of what else is written like a name (`tập đoàn`, `ông`)."""


@lru_cache(maxsize=1)
def furniture_rows() -> tuple[FurnitureRow, ...]:
    """All rows; raises `LexiconError` naming the file and line of a malformed one."""
    rows = read_table(TABLE, FurnitureRow)
    for number, row in enumerate(rows, start=2):
        try:
            re.compile(row.pattern)
        except re.error as error:
            raise LexiconError(f"{TABLE}:{number}: {row.pattern!r} is no regular expression: {error}") from error
    return tuple(rows)


@lru_cache(maxsize=1)
def page_furniture() -> PageFurniture:
    """The table, compiled once a process."""
    rows = furniture_rows()

    def patterns(kind: str) -> list[str]:
        return [row.pattern for row in rows if row.kind == kind]

    def words(kind: str) -> frozenset[str]:
        return frozenset(row.pattern for row in rows if row.kind == kind)

    def either(kind: str) -> str:
        return "(?:" + "|".join(sorted(patterns(kind), key=len, reverse=True)) + ")"

    outlet = either("outlet_prefix")
    label = either("credit_label")
    nature = either("credit_nature")
    # a label wants a colon, or a word on the picture's nature; what follows is a name and no sentence
    named = r"\S(?:[^.\n]|\.(?!\s\S+\s\S+\s\S)){0,60}"
    labels = rf"(?:Nguồn\s?[:：]\s?)?(?:{label}|{label.upper()})"
    credit = rf"{labels}(?:\s{nature})?\s?[:：]\s?{named}|[-–—]\s?Nguồn\s?[:：]\s?{named}|Ảnh\s{nature}\.?"
    after_stop = r"Ảnh\s[A-ZĐ][\w./+-]*(?:\s[A-ZĐ][\w./+-]*){0,2}"
    bracketed = rf"\(\s?(?:[Nn]guồn\s)?(?:{label}|[Ảả]nh|ẢNH|[Nn]guồn)(?:\s{nature}|\s?[:：])[^()]{{0,80}}\)\s?[.,]?"
    return PageFurniture(
        line=re.compile("|".join(patterns("furniture_line")), re.IGNORECASE),
        related_heading=re.compile("|".join(patterns("related_heading"))),
        inline=re.compile("|".join(patterns("inline_furniture"))),
        inline_triggers=tuple(row.value for row in rows if row.kind == "inline_furniture"),
        outlet_prefix=re.compile(
            rf"(?:\((?P<bracketed>[^()\n]{{2,40}})\)\s?[-–—]\s?|(?P<bare>{outlet})\s?[-–—]\s"
            rf"|\((?P<alone>{outlet})\)\s)(?=\S)"
        ),
        outlets={_label(row): row.value for row in rows if row.kind == "outlet_prefix"},
        credit_at_end=re.compile(
            rf"(?:(?:^|(?<=[.,…”\"!?)])\s?|\s)(?P<credit>(?:[-–—|]\s?)?(?:{bracketed}|{credit}))"
            rf"|(?<=[.…])\s(?P<named>{after_stop}))$"
        ),
        credit_in_brackets=re.compile(bracketed),
        credit_line=re.compile(rf"(?:{bracketed}|(?:[-–—*]\s?)?(?:{credit}|{after_stop}))"),
        agency_at_end=re.compile(rf"\s(?P<credit>{either('agency')})$"),
        caption_cue=re.compile("|".join(patterns("caption_cue"))),
        picture_prefix=re.compile("|".join(patterns("picture_prefix"))),
        picture_prefix_kinds=tuple((re.compile(row.pattern), row.value) for row in rows if row.kind == "picture_prefix"),
        byline_label=re.compile(rf"(?:{either('byline_label')})\s?:\s?", re.IGNORECASE),
        source_line=re.compile("|".join(patterns("source_line"))),
        abbreviations=words("abbreviation"),
        paragraph_openers=words("paragraph_opener"),
        never_last=words("never_last"),
        joined_names=words("joined_name"),
        numbered_parts=words("numbered_part"),
        not_persons=frozenset(word.casefold() for kind in ("not_a_person", "no_person_begins") for word in words(kind)),
    )


def _label(row: FurnitureRow) -> str:
    return row.pattern.replace("\\", "").casefold()
