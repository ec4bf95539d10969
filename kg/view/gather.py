"""From a build folder and a choice to the page's graph: conclusions, the part that was chosen, and its evidence."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pyoxigraph import Store

from kg.graph import open_store
from kg.view.conclusions import Conclusions, read_conclusions
from kg.view.evidence import certain_facts, read_evidence, read_texts
from kg.view.records import TIERS, Fact, PageContradiction, PageGraph, PageNode, Tier
from kg.view.selection import Choice, Selected, select

__all__ = ["gather", "gather_store"]


def gather(build: Path, choice: Choice | None = None, *, min_tier: Tier = "candidate", with_text: bool = True) -> PageGraph:
    """The graph of one page from the build folder `build`; articles' texts are left out unless `with_text`.

    Raises `StoreError` where the build is missing or broken, `ConfigurationError` where the choice does not fit the graph.
    """
    return gather_store(open_store(build), choice, min_tier=min_tier, texts=build / "extractions.jsonl" if with_text else None)


def gather_store(store: Store, choice: Choice | None = None, *, min_tier: Tier = "candidate", texts: Path | None = None) -> PageGraph:
    """As `gather`, from an open store; `texts` is the file of extraction records, None for a page without texts."""
    found = read_conclusions(store)
    chosen = select(found, choice or Choice(), None if min_tier == TIERS[-1] else certain_facts(store, min_tier))
    others = _named_beside(found, chosen)
    told: tuple[Fact, ...] = (*chosen.holdings, *chosen.events, *chosen.relations)
    shown = {node.id for node in chosen.nodes} | {fact.id for fact in told}
    contradictions = tuple(c for c in found.contradictions if c.about in shown)
    rests_on: tuple[Fact | PageContradiction, ...] = (*told, *contradictions)
    claims = (claim for record in rests_on for claim in record.claims)
    evidence = read_evidence(store, claims, (*chosen.nodes, *chosen.aside), read_texts(texts) if texts else {})
    return PageGraph(
        nodes=chosen.nodes,
        others=others,
        ties=chosen.ties,
        holdings=chosen.holdings,
        events=chosen.events,
        relations=chosen.relations,
        contradictions=contradictions,
        kinds=found.kinds,
        levels=found.levels,
        sentences=evidence.sentences,
        claims=evidence.claims,
        articles=evidence.articles,
        limits=msgspec.structs.replace(chosen.limits, tier=min_tier),
        whole=chosen.whole,
    )


def _named_beside(found: Conclusions, chosen: Selected) -> tuple[PageNode, ...]:
    """What is named but not drawn: places of events, people beyond the chosen ones, and whatever stands aside without a tie."""
    drawn = {node.id for node in chosen.nodes}
    named = {part.node for event in chosen.events for part in event.parts} | {event.place for event in chosen.events}
    named |= {end for holding in chosen.holdings for end in (holding.holder, holding.office)}
    named |= {node.owner for node in chosen.nodes} | {country for relation in chosen.relations for country in relation.countries}
    named |= {chosen.limits.focus, chosen.limits.country}
    aside = {node.id for node in chosen.aside}
    wanted = (named | aside) - drawn
    beside = [node for node in found.nodes if node.id in wanted]
    return tuple(node if node.id in aside else msgspec.structs.replace(node, claims=()) for node in beside)
