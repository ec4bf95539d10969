"""People across articles: one full name is one person unless offices, countries and dates say otherwise; spellings by the table of people.

A short form belongs to its article, whose record has joined it already. A one-word name that stands alone in its article joins
the one person of the corpus who has that name and the same office; otherwise it stays apart. Never by edit distance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon import Lexicon, PersonRow
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.namesakes import Seen, by_shared_office, part_namesakes
from kg.resolution.identity.things import Judgement, Thing, other_names, usual_name
from kg.resolution.names import is_spelt_vietnamese, person_key
from kg.resolution.offices_told import OfficeTold
from kg.resolution.witnesses import Reference, Witness

__all__ = ["Spellings", "persons"]


_LONGEST_SIGN = 3
"""Letters of what is no name beside others: initials, `Jr`, `Sr`, `III`."""


class Spellings:
    """The table of people: which spellings, and which single words, are whom."""

    def __init__(self, rows: Iterable[PersonRow]) -> None:
        self._rows: dict[str, PersonRow] = {}
        ambiguous: set[str] = set()
        for row in rows:
            for key in {person_key(name) for name in (row.name, *row.aliases)}:
                if self._rows.setdefault(key, row) is not row:
                    ambiguous.add(key)
        for key in ambiguous:
            del self._rows[key]

    def row(self, name: str) -> PersonRow | None:
        """The person who goes by `name`, if the table has one and only one."""
        return self._rows.get(person_key(name))


def persons(
    heard: Sequence[Witness], told: Sequence[OfficeTold], countries: Mapping[str, str], lexicon: Lexicon
) -> tuple[list[Thing], list[Judgement]]:
    """The people of all articles, and why they were joined or kept apart where the name alone does not say.

    `told` are the offices that the articles give them; `countries` the ISO code of the country an office's owner lies in.
    """
    spellings = Spellings(lexicon.people)
    offices: dict[Reference, list[OfficeTold]] = {}
    for office in told:
        offices.setdefault(office.person, []).append(office)
    named: dict[str, list[Seen]] = {}
    single: list[Seen] = []
    rows: dict[str, PersonRow] = {}
    judgements: list[Judgement] = []
    for witness in heard:
        for entity in witness.record.entities:
            if entity.type != "Person":
                continue
            reference = witness.reference(entity.id)
            seen = Seen.of(reference, entity, witness, offices.get(reference, ()), countries)
            row = spellings.row(entity.name)
            if row is not None and row.country and seen.countries and row.country not in seen.countries and len(seen.key.split()) == 1:
                reason = f"{entity.name} is {row.name} of {row.country}, but holds an office of {', '.join(sorted(seen.countries))} here"
                judgements.append(Judgement(seen.place, f"person/{slug_of(row.name)}", False, reason))
                row = None
            key = person_key(row.name) if row else seen.key
            if row is not None:
                rows[key] = row
                if seen.key != key:
                    reason = f"{entity.name} is a spelling of {row.name} ({row.source})"
                    judgements.append(Judgement(seen.place, f"person/{slug_of(row.name)}", True, reason))
            if row is None and len(seen.key.split()) == 1:
                single.append(seen)
            else:
                named.setdefault(key, []).append(seen)
    judgements.extend(_join_shorter_names(named))
    groups: dict[str, list[list[Seen]]] = {}
    for key, seen_ones in named.items():
        if key in rows:
            groups[key] = [seen_ones]
        else:
            groups[key], parted = part_namesakes(seen_ones)
            judgements.extend(parted)
    judgements.extend(_join_single_names(single, groups))
    return [_thing(key, group, len(parts) > 1, rows.get(key)) for key, parts in groups.items() for group in parts], judgements


def _join_shorter_names(named: dict[str, list[Seen]]) -> list[Judgement]:
    """`Dina Boluarte` joins the one `Dina Ercilia Boluarte Zegarra` in the same office whom no article names beside her.

    Not where a Vietnamese name, an initial or a word for the father or the son makes the difference: those tell two people apart.
    """
    by_first: dict[str, list[str]] = {}
    for key, seen in named.items():
        if " " in key and not is_spelt_vietnamese(seen[0].entity.name):
            by_first.setdefault(key.partition(" ")[0], []).append(key)
    judgements = []
    for keys in by_first.values():
        for key in sorted(keys, key=len):
            fuller = [
                other for other in keys if other in named and _is_fuller(other.split(), key.split()) and _share_office(named[other], named[key])
            ]
            if len(fuller) != 1:
                continue
            (whole,) = fuller
            first = min(named[whole], key=lambda one: one.reference)
            for one in named[key]:
                reason = f"{one.entity.name} is {first.entity.name} in short, in the same office"
                judgements.append(Judgement(one.place, first.place, True, reason))
            named[whole].extend(named.pop(key))
    return judgements


def _is_fuller(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether `longer` has the words of `shorter` in their order, and names besides."""
    rest = iter(longer)
    added = [word for word in longer if word not in shorter]
    return bool(added) and all(word in rest for word in shorter) and all(len(word) > _LONGEST_SIGN for word in added)


