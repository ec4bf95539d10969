"""When somebody said something: only a day that stands with the speaker and the verb, never one of what is said.

`Trong cuộc họp báo ngày 3/9, A hôm 3/9 |nói| hôm 3/9 rằng …`: before the speaker, between speaker and verb, right behind the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.dating.periods import bounds, near
from kg.extraction.events.dating.scenes import on_occasion, taken_over
from kg.extraction.events.dating.timing import TimeIndex, in_speech
from kg.extraction.events.drafts import EventDraft
from kg.extraction.events.sayings.speakers import in_quotation
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["of_report", "said_before", "time_of_statement"]

_DAYS = frozenset({"day", "time"})
_ENDED = frozenset({"week", "weekend", "month", "part_of_month", "quarter", "half_year", "part_of_year", "year"})
_WITH_WHOM = frozenset({"với", "trên", "tại", "trong", "ở", "phỏng"})  # `nói với báo giới hôm …`, `viết trên X hôm …`, `trả lời phỏng vấn ngày …`
_ENDS = frozenset({"", ".", ";", ":", "rằng", "…", '"', "“", "là"})
_AT_TIME = frozenset({"vào", "hồi", "trong"})
_RELATIVE = frozenset({"sau", "trước", "khi"})
_PARTS = frozenset({"đầu", "giữa", "cuối"})
_DASHES = frozenset({"-", "–", "—"})
_DATELINE = 7  # tokens: a dash this early follows the name of a paper or place
_FAR = 45  # days from publication; what an adverbial names further off is a date of something else
_GOES_ON = 3  # sentences in which a speaker goes on without a new day
_CLOSE = 7  # days between the day told before and that of the report
_REACH = 12  # tokens from the verb to the day behind it


def said_before(drafts: Sequence[EventDraft], draft: EventDraft) -> EventDraft | None:
    """What the same persons said last, in the few sentences before: who goes on speaking speaks on the same day."""
    for earlier in reversed(drafts):
        if draft.sentence - earlier.sentence > _GOES_ON:
            return None
        if earlier.type == "Statement" and earlier.principals == draft.principals:
            return earlier
    return None


def time_of_statement(
    clauses: Clauses,
    draft: EventDraft,
    times: TimeIndex,
    before: EventDraft | None,
    inherited: TimeExpression | None,
    occasion: TimeExpression | None,
) -> EventDraft:
    """The statement with its day: that of its sentence, else of what the speaker said right `before`, else the one that its sentence takes over
    (`inherited`), else that of the `occasion` that the article reports.

    No day lies ahead of publication; where the sentence speaks of another time than the occasion, the statement is `undated`.
    """
    view = clauses.view
    time = _told(clauses, draft, times)
    if time is not None:
        return draft._replace(time=time)
    if _other_time(view, draft, times, occasion) or words("dependent").ending(view, draft.clause[0]) is not None:
        return draft._replace(undated=True)
    opens = words("continuing").at(view, 0) is not None
    if before is not None and not opens and view.sentence.block != "caption":
        return draft._replace(time=taken_over(before.time), undated=before.undated)
    if of_report(inherited, occasion, times):
        return draft._replace(time=taken_over(inherited))
    fits = of_report(occasion, occasion, times) and on_occasion(view, draft, times)
    return draft._replace(time=taken_over(occasion if fits else None))


def of_report(time: TimeExpression | None, occasion: TimeExpression | None, times: TimeIndex) -> bool:
    """Whether a day told elsewhere may be that of what the article reports: not ahead of publication, and close to the `occasion`.

    `khởi công ngày 10/6` is not the day of the opening three months later.
    """
    if time is None or _ahead(time, times.published):
        return False
    published = (times.published or "")[:10]
    if len(published) == 10 and "X" not in str(time.edtf) and not near(str(time.edtf)[:10], published, _FAR):
        return False
    day = str(occasion.edtf) if occasion is not None else published
    return "X" in f"{time.edtf}{day}" or len(day) < 10 or near(str(time.edtf)[:10], day[:10], _CLOSE)


def _told(clauses: Clauses, draft: EventDraft, times: TimeIndex) -> TimeExpression | None:
    expressions = [e for e in times.expressions[clauses.view.index] if _may_date(clauses.view, e, times.published)]
    published = times.published
    start = draft.clause[0]
    actor = clauses.actor_at(start)
    stop = actor.end if actor is not None else start
    view = clauses.view
    if view.sentence.block == "caption":
        days = [t for _, _, t in expressions if t.granularity in _DAYS]
        return days[-1] if days else None  # `A phát biểu tại B |ngày 22/5|. Ảnh: …`
    return (
        _behind(clauses, draft.trigger[1], expressions, published)
        or _between(clauses, stop, draft.trigger[0], expressions, published)
        or _before(clauses, start, expressions, published)
    )


def _other_time(view: SentenceView, draft: EventDraft, times: TimeIndex, occasion: TimeExpression | None) -> bool:
    """Whether what stands before the verb names a time that is not the occasion's: `Tuần trước, A |nói|`, `Trước đó, A |cáo buộc|`."""
    before = [t for a, _, t in times.expressions[view.index] if a < draft.trigger[0] and not in_quotation(view, a)]
    if any(t.edtf is None or occasion is None or t.edtf != occasion.edtf or t is occasion for t in before):
        return True
    if any(_looks_away(view, k) and not in_quotation(view, k) for k in range(draft.trigger[0])):
        return True
    clause = range(draft.trigger[1], next((k for k in range(draft.trigger[1], len(view)) if view.key(k) in _ENDS | {","}), len(view)))
    behind = [a for a, _, t in times.expressions[view.index] if a in clause and t.edtf is not None and (occasion is None or t.edtf != occasion.edtf)]
    return any(view.key(k) in _RELATIVE for a in behind for k in range(draft.trigger[1], a))  # `A chỉ trích B |sau vụ tấn công ngày 6/1|`


