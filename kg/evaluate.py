"""Records against gold: precision, recall and F1 of what was found, accuracy of its attributes, and every miss and wrong fact by name.

Things match by any shared name; holdings by person, role, owner and status; events by type, principals, destination. What gold calls
optional may be found or left out. A second finding of one gold fact is wrong.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kg.gold import Gold, GoldEvent, GoldHolding, GoldThing
from kg.model import Entity, Event, Extraction, Holding

__all__ = ["FIELDS", "Report", "Tally", "evaluate"]

FIELDS = ("persons", "countries", "organizations", "places", "agreements", "holdings", "events")
CORE_EVENTS = frozenset(["Meeting", "PhoneCall", "Visit", "RelationChange", "Signing", "Appointment", "Departure"])
"""Types of event in which what is found beyond gold is wrong; of others gold has only the salient ones."""

_ONE = (
    ("Ngoại trưởng", "Bộ trưởng Ngoại giao", "Bộ trưởng Bộ Ngoại giao"),
    ("Tổng Bí thư", "Tổng Bí thư Ban Chấp hành Trung ương Đảng"),
    ("Liên Hợp Quốc", "Liên Hiệp Quốc", "LHQ"),
)
"""Names that gold and records may use for one another."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SIGNS = re.compile(r"[^\w\u0300-\u036f]+")
_ISO = re.compile(r"[A-Z]{2}")

Keys = frozenset[str]


