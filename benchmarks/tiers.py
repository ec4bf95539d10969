"""How often what the program says is right, tier by tier (asserted, probable, candidate), against articles with gold.

    python benchmarks/tiers.py ARTICLES GOLD [--only ID,ID…] [--without ID,ID…] [--errors]

ARTICLES is a folder of articles, GOLD one of `ID.yaml`. A tier's precision is what a reader would see who kept this tier alone; what gold calls
optional counts neither way. `missed` has no tier: it is told of all tiers together.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kg.evaluate import FIELDS, Tally, evaluate
from kg.extraction import Extractor
from kg.gold import Gold, read_gold
from kg.model import Extraction, Tier
from kg.reading import read_articles

TIERS: tuple[Tier, ...] = ("asserted", "probable", "candidate")
FACTS = ("holdings", "events")


def only(record: Extraction, tier: Tier) -> tuple[Extraction, Extraction]:
    """The record with the entities of one tier and no fact; the record with all entities and the facts of one tier."""
    entities = tuple(e for e in record.entities if e.tier == tier)
    holdings = tuple(h for h in record.holdings if h.tier == tier)
    events = tuple(e for e in record.events if e.tier == tier)
    return msgspec.structs.replace(record, entities=entities, holdings=(), events=()), msgspec.structs.replace(
        record, holdings=holdings, events=events
    )


def tallies(gold: dict[str, Gold], records: Sequence[Extraction], tier: Tier) -> dict[str, Tally]:
    """The tally of each field of `kg.evaluate` for one tier alone."""
    names, facts = zip(*(only(record, tier) for record in records), strict=True)
    of_names, of_facts = evaluate(gold, names), evaluate(gold, facts)
    return {field: (of_facts if field in FACTS else of_names).fields[field] for field in FIELDS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", default="", help="ids of articles, separated by commas")
    parser.add_argument("--without", default="", help="ids to leave out, separated by commas")
    parser.add_argument("--errors", action="store_true", help="list each wrong fact of each tier")
    arguments = parser.parse_args()
    chosen, left_out = (set(filter(None, text.split(","))) for text in (arguments.only, arguments.without))
    gold = {k: g for k, g in read_gold(arguments.gold).items() if k not in left_out and (not chosen or k in chosen)}
    extractor = Extractor()
    records = [extractor(a) for a in read_articles([arguments.articles]) if a.info.id in gold]
    columns = {tier: tallies(gold, records, tier) for tier in TIERS}
    print(f"{len(records)} articles" + " " * 6 + "".join(f"{tier:>26}" for tier in TIERS))
    for field in FIELDS:
        cells = []
        for tier in TIERS:
            tally = columns[tier][field]
            told = tally.right + tally.wrong
            cells.append(f"{tally.right} of {told}  {tally.right / told:.3f}" if told else "–")
        print(f"{field:18}" + "".join(f"{cell:>26}" for cell in cells))
    if arguments.errors:
        for tier in TIERS:
            for field in FIELDS:
                for error in columns[tier][field].errors:
                    if "missed" not in error:
                        print(f"{tier}: {error}")


if __name__ == "__main__":
    main()
