"""The noun phrases of a sentence that can take part in an event: names with their titles and appositions, unnamed offices, bodies, countries, places.

`Phó Thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn` is one actor, as is `ông Gan Kim Yong (65 tuổi), Bộ trưởng Thương mại`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from kg.extraction.events.tables import event_verbs, words
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.unnamed_offices import ThroughOffice
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import TitleWord

__all__ = ["Actor", "ActorKind", "Key", "distinct", "read_actors"]

Key = object
"""An entity of the article as `Assembly.entity_of` gives it: a person, a cluster, or `("country", ISO code)`."""

ActorKind = Literal["person", "country", "organization", "place", "unnamed", "pronoun"]

_JOINTS = frozenset({",", "-", "–", "—", "kiêm", "đồng", "thời"})
_OPENERS = frozenset({",", "(", "-", "–", "—"})
_SIDES = frozenset({"phải", "trái", "giữa", "ảnh", "bên"})


class Actor(NamedTuple):
    """A noun phrase at tokens `[start, end)` of a sentence, and the entities it stands for (none where that is not plain).

    `unnamed` is an office without a name whose holder the article does not tell; its key is then the country or body that it is of.
    """

    sentence: int
    start: int
    end: int
    kind: ActorKind
    keys: tuple[Key, ...]
    head: Found | None


def distinct(keys: Iterable[Key]) -> tuple[Key, ...]:
    """The entities, each once, in order."""
    out: list[Key] = []
    for key in keys:
        if not any(key == k for k in out):
            out.append(key)
    return tuple(out)


def read_actors(view: SentenceView, found: Sequence[Found], links: Sequence[HoldingLink], key_of: Callable[[Found], Key | None]) -> list[Actor]:
    """The actors of one sentence in order, not overlapping; `found` and `links` are those of the sentence."""
    actors: list[Actor] = []
    covered: set[int] = set()

    def take(actor: Actor) -> None:
        actors.append(actor)
        covered.update(range(actor.start, actor.end))

    for finding in found:
        if finding.kind == "person" and (key := key_of(finding)) is not None and finding.start not in covered:
            offices = [link.office for link in links if link.person.start == finding.start and link.office.sentence == view.index]
            start, end = _phrase(view, finding, offices)
            take(Actor(view.index, start, end, "person", (key,), finding))
    for finding in found:
        if finding.kind == "office" and finding.start not in covered and finding.end - 1 not in covered:
            take(_unnamed(view, finding, key_of))
    actors[:] = _absorb_offices(view, sorted(actors, key=lambda a: a.start))
    covered.update(k for a in actors for k in range(a.start, a.end))
    for kind in ("organization", "place", "country"):
        for finding in found:
            if kind == "organization" and view.key(finding.start - 1) == "cấp":
                continue  # `thăm cấp |Nhà nước Lào|` is the level of a visit to a country
            if finding.kind == kind and finding.start not in covered and finding.end - 1 not in covered:
                key = key_of(finding)
                take(Actor(view.index, finding.start, finding.end, kind, () if key is None else (key,), finding))
    return sorted(actors, key=lambda a: a.start)


def _absorb_offices(view: SentenceView, actors: Sequence[Actor]) -> list[Actor]:
    """`ông A, Ủy viên Bộ Chính trị Đảng B, |Bí thư Trung ương Đảng|, đã …`: an office goes on in the apposition of the name before it."""
    out: list[Actor] = []
    for actor in actors:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind == "unnamed"
            and actor.kind == "person"
            and actor.start == last.end + 1
            and view.key(last.end) in {"-", "–"}
        ):
            out[-1] = actor._replace(start=last.start)  # `Pháp chủ Giáo hội – |Hòa thượng A|`
            continue
        title = last is not None and last.head is not None and last.head.kind == "office"
        if last is not None and title and actor.kind == "person" and _then(view, last.end, actor.start):
            out[-1] = actor._replace(start=last.start)
            continue
        if last is not None and last.kind == "person" and last.head is not None and last.end > last.head.end and actor.kind == "unnamed":
            between = range(last.end, actor.start)
            commas = [k for k in between if view.key(k) == ","]
            if commas and len(between) <= 4 and all(view.key(k) == "," or view.upper(k) for k in between) and view.key(actor.end) in {",", ""}:
                out[-1] = last._replace(end=actor.end)
                continue
        out.append(actor)
    return out


def _then(view: SentenceView, start: int, stop: int) -> bool:
    """`Tổng thống Pháp |khi ấy, ông| A`, `Thủ tướng |lúc đó là| A`: the title is that of the one named behind it, not of today's holder."""
    found = words("then").at(view, start)
    return found is not None and all(view.key(k) in {",", "là", "ông", "bà"} for k in range(found[1], stop))


