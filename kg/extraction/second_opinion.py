"""Where the grammar is unsure of a sentence, the second voice is asked, and heard if it is sure enough.

Comes in: the findings of a sentence. Goes out: the same with some persons confirmed, some shortened by the country or body before their name,
some taken for the place they are, and bodies of a mere head word dropped where nothing else speaks for them. What an office stands before is
never touched: there the grammar is right more often than the second voice.
"""

from __future__ import annotations

from kg.extraction.bodies.organizations import Body, read_body
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.persons.names import starts_vietnamese_name
from kg.extraction.sentence.context_words import words as words_of
from kg.extraction.sentence.found import Found, SentenceFindings
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice.labels import LabelledSpan
from kg.extraction.voice.votes import Votes
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import PlaceRow

__all__ = ["CONFIRMED", "second_opinion"]

_Place = tuple[str, int, int]

CONFIRMED = "name by itself, confirmed by the second voice"
_BEFORE = "country told by the second voice"
_WEAK_PERSONS = frozenset({"name after an honorific", "name by itself", "name in a list"})

# How sure the second voice must be, by what it is to decide; found by reading what it changed in unseen articles.
_SURE_OF_PERSON = 0.7
_SURE_OF_PLACE = 0.8
_SURE_OF_BODY = 0.9
_LOCAL = frozenset({"state_body", "police", "party_body"})  # kinds of bodies that provinces and cities have
_ONE_TO_A_STATE = frozenset({"parliament", "state_body", "court"})  # kinds of bodies
# What follows a name that stands by itself (`Gustav Gressel - chuyên gia …`), and what stands before one that ends its sentence.
_APPOSING = frozenset({",", "-", "–", "—"})
_NAMING = frozenset({"tên", "là", "-", "–", "—"})


def second_opinion(view: SentenceView, findings: SentenceFindings, votes: Votes) -> SentenceFindings:
    """The findings of the sentence after the second voice was heard; links follow the findings they join."""
    changed: dict[_Place, list[Found]] = {}
    owners = {(o.what.body.start, o.what.body.end) for o in findings.found if isinstance(o.what, OfficePhrase) and o.what.body is not None}
    for finding in findings.found:
        instead: list[Found] | None = None
        if finding.kind == "person" and not finding.certain:
            instead = _confirmed(view, finding, votes)
        elif finding.kind == "person" and finding.rule in _WEAK_PERSONS:
            instead = _person_or_place(view, finding, votes)
        elif finding.kind == "organization" and finding.rule.startswith("head word") and (finding.start, finding.end) not in owners:
            instead = _body(view, finding, votes)
        if instead is not None:
            changed[_place(finding)] = instead
    if not changed:
        return findings
    found = sorted((f for old in findings.found for f in changed.get(_place(old), [old])), key=lambda f: (f.start, -f.end))
    links = []
    for link in findings.links:
        person = next(iter(changed.get(_place(link.person), [link.person])), None)
        if person is not None and person.kind == "person":
            links.append(link._replace(person=person))
    return SentenceFindings(tuple(found), tuple(links))


def _place(finding: Found) -> _Place:
    return finding.kind, finding.start, finding.end


def _confirmed(view: SentenceView, finding: Found, votes: Votes) -> list[Found] | None:
    """A foreign name of two words or more that nothing introduces, and that the second voice is sure of."""
    words = finding.name.split()
    before, after = view.key(finding.start - 1), view.key(finding.end)
    if len(words) < 2 or all(is_vietnamese_syllable(w) for w in words) or view.in_capitals or before == "(":
        return None  # in brackets it is another spelling of the name before
    if after not in _APPOSING and not (after == "." and before in _NAMING):
        return None
    sure = any((s.label, s.start, s.end) == ("PER", finding.start, finding.end) for s in votes.around(finding))
    if not sure or votes.confidence(finding, "PER") < _SURE_OF_PERSON:
        return None
    return [finding._replace(certain=True, rule=CONFIRMED)]


