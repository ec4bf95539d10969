"""How well the reports of the corpus are joined into events, as pairs of reports: from gold's own facts, and from what is read of the articles.

    python benchmarks/merging.py

Precision: of the pairs that are joined, those that gold's `same_as` joins. Recall: of gold's pairs, those that are joined. For what is read, an
event counts as gold's of the same article where type, two participants and the date agree, and recall is of the pairs both sides of
which were read.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kg.extraction import extract  # noqa: E402
from kg.model import Event, Extraction  # noqa: E402
from kg.reading import read_articles  # noqa: E402
from kg.resolution import resolve  # noqa: E402
from kg.resolution.claims import claim_ids  # noqa: E402
from kg.resolution.names import person_key  # noqa: E402
from kg.resolution.periods import may_be_one, period_of  # noqa: E402
from tests.resolution.gold_records import gold_records  # noqa: E402

Place = tuple[str, int]
Pairs = set[tuple[Place, Place]]


def pairs(groups: Iterable[Sequence[Place]]) -> Pairs:
    """All pairs of events of different articles that are in one group."""
    return {(min(one, other), max(one, other)) for group in groups for one, other in itertools.combinations(group, 2) if one[0] != other[0]}


def joined(records: Sequence[Extraction]) -> Pairs:
    """The pairs that resolution makes one event."""
    place = {claim: (r.article.id, n) for r in records for n, claims in enumerate(claim_ids(r).events) for claim in claims}
    return pairs(sorted({place[claim] for claim in event.claims}) for event in resolve(records).events)


def names(record: Extraction, event: Event) -> list[set[str]]:
    """The names of each participant of an event, as keys."""
    entities = {entity.id: entity for entity in record.entities}
    those = [entities[part.entity] for part in event.participants if part.entity in entities]
    return [{one.iso} if one.iso else {person_key(name) for name in (one.name, *one.aliases)} for one in those]


def as_gold(read: Extraction, gold: Extraction) -> dict[Place, Place]:
    """The events that are read, by place, with gold's that they are; each of gold's once."""
    found: dict[Place, Place] = {}
    for number, event in enumerate(read.events):
        told = set[str]().union(*names(read, event))
        best: tuple[int, bool, int] | None = None
        for k, wanted in enumerate(gold.events):
            who = names(gold, wanted)
            hits = sum(bool(one & told) for one in who)
            dated = bool(event.date and wanted.date)
            agree = dated and may_be_one(period_of(event.date), period_of(wanted.date))
            free = (gold.article.id, k) not in found.values()
            if free and event.type == wanted.type and hits >= min(2, len(who)) and (agree or not dated):
                best = max(filter(None, (best, (hits, agree, -k))))
        if best is not None:
            found[read.article.id, number] = gold.article.id, -best[2]
    return found


def told(what: str, right: Pairs, found: Pairs) -> None:
    """Print precision and recall."""
    both = len(right & found)
    print(f"{what}: {len(found)} pairs joined, {both} of {len(right)} right: P {both / len(found):.3f}  R {both / len(right):.3f}")


def main() -> None:
    """Measure both."""
    gold = list(gold_records())
    same: dict[str, list[Place]] = {}
    for record, labels in gold:
        for number, label in enumerate(labels):
            if label:
                same.setdefault(label, []).append((record.article.id, number))
    right = pairs(same.values())
    told("gold's facts", right, joined([record for record, _ in gold]))
    by_id = {record.article.id: record for record, _ in gold}
    read = [extract(article) for article in read_articles([ROOT / "corpus" / "articles"])]
    became: dict[Place, Place] = {}
    for one in read:
        became.update(as_gold(one, by_id[one.article.id]))
    known = set(became.values())
    possible = {pair for pair in right if set(pair) <= known}
    found = {tuple(sorted((became[one], became[other]))) for one, other in joined(read) if one in became and other in became}
    told(f"as read, {len(became)} of {sum(len(one.events) for one in read)} events known to gold", possible, found)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
