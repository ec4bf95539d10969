"""Names that are two things, told apart by the rest of the article: `Georgia` among places of the US, `Thuận An` of `Tập đoàn Thuận An`.

Comes in: the findings of all sentences. Goes out: the same, with those findings that the article tells to be something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.bodies.organizations import Body
from kg.extraction.bodies.shared_heads import name_of_company
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.lexicon.rows import Country, PlaceRow, Role

__all__ = ["told_by_the_article"]

_BUSINESS = frozenset({"company", "bank"})
_BUILT = frozenset({"building", "street"})
_OF_A_STATE = frozenset({"head_of_state", "head_of_government", "minister", "royalty", "diplomat"})
"""Kinds of `roles.tsv` that no province has."""
_KNOWN_PLACE = "known place"
_SHORT_NAME = "short name of a company"
_LIKE_A_COUNTRY = "place that bears a country's name"


def told_by_the_article(found: Sequence[Found], views: Sequence[SentenceView]) -> list[Found]:
    """The findings, in their order, with countries that are places of another country and places that are companies put right."""
    companies = _companies(found, views)
    for finding in found:
        if finding.kind == "place" and (finding.rule != _KNOWN_PLACE or _is_located(views[finding.sentence], finding.start)):
            companies.pop(fold(finding.name), None)  # the article means the place, too
    places_of: dict[str, int] = {}
    for finding in found:
        if finding.kind == "place" and isinstance(finding.what, PlaceRow):
            places_of[finding.what.country] = places_of.get(finding.what.country, 0) + 1
    out = []
    for finding in found:
        if finding.kind == "place" and getattr(finding.what, "kind", "") not in _BUILT:
            company = companies.get(fold(finding.name))
            if company is not None:
                body = Body(finding.start, finding.end, finding.end, company.row, company.kind, company.country, _SHORT_NAME)
                finding = finding._replace(kind="organization", what=body, rule=_SHORT_NAME)
        elif finding.kind == "country" and isinstance(finding.what, Country):
            place = _namesake(views[finding.sentence], finding)
            if place is not None and places_of.get(place.country, 0) > 0 and not _names_the_country(found, views, finding.what, places_of):
                surface = views[finding.sentence].surface(finding.start, finding.end)
                finding = finding._replace(kind="place", what=place, rule=_LIKE_A_COUNTRY, name=surface)
        out.append(finding)
    return out


def _companies(found: Sequence[Found], views: Sequence[SentenceView]) -> dict[str, Body]:
    """Companies by what stands right behind their head words: `Thuận An` of `Công ty Cổ phần Tập đoàn |Thuận An|`, not of `Xổ số |Đồng Nai|`."""
    companies: dict[str, Body] = {}
    for finding in found:
        body = finding.what
        if finding.kind != "organization" or not isinstance(body, Body) or body.kind not in _BUSINESS:
            continue
        name = name_of_company(views[finding.sentence], body)
        if name:
            companies.setdefault(fold(name), body)
    return companies


def _is_located(view: SentenceView, i: int) -> bool:
    return view.key(i - 1) in words("locative")


def _namesake(view: SentenceView, country: Found) -> PlaceRow | None:
    """The place of another country that bears the name by which a country was read."""
    for hit in view.hits_at(country.start, "place"):
        if hit.end == country.end and isinstance(hit.row, PlaceRow) and hit.row.country and isinstance(country.what, Country):
            return hit.row if hit.row.country != country.what.iso else None
    return None


def _names_the_country(found: Sequence[Found], views: Sequence[SentenceView], country: Country, places_of: dict[str, int]) -> bool:
    """Whether the article names a place of the country, or the country itself by a form that is no place's."""
    if places_of.get(country.iso, 0) > 0:
        return True
    mentions = [f for f in found if f.kind == "country" and isinstance(f.what, Country) and f.what.iso == country.iso]
    return any(_namesake(views[f.sentence], f) is None or _is_a_state_there(views[f.sentence], f.start) for f in mentions)


def _is_a_state_there(view: SentenceView, i: int) -> bool:
    """`người |Georgia|`, `đội tuyển |Georgia|`, `Tổng thống |Georgia|`: what only a country has."""
    return view.key(i - 1) in {"người", "nước", "tuyển", "gốc", "tiếng"} or any(
        isinstance(hit.row, Role) and hit.row.kind in _OF_A_STATE and hit.end == i for k in range(max(i - 4, 0), i) for hit in view.hits.get(k, ())
    )
