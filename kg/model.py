"""The frozen records that travel between the stages: Article → Extraction → Knowledge.

Each stage of the road takes and gives records of this module and imports no other stage. `Extraction` is written
one JSON object a line by `kg extract`; the JSON Schema is made from the types here.
Offsets are characters (Unicode code points) of `text`, half-open.
"""

from __future__ import annotations

import calendar
from typing import Literal

import msgspec

__all__ = [
    "Article",
    "ArticleInfo",
    "BackgroundDeath",
    "BackgroundTerm",
    "Block",
    "BlockKind",
    "Claim",
    "Contradiction",
    "Entity",
    "EntityType",
    "Event",
    "Extraction",
    "Holding",
    "HoldingStatus",
    "KgEntity",
    "KgEvent",
    "KgStatistic",
    "Knowledge",
    "Mention",
    "MentionKind",
    "Modality",
    "Office",
    "OfficeHolding",
    "OrganizationChange",
    "Participant",
    "Participation",
    "Precision",
    "Relation",
    "Sentence",
    "Span",
    "Statistic",
    "Tier",
    "TitleReading",
    "as_told",
    "decode_extraction",
    "encode_extraction",
    "extraction_json_schema",
]

Span = tuple[int, int]
"""Start and end in characters of the article's text, half-open."""

BlockKind = Literal["headline", "lead", "body", "caption", "credit", "byline", "furniture"]
EntityType = Literal["Person", "Country", "Organization", "Place", "Agreement", "Office"]
MentionKind = Literal["name", "title", "pronoun", "nominal"]
HoldingStatus = Literal["current", "former", "late", "acting", "designate"]
Modality = Literal["happened", "planned", "cancelled", "reported"]
Tier = Literal["asserted", "probable", "candidate"]
Precision = Literal["day", "month", "year"]
"""How long the stretch of days is in which a bound lies; it begins with the day that is given."""
_LENGTHS: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text with one function on the page; blocks do not overlap and stand in order."""

    kind: BlockKind
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """One sentence inside one block."""

    start: int
    end: int
    block: BlockKind


class ArticleInfo(msgspec.Struct, frozen=True):
    """What is known of an article besides its text. `published` is ISO 8601 (date or date-time), never guessed."""

    id: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    sha256: str = ""


class Article(msgspec.Struct, frozen=True):
    """A cleaned article: NFC text that every offset points into, and its blocks (front matter is not part of the text)."""

    info: ArticleInfo
    text: str
    blocks: tuple[Block, ...] = ()


class Mention(msgspec.Struct, frozen=True):
    """One place where the text speaks of an entity; `text[start:end] == mention.text` always."""

    start: int
    end: int
    text: str
    kind: MentionKind = "name"


class Entity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person, country, organisation, place, agreement or unnamed office of one article.

    `name` is the fullest form in the article without titles; `iso` is ISO 3166-1 alpha-2 on countries;
    `country` is the ISO code of the country a place or an organisation lies in, where text or table tells it. An office that no one
    in the article is named for has its title as `name`, the `country` it is of, and its status as `kind`.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    country: str | None = None
    kind: str | None = None
    mentions: tuple[Mention, ...] = ()
    confidence: float = 1.0
    rule: str = ""
    tier: Tier = "asserted"


class Holding(msgspec.Struct, frozen=True):
    """A named person's office as the article tells it: role (title without country or organisation), of whom, in which status.

    `dates` has, for each evidence, the past time that its sentence speaks of (EDTF), null where it speaks of now; empty where all do.
    """

    person: str
    role: str
    of: str | None
    status: HoldingStatus
    evidence: tuple[Span, ...]
    scope: str | None = None
    role_id: str | None = None
    confidence: float = 1.0
    tier: Tier = "asserted"
    rule: str = ""
    dates: tuple[str | None, ...] = ()


class Participant(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entity in an event, with the part it plays: agent, participant, host, destination, speaker, party …

    `office` is the unnamed office (an entity of type Office) through which a country takes part: `Thủ tướng Nhật Bản`.
    """

    entity: str
    role: str
    office: str | None = None


class Event(msgspec.Struct, frozen=True):
    """Something that happened, is planned or is reported. `date` is EDTF (ISO 8601-2); null where the text gives none.

    `date_method`: stated, publication (counted from the publication date), context (from another date in the text).
    `level`: of a visit (`chính thức`, `cấp Nhà nước` …) or of a relationship (`Đối tác toàn diện` …), `from_level` the one it had before.
    `verb` is the class of the verb (request, criticize, upgrade …); `cameo` and `plover` are the codes of `event_codes.tsv` for it.
    """

    id: str
    type: str
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    date: str | None = None
    date_method: str | None = None
    place: str | None = None
    modality: Modality = "happened"
    level: str | None = None
    label: str | None = None
    part_of: str | None = None
    confidence: float = 1.0
    tier: Tier = "asserted"
    rule: str = ""
    from_level: str | None = None
    verb: str | None = None
    cameo: str | None = None
    plover: str | None = None


