"""Offices behind a comma that are not the name's before it: `Tán thành đề xuất của Thủ tướng A, |Bộ trưởng Ngoại giao Lào| nói …`.

Comes in: the findings so far, a name and what follows. Goes out: whether the name closes words put before the subject, so that the office is the
subject, and whether the office is of a country that the name's holder has none of.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.tables import event_verbs
from kg.extraction.events.tables import words as clause_words
from kg.extraction.offices.known_holders import states_of
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.stacks import owner_iso
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.recorder import Recorder
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["is_oblique", "is_of_another_country", "opens_the_clause", "predicate_follows"]

_SIGNS = frozenset({",", ";", ":", "(", '"', "“", "-", "–", "—"})
# Events whose verbs are said of the one whom an apposition describes (`bổ nhiệm ông A, Phó Giám đốc Sở |giữ chức| Giám đốc`).
_OF_THE_DESCRIBED = frozenset({"Appointment", "Departure"})
_NATIONAL_BODIES = frozenset({"parliament", "ministry", "state_body"})  # kinds of bodies that are one state's
# Countries whose people have family names that are Vietnamese ones too, ISO codes.
_SHARES_NAMES = frozenset({"CN", "TW", "HK", "MO", "SG", "MY", "KR", "KP"})


def opens_the_clause(recorder: Recorder, name: int, end: int) -> bool:
    """Whether the offices that stand behind a comma and end before token `end` are the subject of what follows, and not said of the name at
    token `name` before that comma: a predicate follows them at once, and the name is no subject itself but closes words put first.
    """
    view = recorder.view
    if any(view.keys(end, len(w.split())) == w for w in longest_first("of_several")):
        return True  # `trước Thủ tướng A, |Bộ trưởng Ngoại giao| hai nước đã ký …`
    if not predicate_follows(view, end):
        return False
    begin, titled = _whole_name(recorder, name)
    while view.key(begin - 1) == "và" and (before := _person_ending(recorder, begin - 1)) is not None:
        begin, titled = _whole_name(recorder, before.start)  # `với ý kiến của ông A |và ông B|, …`
    opening = next((k + 1 for k in range(begin - 1, -1, -1) if view.key(k) in _SIGNS), 0)
    if opening >= begin or not is_oblique(view, begin):
        return False
    if begin == opening + 1 and view.key(opening) == "theo" and not titled:
        return False  # `Theo ông A, Giám đốc Sở |cho biết|`: newspapers say it twice
    if clause_words("temporal_opener").at(view, opening) is not None:
        return True
    opens = clause_words("opener").at(view, opening) or event_verbs().at(view, opening)
    return (opens is not None or view.key(opening) in words("fronts")) and not _subject_between(recorder, opening, begin)


def is_of_another_country(recorder: Recorder, person: Found, phrases: Sequence[OfficePhrase]) -> bool:
    """`Tổng thống Mỹ A, |Thủ tướng Nhật Bản|`: nobody holds offices of two states at once, and `Phạm Minh Chính` none of Japan's."""
    theirs = {iso for phrase in phrases if phrase.status == "current" and (iso := _state(phrase))}
    if not theirs:
        return False
    held = (link.office.what for link in recorder.links if link.person == person)
    mine = {iso for phrase in held if isinstance(phrase, OfficePhrase) and phrase.status == "current" and (iso := _state(phrase))}
    known = mine or states_of(recorder.view.lexicon.terms_of_office, person.name)
    if known and known.isdisjoint(theirs):
        return True
    return _vietnamese(recorder.view, person) and not any(iso == "VN" or (iso in _SHARES_NAMES and _chinese(recorder.view, person)) for iso in theirs)


def _state(phrase: OfficePhrase) -> str | None:
    """The country whose office of state the words tell; None where they tell none, or a party's or company's."""
    if phrase.body is not None and phrase.body.kind not in _NATIONAL_BODIES:
        return None
    return owner_iso(phrase) if phrase.role.owner in ("country", "country_or_organization") or phrase.body is not None else None


def _vietnamese(view: SentenceView, person: Found) -> bool:
    syllables = [view.tokens[k].text for k in range(person.start, person.end)]
    return view.key(person.start) in view.lexicon.names.get("surname_vi", frozenset()) and all(map(is_vietnamese_syllable, syllables))


def _chinese(view: SentenceView, person: Found) -> bool:
    return view.key(person.start) in view.lexicon.names.get("surname_zh", frozenset())


def predicate_follows(view: SentenceView, j: int) -> bool:
    """An auxiliary or a verb of the tables stands at token j, in lower case; `có`, `cùng …` and what leads a delegation go on with a list."""
    if j >= len(view) or view.tokens[j].kind != "word" or view.upper(j):
        return False
    if any(view.keys(j, len(w.split())) == w for w in longest_first("no_predicate")):
        return False
    verb = event_verbs().at(view, j)
    if verb is not None:
        return not any(row.event in _OF_THE_DESCRIBED for row in verb[0])
    if clause_words("auxiliary").at(view, j) is not None:
        return True
    return any(view.keys(j, size) in words("saying") for size in (3, 2, 1))


def _whole_name(recorder: Recorder, start: int) -> tuple[int, bool]:
    """The token where the offices and honorifics before the name at token `start` begin, and whether an office is among them."""
    view = recorder.view
    begin = min((link.office.start for link in recorder.links if link.person.start == start and link.office.start < start), default=start)
    titled = begin < start
    while True:
        office = next((f for f in recorder.found if f.kind == "office" and f.end == begin), None)
        words_before = next((hit for k in range(max(begin - 3, 0), begin) for hit in view.hits_at(k, "title_word") if hit.end == begin), None)
        if office is not None:
            begin, titled = office.start, True
        elif words_before is not None:
            begin = words_before.start
        else:
            return begin, titled


def _person_ending(recorder: Recorder, end: int) -> Found | None:
    return next((f for f in recorder.found if f.kind == "person" and f.end == end), None)


def is_oblique(view: SentenceView, begin: int) -> bool:
    """Whether a preposition or a verb stands right before token `begin`: what follows it is no subject."""
    if view.keys(begin - 2, 2) == "đối với":
        return False  # `quyết định đối với |ông A|, Phó Giám đốc đến giữ chức …`: he is whom it is about
    if view.key(begin - 1) in words("oblique") and view.key(begin - 1) not in {"và", "như"}:
        return True
    verb = event_verbs().ending(view, begin)
    return verb is not None or any(view.keys(begin - size, size) in words("before_oblique") for size in (2, 1) if begin >= size)


def _subject_between(recorder: Recorder, opening: int, begin: int) -> bool:
    """`Sáng 5/6 |ông A| tiếp ông B, …`: somebody before the name is the subject of the words put first."""
    for finding in recorder.found:
        if finding.kind == "person" and finding.certain and opening <= finding.start:
            start, _ = _whole_name(recorder, finding.start)
            if finding.end < begin and not is_oblique(recorder.view, start):
                return True
    return False
