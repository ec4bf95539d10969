"""A curator's decisions as resolution replays them: things joined or parted, reports joined or parted, claims taken out or confirmed.

A thing is named by its identifier, as it is before any decision, or by `ARTICLE#NAME`, the name that it has in an article; a report of an
event by one of its claims. What the articles of today have nothing for is passed over and told, since an article may come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from kg.model import Contradiction, Extraction, KgEntity, KgEvent, KgStatistic, Knowledge, OfficeHolding, Relation, TitleReading
from kg.resolution.claims import ClaimIds
from kg.resolution.events import EventReport, Ruling
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Judgement, Thing, other_names, usual_name
from kg.resolution.names import name_key
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Decision", "Decisions", "Verdict"]

Attested = TypeVar("Attested", KgEntity, OfficeHolding, KgEvent, Relation, Contradiction, KgStatistic, TitleReading)
Verdict = Literal["same", "different", "right", "wrong"]


class Decision(msgspec.Struct, frozen=True):
    """A line of `decisions.tsv`: `one` and `other` are the same or different, or the claim `one` is right or wrong. `when` is a day."""

    verdict: Verdict
    one: str
    other: str
    who: str
    when: str
    why: str

    @property
    def reason(self) -> str:
        """As it is told where somebody asks."""
        return f"decided by {self.who} on {self.when}: {self.why}"


class Decisions:
    """The decisions of one build; `applied` are those that found what they are about."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.all = tuple(decisions)
        self.applied: set[Decision] = set()
        self.wrong = frozenset(one.one for one in self.all if one.verdict == "wrong")
        self._right = frozenset(one.one for one in self.all if one.verdict == "right")
        pairs = [one for one in self.all if one.verdict in ("same", "different")]
        self._about_reports = [one for one in pairs if one.one.startswith("claim/")]
        self._about_things = [one for one in pairs if not one.one.startswith("claim/")]

    @property
    def unused(self) -> list[Decision]:
        """Those that found nothing, in the order of the file."""
        return [one for one in self.all if one not in self.applied]

    # ---------------------------------------------------------------- claims

    def heard(self, record: Extraction, ids: ClaimIds) -> Extraction:
        """The record without what its wrong claims alone say; nothing in it changes its number."""
        claims = {*ids.entities.values(), *(c for group in (*ids.holdings, *ids.events, *ids.statistics) for c in group)}
        self.applied.update(one for one in self.all if one.verdict in ("right", "wrong") and one.one in claims)
        if not claims & self.wrong:
            return record
        kept = tuple(entity for entity in record.entities if ids.entities.get(entity.id) not in self.wrong)
        return msgspec.structs.replace(
            record,
            entities=kept,
            holdings=tuple(
                msgspec.structs.replace(one, person="") if self.wrong.issuperset(ids.holdings[k]) else one for k, one in enumerate(record.holdings)
            ),
            events=tuple(
                msgspec.structs.replace(one, participants=()) if self.wrong.issuperset(ids.events[k]) else one
                for k, one in enumerate(record.events)
            ),
            statistics=tuple(
                msgspec.structs.replace(one, between=(), source=None) if self.wrong.issuperset(ids.statistics[k]) else one
                for k, one in enumerate(record.statistics)
            ),
        )

    def on_claims(self, knowledge: Knowledge) -> Knowledge:
        """The knowledge without the wrong claims, and with the right ones sure. What rested on wrong ones alone is no longer there."""
        if not self.wrong and not self._right:
            return knowledge

        def upheld(records: tuple[Attested, ...]) -> tuple[Attested, ...]:
            left = (msgspec.structs.replace(one, claims=tuple(claim for claim in one.claims if claim not in self.wrong)) for one in records)
            return tuple(one for one in left if one.claims)

        return msgspec.structs.replace(
            knowledge,
            entities=upheld(knowledge.entities),
            holdings=upheld(knowledge.holdings),
            events=upheld(knowledge.events),
            relations=upheld(knowledge.relations),
            contradictions=upheld(knowledge.contradictions),
            statistics=upheld(knowledge.statistics),
            titles=upheld(knowledge.titles),
            claims=tuple(
                msgspec.structs.replace(claim, confidence=1.0, tier="asserted") if claim.id in self._right else claim
                for claim in knowledge.claims
                if claim.id not in self.wrong
            ),
        )

    # ---------------------------------------------------------------- reports

    def rulings(self, reports: Iterable[EventReport]) -> dict[frozenset[tuple[str, int]], Ruling]:
        """Which pairs of reports are of one event, or of two, whatever they say."""
        if not self._about_reports:
            return {}
        by_claim = {claim: report.place_in_corpus for report in reports for claim in report.claims}
        found = {}
        for one in self._about_reports:
            places = {by_claim[claim] for claim in (one.one, one.other) if claim in by_claim}
            if len(places) == 2:
                self.applied.add(one)
                found[frozenset(places)] = Ruling(one.verdict == "same", one.reason)
        return found

    # ---------------------------------------------------------------- things

    def things(self, found: Mapping[str, Thing], heard: Sequence[Witness]) -> tuple[dict[str, Thing], list[Judgement]]:
        """The things of one kind joined and parted, by identifier, and why. Whoever is parted from another gets an identifier of their own."""
        decided = [d for d in self._about_things if _prefix(d, found, heard)]
        if not decided:
            return dict(found), []
        names = {(witness.id, entity.id): entity.name for witness in heard for entity in witness.record.entities}
        things = dict(found)
        judgements: list[Judgement] = []
        for one in [d for d in decided if d.verdict == "different"]:
            judgements += self._part(one, things, names)
        judgements += self._join([d for d in decided if d.verdict == "same"], things, names)
        return things, judgements

    def _part(self, decision: Decision, things: dict[str, Thing], names: Mapping[Reference, str]) -> list[Judgement]:
        one, other = (_meant(reference, things, names) for reference in (decision.one, decision.other))
        if not one or not other:
            return []
        self.applied.add(decision)
        (name, rest), (same, out) = one, other
        if name == same:
            thing = things[name]
            staying = tuple(reference for reference in thing.members if reference not in out)
            if not staying:
                return []
            things[name] = msgspec.structs.replace(thing, members=staying, aliases=_aliases(thing, staying, names))
            own = _parted(thing, out, names)
            same = next(iter(_numbered(own.wishes[0], name, things)))
            things[same] = own
        return [Judgement("#".join(min(out)), "#".join(min(set(rest) - set(out), default=min(rest))), False, decision.reason)]

    def _join(self, decisions: Iterable[Decision], things: dict[str, Thing], names: Mapping[Reference, str]) -> list[Judgement]:
        judgements = []
        became: dict[str, str] = {}
        for decision in decisions:
            one, other = (_meant(reference, things, names, became) for reference in (decision.one, decision.other))
            if not one or not other:
                continue
            self.applied.add(decision)
            if one[0] == other[0]:
                continue
            kept, gone = things[one[0]], things.pop(other[0])
            became[other[0]] = one[0]
            things[one[0]] = msgspec.structs.replace(
                kept,
                members=tuple(sorted({*kept.members, *gone.members})),
                aliases=other_names(kept.label, (*kept.aliases, gone.label, *gone.aliases)),
                country=kept.country or gone.country,
            )
            judgements += [Judgement("#".join(member), one[0], True, decision.reason) for member in gone.members]
        return judgements