def _looks_away(view: SentenceView, k: int) -> bool:
    """`|hồi| tháng trước`, `|từng|`; not the syllables of `thu hồi`, `từng bước`."""
    found = words("other_time").at(view, k)
    return found is not None and found[0][0] != "not" and not view.inside_word(k) and view.compound(k) <= found[1]


def _may_date(view: SentenceView, expression: tuple[int, int, TimeExpression], published: str | None) -> bool:
    start, _, time = expression
    if time.edtf is None or in_speech(time) or in_quotation(view, start) or _ahead(time, published):
        return False
    return view.key(start - 1) != "từ" and view.key(start) != "từ"


def _ahead(time: TimeExpression, published: str | None) -> bool:
    """Whether the time begins behind the day of publication."""
    day = (published or "")[:10]
    if len(day) < 10 or time.edtf is None:
        return False
    begun = bounds(time.edtf)
    return not begun.open_year and begun.first > day


def _behind(
    clauses: Clauses, start: int, expressions: Sequence[tuple[int, int, TimeExpression]], published: str | None
) -> TimeExpression | None:
    """`A nói |hôm 26/6|.`, `A nói với báo giới |hôm 26/6| rằng …`: what follows the day is what is said, or nothing."""
    view = clauses.view
    for a, b, time in expressions:
        if not start <= a <= start + _REACH:
            continue
        between = range(start, a - (view.key(a - 1) in _AT_TIME))
        over = not between and view.key(b) == "rằng" and _ended(view, a, time, published)
        if view.key(b) not in _ENDS or not (time.granularity in _DAYS or over):
            continue
        if not between or view.key(start) in _WITH_WHOM:
            barred = any(view.tokens[k].kind == "sign" or words("predicates").at(view, k) is not None or _says(view, k) for k in between)
            return None if barred else time
    return None


def _says(view: SentenceView, k: int) -> bool:
    found = event_verbs().at(view, k)
    return found is not None and any("noun" not in row.frame and row.frame != "none" for row in found[0])


def _between(
    clauses: Clauses, start: int, stop: int, expressions: Sequence[tuple[int, int, TimeExpression]], published: str | None
) -> TimeExpression | None:
    """`A |hồi tháng 3| nói`: nothing but adverbs beside the time between the speaker and the first verb."""
    for a, b, time in expressions:
        whole = time.granularity in _DAYS or _ended(clauses.view, a, time, published)
        if start <= a and b <= stop and whole and clauses.gap(start, b):
            return time
    return None


def _before(
    clauses: Clauses, start: int, expressions: Sequence[tuple[int, int, TimeExpression]], published: str | None
) -> TimeExpression | None:
    """The time that opens the sentence, or the day in the adverbial that names where it was said; a longer time only once it is over."""
    view = clauses.view
    begin = clauses.clause_start(start)
    fronted = [(a, b, t) for a, b, t in expressions if begin <= a and b <= start]
    dashes = [k for k in range(max(begin, _DATELINE + 1), start) if view.key(k) in _DASHES and not any(a <= k < b for a, b in clauses.times)]
    if dashes:
        return None  # `Ngày 8/3 được chọn vì … |-| ông A nói`: what stands before the speaker is what is said
    for a, b, time in fronted:
        over = (b == start or view.key(b) == ",") and _ended(view, a, time, published)
        told = words("predicates").at(view, b) is None
        if told and _opens(clauses, begin, a) and (time.granularity in _DAYS or over):
            return time
    days = [t for _, _, t in fronted if t.granularity in _DAYS]
    if len(days) != 1 or words("where_said").at(view, begin) is None or _far(days[0], published):
        return None
    barred = any(words("aside_of_saying").at(view, k) is not None or words("predicates").at(view, k) is not None for k in range(begin, start))
    return None if barred else days[0]


def _opens(clauses: Clauses, begin: int, stop: int) -> bool:
    """Whether nothing but an agency (`Theo Reuters,`), a dateline or words that join sentences stand before token `stop`."""
    view = clauses.view
    k = begin
    if view.key(k) == "theo" or (stop - k <= _DATELINE and view.key(stop - 1) in _DASHES):
        k = next((j + 1 for j in range(k, stop) if view.key(j) in {",", *_DASHES}), k)
    while k < stop:
        found = words("fronted").at(view, k) or words("auxiliary").at(view, k) or words("time").at(view, k)
        ahead = clauses.skip_time(k)
        if ahead == k and found is None and view.key(k) != ",":
            return False
        k = max(ahead, found[1] if found is not None else k + (view.key(k) == ","))
    return True


def _ended(view: SentenceView, start: int, time: TimeExpression, published: str | None) -> bool:
    """Whether a longer time dates what was said in it: it is over, or the week of publication (of which `|đầu| tuần này` is only a part)."""
    day = (published or "")[:10]
    if time.granularity not in _ENDED:
        return False
    if time.granularity == "week":
        return view.key(start) not in _PARTS and view.key(start - 1) not in _PARTS
    return len(day) < 10 or bounds(str(time.edtf)).last < day


def _far(time: TimeExpression, published: str | None) -> bool:
    """Whether a day lies too far from publication to be the day of a meeting that the article reports."""
    day, told = (published or "")[:10], str(time.edtf)[:10]
    return len(day) == 10 and "X" not in told and not near(told, day, _FAR)
