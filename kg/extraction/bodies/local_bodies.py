"""Local bodies that an article names by their unit alone: `UBND tỉnh` beside `Tỉnh ủy Phú Thọ` is `UBND tỉnh Phú Thọ`.

Comes in: the findings of all sentences. Goes out: the same with the places of local bodies told, and those that had no place to be known by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extraction.bodies.organizations import Body
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found, by_sentence
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.lexicon.rows import OrganizationHead, PlaceRow

__all__ = ["with_local_bodies"]

_RULE = "local body of the one place of its kind"
_LONGEST_UNIT = 2


def with_local_bodies(found: Sequence[Found], views: Sequence[SentenceView]) -> list[Found]:
    """The findings in their order; a local body gets its place where the article has one place of that kind, and only one."""
    places = _places_by_unit(found, views)
    findings = by_sentence(found)
    out: list[Found] = []
    for view in views:
        here = findings.get(view.index, [])
        holders = {finding.start for finding in here if finding.kind == "person"}  # `Chủ tịch HĐND tỉnh |Trần Văn Lộc|`
        here = [_with_unit(finding, view, places, holders) for finding in here]
        here.extend(_bare(view, here, places, holders) if places else ())
        out.extend(sorted(here, key=lambda f: (f.start, -f.end)))
    return out


def _places_by_unit(found: Sequence[Found], views: Sequence[SentenceView]) -> dict[str, str]:
    """The one place that the article names by each kind of unit: `tỉnh` → `Phú Thọ`."""
    named: dict[str, dict[str, str]] = {}
    provinces: dict[str, str] = {}
    mentions: Counter[str] = Counter()
    for finding in found:
        if finding.kind == "place":
            unit = fold(finding.rule.removeprefix("kind word: ")) if finding.rule.startswith("kind word: ") else ""
            if unit in words("unit_alone"):
                named.setdefault(unit, {}).setdefault(fold(finding.name), finding.name)
            if isinstance(finding.what, PlaceRow) and (finding.what.country, finding.what.kind) == ("VN", "province"):
                provinces.setdefault(fold(finding.what.name), finding.name)
                mentions[fold(finding.what.name)] += 1
        elif finding.kind == "organization" and isinstance(finding.what, Body):
            unit, place = _unit_and_place(views[finding.sentence], finding.what)
            if unit:
                named.setdefault(unit, {}).setdefault(fold(place), place)
    if "tỉnh" not in named and max(mentions.values(), default=0) > 1:  # once may be where somebody was born
        named["tỉnh"] = provinces
    return {unit: next(iter(names.values())) for unit, names in named.items() if len(names) == 1}


def _unit_and_place(view: SentenceView, body: Body) -> tuple[str, str]:
    """`UBND |tỉnh Phú Thọ|` → (`tỉnh`, `Phú Thọ`); `Tỉnh ủy |Phú Thọ|` has its unit in its head; empty for what is no local body."""
    for size in range(_LONGEST_UNIT, 0, -1):
        if view.keys(body.core_end, size) in words("unit_alone") and body.core_end + size < body.end:
            return view.keys(body.core_end, size), view.surface(body.core_end + size, body.end)
    unit, named = _unit_of_committee(view, body.start), body.start + 2
    return (unit, view.surface(named, body.end)) if unit and view.upper(named) and named < body.end else ("", "")


def _unit_of_committee(view: SentenceView, i: int) -> str:
    """`|Tỉnh| ủy`, `|Thành| ủy`: the unit in the head of a Party committee."""
    if view.key(i + 1) != "ủy":
        return ""
    return {"thành": "thành phố", "thị": "thị xã"}.get(view.key(i), view.key(i))


def _with_unit(finding: Found, view: SentenceView, places: dict[str, str], holders: set[int]) -> Found:
    """`Hội Liên hiệp Phụ nữ| tỉnh`, `Tỉnh ủy`: the body named with the unit behind it and, where the article tells it, with the place."""
    body = finding.what
    if finding.kind != "organization" or not isinstance(body, Body) or body.row is not None or body.core_end < body.end:
        return finding
    unit = next((view.keys(body.end, s) for s in range(_LONGEST_UNIT, 0, -1) if view.keys(body.end, s) in words("unit_alone")), "")
    behind = body.end + len(unit.split())
    if not unit or (view.upper(behind) and behind not in holders) or view.upper(body.end):
        return finding
    return finding._replace(name=" ".join(filter(None, (finding.name, unit, places.get(unit)))))


def _bare(view: SentenceView, here: Sequence[Found], places: dict[str, str], holders: set[int]) -> Iterator[Found]:
    """`UBND |tỉnh|`, `|Tỉnh ủy|` with no place behind them, outside of what was read already; an office may have them in its title."""
    covered = {k for finding in here if finding.kind != "office" for k in range(finding.start, finding.end)}
    told = 0  # the end of the last one: `|Ủy ban MTTQ tỉnh|` holds no other `MTTQ tỉnh`
    for i, hits in sorted(view.hits.items()):
        if i in covered or i < told or not view.upper(i):
            continue
        head = next((hit for hit in hits if hit.kind == "organization_head"), None)
        if head is None or not isinstance(head.row, OrganizationHead) or head.row.complement != "place" or head.end in covered:
            continue
        unit, end = _unit_of_committee(view, i), head.end
        name = view.surface(i, end)
        if not unit:
            size = next((len(u.split()) for u in longest_first("unit_alone") if view.keys(end, len(u.split())) == u), 0)
            unit, end = view.keys(end, size), end + size
            name = f"{name} {unit}"
        if unit in places and (not view.upper(end) or end in holders):
            body, told = Body(i, end, end, None, head.row.kind, "VN", _RULE), end
            yield Found("organization", view.index, i, end, f"{name} {places[unit]}", body, _RULE, True, "")
