"""From appointments to offices held: who is in office, who was, who is only named for one; a later office in the article makes an earlier one former.

`Tháng 3/2014, ông giữ chức A … sau đó được bầu làm B` leaves A behind; a seat in a committee or parliament is kept beside other offices.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extraction.events.personnel.appointments import Appointed
from kg.extraction.events.personnel.steps import besides_then, gave_way, told_as_step, told_of_then
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_key
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.language.dates import TimeExpression
from kg.model import HoldingStatus

__all__ = ["career_links", "owner_words", "same_office", "tells_event"]

_KEPT = ("ủy viên", "đại biểu", "uỷ viên")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TERM = 5  # tokens of `nhiệm kỳ 2021 - 2026`
_COUNTED_ON = ("sau đó", "năm sau", "tháng sau")
_LOOKING_BACK = ("trước đó", "trước khi", "trước kia", "trước đây", "từng", "trong quá trình công tác", "từ khi")


def career_links(
    appointed: Sequence[Appointed],
    links: Sequence[HoldingLink],
    views: Sequence[SentenceView],
    dated: Callable[[Appointed], TimeExpression | None],
    person_of: Callable[[Found], object | None],
) -> list[HoldingLink]:
    """Holding links of the rule `appointed`, with the status that the verbs and their dates give the office."""
    out: list[HoldingLink] = []
    for said in appointed:
        status = _status(said, appointed, links, views, dated, person_of)
        if status is None or said.office is None or not isinstance(said.office.what, OfficePhrase):
            continue
        phrase = said.office.what
        if status != "current" or phrase.status not in ("acting",):
            phrase = phrase._replace(status=status, marked=status != "current" or phrase.marked)
        head = said.actor.head
        person = head if head is not None and head.kind == "person" else _pronoun(said, views[said.sentence])
        out.append(HoldingLink(person, said.office._replace(what=phrase), "appointed"))
    return out


def tells_event(
    said: Appointed,
    links: Sequence[HoldingLink],
    views: Sequence[SentenceView],
    dated: Callable[[Appointed], TimeExpression | None],
    person_of: Callable[[Found], object | None],
) -> bool:
    """Whether the sentence tells that the person enters or leaves the office, rather than that they have or had it.

    `Trước đó, ông giữ chức A`, `từng giữ các chức A, B` tell a career; `giữ chức A từ tháng 5/2020` and the headline `Ông X làm A` an entrance.
    """
    if said.replaced or (said.enters and said.stays):
        return False
    if not said.enters:
        return True
    view = views[said.sentence]
    time = dated(said)
    if (said.past and time is None) or (said.listed > 1 and (said.past or said.holds)):
        return False
    if said.office is not None and said.listed and _named_by_it(said, links, views, person_of):
        return False
    if not said.holds or said.announced or _acts_since(said, view):
        return True
    if said.past or _looks_back(said, view):
        return False
    return time is not None or view.sentence.block in ("headline", "lead") or said.how == "planned"


def _acts_since(said: Appointed, view: SentenceView) -> bool:
    """`Kể từ hôm đó, bà A giữ quyền B`: whoever acts for the holder does so from then on."""
    phrase = said.office.what if said.office is not None else None
    verb = view.keys(said.trigger[0], said.trigger[1] - said.trigger[0])
    acting = isinstance(phrase, OfficePhrase) and (phrase.status == "acting" or "quyền" in verb)
    return acting and "từ" in (view.key(k) for k in range(said.trigger[0]))


def _pronoun(said: Appointed, view: SentenceView) -> Found:
    start, end = said.actor.start, said.actor.end
    return Found("person", said.sentence, start, end, view.surface(start, end), None, "pronoun", certain=False)


def _status(
    said: Appointed,
    appointed: Sequence[Appointed],
    links: Sequence[HoldingLink],
    views: Sequence[SentenceView],
    dated: Callable[[Appointed], TimeExpression | None],
    person_of: Callable[[Found], object | None],
) -> HoldingStatus | None:
    if said.office is None or said.how in ("negated", "hypothetical", "cancelled"):
        return None
    named = _named_by_it(said, links, views, person_of)
    if not said.enters:
        if said.how == "planned":
            return None
        new = [o for o in appointed if o.person is said.person and o.enters and o.value != "designate" and not o.past]
        moves = any(not _looks_back(o, views[o.sentence]) for o in new)
        return None if moves and named and not said.replaced else "former"
    if said.how == "planned" and said.holds and said.keeps:
        return "current"
    if said.value == "designate" or said.how == "planned":
        return "designate"
    if named:
        return "current"
    if said.past or (said.holds and _looks_back(said, views[said.sentence])):
        return "former"
    if besides_then(said, links, views, lambda f: person_of(f) is said.person):
        return "former"
    if not (office := said.office).name.casefold().startswith(_KEPT):
        others = [link for link in links if not same_office(link.office, office, views)]
        if told_of_then(said, views) or gave_way(said, office, others, views, lambda f: person_of(f) is said.person):
            return "former"
        if told_as_step(said, others, views, lambda f: person_of(f) is said.person):
            return None
    phrase = said.office.what
    if isinstance(phrase, OfficePhrase) and fold(phrase.title).startswith(_KEPT):
        if "dự khuyết" not in fold(phrase.title):
            return "current"
        if _full_member(said, links, person_of):
            return "former"
    return "former" if _superseded(said, appointed, views, dated) else "current"


def _named_by_it(said: Appointed, links: Sequence[HoldingLink], views: Sequence[SentenceView], person_of: Callable[[Found], object | None]) -> bool:
    """Whether the article names the person by this very office, unmarked, somewhere else."""
    assert said.office is not None
    return any(
        link.office.start != said.office.start
        and person_of(link.person) is said.person
        and isinstance(phrase := link.office.what, OfficePhrase)
        and phrase.status == "current"
        and same_office(link.office, said.office, views)
        for link in links
    )


def _full_member(said: Appointed, links: Sequence[HoldingLink], person_of: Callable[[Found], object | None]) -> bool:
    """Whether the person is called a full member elsewhere: then the alternate's seat is behind them."""
    titles = [fold(p.title) for link in links if person_of(link.person) is said.person and isinstance(p := link.office.what, OfficePhrase)]
    return any(t.startswith(_KEPT[0]) and "dự khuyết" not in t and "trung ương" in t.replace("t.ư", "trung ương") for t in titles)


