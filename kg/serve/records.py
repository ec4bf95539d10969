"""The records of the JSON interface; the pages are made from the same records. Identifiers are IRIs without the base: `person/to-lam`."""

from __future__ import annotations

import msgspec

__all__ = [
    "Answered",
    "ArticleRecord",
    "EventLine",
    "Found",
    "Health",
    "HoldingLine",
    "Link",
    "Neighbour",
    "Neighbours",
    "Part",
    "Passage",
    "Piece",
    "Property",
    "QuestionLine",
    "QuestionParameter",
    "Questions",
    "Resource",
    "Told",
    "Value",
]


class Link(msgspec.Struct, frozen=True):
    """A resource by its name. `type` is the local name of its class (`Person`); `en` is empty where it has no English name."""

    id: str
    label: str
    type: str = ""
    en: str = ""


class Passage(msgspec.Struct, frozen=True):
    """What an article says, word for word: the sentence is `before` + `quote` + `after`. `date` is the day of publication.

    `start` is where the sentence begins in the article's text, in characters.
    """

    claim: str
    article: str
    title: str
    before: str
    quote: str
    after: str
    start: int
    outlet: str = ""
    date: str = ""
    url: str = ""
    rule: str = ""
    tier: str = ""
    confidence: float = 1.0


class Value(msgspec.Struct, frozen=True):
    """A value of a property: a text, or a resource that the text names; `href` is an address outside."""

    text: str
    language: str = ""
    link: Link | None = None
    href: str = ""


class Property(msgspec.Struct, frozen=True):
    """A property with its first values; `total` counts all of them."""

    iri: str
    label: str
    en: str
    values: tuple[Value, ...]
    total: int


class HoldingLine(msgspec.Struct, frozen=True):
    """A person in an office. `first` and `last` are the first and last day the news shows it; `begin`/`end` half-open, where they are known.

    `source` tells where a term stands that no article tells (a background term); it has no `status`.
    """

    id: str
    person: Link
    office: Link
    status: str
    begin: str = ""
    end: str = ""
    first: str = ""
    last: str = ""
    source: str = ""


class Part(msgspec.Struct, frozen=True):
    """Who takes part in an event, as what, and in which capacity of that day."""

    who: Link
    role: str
    acting_as: Link | None = None


class EventLine(msgspec.Struct, frozen=True):
    """An event. `date` is EDTF; `modality` is happened, planned, cancelled or reported; `reports` counts the articles that tell of it."""

    id: str
    type: str
    label: str
    date: str = ""
    modality: str = "happened"
    reports: int = 1
    role: str = ""


class Resource(msgspec.Struct, frozen=True):
    """All that the graph says of one resource. `total_*` count what stands behind the first lines that are given.

    `holdings` are the offices of a person or the holders of an office, `members` the offices of a country or body.
    """

    id: str
    iri: str
    type: Link
    label: str
    en: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    properties: tuple[Property, ...]
    holdings: tuple[HoldingLine, ...]
    total_holdings: int
    offices: tuple[Link, ...]
    total_offices: int
    parts: tuple[Part, ...]
    events: tuple[EventLine, ...]
    total_events: int
    named_by: tuple[Property, ...]
    evidence: tuple[Passage, ...]
    total_evidence: int
    contradictions: tuple[Link, ...]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of an article's text; `link` is set where it names a resource. `start` is in characters, where a sentence begins, else -1."""

    text: str
    link: Link | None = None
    start: int = -1


class ArticleRecord(msgspec.Struct, frozen=True):
    """An article with its text in paragraphs and what was read in it; without a text where the build has none."""

    id: str
    iri: str
    title: str
    outlet: str
    author: str
    date: str
    url: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    told: tuple[Link, ...]
    total_told: int


class Hit(Link, frozen=True):
    """What a search finds. `about` tells it from its namesakes: the office of a person, the holder of an office, the day of an event."""

    about: str = ""


class Ranked(msgspec.Struct, frozen=True):
    """A resource with the number of claims that name it."""

    hit: Hit
    claims: int


class Found(msgspec.Struct, frozen=True):
    """What a search finds, the most told-of first; `more` where there is more."""

    query: str
    results: tuple[Hit, ...]
    more: bool


class Neighbour(msgspec.Struct, frozen=True):
    """A node next to another one. `tie` is how (`met`, `holds`, …), `outward` whether it goes out from the node that was asked about.

    `reports` counts the articles' reports behind it, `facts` are the holdings, events and relations it stands for.
    """

    node: Link
    tie: str
    outward: bool
    reports: int
    facts: tuple[Link, ...]


class Neighbours(msgspec.Struct, frozen=True):
    """A node and what stands next to it, the most reported of each kind of tie in turn, from the place `offset` on; `total` counts all."""

    node: Link
    neighbours: tuple[Neighbour, ...]
    offset: int
    total: int


class QuestionParameter(msgspec.Struct, frozen=True):
    """A parameter of a named question; it stands in the query as `VALUES ?_name { UNDEF }`, where UNDEF means any."""

    name: str
    type: str
    about: str
    required: bool


class QuestionLine(msgspec.Struct, frozen=True):
    """A named question and its SPARQL, with the prefixes it uses."""

    name: str
    topic: str
    vi: str
    en: str
    about: str
    parameters: tuple[QuestionParameter, ...]
    sparql: str


class Questions(msgspec.Struct, frozen=True):
    """All named questions and all prefixes."""

    questions: tuple[QuestionLine, ...]
    prefixes: dict[str, str]


class Told(msgspec.Struct, frozen=True):
    """A sentence an answer rests on, and the article it stands in; `date` is the day of publication."""

    sentence: str
    article: Link
    outlet: str = ""
    date: str = ""


class Answered(msgspec.Struct, frozen=True):
    """The answer to a question in words. `kind` is answered, ambiguous or not_understood.

    `text` is the answer, or what was not understood. `name` is the named question that was asked, `parameters` what was given to it,
    `sparql` the query that ran, `rows` its answer, `evidence` what it rests on. `candidates` are what an ambiguous name may mean,
    `nearest` questions that are understood.
    """

    question: str
    kind: str
    language: str
    text: str
    name: str
    parameters: dict[str, tuple[str, ...]]
    sparql: str
    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    evidence: tuple[Told, ...]
    candidates: tuple[Link, ...]
    nearest: tuple[str, ...]


class Health(msgspec.Struct, frozen=True):
    """That the server answers; `built` is a UTC time, `counts` are the numbers of what the graph holds."""

    status: str
    version: str
    built: str
    counts: dict[str, int]