class Statistic(msgspec.Struct, frozen=True):
    """A figure said of a pair of countries; `value` in `unit`, `change` in percent against the period before."""

    measure: str
    value: float
    unit: str
    evidence: tuple[Span, ...]
    between: tuple[str, ...] = ()
    source: str | None = None
    target: str | None = None
    period: str | None = None
    change_percent: float | None = None
    rank: int | None = None
    rule: str = ""
    confidence: float = 0.9
    tier: Tier = "probable"


class Extraction(msgspec.Struct, frozen=True):
    """All that was read from one article: the witness's statement, from which alone the graph is built."""

    article: ArticleInfo
    text: str
    entities: tuple[Entity, ...] = ()
    holdings: tuple[Holding, ...] = ()
    events: tuple[Event, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()


# ---------------------------------------------------------------- the whole corpus


class Claim(msgspec.Struct, frozen=True):
    """What one article says, where: the bridge from a conclusion of the graph to a sentence.

    `id` is `claim/ARTICLE/KIND-N`; `kind` is entity, holding, event or statistic; `start`/`end` is the evidence span,
    `sentence_start`/`sentence_end` the sentence around it. `about` is the id of the conclusion the claim supports.
    """

    id: str
    kind: str
    article: str
    about: str
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    sentence: str
    rule: str
    confidence: float
    tier: Tier


class KgEntity(msgspec.Struct, frozen=True):
    """A person, country, organisation, place or agreement of the merged graph. `id` is a slug such as `person/to-lam`."""

    id: str
    type: EntityType
    label: str
    aliases: tuple[str, ...] = ()
    iso: str | None = None
    country: str | None = None
    kind: str | None = None
    same_as: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Office(msgspec.Struct, frozen=True):
    """An office by role and owner: `office/tong-thong-us`. `role_id` is a concept of `ontology/roles.ttl`."""

    id: str
    label: str
    role: str
    role_id: str | None
    owner: str | None
    seats: int | None = None


class OfficeHolding(msgspec.Struct, frozen=True):
    """One person in one office. `attested_on` are the days (xsd:date) of the articles or events that show the person in it.

    Bounds are half-open days, each the first that it can mean: of one told as a month or a year, that month or year is its precision.
    Null is unknown, never "open".
    """

    id: str
    holder: str
    office: str
    status: HoldingStatus
    scope: str | None
    attested_on: tuple[str, ...]
    claims: tuple[str, ...]
    valid_from: str | None = None
    valid_until: str | None = None
    from_precision: Precision = "day"
    until_precision: Precision = "day"

    @property
    def begun_by(self) -> str | None:
        """The last day that `valid_from` can mean: on it the term has begun for sure."""
        return _last_meant(self.valid_from, self.from_precision)

    @property
    def ended_by(self) -> str | None:
        """The last day that `valid_until` can mean: on it the term has ended for sure."""
        return _last_meant(self.valid_until, self.until_precision)

    @property
    def as_of(self) -> str | None:
        """The last day on which the evidence shows the status; null where it shows no day."""
        began = self.valid_from if self.from_precision == "day" else None
        return max(filter(None, (began, *self.attested_on)), default=None)

    @property
    def term_status(self) -> Literal["current", "ended", "unknown"]:
        """Whether the term has ended, or holds as far as is known on the day `as_of`."""
        if self.valid_until or self.status in ("former", "late"):
            return "ended"
        return "current" if self.as_of and self.status in ("current", "acting") else "unknown"


def as_told(bound: str | None, precision: Precision | None) -> str | None:
    """A bound as far as it is known: of `2021-04-01` the day, the month `2021-04` or the year `2021`."""
    return bound[: _LENGTHS[precision or "day"]] if bound else None


def _last_meant(bound: str | None, precision: Precision) -> str | None:
    if bound is None or precision == "day":
        return bound
    month = 12 if precision == "year" else int(bound[5:7])
    return f"{bound[:4]}-{month:02}-{calendar.monthrange(int(bound[:4]), month)[1]}"


class BackgroundTerm(msgspec.Struct, frozen=True):
    """One person in one office by a table that stands outside the articles: no article says so, `source` does.

    Bounds are half-open days (xsd:date), each the first that it can mean; a null `valid_until` says nothing after `as_of`, the first day
    that the source can have been written on. `acting` is for one who only stood in.
    """

    id: str
    holder: str
    office: str
    valid_from: str
    from_precision: Precision
    valid_until: str | None
    until_precision: Precision | None
    as_of: str
    acting: bool
    source: str


class OrganizationChange(msgspec.Struct, frozen=True):
    """A body that went into another on the day `changed_on` by a table that stands outside the articles: no article says so, `source` does.

    From that day on `resulting` stands in the place of `original`; what is told of either stays its own.
    """

    id: str
    original: str
    resulting: str
    changed_on: str
    source: str


class BackgroundDeath(msgspec.Struct, frozen=True):
    """That `person` died in `died` (a day, month or year) by a table that stands outside the articles: no article says so, `source` does.

    Stated of those alone whom an article of a later day calls by an office of old.
    """

    id: str
    person: str
    died: str
    source: str


class TitleReading(msgspec.Struct, frozen=True):
    """A title without a name (`Thủ tướng Nhật Bản`) and whom it stands for on `day`, or why that cannot be told.

    `day` is that of the event the title takes part in, else of the article (`day_of`); `holder` is a person where `outcome` is resolved,
    `term` the holding or background term that shows it; `candidates` are all who may be meant. `claims` hold the title itself.
    """

    id: str
    article: str
    title: str
    office: str
    outcome: Literal["resolved", "ambiguous", "unknown"]
    reason: str
    confidence: float
    day: str | None = None
    day_of: Literal["event", "article"] | None = None
    holder: str | None = None
    term: str | None = None
    candidates: tuple[str, ...] = ()
    event: str | None = None
    claims: tuple[str, ...] = ()


class Participation(msgspec.Struct, frozen=True):
    """An entity in a merged event, with the office holding it acted in where that is known.

    `title` is the reading by which a person takes part whom the reports do not name.
    """

    participant: str
    role: str
    acting_as: str | None = None
    title: str | None = None


class KgEvent(msgspec.Struct, frozen=True):
    """A merged event. `begin`/`end` are xsd:date bounds of `date` (EDTF), null where the year is unknown; `end` inclusive.

    `part_of` is the event (a visit) that it belongs to; `from_level`, `verb`, `cameo`, `plover` as in `Event`, by most of the reports.
    """

    id: str
    type: str
    label: str
    participations: tuple[Participation, ...]
    date: str | None
    begin: str | None
    end: str | None
    place: str | None
    modality: Modality
    level: str | None
    report_count: int
    claims: tuple[str, ...]
    merge_reason: str = ""
    part_of: str | None = None
    from_level: str | None = None
    verb: str | None = None
    cameo: str | None = None
    plover: str | None = None


class Relation(msgspec.Struct, frozen=True):
    """The level of the relationship of two countries from a date on, as RelationChange events tell it."""

    id: str
    countries: tuple[str, str]
    level: str
    level_id: str | None
    since: str | None
    claims: tuple[str, ...]


class KgStatistic(msgspec.Struct, frozen=True):
    """A figure said of two countries: `between` both, or from `source` to `target` (identifiers of the graph).

    `measure_id` names a concept of `ontology/measures.ttl`; `value` is in `unit` as it is told (`tỷ USD`), `change_percent` against the
    period before. `period` is EDTF with its first and last day (both inclusive), null where `period_told` cannot be dated.
    """

    id: str
    label: str
    measure: str
    measure_id: str
    value: float
    unit: str
    between: tuple[str, ...]
    source: str | None
    target: str | None
    period: str | None
    period_told: str | None
    begin: str | None
    end: str | None
    change_percent: float | None
    rank: int | None
    claims: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True):
    """Two claims that cannot both be right; both stay in the graph."""

    id: str
    kind: str
    about: str
    message: str
    claims: tuple[str, ...]


class Knowledge(msgspec.Struct, frozen=True):
    """What the articles together support: every conclusion names its claims."""

    articles: tuple[ArticleInfo, ...] = ()
    entities: tuple[KgEntity, ...] = ()
    offices: tuple[Office, ...] = ()
    holdings: tuple[OfficeHolding, ...] = ()
    events: tuple[KgEvent, ...] = ()
    relations: tuple[Relation, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    claims: tuple[Claim, ...] = ()
    statistics: tuple[KgStatistic, ...] = ()
    background: tuple[BackgroundTerm, ...] = ()
    titles: tuple[TitleReading, ...] = ()
    changes: tuple[OrganizationChange, ...] = ()
    deaths: tuple[BackgroundDeath, ...] = ()


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Extraction)


def encode_extraction(record: Extraction) -> bytes:
    """One line of `extractions.jsonl`, UTF-8, without the line end. The same record gives the same bytes."""
    return _ENCODER.encode(record)


def decode_extraction(line: bytes | str) -> Extraction:
    """Read one line of `extractions.jsonl`; raises `msgspec.ValidationError` where it does not fit the types."""
    return _DECODER.decode(line)


def extraction_json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of an extraction record, made from the types of this module."""
    return msgspec.json.schema(Extraction)