def _looks_back(said: Appointed, view: SentenceView) -> bool:
    before = " ".join(view.key(k) for k in range(said.trigger[0]))
    opening = " ".join(view.key(k) for k in range(4))
    return opening.startswith(_LOOKING_BACK) and "sau đó" not in before


def _superseded(
    said: Appointed, appointed: Sequence[Appointed], views: Sequence[SentenceView], dated: Callable[[Appointed], TimeExpression | None]
) -> bool:
    """Whether the person enters another office later: by date, or told behind it by `sau đó`.

    An office without a date stands, in the order of telling, behind the dated one before it.
    """
    assert said.office is not None
    mine = dated(said)
    if (mine is not None and (mine.edtf is None or mine.edtf.endswith("/.."))) or _until_now(said, views[said.sentence]):
        return False
    entered = [o for o in appointed if o.person is said.person and o.enters and o.office is not None and o.value != "designate" and not o.stays]
    others = [o for o in entered if o is not said and o.office is not None and not _seat(o.office) and not same_office(o.office, said.office, views)]
    dates = {id(o): t.edtf for o in others if (t := dated(o)) is not None and t.edtf is not None}
    if mine is not None and mine.edtf is not None:
        end = _bounds(mine.edtf)[1]
    else:
        if any((o.sentence, o.trigger) > (said.sentence, said.trigger) for o in entered) and _in_turn(said, views):
            return True  # `ông sau đó trở thành A, rồi B. Năm 2002, ông giữ chức C`: a step of a career
        before = [_bounds(dates[id(o)])[0] for o in others if id(o) in dates and (o.sentence, o.trigger) < (said.sentence, said.trigger)]
        if not before:
            return False
        end = max(before[-1], _term_end(said.office, views[said.sentence]))
    for other in others:
        behind = (other.sentence, other.trigger) > (said.sentence, said.trigger)
        if id(other) in dates and _bounds(dates[id(other)])[0] > end and (behind or mine is not None):
            return True
        if behind and other.sentence == said.sentence and _told_after(said, other, views[said.sentence]):
            return True
    return False