def _person_or_place(view: SentenceView, finding: Found, votes: Votes) -> list[Found] | None:
    """`nhà lãnh đạo |Nga| Vladimir Putin`: the name begins behind the country; `nữ sinh Thái Nguyên` names no person at all."""
    around = votes.around(finding)
    if not around or (around[0].label, around[0].start, around[0].end) == ("PER", finding.start, finding.end):
        return None
    *before, last = around
    if (
        before
        and before[0].start == finding.start
        and (last.label, last.end) == ("PER", finding.end)
        and all(s.label in ("COUNTRY", "ORG") and _named_by(view, s) for s in before)
        and not starts_vietnamese_name(view, finding.start)
    ):
        name = finding._replace(start=last.start, name=view.surface(last.start, last.end))
        return [name, *(f for s in before for f in _named_by(view, s))]
    if len(finding.name.split()) == 1 and view.key(finding.start - 1) in words_of("not_country_after"):
        return None  # `bà |Nga| (56 tuổi)`
    label, start, end = last.label, last.start, last.end
    if before or label == "PER" or label == "ROLE" or start > finding.start or end < finding.end:
        return None
    known = _named_by(view, last) if label != "ORG" else []
    if known or votes.confidence(finding, label) >= (_SURE_OF_BODY if label == "ORG" else _SURE_OF_PLACE):
        return known or _named_by(view, last)
    return None


def _named_by(view: SentenceView, span: LabelledSpan) -> list[Found]:
    """The country, place or body of the tables that the span names, if there is one."""
    name = view.surface(span.start, span.end)
    if span.label in ("COUNTRY", "LOC"):
        if (country := view.country(span.start)) is not None and country[1] == span.end:
            return [Found("country", view.index, span.start, span.end, country[0].name, country[0], _BEFORE)]
        for hit in view.hits_at(span.start, "place"):
            if hit.end == span.end and isinstance(hit.row, PlaceRow):
                return [Found("place", view.index, span.start, span.end, name, hit.row, "known place")]
    if span.label == "ORG" and (body := read_body(view, span.start)) is not None and body.end == span.end:
        return [Found("organization", view.index, span.start, span.end, name, body, body.rule)]
    return []


def _plainly_named(view: SentenceView, finding: Found) -> bool:
    """`ở |Bệnh viện Nhân dân 115|`, `|Quỹ Quản lý nước| (WARM)`: capitals inside the sentence, or an acronym behind, make a name of the words."""
    capitals = sum(view.upper(k) for k in range(finding.start, finding.end))
    inside = finding.start > 0 and view.tokens[finding.start - 1].kind != "sign"
    behind = view.key(finding.end) == "(" and finding.end + 1 < len(view) and view.tokens[finding.end + 1].caps
    return view.upper(finding.start) and finding.end - finding.start >= 3 and (behind or (inside and capitals >= 2))


def _body(view: SentenceView, finding: Found, votes: Votes) -> list[Found] | None:
    """A body read from its head word alone stays where the second voice sees a body too, or where its head has a capital of its own.

    `lực lượng Ukraine`, `tổ chức Hội nghị` name none, `|Đài Loan|` is a place; of `doanh nghiệp |APEC|` the known body inside is left.
    """
    vote = votes.on(finding)
    around = votes.around(finding)
    if vote == "agrees" or any(s.label == "ROLE" for s in around):  # a title's body is part of its title: `Chánh |văn phòng …|`
        return None
    if _plainly_named(view, finding):
        return None
    if vote == "other" and around[0].start <= finding.start:
        return _named_by(view, around[0])
    if view.upper(finding.start) and finding.start and view.tokens[finding.start - 1].kind != "sign":
        return None
    if vote == "overlaps":
        inside = around[0]
        if len(around) > 1 or inside.start == finding.start or inside.end > finding.end:
            return None
        known = _named_by(view, inside)
        return known if known and known[0].rule == "known body" else None
    labels = {s.label for s in around}
    if isinstance(finding.what, Body) and finding.what.kind in _LOCAL and view.upper(finding.start) and all(s.start > finding.start for s in around):
        return None  # `Sở Y tế |thành phố Hồ Chí Minh| …`: the second voice sees the place in its name
    if labels == {"COUNTRY"} and isinstance(finding.what, Body) and finding.what.kind in _ONE_TO_A_STATE:
        return None  # a state has one parliament: `quốc hội Mỹ` is a name
    return [] if labels <= {"COUNTRY", "LOC"} else None
