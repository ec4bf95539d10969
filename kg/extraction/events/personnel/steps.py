"""Steps of a career told in passing: `trước khi về địa phương làm A rồi B`, `làm A; nay ông là B`: which offices are behind the person.

Comes in: an appointment that was read, and what links the article's persons to offices. Goes out: whether the step is over, or not told to last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.events.personnel.appointments import Appointed
from kg.extraction.events.tables import words
from kg.extraction.offices.holder_words import begins_with_past_time
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView

__all__ = ["besides_then", "gave_way", "told_as_step", "told_of_then"]

_THEN = ("rồi", ", rồi", "sau đó là", ", sau đó là", "rồi đến")
_NOW = frozenset({"nay", "hiện"})
_BESIDES = frozenset({"còn", "cũng", "kiêm", "thời", "vẫn"})
_BESIDES_THEN = frozenset({"thời", "cũng", "còn", "kiêm"})  # `đồng thời`
_SEATS = ("ủy viên", "uỷ viên", "đại biểu", "thành viên")
_REACH = 8  # tokens from `trước khi` to the verb, and from `nay` to the office


def gave_way(said: Appointed, office: Found, links: Sequence[HoldingLink], views: Sequence[SentenceView], mine: Callable[[Found], bool]) -> bool:
    """`làm |A| rồi B`: the office was left for the next; `ông làm |A|. … Nay ông là B`: the person is elsewhere now. `mine` tells their findings."""
    view = views[said.sentence]
    if any(view.keys(office.end, len(w.split())) == w for w in _THEN):
        return True
    return any(mine(link.person) and link.office.sentence > said.sentence and _told_of_now(link.office, views) for link in links)


def told_as_step(said: Appointed, links: Sequence[HoldingLink], views: Sequence[SentenceView], mine: Callable[[Found], bool]) -> bool:
    """`ông học ở B |trước khi làm| A`: of one whom the article names by other offices nothing tells whether this one lasts."""
    view = views[said.sentence]
    start = said.trigger[0]
    opener = next((k for k in range(start - 1, max(start - _REACH, 0) - 1, -1) if view.keys(k, 2) == "trước khi"), None)
    if opener is None or any(view.tokens[k].kind == "sign" for k in range(opener, start)) or words("auxiliary").at(view, opener + 2) is not None:
        return False
    return any(mine(link.person) and _in_office(link.office) for link in links)


def told_of_then(said: Appointed, views: Sequence[SentenceView]) -> bool:
    """`ông chỉ đạo việc này |khi giữ cương vị A|`: the time of holding is told to say when something was; `sau khi giữ …` says no such thing."""
    view = views[said.sentence]
    k = said.trigger[0] - 1
    while view.key(k) in {"đang", "còn"}:
        k -= 1
    return said.holds and view.key(k) in {"khi", "lúc", "hồi"} and view.key(k - 1) not in {"sau", "trước", "từ", "đến", "tới", "ngay"}


def besides_then(said: Appointed, links: Sequence[HoldingLink], views: Sequence[SentenceView], mine: Callable[[Found], bool]) -> bool:
    """`Từ năm 2008 đến năm 2011, ông là A. Ông |đồng thời làm| B`: what was held besides an office that is over, in the sentence right before."""
    view, before = views[said.sentence], said.sentence - 1
    between = {view.key(k) for k in range(said.actor.end, said.trigger[0] + 1)}
    if not said.holds or before < 0 or between.isdisjoint(_BESIDES_THEN) or not between.isdisjoint(_NOW) or not begins_with_past_time(views[before]):
        return False
    return any(mine(link.person) and link.office.sentence == before for link in links)


def _told_of_now(office: Found, views: Sequence[SentenceView]) -> bool:
    """`Nay ông là |A|`; a seat in a committee, or what he is besides (`hiện ông còn là |A|`), leaves the office that he had."""
    view = views[office.sentence]
    before = {view.key(k) for k in range(max(office.start - _REACH, 0), office.start)}
    seat = office.name.casefold().startswith(_SEATS)
    return _in_office(office) and not seat and not before.isdisjoint(_NOW) and before.isdisjoint(_BESIDES)


def _in_office(office: Found) -> bool:
    return isinstance(office.what, OfficePhrase) and office.what.status == "current"