class Tally(msgspec.Struct):
    """Right, wrong and missed; `errors` say which, each with its article."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = msgspec.field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Of what was found, how much is right; None where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of what is there, how much was found; None where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right + self.wrong + self.missed else None


class Report(msgspec.Struct):
    """The tallies by field, and of each attribute how often it is right (True) or wrong, `unread` the gold without a record."""

    fields: dict[str, Tally]
    attributes: dict[str, list[bool]]
    articles: int
    unread: list[str]


def evaluate(gold: Mapping[str, Gold], records: Iterable[Extraction]) -> Report:
    """Compare the records with the gold of their articles; gold without a record counts as missed."""
    by_id = {record.article.id: record for record in records}
    report = Report({field: Tally() for field in FIELDS}, {}, len(gold), sorted(set(gold) - set(by_id)))
    for article, facts in sorted(gold.items()):
        record = by_id.get(article)
        _Comparison(article, facts, record.entities if record else (), report).run(record)
    return report


# ---------------------------------------------------------------- names


def _folded(name: str) -> str:
    """Case, punctuation and the two places of a tone mark are folded."""
    decomposed = _SIGNS.sub(" ", unicodedata.normalize("NFD", name.casefold()))
    return " ".join("".join(c for c in word if c not in _TONES) + "".join(c for c in word if c in _TONES) for word in decomposed.split())


_CANONICAL = {_folded(name): _folded(group[0]) for group in _ONE for name in group}


def _key(name: str) -> str:
    if _ISO.fullmatch(name):
        return f"iso:{name}"
    folded = _folded(name)
    return _CANONICAL.get(folded, folded)


def _keys(*names: str) -> Keys:
    return frozenset(map(_key, names))


def _keys_of(entity: Entity) -> Keys:
    keys = frozenset(_CANONICAL.get(_folded(name), _folded(name)) for name in (entity.name, *entity.aliases))
    return keys | {f"iso:{entity.iso.upper()}"} if entity.iso else keys


# ---------------------------------------------------------------- one article


class _Comparison:
    """One article's gold against its entities, holdings and events; adds to the report."""

    def __init__(self, article: str, gold: Gold, entities: Sequence[Entity], report: Report) -> None:
        self.article = article
        self.gold = gold
        self.report = report
        self.entities = {entity.id: entity for entity in entities}
        self.keys = {entity.id: _keys_of(entity) for entity in entities}
        self.synonyms: dict[str, Keys] = {}
        for thing in (*gold.persons, *gold.organizations, *gold.places, *gold.agreements):
            names = _keys(thing.name, *thing.aliases)
            for name in names:
                self.synonyms[name] = self.synonyms.get(name, frozenset()) | names

    def run(self, record: Extraction | None) -> None:
        """Compare everything."""
        gold = self.gold
        self._things("persons", gold.persons, "Person")
        self._things("organizations", (*gold.organizations, *self._implied_bodies()), "Organization")
        self._things("places", gold.places, "Place")
        self._things("agreements", gold.agreements, "Agreement")
        countries = [GoldThing(iso) for iso in gold.countries] + [GoldThing(iso, optional=True) for iso in gold.countries_optional]
        self._things("countries", countries, "Country")
        self._holdings(record.holdings if record else ())
        self._events(record.events if record else ())
        if record:
            self._offsets(record)

    def _error(self, field: str, message: str) -> None:
        self.report.fields[field].errors.append(f"{self.article}: {field} {message}")

    def _is(self, name: str, entity: str | None) -> bool:
        """Whether an entity answers to a name of gold, or to another name of the same thing."""
        return entity in self.keys and bool(({_key(name)} | self.synonyms.get(_key(name), frozenset())) & self.keys[entity])

    def _implied_bodies(self) -> list[GoldThing]:
        """The owners of offices: an office names its body, which may be found and need not be."""
        listed = frozenset[str]().union(*(_keys(thing.name, *thing.aliases) for thing in self.gold.organizations))
        owners = {owner for holding in self.gold.holdings for owner in holding.of if owner and not _ISO.fullmatch(owner)}
        return [GoldThing(owner, optional=True) for owner in sorted(owners) if _key(owner) not in listed]

    def _things(self, field: str, wanted: Sequence[GoldThing], kind: str) -> None:
        tally = self.report.fields[field]
        left = [entity for entity in self.entities.values() if entity.type == kind]
        for thing in wanted:
            names = _keys(thing.name, *thing.aliases)
            hit = next((entity for entity in left if names & self.keys[entity.id]), None)
            if hit is not None:
                left.remove(hit)
                tally.right += not thing.optional
            elif not thing.optional:
                tally.missed += 1
                self._error(field, f"missed: {thing.name}")
        tally.wrong += len(left)
        for entity in left:
            self._error(field, f"wrong: {entity.name}")

    # ------------------------------------------------------------ holdings

    def _holdings(self, found: Sequence[Holding]) -> None:
        tally = self.report.fields["holdings"]
        left = list(found)
        for wanted in self.gold.holdings:
            roles = _keys(wanted.role, *wanted.role_aliases)
            fitting = [one for one in left if self._is(wanted.person, one.person) and _key(one.role) in roles]
            best = max(fitting, key=functools.partial(self._holding_closeness, wanted), default=None)
            shown = f"{wanted.person} / {wanted.role} / {wanted.of} / {wanted.status}"
            if best is None:
                if not wanted.optional:
                    tally.missed += 1
                    self._error("holdings", f"missed: {shown}")
                continue
            left.remove(best)
            owner, status = self._owner_right(wanted, best), _status_right(wanted, best)
            self._attribute("holding of", owner)
            self._attribute("holding status", status)
            if owner and status:
                tally.right += not wanted.optional
            else:
                tally.wrong += 1
                tally.missed += not wanted.optional
                self._error("holdings", f"wrong in owner or status: {shown}")
        tally.wrong += len(left)
        for one in left:
            names = [self.entities[ref].name if ref in self.entities else "–" for ref in (one.person, one.of or "")]
            self._error("holdings", f"not in gold: {names[0]} / {one.role} / {names[1]} / {one.status}")

    def _holding_closeness(self, wanted: GoldHolding, one: Holding) -> int:
        return 2 * self._owner_right(wanted, one) + _status_right(wanted, one)

    def _owner_right(self, wanted: GoldHolding, one: Holding) -> bool:
        if one.of not in self.entities:
            return None in wanted.of
        return any(owner is not None and self._is(owner, one.of) for owner in wanted.of)

    # ------------------------------------------------------------ events

    def _events(self, found: Sequence[Event]) -> None:
        tally = self.report.fields["events"]
        left = list(found)
        for wanted in sorted(self.gold.events, key=lambda event: (event.optional, -len(event.who))):
            fitting = [one for one in left if self._may_be(wanted, one)]
            best = max(fitting, key=functools.partial(self._closeness, wanted), default=None)
            shown = f"{wanted.type} {', '.join(wanted.who)} {' / '.join(wanted.to)} {wanted.date}"
            if best is None:
                if not wanted.optional:
                    tally.missed += 1
                    self._error("events", f"missed: {shown}")
                continue
            left.remove(best)
            tally.right += not wanted.optional
            if wanted.date:
                self._attribute("event date", wanted.date == best.date)
                if wanted.date != best.date:
                    self._error("events", f"date wrong: {shown}: {best.date}")
            if wanted.place:
                self._attribute("event place", self._is(wanted.place, best.place))
        for one in left:
            if one.type in CORE_EVENTS:
                tally.wrong += 1
                who = [self.entities[part.entity].name for part in one.participants if part.entity in self.entities]
                self._error("events", f"not in gold: {one.type} {', '.join(who)} {one.date}")

    def _present(self, wanted: GoldEvent, one: Event) -> int:
        return sum(any(self._is(name, part.entity) for part in one.participants) for name in wanted.who)

    def _may_be(self, wanted: GoldEvent, one: Event) -> bool:
        """Of an accepted type, with two of those who take part (all, where it is one), going where it goes."""
        if one.type not in {wanted.type, *wanted.type_aliases} or self._present(wanted, one) < min(2, len(wanted.who)):
            return False
        anywhere = [*(part.entity for part in one.participants), one.place]
        if wanted.to and not any(self._is(goal, entity) for goal in wanted.to for entity in anywhere):
            return False
        return not (wanted.type == "RelationChange" and wanted.date and one.date and wanted.date != one.date)

    def _closeness(self, wanted: GoldEvent, one: Event) -> float:
        place = wanted.place is None or self._is(wanted.place, one.place)
        return self._present(wanted, one) + 0.5 * (wanted.date == one.date) + 0.25 * place

    # ------------------------------------------------------------ attributes

    def _attribute(self, name: str, right: bool) -> None:
        self.report.attributes.setdefault(name, []).append(right)

    def _offsets(self, record: Extraction) -> None:
        """Every mention must be the text it claims, every fact rest on a stretch of the text."""
        size = len(record.text)
        for entity in record.entities:
            for mention in entity.mentions:
                inside = 0 <= mention.start < mention.end <= size
                self._attribute("mention offsets", inside and record.text[mention.start : mention.end] == mention.text)
        for evidence in [*(one.evidence for one in record.holdings), *(one.evidence for one in record.events)]:
            rests = bool(evidence) and all(0 <= start < end <= size for start, end in evidence)
            self._attribute("has evidence", rests)


def _status_right(wanted: GoldHolding, one: Holding) -> bool:
    """`former` and `late` count as one: who died has left the office."""
    return one.status == wanted.status or {one.status, wanted.status} <= {"former", "late"}