def _term_end(office: Found, view: SentenceView) -> str:
    """`giữ chức Chủ tịch HĐND tỉnh |nhiệm kỳ 2021 - 2026|`: the last year of the term that the office is held for; empty where none is told."""
    term = next((k for k in range(office.start, min(office.end + 1, len(view) - 2)) if view.keys(k, 2) == "nhiệm kỳ"), None)
    years = _YEAR.findall(view.surface(term, min(term + _TERM, len(view)))) if term is not None else []
    return years[-1] if len(years) > 1 else ""


def _in_turn(said: Appointed, views: Sequence[SentenceView]) -> bool:
    """Whether the words before the verb count on from the step before (`sau đó`, `2 năm sau`)."""
    before = " ".join(views[said.sentence].key(k) for k in range(said.trigger[0]))
    return any(word in before for word in _COUNTED_ON)


def _seat(office: Found) -> bool:
    """Whether the office is a seat that is kept beside others: in a committee, in parliament."""
    return isinstance(office.what, OfficePhrase) and fold(office.what.title).startswith(_KEPT)


def _told_after(said: Appointed, other: Appointed, view: SentenceView) -> bool:
    between = " ".join(view.key(k) for k in range(said.trigger[1], other.trigger[0]))
    return "sau đó" in between or "tiếp đó" in between


def _until_now(said: Appointed, view: SentenceView) -> bool:
    behind = " ".join(view.key(k) for k in range(said.trigger[1], min(said.clause[1] + 10, len(view))))
    return "đến nay" in behind or "cho đến nay" in behind


def _bounds(edtf: str) -> tuple[str, str]:
    first, _, last = edtf.partition("/")
    return first, (last or first)


def same_office(a: Found, b: Found, views: Sequence[SentenceView]) -> bool:
    """Whether two office phrases are one office: the same role, or the shorter of one; no two different bodies or places."""
    first, second = a.what, b.what
    if not isinstance(first, OfficePhrase) or not isinstance(second, OfficePhrase):
        return False
    titles = fold(first.title), fold(second.title)
    longer = titles[0].startswith(titles[1] + " ") or titles[1].startswith(titles[0] + " ")
    if role_key(first.title) != role_key(second.title) and not longer:
        return False
    owners = owner_words(a, views), owner_words(b, views)
    return not owners[0] or not owners[1] or owners[0] <= owners[1] or owners[1] <= owners[0]


def owner_words(office: Found, views: Sequence[SentenceView]) -> frozenset[str]:
    """The folded words of the body, place or country that an office phrase is of."""
    phrase = office.what
    if not isinstance(phrase, OfficePhrase):
        return frozenset()
    view = views[office.sentence]
    spans = [
        *([(phrase.body.start, phrase.body.end)] if phrase.body else []),
        *([phrase.place[1:]] if phrase.place else []),
        *([phrase.country[1:]] if phrase.country else []),
    ]
    return frozenset(view.key(k) for start, end in spans for k in range(start, end)) - {
        "tỉnh",
        "thành",
        "phố",
        "ủy",
        "ban",
        "nhân",
        "dân",
        "của",
        "bộ",
    }
