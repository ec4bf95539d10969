"""Read the tables of `kg/lexicon/` (and of a user's own folder on top of them) into one frozen `Lexicon`.

A user's table has the same file name and columns; its rows are added, and a row with the same first column replaces ours.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from kg.errors import LexiconError
from kg.lexicon import rows

__all__ = ["Lexicon", "load_lexicon", "read_table"]

TABLES = Path(__file__).parent
Row = TypeVar("Row", bound=msgspec.Struct)


class Lexicon(msgspec.Struct, frozen=True):
    """All tables. `names` maps a kind (`surname_vi`, `given_foreign`, `particle`) to its folded words."""

    countries: tuple[rows.Country, ...]
    places: tuple[rows.PlaceRow, ...]
    organizations: tuple[rows.OrganizationRow, ...]
    organization_heads: tuple[rows.OrganizationHead, ...]
    domains: tuple[rows.Domain, ...]
    agreements: tuple[rows.AgreementRow, ...]
    agreement_heads: tuple[rows.AgreementHead, ...]
    roles: tuple[rows.Role, ...]
    status_words: tuple[rows.StatusWord, ...]
    title_words: tuple[rows.TitleWord, ...]
    people: tuple[rows.PersonRow, ...]
    terms_of_office: tuple[rows.TermRow, ...]
    successions: tuple[rows.SuccessionRow, ...]
    deaths: tuple[rows.DeathRow, ...]
    names: dict[str, frozenset[str]]


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """The lexicon of the package, with the tables of the folders `extra` laid over it in order.

    Raises `LexiconError` naming file and line where a row does not fit its table.
    """
    return _load(tuple(Path(folder) for folder in extra))


@functools.lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...]) -> Lexicon:
    for folder in extra:
        if not folder.is_dir():
            raise LexiconError(f"{folder}: no such folder of lexicon tables; give the folder that holds countries.tsv, roles.tsv …")
    folders = (TABLES, *extra)

    def table(name: str, row_type: type[Row], *key: str) -> tuple[Row, ...]:
        merged: dict[tuple[str, ...], Row] = {}
        for folder in folders:
            path = folder / name
            if path.exists():
                for row in read_table(path, row_type):
                    merged[tuple(cast(str, getattr(row, field)) for field in key)] = row
        return tuple(merged.values())

    names: dict[str, set[str]] = {}
    for row in table("names.tsv", _NameRow, "kind", "name"):
        names.setdefault(row.kind, set()).add(row.name.lower())
    return Lexicon(
        countries=table("countries.tsv", rows.Country, "iso", "name"),
        places=table("places.tsv", rows.PlaceRow, "name", "country"),
        organizations=table("organizations.tsv", rows.OrganizationRow, "name"),
        organization_heads=table("organization_heads.tsv", rows.OrganizationHead, "head"),
        domains=table("domains.tsv", rows.Domain, "domain"),
        agreements=table("agreements.tsv", rows.AgreementRow, "name"),
        agreement_heads=table("agreement_heads.tsv", rows.AgreementHead, "head"),
        roles=table("roles.tsv", rows.Role, "id"),
        status_words=table("status_words.tsv", rows.StatusWord, "word", "position"),
        title_words=table("not_offices.tsv", rows.TitleWord, "word"),
        people=table("people.tsv", rows.PersonRow, "name"),
        terms_of_office=_terms_of_office(folders),
        successions=table("successions.tsv", rows.SuccessionRow, "name"),
        deaths=table("deaths.tsv", rows.DeathRow, "person"),
        names={kind: frozenset(words) for kind, words in names.items()},
    )


def _terms_of_office(folders: Sequence[Path]) -> tuple[rows.TermRow, ...]:
    """All terms; the rows that a folder has for an office replace those of the folders before it for that office, the history as a whole."""
    by_office: dict[tuple[str, str], list[rows.TermRow]] = {}
    for folder in folders:
        path = folder / "terms_of_office.tsv"
        own: dict[tuple[str, str], list[rows.TermRow]] = {}
        for row in read_table(path, rows.TermRow) if path.exists() else ():
            own.setdefault((row.role_id, row.of), []).append(row)
        by_office.update(own)
    return tuple(row for terms in by_office.values() for row in terms)


class _NameRow(msgspec.Struct, frozen=True):
    name: str
    kind: str
    source: str


def read_table(path: Path, row_type: type[Row]) -> list[Row]:
    """The rows of one TSV file as `row_type`; unknown columns are refused, since a misspelt column would be lost in silence."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(row_type)}
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        columns = next(reader, [])
        unknown = set(columns) - set(fields)
        if unknown:
            raise LexiconError(f"{path}: unknown columns {sorted(unknown)}; this table has {sorted(fields)}")
        several = frozenset(name for name in columns if fields[name].type == rows.Values)
        needed = frozenset(name for name in columns if fields[name].required)
        parsed: list[Row] = []
        for cells in filter(None, reader):
            if len(cells) != len(columns):
                raise LexiconError(f"{path}:{reader.line_num}: {len(columns)} columns are wanted, separated by tabs")
            values: dict[str, object] = {}
            for name, cell in zip(columns, cells, strict=True):
                if name in several:
                    values[name] = tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()
                elif cell or name in needed:
                    values[name] = cell.strip()
            try:
                parsed.append(msgspec.convert(values, row_type))
            except msgspec.ValidationError as error:
                raise LexiconError(f"{path}:{reader.line_num}: {error}") from error
    return parsed