def _phrase(view: SentenceView, person: Found, offices: Sequence[Found]) -> tuple[int, int]:
    """The whole noun phrase around a name: its titles and honorifics before it, age, side in the picture and appositions behind it."""
    start, end = _titles_before(view, person.start), person.end
    for office in sorted((o for o in offices if o.end <= person.start), key=lambda o: -o.end):
        if all(view.key(k) in _JOINTS or _is_title_word(view, k) for k in range(office.end, start)) or _acronym(view, office.end, start):
            start = _titles_before(view, office.start)
            if words("spouse").at(view, start) is not None:
                return office.start, person.end  # `phu nhân |Tổng thống A|` is not A, as `phu nhân |B|` is B
    end = _aside(view, end)
    for office in sorted((o for o in offices if o.start >= person.end), key=lambda o: o.start):
        if office.start <= end:
            end = max(end, office.end)
        elif view.key(end) in _OPENERS and _only_joints(view, end, office.start):
            bracket = view.key(end) == "("
            end = office.end
            if bracket and view.key(end) == ")":
                end += 1
    if view.key(end) == ")" and "(" in {view.key(k) for k in range(person.end, end)}:
        end += 1
    if end > person.end:
        end = _owner_left_over(view, end)
    return _host_country(view, _nominal_head(view, start)), end


def _acronym(view: SentenceView, start: int, stop: int) -> bool:
    """`Tổng giám đốc Cơ quan … |(USAID)| Samantha Power`."""
    return stop - start == 3 and view.key(start) == "(" and view.key(stop - 1) == ")" and view.tokens[start + 1].caps


def _owner_left_over(view: SentenceView, end: int) -> int:
    """`…, Phó Bí thư Thường trực |Tỉnh ủy| đã …`: a body's words behind an office in apposition that no table knows."""
    k = end
    while k < end + 3 and view.upper(k) and view.tokens[k].kind == "word":
        k += 1
    if view.key(k) in {"ủy", "uỷ"}:
        k += 1
    return k if k > end and words("auxiliary").at(view, k) is not None else end


def _only_joints(view: SentenceView, start: int, stop: int) -> bool:
    return all(
        view.key(k) in _JOINTS or view.key(k) in {"(", "người", "cũng", "hiện", "là", "nguyên", "đang"} or _is_title_word(view, k)
        for k in range(start, stop)
    )


def _is_title_word(view: SentenceView, k: int) -> bool:
    return any(hit.start <= k < hit.end for i in range(max(k - 3, 0), k + 1) for hit in view.hits_at(i, "title_word"))


def _titles_before(view: SentenceView, start: int) -> int:
    """The token where honorifics and ranks that end right before `start` begin: `đồng chí Đại tướng |Tô Lâm`.

    `con gái |Ivanka Trump` is she herself, `con gái |ông Trump` somebody else than he.
    """
    name = start
    while True:
        found = next(((n, h) for n in (4, 3, 2, 1) for h in view.hits_at(start - n, "title_word") if h.end == start), None)
        if found is None or start < found[0]:
            return start
        if start < name and isinstance(found[1].row, TitleWord) and found[1].row.kind == "kinship":
            return start
        start -= found[0]


def _aside(view: SentenceView, end: int) -> int:
    """`NAME (48 tuổi)`, `NAME, 51 tuổi,`, `NAME (phải)`, `NAME (SN 1977)`: what is said of the person aside."""
    if view.key(end) == "(":
        close = next((k for k in range(end + 1, min(end + 7, len(view))) if view.key(k) == ")"), None)
        inside = {view.key(k) for k in range(end + 1, close)} if close else set()
        if close and (inside & (_SIDES | {"tuổi", "sn", "sinh"}) or close == end + 2):
            return close + 1
    if view.key(end) == "," and view.key(end + 2) == "tuổi":
        return end + 3
    return end


def _nominal_head(view: SentenceView, start: int) -> int:
    """`người đứng đầu NATO |Mark Rutte`, `nhà lãnh đạo Nga |Putin`: the head noun and its owner belong to the name behind them."""
    heads = words("head_person")
    for size in range(6):
        found = heads.ending(view, start - size)
        if found is None:
            continue
        inner = range(start - size, start)
        if (
            size == 0
            or any(h.end == start for h in view.hits_at(start - size, "country", "organization", "place"))
            or (view.upper(start - size) and all(view.tokens[k].kind != "sign" and event_verbs().at(view, k) is None for k in inner))
        ):
            return found[1]
    return start


def _host_country(view: SentenceView, start: int) -> int:
    """`Tổng thống nước chủ nhà |Zelensky`: the title before `nước chủ nhà` is the name's, though its country is not said."""
    if view.keys(start - 3, 3) != "nước chủ nhà":
        return start
    size = next((n for n in (6, 5, 4, 3, 2, 1) if any(h.end == start - 3 for h in view.hits_at(start - 3 - n, "role"))), 0)
    return start - 3 - size


def _unnamed(view: SentenceView, office: Found, key_of: Callable[[Found], Key | None]) -> Actor:
    key = key_of(office)
    if key is not None:
        return Actor(view.index, office.start, office.end, "person", (key,), office)
    phrase = office.what
    keys: tuple[Key, ...] = ()
    if isinstance(phrase, OfficePhrase) and phrase.country is not None:
        keys = (ThroughOffice.of(("country", phrase.country[0].iso), office),)
    return Actor(view.index, office.start, office.end, "unnamed", keys, office)
