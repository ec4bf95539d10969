"""Read one sentence from left to right into findings: documents, offices with their holders, bodies, places, countries, names.

A state machine over title – complement – name; each step asks the grammars what begins at a token and goes on behind it.
"""

from __future__ import annotations

from kg.extraction.bodies.agreements import read_agreement
from kg.extraction.bodies.organizations import read_body
from kg.extraction.bodies.shared_bodies import share_bodies
from kg.extraction.bodies.shared_heads import second_of_the_kind
from kg.extraction.offices.holders import Holders
from kg.extraction.offices.phrases import OfficePhrase, read_office
from kg.extraction.offices.told_offices import link_told_offices
from kg.extraction.persons.bare_names import BareNames
from kg.extraction.persons.discourse import PRONOUNS, pronoun_at
from kg.extraction.places.geography import Geography
from kg.extraction.places.place_kinds import begins_place_kind
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found, HoldingLink, SentenceFindings
from kg.extraction.sentence.recorder import Recorder
from kg.extraction.sentence.view import SentenceView

__all__ = ["read_sentence"]

_OPENERS = PRONOUNS | {"phó"}  # what the grammars know by the word itself


def read_sentence(view: SentenceView) -> SentenceFindings:
    """Findings of one sentence, in order, not overlapping except for countries and bodies inside offices."""
    return _Reader(view).read()


class _Reader:
    def __init__(self, view: SentenceView) -> None:
        self.view = view
        self._recorder = Recorder(view)
        self._holders = Holders(self._recorder)
        self._geography = Geography(self._recorder)
        self._bare_names = BareNames(self._recorder, self._holders)

    def read(self) -> SentenceFindings:
        view = self.view
        i = 0
        while i < len(view):
            i = max(self._step(i), i + 1) if self._may_begin(i) else i + 1
        for start, stop in self._holders.passed_over:
            i = start
            while i < stop:
                i = max(self._geography.place_or_country(i), i + 1) if self._may_begin(i) else i + 1
        headings = self._holders.headings
        for k, (office, start) in enumerate(headings):
            stop = headings[k + 1][0].start if k + 1 < len(headings) else len(view)
            for person in [f for f in self._recorder.found if f.kind == "person" and f.certain and start <= f.start < stop]:
                self._recorder.links.append(HoldingLink(person, self._of_his_country(office, person), "office shared over a list"))
        share_bodies(self._recorder)
        link_told_offices(self._recorder)
        self._recorder.found.sort(key=lambda f: (f.start, -f.end))
        return SentenceFindings(tuple(self._recorder.found), tuple(self._recorder.links))

    def _of_his_country(self, office: Found, person: Found) -> Found:
        """`các ngoại trưởng: A |của Ấn Độ|, B |(Nhật Bản)|`: in a list each office is of the country behind the name."""
        view, phrase = self.view, office.what
        country = view.country(person.end + 1) if view.key(person.end) in {"của", "("} else None
        if country is None or not isinstance(phrase, OfficePhrase) or phrase.role.owner == "organization":
            return office
        if phrase.body is not None and phrase.body.kind != "international":
            return office
        return office._replace(what=phrase._replace(body=None, country=(country[0], person.end + 1, country[1])))

    def _may_begin(self, i: int) -> bool:
        """Whether anything can begin at token i: most tokens are common words in lower case, for which no grammar needs to be asked."""
        view = self.view
        return view.upper(i) or i in view.hits or view.key(i) in _OPENERS or begins_place_kind(view, i)

    def _ends_a_word(self, i: int) -> bool:
        """`công |bố Việt - Mỹ`, `đạo |đức Cần`: the syllable of a kinship word or honorific ends a common word."""
        view = self.view
        return not view.upper(i) and view.key(i) not in PRONOUNS and view.inside_word(i)

    def _step(self, i: int) -> int:
        view = self.view
        if pronoun_at(view, i):
            stop = i + 1 + (view.key(i + 1) in words("demonstrative"))  # `|Ông này| từng là …`
            pronoun = Found("person", view.index, i, stop, view.tokens[i].text, None, "pronoun", certain=False)
            return max(self._holders.apposition(pronoun, stop), i + 1)
        document = read_agreement(view, i)
        if document is not None:
            self._recorder.add("agreement", document.start, document.end, document, document.rule)
            self._recorder.inner(document.start + 1, document.end)
            return document.end
        body = read_body(view, i)
        place = view.hit(i, "place")
        stands_there = body is not None and (body.row is None or view.key(i - 1) in words("stands_at"))
        if body is not None and stands_there and place is not None and place.end >= body.end > i + 1 and (view.upper(i) or view.upper(i + 1)):
            body = None  # `Trung tâm Hội nghị Quốc gia` is a building, and so is the White House in `họp báo tại |Nhà Trắng|`
        office = read_office(view, i)
        if office is not None and (body is None or office.end >= body.end):
            return self._holders.offices(i, office)
        known = view.hit(i, "person")
        if known is not None and view.upper(i) and view.hit(i, "title_word") is not None and known.end > i + 1:
            return self._bare_names.bare_name(i)  # `Bác Hồ`
        longer_place = place is not None and place.end > i + 2 and view.upper(i)  # `Hai Bà Trưng`
        if view.hit(i, "title_word") is not None and not longer_place and (body is None or body.end <= i + 1) and not self._ends_a_word(i):
            stop = self._holders.titled(i)
            if stop > i:
                return stop
        if body is not None:
            stop = self._recorder.body(body)
            second = second_of_the_kind(view, body, stop)
            return self._recorder.body(second, name=f"{view.surface(i, i + 1)} {view.surface(second.start, second.end)}") if second else stop
        stop = self._geography.place_or_country(i)
        if stop > i:
            return stop
        return self._bare_names.bare_name(i)
