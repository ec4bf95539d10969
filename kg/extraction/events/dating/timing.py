"""Which expression of time dates which event of a sentence: the one in its clause, else the one that opens the sentence.

An expression belongs to the nearest trigger before it in its clause; one before the first trigger belongs to all that have none of their own.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from kg.extraction.events.dating.periods import agree
from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["ANNIVERSARY", "TimeIndex", "apart", "at_that_time", "in_speech", "of_birth", "only_time", "time_of"]

ANNIVERSARY = "anniversary"  # the rule of a day that is celebrated: `(2/9/1945 - 2/9/2024)`
_BORN = frozenset({"sinh", "sn"})
_COARSE = {"month": 1, "part_of_month": 1, "quarter": 2, "half_year": 3, "part_of_year": 3, "year": 4}
_NOT_DATES = frozenset({"term", "decade", "century", "months"})
_DAYS = frozenset({"day", "time"})
_UNTIL = "until"
_SPOKEN = frozenset({"day_from_publication", "part_of_day_from_publication", "weekday", "week_from_publication"})
_OPENS_SPEECH = frozenset({":", '"', "“", "rằng", ",", "sẽ", "đã", "đang", "từng"})
_DURING = frozenset({"nhân", "trong", "khổ"})
_BEFORE_NAME = frozenset({"cố", "cựu", "nguyên", "tân", "ông", "bà"})
_NOT_THEN = frozenset({"trước", "sau", "từ", "đến", "tới", "kể"})
_SINCE = frozenset({"đến", "tới", "từ", "vào", "hồi"})
_BEFORE_AFTER = frozenset({"trước khi", "sau khi"})
_LIMITS = frozenset({"đến hết", "tới hết", "cho đến", "cho tới", "dài đến", "dài tới"})
_BEFORE = frozenset({"trước", "hạn"})
_AGENDA_TIMES = frozenset({"year", "half_year", "quarter", "months", "part_of_year"})
_AGENDA = 14  # tokens from what is reviewed to its year


class TimeIndex:
    """The time expressions of an article by sentence, in tokens; `published` is its day of publication (ISO), where known."""

    def __init__(self, views: Sequence[SentenceView], times: Sequence[TimeExpression], published: str | None = None) -> None:
        self.published = published
        self.expressions: list[list[tuple[int, int, TimeExpression]]] = [[] for _ in views]
        begins = [view.sentence.start for view in views]
        for time in times:
            at = bisect.bisect_right(begins, time.start) - 1
            if at < 0 or time.start >= views[at].sentence.end:
                continue
            view = views[at]
            start = next((k for k, t in enumerate(view.tokens) if t.end > time.start), None)
            stop = next((k for k, t in enumerate(view.tokens) if t.start >= time.end), len(view))
            if start is not None and stop > start:
                self.expressions[view.index].append((start, stop, time))

    def spans(self) -> list[list[tuple[int, int]]]:
        """Token spans by sentence."""
        return [[(start, stop) for start, stop, _ in sentence] for sentence in self.expressions]


def time_of(
    view: SentenceView,
    expressions: Sequence[tuple[int, int, TimeExpression]],
    trigger: tuple[int, int],
    others: Sequence[tuple[int, int]],
    sayings: frozenset[int] = frozenset(),
    *,
    event: str = "",
    begins: Mapping[int, int] | None = None,
    aside: bool = False,
) -> TimeExpression | None:
    """The expression that dates the event at `trigger`; `others` are the triggers of the sentence's other events.

    `sayings` are where verbs of saying begin: `Ngày 3/9, người phát ngôn cho biết A |đã gặp| B` dates what was said, not what it tells of.
    `begins` gives for a trigger where its clause begins (`đến tháng 8/2005, |ông làm| B`); what opens the sentence does not date an event told
    `aside`. `event` is its type: a visit may last for days (`hôm nay bắt đầu chuyến thăm |kéo dài đến 25/5|`), an office for years
    (`|từ năm 2006 đến 2011|`).
    """
    lasts = event == "Visit"
    starts = sorted({start for start, _ in others} | {trigger[0]})
    segment = _segment(view, trigger[0])
    own: list[tuple[int, TimeExpression]] = []
    opening: list[TimeExpression] = []
    opening_sentence: list[TimeExpression] = []
    for a, b, time in expressions:
        if not _dates(view, a, time, in_office=event in ("Appointment", "Departure")) or (time.rule == _UNTIL and not lasts):
            continue
        if trigger[0] in sayings and not _of_saying(view, trigger, a, time):
            continue
        if time.rule == ANNIVERSARY and a < trigger[0]:
            continue  # `nhân kỷ niệm ngày sinh (|25/8/1911| - 25/8/2024), A dâng hương`
        if a > trigger[1] and any(view.key(k) == "nơi" for k in range(trigger[1], a)):
            continue  # `tham quan B, |nơi| tái hiện trận đánh 70 năm trước`
        if event not in ("Appointment", "Departure") and "kể" in (view.key(a - 1), view.key(a - 2)):
            continue  # `chuyến thăm đầu tiên của A |kể từ năm 2019|`
        if event not in ("Appointment", "Departure") and 1 < a < trigger[0] and time.granularity in _DAYS and _since(view, a):
            continue  # `ngay sau khi làm chủ tịch |từ 1/7|, A thăm B`
        if event == "Signing" and time.granularity in _DAYS and _since(view, a):
            continue  # `ký nghị quyết thi hành luật |từ ngày 1/7|`
        owner = next((s for s in reversed(starts) if s <= a), None)
        if owner is not None and _segment(view, owner) != _segment(view, a):
            owner = None
        following = next((s for s in starts if s >= b), None)
        between = owner is not None and following is not None and _opens_clause(view, a, b, (begins or {}).get(following, following))
        if following is not None and (_leads_to(view, b, following) or between):
            owner = following
        if owner is not None and _of_main_clause(view, a, b):
            owner = following
        if owner == trigger[0]:
            own.append((min(abs(a - trigger[1]), abs(trigger[0] - b)), time))
        elif owner is None and _segment(view, a) == segment:
            opening.append(time)
        elif owner is None and a < starts[0]:
            opening_sentence.append(time)
    nearest = _nearest(own, lasts=lasts)
    told_after = _told_after(view, trigger[0], starts) or (starts[0] in sayings and trigger[0] not in sayings and starts[0] < trigger[0])
    openings = [] if told_after or aside else opening or opening_sentence
    if not lasts:
        # `Từ 7/9 đến 10/9, A ở B và |gặp| C`: on one of those days
        openings = [t for t in openings if t.granularity != "interval" or (trigger[0] == starts[0] and t is expressions[0][2])]
    first = min(openings, key=lambda t: _COARSE.get(t.granularity, 0), default=None)
    if nearest is None or first is None:
        return nearest or first
    finer = nearest.granularity in _COARSE and first.granularity in _DAYS and agree(first.edtf, nearest.edtf)
    return first if finer else nearest  # `|Ngày 26/9|, tại cuộc họp năm 2018 của B`


def _dates(view: SentenceView, start: int, time: TimeExpression, *, in_office: bool = False) -> bool:
    """Whether the expression at token `start` may date an event at all; years from one to another only being in office."""
    if time.edtf is None or time.granularity in _NOT_DATES or (_years(time.edtf) and not (in_office and time.text.lower().startswith("từ "))):
        return False
    if in_speech(time) or (time.granularity == "month" and words("session").ending(view, start) is not None):
        return False  # `phiên họp |tháng 1/2025|` is what the session is called
    if not in_office and _of_agenda(view, start, time):
        return False
    if "sớm nhất" in (view.keys(start - 2, 2), view.keys(start - 3, 2)):
        return False  # `A gặp B sớm nhất vào |ngày 12/9|`
    return not of_birth(view, start) and not _of_funeral(view, start) and not _is_end(view, start)


def _of_agenda(view: SentenceView, start: int, time: TimeExpression) -> bool:
    """`hội nghị tổng kết công tác |năm 2024|`: what is reviewed or planned there, often held in another year."""
    if time.granularity not in _AGENDA_TIMES:
        return False
    first = next((k + 1 for k in range(start - 1, max(start - _AGENDA, 0), -1) if view.key(k) in {",", ";"}), max(start - _AGENDA, 0))
    return any(words("agenda").at(view, k, start) is not None for k in range(first, start))


def of_birth(view: SentenceView, start: int) -> bool:
    """`ông A, sinh |ngày 7/11/1970|`: whether the expression at token `start` is somebody's day of birth."""
    return view.key(start - 1) in _BORN


