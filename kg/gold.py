"""Gold facts of an article as typed records, read from YAML: what a careful reader of this article alone would put into the graph."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from kg.errors import ReadingError

__all__ = ["Gold", "GoldEvent", "GoldHolding", "GoldThing", "read_gold"]


class GoldThing(msgspec.Struct, frozen=True):
    """A person, body, place or document: its fullest name, acceptable others; `optional` where it may be left out."""

    name: str
    aliases: tuple[str, ...] = ()
    optional: bool = False


class GoldHolding(msgspec.Struct, frozen=True):
    """A person's office. `of` are acceptable owners: ISO codes, names, None where leaving it open is acceptable."""

    person: str
    role: str
    of: tuple[str | None, ...]
    status: str
    role_aliases: tuple[str, ...] = ()
    optional: bool = False


class GoldEvent(msgspec.Struct, frozen=True):
    """An event: who takes part (names or ISO codes), where a visit goes `to`, its EDTF date; `type_aliases` are acceptable types.

    `same_as` is one name for all reports of one event in different articles.
    """

    type: str
    who: tuple[str, ...]
    to: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    modality: str = "happened"
    level: str | None = None
    type_aliases: tuple[str, ...] = ()
    optional: bool = False
    same_as: str | None = None


class Gold(msgspec.Struct, frozen=True):
    """The facts of one article."""

    persons: tuple[GoldThing, ...] = ()
    countries: tuple[str, ...] = ()
    countries_optional: tuple[str, ...] = ()
    organizations: tuple[GoldThing, ...] = ()
    places: tuple[GoldThing, ...] = ()
    agreements: tuple[GoldThing, ...] = ()
    holdings: tuple[GoldHolding, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def read_gold(folder: Path) -> dict[str, Gold]:
    """The gold of each `ID.yaml` in `folder` by article id. Raises `ReadingError` naming the file that is malformed, or an empty folder."""
    found: dict[str, Gold] = {}
    for path in sorted(Path(folder).glob("*.yaml")):
        try:
            facts = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            found[path.stem] = msgspec.convert({key: value for key, value in facts.items() if value is not None}, Gold, strict=False)
        except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError, AttributeError) as error:
            raise ReadingError(f"{path}: no gold facts ({' '.join(str(error).split())}); see corpus/README.md for the form") from error
    if not found:
        raise ReadingError(f"{folder}: holds no gold; one ID.yaml an article is wanted")
    return found
