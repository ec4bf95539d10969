"""The findings of a sentence while it is read: bodies with the countries inside them, countries in pairs, everything with its position."""

from __future__ import annotations

from kg.extraction.bodies.body_content import goes_on
from kg.extraction.bodies.organizations import Body
from kg.extraction.bodies.owner_names import ends_a_name
from kg.extraction.sentence.found import Found, FoundKind, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import Country

__all__ = ["Recorder"]


class Recorder:
    """Collects findings and links of one sentence; the readers of offices, places and names share it."""

    def __init__(self, view: SentenceView) -> None:
        self.view = view
        self.found: list[Found] = []
        self.links: list[HoldingLink] = []

    def add(
        self,
        kind: FoundKind,
        start: int,
        end: int,
        what: object,
        rule: str,
        *,
        name: str | None = None,
        certain: bool = True,
        honorific: str = "",
    ) -> Found:
        view = self.view
        surface = name if name is not None else view.surface(start, end)
        found = Found(kind, view.index, start, end, surface, what, rule, certain, honorific)  # type: ignore[arg-type]
        self.found.append(found)
        return found

    def body(self, body: Body, name: str = "") -> int:
        """Record a body, by `name` where its head word stands elsewhere; returns the token behind it and its brackets."""
        view = self.view
        name = name or view.surface(body.start, body.end)
        if len(view.tokens[body.end - 1].text) == 2:
            name = name.removesuffix(".")  # `mạng xã hội X.` at the end of a sentence
        self.add("organization", body.start, body.end, body, body.rule, name=name)
        self.inner(body.start + 1, body.end, self_kind="organization")
        stop = body.end
        if view.key(stop) == "(" and stop + 2 < len(view) and view.key(stop + 2) == ")" and view.tokens[stop + 1].kind in ("word", "abbr"):
            country = view.country(stop + 1)
            if country is not None:
                self.add("country", stop + 1, country[1], country[0], "country in brackets", name=country[0].name)
            return stop + 3
        return stop

    def inner(self, start: int, end: int, covered: list[tuple[int, int]] | None = None, *, self_kind: str = "") -> None:
        """Countries named inside an office, body or document are named all the same (`Bộ Ngoại giao Mỹ`)."""
        view = self.view
        j = start
        while j < end:
            span = next((s for s in covered or () if s[0] <= j < s[1]), None)
            if span is not None:
                j = span[1]
                continue
            pair = self.short(j)
            if pair is not None:
                j = pair
                continue
            if self_kind and view.key(j - 1) == "tại" and (place := view.hit(j, "place")) is not None and view.upper(j) and place.end <= end:
                self.add("place", j, place.end, place.row, "place inside a name")  # `Đại sứ quán Việt Nam tại |Rabat|`
                j = place.end
                continue
            country = view.country(j)
            if country is not None and country[1] <= end and not self._in_longer_name(j, country[1]) and not self._syllable(j, country, end):
                self.add("country", j, country[1], country[0], "country inside a name", name=country[0].name)
                j = country[1]
                continue
            j += 1

    def _in_longer_name(self, start: int, end: int) -> bool:
        """`Ấn Độ Dương`, `Nam Mỹ`, `Đức Mạnh`: the country's word is part of a longer place or name."""
        view = self.view
        for k in range(max(start - 4, 0), start + 1):
            for hit in view.hits_at(k, "place"):
                if view.upper(k) and hit.end >= end and hit.end - hit.start > end - start and hit.start <= start:
                    return True
        return False

    def _syllable(self, j: int, country: tuple[Country, int], end: int) -> bool:
        """`Trường Tiểu học |Nga| Phú`: a form that is also a syllable of names, with a further one behind it in the same name."""
        row, stop = country
        if ends_a_name(self.view, j, row, stop):
            return True
        return stop < end and self.view.surface(j, stop) in row.ambiguous and goes_on(self.view, stop)

    def short(self, i: int) -> int | None:
        """`Việt - Mỹ`, `Nga-Trung`: a short form counts only beside a hyphen and another country."""
        view = self.view
        if not view.upper(i):
            return None
        hit = view.hit(i, "short", "country")
        if hit is None or view.key(hit.end) not in {"-", "–"}:
            return None
        other = view.hit(hit.end + 1, "country", "short")
        if other is None or not view.upper(hit.end + 1):
            return None
        for part in (hit, other):
            if isinstance(part.row, Country):
                self.add("country", part.start, part.end, part.row, "country in a pair", name=part.row.name)
        stop = other.end
        while view.key(stop) in {"-", "–"} and (third := view.hit(stop + 1, "country", "short")) is not None and view.upper(stop + 1):
            if isinstance(third.row, Country):
                self.add("country", third.start, third.end, third.row, "country in a pair", name=third.row.name)
            stop = third.end
        return stop