def in_speech(time: TimeExpression) -> bool:
    """`“Chúng tôi đã gặp |hôm nay|”, ông nói`: a day counted from that of speaking, which nobody tells."""
    return time.rule.endswith("/quoted") and time.rule.partition("/")[0] in _SPOKEN


def _of_saying(view: SentenceView, trigger: tuple[int, int], start: int, time: TimeExpression) -> bool:
    """Whether the time beside a verb of saying is its own, not that of what is said: `ông nói |hôm 26/6|`, not `nói thương mại |năm 2022| tăng`."""
    if start < trigger[0]:
        return not _since(view, start)
    between = {view.key(k) for k in range(trigger[1], start)}
    return not between & _OPENS_SPEECH and (time.granularity in _DAYS or start <= trigger[1] + 1)


def _since(view: SentenceView, start: int) -> bool:
    """`ông A, thủ tướng |từ tháng 10-2022|, cho biết`."""
    return "từ" in (view.key(start - 1), view.key(start))


def _nearest(own: Sequence[tuple[int, TimeExpression]], *, lasts: bool) -> TimeExpression | None:
    """The nearest expression; for what lasts, one that tells how long before others."""
    told = [pair for pair in own if pair[1].rule == _UNTIL] or own
    return min(told if lasts else own, key=lambda pair: pair[0])[1] if own else None


