"""Offices behind a name: `NAME, office, office`, `NAME (office)`, `NAME - office`, `NAME hiện là office`, `NAME, 51 tuổi, quê …, nguyên office`."""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.events.tables import words as clause_words
from kg.extraction.offices.fronted import is_of_another_country, opens_the_clause
from kg.extraction.offices.holder_words import begins_with_past_time, is_indefinite, is_over, shared_past, skip_age
from kg.extraction.offices.known_holders import has_held
from kg.extraction.offices.office_lists import OfficeLists
from kg.extraction.offices.phrases import OfficePhrase, read_office
from kg.extraction.offices.stacks import half_read
from kg.extraction.persons.deaths import another_s
from kg.extraction.persons.lone_companies import with_lone_company
from kg.extraction.persons.names import read_name, starts_vietnamese_name
from kg.extraction.persons.titles import title_words
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.recorder import Recorder
from kg.lexicon.rows import TitleWord

__all__ = ["Appositions"]

_LONGEST_TAIL = 8
_IN_BUSINESS = frozenset({"company_head", "other"})  # kinds of `roles.tsv`
_BESIDE_A_NAME = frozenset({",", "-", "–", "—"})


class Appositions(OfficeLists):
    """Reads the offices that stand behind a name and says them of it."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder)
        self.passed_over: list[tuple[int, int]] = []  # `NAME, |67 tuổi, quê Nghệ An|, office`: tokens whose places are still to be read

    def apposition(self, person: Found, j: int) -> int:
        """Offices behind a name: `NAME, office, office`, `NAME (office)`, `NAME - office`, `NAME hiện là office`."""
        view = self._recorder.view
        k = skip_age(view, j)
        opener = view.key(k)
        if opener in {",", "(", "-", "–", "—"}:
            start = k + 1
        elif opener == ":":
            return j
        else:
            openers = (*longest_first("past_copula"), *longest_first("copula"))
            copula = next((phrase for phrase in openers if view.keys(k, len(phrase.split())) == phrase), None)
            if copula is None:
                return j
            start = k + len(copula.split())
            opener = copula
        end = self._offices_behind(person, start, opener, j)
        if j < k < end:
            self.passed_over.append((j, k))
        return end

    def _offices_behind(self, person: Found, start: int, opener: str, j: int) -> int:
        view = self._recorder.view
        past = (*longest_first("past_relative"), *longest_first("past_copula"))
        listed = opener in longest_first("copula")
        for relative in (*past, *longest_first("relative")):
            size = len(relative.split())
            if view.keys(start, size) == relative and read_office(view, start + size) is not None:
                if relative.startswith("người") and another_s(view, person.start):
                    return j  # `A, cha ông B, |người giữ chức X|`: A's or B's
                start += size
                listed = listed or relative.endswith("là")
                if relative in past or "từng" in relative or "nguyên" in relative:
                    opener = "từng là"
                break
        while True:
            hit = view.hit(start, "title_word")
            if hit is None or read_office(view, start) is not None or not isinstance(hit.row, TitleWord) or hit.row.kind != "rank":
                break
            start = hit.end + (view.key(hit.end) == ",")
        phrase = read_office(view, start)
        if phrase is None:
            return j
        phrases = [phrase]
        while True:
            # `Ông là A; B.`: behind a copula all the offices of the sentence are his
            following, _ = self._next_office(phrases[-1].end, semicolon=listed)
            following = following or self._joined_in_business(phrases[-1]) or self._behind_unread_words(phrases[-1])
            if following is None:
                break
            phrases.append(self._of_that_country(following))
        if opener in _BESIDE_A_NAME and (company := with_lone_company(view, phrases[-1], person)) is not None:
            phrases[-1] = company
        end = phrases[-1].end
        k, _ = title_words(view, end)
        # the list leads to a name of its own: the offices are that person's (`Macron, Thủ tướng Đức Olaf Scholz`)
        named = read_name(view, k, introduced=True) is not None and clause_words("occasion").at(view, k) is None  # `chủ trì |Lễ khai mạc|`
        leads_on = opener != "(" and (named or half_read(view, phrases[-1]))
        served = self._served(phrases[-1], k, opener) if leads_on else None
        if leads_on and served is None and (len(phrases) == 1 or opener not in {"-", "–"}):
            return j
        plain = read_quick_name(view, k) or (starts_vietnamese_name(view, k) and not view.upper(k + 2))
        if leads_on and served is None and k == end and plain:
            end = phrases[-2].end  # `A - Tổng Bí thư, |Chủ tịch nước B| ký`: the last office is that of the name it stands before
            phrases = phrases[:-1]
        if opener == "," and person.rule == "name after an office" and self._of_the_next(end):
            return j
        if opener in _BESIDE_A_NAME and is_of_another_country(self._recorder, person, phrases):
            return j
        if opener == "," and opens_the_clause(self._recorder, person.start, end):
            return j
        if opener in longest_first("copula") and is_indefinite(view, phrases[0]):
            return j
        if served is not None:
            self._recorder.links.append(served)
        phrases = shared_past(phrases, [view.key(p.start - 1) for p in phrases])
        told_then = opener == "là" and begins_with_past_time(view)
        for phrase in phrases:
            over = told_then or opener in words("past_copula") or opener in {"nguyên là", "từng là", "vốn là"} or is_over(view, phrase.end)
            if over and phrase.status == "current":
                phrase = phrase._replace(status="former", marked=True)
            rule = "office of a past year" if told_then else "office behind the name"
            self._recorder.links.append(HoldingLink(person, self._office(phrase), rule))
        if opener == "," and view.key(end) == "," and view.key(end + 1) in {"là", "hiện", "đang", "nguyên", "từng"}:
            return self.apposition(person, end + 1)  # `bà A, Phó Chủ tịch nước, |là quyền Chủ tịch nước|`
        return end

    def _behind_unread_words(self, phrase: OfficePhrase) -> OfficePhrase | None:
        """`nguyên Trưởng đoàn |chuyên gia Việt Nam tại Lào|, nguyên Thứ trưởng Bộ Y tế`: a list of past offices goes on behind words not read."""
        view = self._recorder.view
        k = phrase.end
        while phrase.status == "former" and k < min(phrase.end + _LONGEST_TAIL, len(view)) and view.tokens[k].kind == "word":
            country = view.country(k)
            if view.upper(k) and country is None:
                return None
            k = country[1] if country is not None else k + 1
        following = read_office(view, k + 1) if k > phrase.end and view.key(k) == "," else None
        if following is None or not following.marked or following.status != "former":
            return None
        return following if read_name(view, title_words(view, following.end)[0], introduced=True) is None else None

    def _joined_in_business(self, phrase: OfficePhrase) -> OfficePhrase | None:
        """`A, người sáng lập |và cựu Chủ tịch Foxconn|`: heads of companies are so joined; of a state's offices `và` may name another person."""
        view = self._recorder.view
        following = read_office(view, phrase.end + 1) if view.key(phrase.end) == "và" and phrase.body is None else None
        if following is None or not {phrase.role.kind, following.role.kind} <= _IN_BUSINESS:
            return None
        return following if read_name(view, title_words(view, following.end)[0], introduced=True) is None else None

    def _served(self, phrase: OfficePhrase, k: int, opener: str) -> HoldingLink | None:
        """`A, trợ lý của Chủ tịch Quốc hội |B|`, `A là trợ lý Chủ tịch Quốc hội |B|`: behind a name and with words between the two titles, the next
        name is that of whom A serves; so it is where the tables know it.
        """
        view = self._recorder.view
        stop = read_name(view, k, introduced=True)
        if phrase.served is None or stop is None:
            return None
        name, title = view.surface(k, stop), phrase.served.title
        told = opener in longest_first("copula") or " của " in phrase.title.casefold()
        if not told and not has_held(view.lexicon.terms_of_office, name, title):
            return None
        person = self._recorder.add("person", k, stop, None, "name after an office")
        office = Found("office", view.index, phrase.served.start, phrase.end, title, phrase.served, "office")
        return HoldingLink(person, office, "office before the name")

    def _of_the_next(self, end: int) -> bool:
        """`Thứ trưởng A, Đại sứ B, |bà C| cùng dự`: in a list that names offices first, the office is that of the next name."""
        view = self._recorder.view
        if view.key(end) != ",":
            return False
        k, honorific = title_words(view, end + 1)
        stop = read_name(view, k, introduced=True) if honorific else None
        return stop is not None and not (view.key(stop) == "," and read_office(view, stop + 1) is not None)