def _share_office(one: Sequence[Seen], other: Sequence[Seen]) -> bool:
    together = {seen.reference[0] for seen in one} & {seen.reference[0] for seen in other}
    return not together and any(office[1] for seen in one for office in seen.offices if any(office in known.offices for known in other))


def _join_single_names(single: Sequence[Seen], groups: dict[str, list[list[Seen]]]) -> list[Judgement]:
    """`Putin` with an office joins the one person whose first or last name it is and who holds that office; else it stays alone."""
    by_name: dict[str, list[list[Seen]]] = {}
    for key, parts in groups.items():
        words = key.split()
        for word in {words[0], words[-1]}:
            by_name.setdefault(word, []).extend(parts)
    known = {id(part): frozenset(office for seen in part for office in seen.offices) for parts in groups.values() for part in parts}
    judgements = []
    alone: dict[str, list[Seen]] = {}
    for seen in single:
        wanted = {(role, owner) for role, owner in seen.offices if owner}
        holders = [part for part in by_name.get(seen.key, ()) if wanted & known[id(part)]]
        if len(holders) != 1:
            alone.setdefault(seen.key, []).append(seen)
            continue
        (holder,) = holders
        shared = ", ".join(sorted(" of ".join(office) for office in wanted & known[id(holder)]))
        reason = f"{seen.entity.name}, {shared}, is the only one of that name in that office"
        judgements.append(Judgement(seen.place, min(holder, key=lambda other: other.reference).place, True, reason))
        holder.append(seen)
    for key, strangers in alone.items():
        groups.setdefault(key, []).extend(by_shared_office(strangers))
    return judgements


def _thing(key: str, group: Sequence[Seen], has_namesakes: bool, row: PersonRow | None) -> Thing:
    full = [seen.entity.name for seen in group if len(seen.key.split()) > 1] or [seen.entity.name for seen in group]
    label = row.name if row else usual_name(full)
    countries = sorted({row.country} if row and row.country else {country for seen in group for country in seen.countries})
    office = min((office for seen in group for office in seen.offices if office[1]), default=None)
    first = min(seen.reference for seen in group)
    essence = "|".join((key, *(office or first))) if has_namesakes else key
    wishes = [slug_of(label if row else key)]
    if has_namesakes and len(countries) == 1:
        wishes.append(f"{wishes[0]}-{countries[0].lower()}")
    return Thing(
        type="Person",
        essence=essence,
        wishes=tuple(wishes),
        label=label,
        members=tuple(sorted(seen.reference for seen in group)),
        aliases=other_names(label, (name for seen in group for name in (seen.entity.name, *seen.entity.aliases))),
        country=countries[0] if len(countries) == 1 else None,
    )