def _segment(view: SentenceView, i: int) -> int:
    """How many semicolons stand before token i: `tháng 9, A thăm B; |tháng 12|, A gặp C` are two clauses."""
    return sum(view.key(k) == ";" for k in range(i))


def _is_end(view: SentenceView, start: int) -> bool:
    """`… kéo dài |đến hết| năm 2024`, `|trước| ngày 30/6`, `lần đầu tiên |kể từ| 2/3`: a limit is not the day of what is told."""
    if view.keys(start - 2, 2) == "kể từ" and "tiên" in (view.key(start - 3), view.key(start - 4)):
        return True
    return view.keys(start - 2, 2) in _LIMITS or view.key(start - 1) in _BEFORE


def only_time(view: SentenceView, expressions: Sequence[tuple[int, int, TimeExpression]]) -> TimeExpression | None:
    """The one time that dates something in the sentence: `hôm nay ra Tuyên bố chung |lập| quan hệ …`; None where there are more or none.

    `Hôm nay, 20/6` is one time told twice.
    """
    dating = [t for a, _, t in expressions if _dates(view, a, t)]
    return dating[-1] if len({t.edtf for t in dating}) == 1 else None


def at_that_time(view: SentenceView, draft: EventDraft) -> bool:
    """Whether the draft is told as the time of its sentence's event: `ngày 5/12, trong |chuyến thăm| B của A`, `công bố ngày 10/9, khi A |gặp| B`."""
    begin = min(draft.trigger[0], *draft.clause)
    begin -= view.key(begin - 1) in _BEFORE_NAME  # `khi |cố| Tổng Bí thư A hội đàm với B`
    before = view.key(begin - 1)
    if draft.type == "Visit" and "noun" in draft.rule:
        return before in _DURING or view.key(draft.trigger[0] - 1) in _DURING
    return before == "khi" and view.key(begin - 2) not in _NOT_THEN


def apart(view: SentenceView, draft: EventDraft) -> bool:
    """Whether the draft is told behind the main clause as what came before or after it: `ngày 16/4, A nói …  |trước khi ông nhậm chức|`."""
    begins = (min(draft.trigger[0], *draft.clause), draft.trigger[0])
    begin = next((k for k in begins if view.keys(k - 2, 2) in _BEFORE_AFTER), 0)
    if draft.type not in ("Appointment", "Departure", "Visit"):
        return False
    return any(words("auxiliary").at(view, k) is not None or event_verbs().at(view, k) is not None for k in range(begin - 2))


def _of_funeral(view: SentenceView, start: int) -> bool:
    """`… từ trần, quốc tang hai ngày |25 và 26-7|`: the days of mourning are not the day of death."""
    return any(view.key(k) == "tang" for k in range(max(start - 5, 0), start))


def _leads_to(view: SentenceView, stop: int, trigger: int) -> bool:
    """`A ngày 2/9 |đã gửi|`, `…, chiều 3/8 |thăm|`: nothing but auxiliaries between the expression and the verb, which is no noun behind `theo`."""
    return view.key(trigger) != "theo" and trigger - stop <= 3 and all(words("leads_to").at(view, k) is not None for k in range(stop, trigger))


def _opens_clause(view: SentenceView, start: int, stop: int, begin: int) -> bool:
    """`ông A làm B, |đến tháng 8/2005|, ông làm C`: an expression between a sign and the subject of the next verb, which begins at token `begin`."""
    k = start - (view.key(start - 1) in _SINCE)
    behind = stop + (view.key(stop) == ",")
    return begin == behind and (view.tokens[k - 1].kind == "sign" if k > 0 else False)


def _of_main_clause(view: SentenceView, start: int, stop: int) -> bool:
    """`Nhân dịp A được bổ nhiệm, |ngày 16/4|, B gửi thư`: between commas behind an adverbial clause that opens the sentence."""
    opens = words("temporal_opener").at(view, 0) is not None or view.keys(0, 2) == "nhân dịp"
    return opens and view.key(start - 1) == "," and "," in (view.key(stop), view.key(stop - 1))


def _told_after(view: SentenceView, trigger: int, starts: Sequence[int]) -> bool:
    """`…, sau đó được |bầu|`, `phân công A thay B đã được |bầu|`: what came later or before is not dated by what opens the sentence."""
    before = max((s for s in starts if s < trigger), default=None)
    if before is None:
        return False
    between = " ".join(view.key(k) for k in range(before, trigger))
    return "sau đó" in between or "tiếp đó" in between or (" thay " in between and view.key(trigger - 1) in {"đã", "được"})


def _years(edtf: str) -> bool:
    """`giai đoạn 2021-2030`: a span of years is a plan's or a term's, and dates no event."""
    first, _, last = edtf.partition("/")
    return len(first) == 4 and len(last) == 4
