"""The frozen records a page is made of: nodes, ties, the facts that ties bundle, and the evidence that facts rest on.

`id` is the end of an IRI after the data's base (`person/to-lam`), in ASCII. Days are ISO 8601 strings, empty where
unknown; offsets are characters (Unicode code points), half-open.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = [
    "TIERS",
    "Concept",
    "Fact",
    "NodeType",
    "PageArticle",
    "PageClaim",
    "PageContradiction",
    "PageEvent",
    "PageGraph",
    "PageHolding",
    "PageLimits",
    "PageNode",
    "PageRelation",
    "PageSentence",
    "PageTie",
    "Part",
    "TieType",
    "Tier",
]

NodeType = Literal["person", "country", "organization", "office", "place", "agreement"]
TieType = Literal[
    "holds", "of", "in", "met", "phoned", "visited", "signed", "relation", "invited", "attended", "appointed", "at"
]
Tier = Literal["asserted", "probable", "candidate"]
TIERS: tuple[Tier, ...] = get_args(Tier)
"""From the surest to the least sure."""


class Concept(msgspec.Struct, frozen=True, omit_defaults=True):
    """A kind of role or a level of relations with its two labels; `rank` orders a scale."""

    id: str
    vi: str
    en: str = ""
    rank: int = 0


class PageNode(msgspec.Struct, frozen=True, omit_defaults=True):
    """A thing on the page. `country` is the node of the country it belongs to; `kind` a `Concept` on
    offices, `seats` how many may hold one at a time (0: unknown)."""

    id: str
    type: NodeType
    label: str
    en: str = ""
    aliases: tuple[str, ...] = ()
    iso: str = ""
    country: str = ""
    owner: str = ""
    kind: str = ""
    rank: int = 0
    seats: int = 0
    same_as: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class PageHolding(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person in an office. `attested` are the days on which the news shows it; `begin`/`end` half-open, empty is unknown.

    `source` is where a term stands that no article tells; `begin_as`/`end_as` are its bounds as far as they are known (`2021`, `2021-10`).
    """

    id: str
    holder: str
    office: str
    status: str
    scope: str = ""
    attested: tuple[str, ...] = ()
    begin: str = ""
    end: str = ""
    begin_as: str = ""
    end_as: str = ""
    source: str = ""
    claims: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who takes part in an event, how, and in which holding; `by_title` where no report names the person, only the office."""

    node: str
    role: str
    acting_as: str = ""
    by_title: bool = False


class PageEvent(msgspec.Struct, frozen=True, omit_defaults=True):
    """An event. `type` is the class's name in lower camel case (`phoneCall`); `end` is the last day, inclusive."""

    id: str
    type: str
    label: str
    date: str = ""
    begin: str = ""
    end: str = ""
    place: str = ""
    modality: str = "happened"
    level: str = ""
    reports: int = 1
    parts: tuple[Part, ...] = ()
    claims: tuple[str, ...] = ()


class PageRelation(msgspec.Struct, frozen=True, omit_defaults=True):
    """The level of two countries' relations from a day on; `level` is the id of a `Concept` or the text's own words."""

    id: str
    countries: tuple[str, ...]
    level: str
    begin: str = ""
    claims: tuple[str, ...] = ()


class PageContradiction(msgspec.Struct, frozen=True, omit_defaults=True):
    """Claims that cannot all be right, about one conclusion. `days` are those its message names, as EDTF."""

    id: str
    about: str
    message: str
    kind: str = ""
    days: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class PageTie(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line between two nodes: all facts of one type between them. `reports` is how many reports they have together."""

    source: str
    target: str
    type: TieType
    facts: tuple[str, ...] = ()
    reports: int = 0


class PageSentence(msgspec.Struct, frozen=True, omit_defaults=True):
    """A sentence of an article; `text` is empty where the article's own text is on the page and says the same there."""

    article: str
    start: int
    end: int
    text: str = ""


class PageClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one article says: the span `start` … `end` of a sentence (`sentence` counts in `PageGraph.sentences`)."""

    id: str
    sentence: int
    start: int
    end: int
    rule: str
    tier: Tier = "asserted"
    confidence: float = 1.0


class PageArticle(msgspec.Struct, frozen=True, omit_defaults=True):
    """An article. `marks` are (start, end, node) in `text`, in order and not overlapping; both empty with `--no-text`."""

    id: str
    title: str
    outlet: str = ""
    author: str = ""
    date: str = ""
    url: str = ""
    text: str = ""
    marks: tuple[tuple[int, int, str], ...] = ()


class PageLimits(msgspec.Struct, frozen=True, omit_defaults=True):
    """To what the page was narrowed when it was made, so that it can say so: nodes by identifier, days inclusive, the least sure tier."""

    focus: str = ""
    depth: int = 0
    country: str = ""
    begin: str = ""
    end: str = ""
    tier: Tier = "candidate"
    query: bool = False


Fact = PageHolding | PageEvent | PageRelation


class PageGraph(msgspec.Struct, frozen=True):
    """All that one page shows. `others` are named by its facts but not drawn; `whole` counts the nodes it was chosen from."""

    nodes: tuple[PageNode, ...] = ()
    others: tuple[PageNode, ...] = ()
    ties: tuple[PageTie, ...] = ()
    holdings: tuple[PageHolding, ...] = ()
    events: tuple[PageEvent, ...] = ()
    relations: tuple[PageRelation, ...] = ()
    contradictions: tuple[PageContradiction, ...] = ()
    kinds: tuple[Concept, ...] = ()
    levels: tuple[Concept, ...] = ()
    sentences: tuple[PageSentence, ...] = ()
    claims: tuple[PageClaim, ...] = ()
    articles: tuple[PageArticle, ...] = ()
    limits: PageLimits = PageLimits()
    whole: int = 0

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Holdings, events and relations, in the order in which the page numbers them."""
        return (*self.holdings, *self.events, *self.relations)
