"""Countries across articles: one for each ISO 3166-1 code, under the name of the lexicon."""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import Entity
from kg.resolution.identifiers import slug_of
from kg.resolution.identity.things import Thing, other_names, usual_name
from kg.resolution.witnesses import Reference, Witness

__all__ = ["countries"]


def countries(heard: Sequence[Witness], lexicon: Lexicon) -> list[Thing]:
    """The countries of all articles; the forms an article uses (`Hoa Kỳ`) are kept where the lexicon knows them."""
    rows = {row.iso: row for row in reversed(lexicon.countries) if row.iso}
    members: dict[str, list[tuple[Reference, Entity]]] = {}
    for witness in heard:
        for entity in witness.record.entities:
            if entity.type == "Country":
                members.setdefault(entity.iso or f"{entity.name}", []).append((witness.reference(entity.id), entity))
    found = []
    for essence, seen in members.items():
        row = rows.get(essence)
        label = row.name if row else usual_name(entity.name for _, entity in seen)
        known = {row.name, *row.aliases, *row.short} if row else set()
        names = {name for _, entity in seen for name in (entity.name, *entity.aliases)}
        names |= {mention.text for _, entity in seen for mention in entity.mentions if mention.text in known}
        iso = next((entity.iso for _, entity in seen if entity.iso), None)
        found.append(
            Thing(
                type="Country",
                essence=essence,
                wishes=(iso or slug_of(essence),),
                label=label,
                members=tuple(reference for reference, _ in seen),
                aliases=other_names(label, names),
                iso=iso,
                kind=row.kind if row else None,
                same_as=(row.qid,) if row and row.qid else (),
            )
        )
    return found
