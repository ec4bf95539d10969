"""Offices that a sentence says of a name with words between the two; what stands right before or behind the name is read by `holders.py`.

`Ngoại trưởng mới là ông A`, `Tổng thống Pháp khi ấy, ông A`, `hai cựu Tổng thống là ông A và ông B`, `ông A dự họp với tư cách Chủ tịch Hạ viện`,
`Thủ tướng A và người đồng cấp Ấn Độ B`. Comes in: the findings of a sentence; goes out: further links between them.
"""

from __future__ import annotations

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.context_words import beginnings, longest_first, words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.recorder import Recorder
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import Country

__all__ = ["link_told_offices"]


def link_told_offices(recorder: Recorder) -> None:
    """Add to the recorder the links of offices that no name stands beside, and the offices of counterparts."""
    linked = {(link.office.start, link.office.end) for link in recorder.links}
    for office in [f for f in recorder.found if f.kind == "office" and (f.start, f.end) not in linked]:
        _behind_copula(recorder, office) or _in_capacity(recorder, office)
    _counterparts(recorder)


def _behind_copula(recorder: Recorder, office: Found) -> bool:
    """`Bộ trưởng Ngoại giao mới |là ông A|`, `Tổng thống Hàn Quốc khi ấy|, ông A|`, `2 cựu Tổng thống |là ông A và ông B|`."""
    view = recorder.view
    if view.key(office.start - 1) in words("no_copula_after") or view.keys(office.start - 2, 2) in words("no_copula_after"):
        return False
    then, k = _skip(view, "of_that_time", office.end)
    now, k = _skip(view, "of_this_time", k)
    if view.key(k) == "là" or ((then or now) and view.key(k) == ","):
        k += 1
    elif not then:
        return False
    people = _names_from(recorder, k)
    if not people:
        return False
    plural = view.key(office.start - 1) in words("plural") or view.key(office.start - 1).isdigit()
    if then:
        office = _past(recorder, office)
    for person in people if plural else people[:1]:
        recorder.links.append(HoldingLink(_sure(recorder, person), office, "office behind the name"))
    return True


def _in_capacity(recorder: Recorder, office: Found) -> bool:
    """`|Với tư cách Chủ tịch Hạ viện|, ông A …`, `ông A dự họp |với tư cách là Bộ trưởng cấp cao|`: of the one person whom it can mean."""
    view = recorder.view
    if not any(view.keys(office.start - len(w.split()), len(w.split())) == w for w in longest_first("in_capacity")):
        return False
    before = [f for f in recorder.found if f.kind == "person" and f.certain and f.end <= office.start]
    behind = _names_from(recorder, office.end + 1) if view.key(office.end) == "," else []
    people = behind[:1] if behind else before
    if len({p.name for p in people}) != 1:
        return False
    recorder.links.append(HoldingLink(_sure(recorder, people[0]), office, "office behind the name"))
    return True


def _counterparts(recorder: Recorder) -> None:
    """`Thủ tướng A và |người đồng cấp Ấn Độ B|`: B holds A's office in his own country, which stands before his name or behind it."""
    view = recorder.view
    openers = beginnings("counterpart")
    for i in (i for i, key in enumerate(view.token_keys) if key in openers):
        title = next((w for w in longest_first("counterpart") if view.keys(i, len(w.split())) == w), None)
        if title is None or view.key(i - 1) in words("plural"):
            continue
        k = i + len(title.split())
        country = view.country(k)
        person = next((f for f in recorder.found if f.kind == "person" and f.start == (country[1] if country is not None else k)), None)
        if country is None and person is not None:
            country = view.country(person.end + (view.key(person.end) in {"(", "của"}))
        model = next((f for f in reversed(recorder.found) if f.kind == "office" and f.end <= i), None)
        if country is None or person is None or model is None or not isinstance(model.what, OfficePhrase):
            continue
        if model.what.role.owner not in ("country", "country_or_organization"):
            continue
        recorder.links.append(HoldingLink(_sure(recorder, person), _office_of(recorder, model, country[0], i, k), "office before the name"))


def _office_of(recorder: Recorder, model: Found, country: Country, start: int, end: int) -> Found:
    """The office of `model` in another country, told by the words at tokens `[start, end)`."""
    assert isinstance(model.what, OfficePhrase)
    phrase = model.what._replace(
        start=start, end=end, status="current", body=None, country=(country, start, end), place=None, scope=None, marked=False
    )
    return recorder.add("office", start, end, phrase, "counterpart", name=phrase.title)


def _skip(view: SentenceView, kind: str, j: int) -> tuple[bool, int]:
    """Whether words of this kind stand at token j, and the token behind them."""
    found = next((w for w in longest_first(kind) if view.keys(j, len(w.split())) == w), None)
    return found is not None, j + len(found.split()) if found is not None else j


def _names_from(recorder: Recorder, j: int) -> list[Found]:
    """The persons named from token j on, joined by commas and `và`; honorifics and ranks may stand before each."""
    view = recorder.view
    people: list[Found] = []
    while True:
        k = j
        while (hit := view.hit(k, "title_word")) is not None and not any(f.kind == "person" and f.start == k for f in recorder.found):
            k = hit.end
        person = next((f for f in recorder.found if f.kind == "person" and f.start == k and f.rule != "pronoun"), None)
        if person is None:
            return people
        people.append(person)
        if view.key(person.end) not in {",", "và"}:
            return people
        j = person.end + 1


def _sure(recorder: Recorder, person: Found) -> Found:
    """The person as a certain finding: an office tells that the words are a name."""
    if person.certain:
        return person
    sure = person._replace(certain=True)
    recorder.found[recorder.found.index(person)] = sure
    return sure


def _past(recorder: Recorder, office: Found) -> Found:
    assert isinstance(office.what, OfficePhrase)
    if office.what.status != "current":
        return office
    past = office._replace(what=office.what._replace(status="former", marked=True))
    recorder.found[recorder.found.index(office)] = past
    return past