def _prefix(decision: Decision, found: Mapping[str, Thing], heard: Sequence[Witness]) -> bool:
    """Whether the decision may be about things of the kind of `found`: an identifier says so, a name in an article may be of any."""
    kinds = {name.partition("/")[0] for name in found}
    return all("#" in reference or reference.partition("/")[0] in kinds for reference in (decision.one, decision.other))


def _meant(
    reference: str, things: Mapping[str, Thing], names: Mapping[Reference, str], became: Mapping[str, str] | None = None
) -> tuple[str, tuple[Reference, ...]] | None:
    """The thing and its appearances that a reference means; None where there is no such thing."""
    while became and reference in became:
        reference = became[reference]
    if reference in things:
        return reference, things[reference].members
    article, _, named = reference.rpartition("#")
    for name, thing in things.items():
        members = tuple(
            member
            for member in thing.members
            if member[0] == article and (member[1] == named or name_key(names.get(member, "")) == name_key(named))
        )
        if members:
            return name, members
    return None


def _aliases(thing: Thing, members: Iterable[Reference], names: Mapping[Reference, str]) -> tuple[str, ...]:
    """The other names of a thing without those that only went with the appearances it has lost."""
    lost = {names[reference] for reference in thing.members} - {names[reference] for reference in members}
    return tuple(alias for alias in thing.aliases if alias not in lost)


def _parted(thing: Thing, members: Sequence[Reference], names: Mapping[Reference, str]) -> Thing:
    first = min(members)
    label = usual_name(names[reference] for reference in members)
    essence = f"{thing.essence.partition('|')[0]}|{'#'.join(first)}"
    wish = f"{slug_of(label)}-{slug_of(first[0])}"
    return Thing(thing.type, essence, (wish,), label, tuple(sorted(members)), other_names(label, (names[one] for one in members)), kind=thing.kind)


def _numbered(wish: str, beside: str, taken: Mapping[str, Thing]) -> Iterable[str]:
    prefix = beside.partition("/")[0]
    number = 1
    while True:
        name = f"{prefix}/{wish}" if number == 1 else f"{prefix}/{wish}-{number}"
        if name not in taken:
            yield name
        number += 1
