"""Records made by hand in a line each: the text is put together from the facts, so that every quote stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.lexicon import load_lexicon
from kg.model import (
    ArticleInfo,
    Block,
    Entity,
    EntityType,
    Event,
    Extraction,
    Holding,
    HoldingStatus,
    KgEvent,
    Knowledge,
    Mention,
    Modality,
    OfficeHolding,
    Participant,
    Sentence,
    Span,
)
from kg.resolution import resolve

__all__ = ["Happened", "Held", "Thing", "event", "events", "held", "holdings", "knowledge", "labels", "told"]

_COUNTRIES = {row.iso: row.name for row in reversed(load_lexicon().countries) if row.iso}


class Thing(NamedTuple):
    """An entity that is no person and no country: `Thing("Bộ Ngoại giao", "Organization", country="RU")`."""

    name: str
    type: EntityType
    country: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None


class Held(NamedTuple):
    """`Held("Tô Lâm", "Chủ tịch nước", "VN")`: `of` is an ISO code, the name of a thing, or nothing."""

    person: str
    role: str
    of: str = ""
    status: HoldingStatus = "current"
    scope: str | None = None
    past: str | None = None
    """The past time that its sentence speaks of (EDTF)."""


class Happened(NamedTuple):
    """`Happened("Meeting", "A, B", "2024-05-20")`: who as names or ISO codes; `to` and `place` are ISO codes or names of things.

    `JP:Thủ tướng` among `who` is Japan taking part through an office without a name; `JP:quyền Thủ tướng` through one who stands in.
    """

    type: str
    who: str
    date: str | None = None
    to: str = ""
    place: str = ""
    modality: Modality = "happened"
    level: str | None = None
    label: str | None = None
    office_told: bool = False
    verb: str | None = None
    roles: str = ""
    """The roles of `who`, in their order, where they are not what its type has."""


held = Held
event = Happened


def told(
    article: str,
    published: str | None,
    *facts: Held | Happened | str,
    things: Iterable[Thing] = (),
    aliases: dict[str, tuple[str, ...]] | None = None,
) -> Extraction:
    """The record of an article that tells `facts`, a sentence each; a plain string is a person it names and says nothing of.

    An event with `office_told` stands in one sentence with the holdings that come right before it.
    """
    writer = _Writer({thing.name: thing for thing in things}, aliases or {})
    for fact in facts:
        writer.write(fact)
    return writer.record(ArticleInfo(article, title=article, published=published, sha256=article))


class _Writer:
    def __init__(self, things: dict[str, Thing], aliases: dict[str, tuple[str, ...]]) -> None:
        self.things = things
        self.aliases = aliases
        self.text = ""
        self.sentences: list[Sentence] = []
        self.mentions: dict[str, list[Mention]] = {}
        self.holdings: list[Holding] = []
        self.events: list[Event] = []

    def say(self, names: Sequence[str], words: str, *, join: bool = False) -> Span:
        """Write a sentence of the words and the names; gives its span."""
        if join:
            last = self.sentences.pop()
            self.text = self.text[: last.end] + ", "
            start = last.start
        else:
            start = len(self.text)
        said = len(self.text)
        self.text += words
        for name in names:
            country, _, title = name.partition(":")
            self.text += " "
            place = len(self.text)
            if title:
                written = f"{title} {_COUNTRIES[country]}"
                self.text += written
                self.mentions.setdefault(name, []).append(Mention(place, len(self.text), written, "title"))
                name, place = country, len(self.text) - len(_COUNTRIES[country])
            else:
                self.text += _COUNTRIES.get(name, name)
            self.mentions.setdefault(name, []).append(Mention(place, len(self.text), self.text[place:]))
        end = len(self.text)
        self.sentences.append(Sentence(start, end, "body"))
        self.text += "\n"
        return said, end

    def write(self, fact: Held | Happened | str) -> None:
        if isinstance(fact, str):
            self.say([fact], "Có mặt")
        elif isinstance(fact, Held):
            span = self.say([*([fact.of] if fact.of else []), fact.person], fact.role)
            dates = (fact.past,) if fact.past else ()
            self.holdings.append(
                Holding(fact.person, fact.role, fact.of or None, fact.status, (span,), scope=fact.scope, rule="test", dates=dates)
            )
        else:
            who = [name.strip() for name in fact.who.split(",")]
            goals = [name for name in (fact.to, fact.place) if name]
            span = self.say([*who, *goals], fact.type, join=fact.office_told)
            role = "party" if fact.type in ("RelationChange", "Signing") else "agent"
            roles = [one.strip() for one in fact.roles.split(",")] if fact.roles else [role] * len(who)
            parts = [Participant(name.partition(":")[0], its, name if ":" in name else None) for name, its in zip(who, roles, strict=True)]
            parts += [Participant(fact.to, "destination")] if fact.to else []
            self.events.append(
                Event(
                    f"v{len(self.events)}",
                    fact.type,
                    tuple(parts),
                    (span,),
                    date=fact.date,
                    place=fact.place or None,
                    modality=fact.modality,
                    level=fact.level,
                    label=fact.label,
                    rule="test",
                    verb=fact.verb,
                )
            )

    def record(self, info: ArticleInfo) -> Extraction:
        entities = []
        for name, mentions in self.mentions.items():
            thing = self.things.get(name)
            if thing is not None:
                one = Entity(name, thing.type, name, thing.aliases, country=thing.country, kind=thing.kind, mentions=tuple(mentions))
            elif ":" in name:
                country, _, title = name.partition(":")
                status = "acting" if title.startswith("quyền ") else "current"
                plain = title.removeprefix("quyền ")
                one = Entity(name, "Office", plain, country=country, kind=status, mentions=tuple(mentions), rule="test")
            elif name in _COUNTRIES:
                one = Entity(name, "Country", _COUNTRIES[name], iso=name, mentions=tuple(mentions))
            else:
                one = Entity(name, "Person", name, self.aliases.get(name, ()), mentions=tuple(mentions))
            entities.append(one)
        blocks = (Block("body", 0, len(self.text)),)
        facts = tuple(self.holdings), tuple(self.events)
        return Extraction(info, self.text, tuple(entities), *facts, (), blocks, tuple(self.sentences))


def knowledge(*records: Extraction) -> Knowledge:
    """What the records support together."""
    return resolve(records)


def labels(found: Knowledge, kind: EntityType) -> set[str]:
    """The labels of all entities of a type."""
    return {entity.label for entity in found.entities if entity.type == kind}


def holdings(found: Knowledge, holder: str = "") -> list[OfficeHolding]:
    """The holdings, those of one person where `holder` names them, in the order of their first day."""
    chosen = (one for one in found.holdings if not holder or one.holder == holder)
    return sorted(chosen, key=lambda one: (one.attested_on[:1], one.id))


def events(found: Knowledge, kind: str = "") -> list[KgEvent]:
    """The events, those of one type where `kind` says so."""
    return [one for one in found.events if not kind or one.type == kind]
