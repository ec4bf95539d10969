"""The gold facts of the corpus as extraction records: what resolution gets where an article was read without a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kg.language import split_sentences
from kg.lexicon import load_lexicon
from kg.model import Article, Entity, Event, Extraction, Holding, Mention, Participant, Span
from kg.reading import read_articles
from kg.resolution.identity.organizations import BodyNames

CORPUS = Path(__file__).parents[2] / "corpus"
_ISO = re.compile(r"[A-Z]{2}")
_TYPES = {"persons": "Person", "organizations": "Organization", "places": "Place", "agreements": "Agreement"}


def gold_records() -> Iterator[tuple[Extraction, tuple[str | None, ...]]]:
    """Each article's record made from its gold, and for each of its events the `same_as` that gold gives it (None without)."""
    for article in read_articles(CORPUS / "articles"):
        path = CORPUS / "gold" / f"{article.info.id}.yaml"
        if path.exists():
            yield _record(article, yaml.safe_load(path.read_text(encoding="utf-8")))


def _record(article: Article, gold: dict[str, Any]) -> tuple[Extraction, tuple[str | None, ...]]:
    entities: list[Entity] = []
    ids: dict[str, str] = {}
    names = BodyNames(load_lexicon())
    country_names = {row.iso: (row.name, *row.aliases, *row.short) for row in load_lexicon().countries}
    place_countries = {row.name: row.country for row in reversed(load_lexicon().places)}
    for iso in [*gold.get("countries", ()), *gold.get("countries_optional", ())]:
        ids[iso] = f"e{len(entities) + 1}"
        mentions = _mentions(article.text, country_names[iso])
        entities.append(Entity(ids[iso], "Country", country_names[iso][0], iso=iso, mentions=mentions, rule="gold"))
    for field, kind in _TYPES.items():
        for item in gold.get(field) or ():
            identifier = f"e{len(entities) + 1}"
            forms = (item["name"], *item.get("aliases", ()))
            for form in forms:
                ids.setdefault(form, identifier)
            row = names.row(item["name"]) if kind == "Organization" else None
            country = row.country if row is not None else place_countries.get(item["name"], "") if kind == "Place" else ""
            entity = Entity(identifier, kind, item["name"], forms[1:], country=country or None, mentions=_mentions(article.text, forms))  # type: ignore[arg-type]
            entities.append(entity)
    starts = {entity.id: entity.mentions[0] for entity in entities if entity.mentions}

    def evidence(*names: str | None) -> tuple[Span, ...]:
        mention = next((starts[ids[name]] for name in names if name in ids and ids[name] in starts), None)
        return ((mention.start, mention.end),) if mention else ((0, 1),)

    holdings = tuple(
        Holding(
            ids[item["person"]],
            item["role"],
            next((ids[owner] for owner in item["of"] if owner in ids), None),
            item["status"],
            evidence(item["person"]),
        )
        for item in gold.get("holdings") or ()
    )
    events: list[Event] = []
    same: list[str | None] = []
    for number, item in enumerate(gold.get("events") or (), start=1):
        who = [ids[name] for name in item["who"] if name in ids]
        goals = [ids[name] for name in item.get("to") or () if name in ids]
        role = "party" if item["type"] in ("RelationChange", "Signing") else "agent"
        parts = [Participant(entity, role) for entity in who] + [Participant(entity, "destination") for entity in goals[:1]]
        events.append(
            Event(
                f"v{number}",
                item["type"],
                tuple(parts),
                evidence(*item["who"]),
                date=item.get("date"),
                place=ids.get(item.get("place", "")),
                modality=item.get("modality", "happened"),
                level=item.get("level"),
                label=item.get("role"),
            )
        )
        same.append(item.get("same_as"))
    sentences = tuple(split_sentences(article.text, article.blocks))
    return Extraction(article.info, article.text, tuple(entities), holdings, tuple(events), (), article.blocks, sentences), tuple(same)


def _mentions(text: str, forms: tuple[str, ...]) -> tuple[Mention, ...]:
    for form in forms:
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        if match:
            return (Mention(match.start(), match.end(), match.group()),)
    return ()
