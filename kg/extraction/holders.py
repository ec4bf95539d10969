"""Offices and their holders: a stack of offices before a name, offices behind it, an office shared over a list, honorifics and ranks.

`Phó Thủ tướng kiêm Bộ trưởng Ngoại giao NAME`, `NAME, office, office`, `các Phó Thủ tướng A, B và C`, `Bộ trưởng Bộ Công an, Đại tướng NAME`.
"""

from __future__ import annotations

from kg.extraction.body_content import read_quick_name
from kg.extraction.context_words import longest_first, words
from kg.extraction.found import Found, HoldingLink
from kg.extraction.holder_words import begins_with_past_time, is_indefinite, is_of_another, is_over, list_opens, shared_past, skip_age, two_readings
from kg.extraction.names import read_name
from kg.extraction.offices import OfficePhrase, read_office
from kg.extraction.organizations import Body
from kg.extraction.recorder import Recorder
from kg.extraction.stacks import behind_the_comma, closes_adverbial, half_read, of_the_name
from kg.extraction.titles import introducer, title_words
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, PlaceRow, TitleWord

__all__ = ["Holders"]

_JOINTS = frozenset({",", "-", "–", "—", "kiêm"})
# Ranks stand between these offices and the name (`Bộ trưởng Bộ Công an, Đại tướng NAME`); kinds of `roles.tsv`.
_UNIFORMED = frozenset({"minister", "deputy_minister", "military_office", "police_office", "party_office"})


class Holders:
    """Reads offices and the persons they are said of into the findings of a sentence."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.headings: list[tuple[Found, int]] = []  # `các Ủy viên Bộ Chính trị: …`: an office for the names behind it, up to the next

    def offices(self, i: int, first: OfficePhrase) -> int:
        view = self._recorder.view
        phrases = [self._of_that_country(first)]
        joints = [""]
        while True:
            end = phrases[-1].end
            person, stop = self._named(end, joint=False, body_wanted=phrases[-1].body is None and phrases[-1].role.complement.startswith("body"))
            if person is not None:
                break
            following, start = self._next_office(end)
            if following is None or (view.key(i - 1) in words("addressed") and view.key(start - 1) != "kiêm"):
                break  # `qua ngài Đại sứ, Bộ trưởng A gửi lời cảm ơn`: two men
            joints.append(view.key(start - 1))
            phrases.append(self._of_that_country(following))
        if person is None and view.key(phrases[-1].end) == "," and self._rank_may_follow(i, phrases[-1]):
            person, stop = self._named(phrases[-1].end + 1, joint=True)
        elif person is None and view.key(phrases[-1].end) in {"-", "–", "—"} and not view.tokens[phrases[-1].end].glued:
            # `Chủ tịch UBND tỉnh Lào Cai - Trịnh Xuân Trường cho biết`
            person, stop = self._named(phrases[-1].end + 1, joint=not read_quick_name(view, phrases[-1].end + 1))
        phrases = shared_past(phrases, joints)
        if person is not None and (phrase := self._of_country_behind(phrases[-1], stop)) is not None:
            phrases[-1] = phrase
            stop = phrase.country[2] if phrase.country is not None else stop
        offices = [self._office(phrase) for phrase in phrases]
        if person is None:
            if self._plural(i):
                start = list_opens(view, phrases[-1].end)
                if start:
                    self.headings.append((self._of_the_body_before(offices[-1]), start))
            return phrases[-1].end
        at = i - (view.key(i - 1) == "của")  # `phần mộ của |Tổng Bí thư NAME|`
        if any(view.keys(at - len(w.split()), len(w.split())) == w for w in longest_first("mourned")):
            # `mặc niệm Chủ tịch nước NAME`, `quốc tang Chủ tịch nước NAME`: who is mourned is dead
            phrases = [p._replace(status="late", marked=True) if p.status in ("current", "acting") else p for p in phrases]
            offices = [self._office(phrase) for phrase in phrases]
        belonging = of_the_name(phrases, joints)
        if closes_adverbial(view, i) and view.key(stop) != ",":
            belonging = behind_the_comma(phrases, joints)
        told = not is_of_another(view, i)
        for office, phrase in zip(offices, phrases, strict=True):
            if told and phrase in belonging and not two_readings(phrase):
                self._recorder.links.append(HoldingLink(person, office, "office before the name"))
        if self._plural(i):
            stop = self._shared(stop, offices[-1])
        return self.apposition(person, stop)

    def _of_country_behind(self, phrase: OfficePhrase, j: int) -> OfficePhrase | None:
        """`Thủ tướng NAME |của Qatar|`: the country of a national office behind the name of its holder."""
        view = self._recorder.view
        country = view.country(j + 1) if view.key(j) == "của" else None
        if country is None or phrase.role.owner != "country" or phrase.country or phrase.body or phrase.place:
            return None
        return phrase._replace(country=(country[0], j + 1, country[1]))

    def _of_that_country(self, phrase: OfficePhrase) -> OfficePhrase:
        """`Tổng thống nước chủ nhà NAME`: of the country the sentence named last; where it named none the words are only passed over."""
        view = self._recorder.view
        words = next((w for w in longest_first("that_country") if view.keys(phrase.end, len(w.split())) == w), None)
        if words is None or phrase.body is not None or phrase.country is not None:
            return phrase
        end = phrase.end + len(words.split())
        named = [f.what for f in self._recorder.found if f.kind == "country" and isinstance(f.what, Country) and f.end <= phrase.start]
        return phrase._replace(end=end, country=(named[-1], phrase.end, end) if named else None)

    def _of_the_body_before(self, office: Found) -> Found:
        """`Bộ Chính trị khóa 13 có 15 |Ủy viên|, gồm: …`: members are of the body that has them."""
        view = self._recorder.view
        phrase = office.what
        if not isinstance(phrase, OfficePhrase) or phrase.body is not None or view.key(office.start - 2) != "có":
            return office
        before = next((f for f in reversed(self._recorder.found) if f.end <= office.start), None)
        if before is None or not isinstance(before.what, Body):
            return office
        named = phrase._replace(body=before.what, title=f"{phrase.title} {before.name}")
        there = self._recorder.found.index(office)
        self._recorder.found[there] = office._replace(what=named, name=named.title)
        return self._recorder.found[there]

    def _plural(self, i: int) -> bool:
        view = self._recorder.view
        if view.keys(i - 2, 2) == "đồng chí" and i > 2:  # `các đồng chí |Ủy viên Trung ương Đảng|: A; B`
            i -= 2
        return (
            view.key(i - 1) in words("plural")
            or (i >= 2 and view.keys(i - 2, 2) in words("plural"))
            or (i >= 1 and view.tokens[i - 1].kind == "number" and len(view.tokens[i - 1].text) <= 2)
        )

    def _rank_may_follow(self, i: int, phrase: OfficePhrase) -> bool:
        """`Bộ trưởng Bộ Công an, Đại tướng Tô Lâm` is one man; `quyết định của Chủ tịch nước, Thượng tướng A` are two."""
        view = self._recorder.view
        if view.key(i - 1) in {"của", "do", "bởi", "theo"} or any(view.keys(i - size, size) in words("named_as_post") for size in (1, 2)):
            return False  # `trong nhiệm kỳ |chủ tịch của Hungary|, ông Orban …`
        return phrase.role.kind in _UNIFORMED or phrase.body is not None or phrase.country is not None

    def _next_office(self, j: int, *, semicolon: bool = False) -> tuple[OfficePhrase | None, int]:
        view = self._recorder.view
        if view.key(j) in _JOINTS or (semicolon and view.key(j) == ";"):
            k = j + 1
        elif view.keys(j, 2) in {"đồng thời", "cũng là", "và là"}:
            k = j + 2 + (view.key(j + 2) in {"là", "kiêm"})
        else:
            return None, j
        while view.hit(k, "title_word") is not None and read_office(view, k) is None and view.key(k - 1) in _JOINTS:
            hit = view.hit(k, "title_word")
            assert hit is not None
            if not isinstance(hit.row, TitleWord) or hit.row.kind != "rank" or read_office(view, hit.end) is None:
                break
            k = hit.end
        return read_office(view, k), k

    def _office(self, phrase: OfficePhrase) -> Found:
        for body in (phrase.body, phrase.parent):
            if body is not None:
                self._recorder.body(body)
        if phrase.country is not None:
            country, start, end = phrase.country
            self._recorder.add("country", start, end, country, "owner of an office", name=country.name)
        if phrase.place is not None:
            place, start, end = phrase.place
            self._recorder.add("place", start, end, place, "owner of an office")
        seat = self._seat(phrase)
        covered = [
            span
            for span in (
                (phrase.body.start, phrase.body.end) if phrase.body else None,
                (phrase.parent.start, phrase.parent.end) if phrase.parent else None,
                phrase.country[1:] if phrase.country else None,
                phrase.place[1:] if phrase.place else None,
                seat,
            )
            if span
        ]
        self._recorder.inner(phrase.start + len(phrase.title.split()), phrase.end, covered)
        return self._recorder.add("office", phrase.start, phrase.end, phrase, "office", name=phrase.title)

    def _seat(self, phrase: OfficePhrase) -> tuple[int, int] | None:
        """Record the place in the scope of a mission's head (`Tổng lãnh sự Nhật Bản tại |TP HCM|`); its tokens."""
        view = self._recorder.view
        if phrase.scope is None or not phrase.scope.startswith("tại "):
            return None
        for k in range(phrase.start, phrase.end):
            hit = view.hit(k, "place")
            if view.upper(k) and hit is not None and hit.end <= phrase.end and view.country(k) is None and isinstance(hit.row, PlaceRow):
                self._recorder.add("place", k, hit.end, hit.row, "known place")
                return k, hit.end
        return None

    def _named(self, j: int, *, joint: bool, body_wanted: bool = False) -> tuple[Found | None, int]:
        """The person named at token j, behind an office; `joint` means that a comma stood between, so an honorific or rank is wanted."""
        view = self._recorder.view
        k, honorific = title_words(view, j)
        if view.key(k) in {'"', "“", "'"}:
            return None, j
        if joint and not honorific:
            return None, j
        end = read_name(view, k, introduced=True)
        if end is None or (end == k + 1 and view.compound(k) > end):
            return None, j
        # one Vietnamese syllable behind an office is a given name only of somebody named in full elsewhere (`Chủ tịch Trọng`)
        # and one foreign word behind the head of some body may be that body (`chủ tịch Arsenal`)
        lone = end == k + 1 and not honorific and (is_vietnamese_syllable(view.tokens[k].text) or body_wanted)
        return self._recorder.add("person", k, end, None, "name after an office", honorific=honorific, certain=not lone), end

    def _shared(self, j: int, office: Found) -> int:
        """`các Phó Thủ tướng A, B và C`: the office is shared out over the list."""
        view = self._recorder.view
        while True:
            if view.key(j) == "(":  # `các cựu Tổng thống A (năm 2000) và B`
                j = next((m + 1 for m in range(j + 1, min(j + 6, len(view))) if view.key(m) == ")"), j)
            if view.key(j) not in {",", "và", ";"}:
                break
            k, honorific = title_words(view, j + 1)
            if read_office(view, j + 1) is not None or view.hit(k, "country", "organization", "organization_head") is not None:
                break
            end = read_name(view, k, introduced=False)
            if end is None:
                break
            person = self._recorder.add("person", k, end, None, "name in a list that shares an office", honorific=honorific)
            self._recorder.links.append(HoldingLink(person, office, "office shared over a list"))
            j = end
        return j

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
        return self._offices_behind(person, start, opener, j)

    def _offices_behind(self, person: Found, start: int, opener: str, j: int) -> int:
        view = self._recorder.view
        past = (*longest_first("past_relative"), *longest_first("past_copula"))
        for relative in (*past, *longest_first("relative")):
            size = len(relative.split())
            if view.keys(start, size) == relative and read_office(view, start + size) is not None:
                start += size
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
            following, _ = self._next_office(phrases[-1].end, semicolon=opener in longest_first("copula"))
            if following is None:
                break
            phrases.append(self._of_that_country(following))
        end = phrases[-1].end
        k, _ = title_words(view, end)
        # the list leads to a name of its own: the offices are that person's (`Macron, Thủ tướng Đức Olaf Scholz`)
        leads_on = opener != "(" and (read_name(view, k, introduced=True) is not None or half_read(view, phrases[-1]))
        if leads_on and (len(phrases) == 1 or opener not in {"-", "–"}):
            return j
        if opener == "," and person.rule == "name after an office" and self._of_the_next(end):
            return j
        if opener in longest_first("copula") and is_indefinite(view, phrases[0]):
            return j
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

    def _of_the_next(self, end: int) -> bool:
        """`Thứ trưởng A, Đại sứ B, |bà C| cùng dự`: in a list that names offices first, the office is that of the next name."""
        view = self._recorder.view
        if view.key(end) != ",":
            return False
        k, honorific = title_words(view, end + 1)
        stop = read_name(view, k, introduced=True) if honorific else None
        return stop is not None and not (view.key(stop) == "," and read_office(view, stop + 1) is not None)

    def titled(self, i: int) -> int:
        """`ông NAME`, `Đại tướng NAME`, `vợ chồng ông NAME`, `luật sư NAME`; a rank may also stand before an office."""
        view = self._recorder.view
        k, honorific = title_words(view, i, kin=True)
        if k == i:
            return i
        if view.tokens[k].kind != "sign":
            office = read_office(view, k)
            if office is not None and office.end > k:
                return self.offices(k, office)
        k = self._behind_country(k, told=view.keys(i, k - i) in words("counterpart"))
        end = read_name(view, k, introduced=True, addressed=introducer(view, i, k) == "honorific")
        if end is None:
            return i
        # `ông Việt` is a man, `sinh viên Việt` are students of Vietnam: a profession does not introduce one syllable
        # and the first syllable of a common word is a name only of somebody named in full (`ông Trọng sinh năm …`)
        calling = introducer(view, i, k) in {"profession", "academic", "designation"}
        lone = end == k + 1 and (view.compound(k) > end or (calling and is_vietnamese_syllable(view.tokens[k].text)))
        person = self._recorder.add("person", k, end, None, "name after an honorific", honorific=honorific, certain=not lone)
        stop = end
        if view.key(i - 1) in words("plural") or view.keys(i, 2) in {"vợ chồng"}:
            stop = self._names_in_list(stop)
        return self.apposition(person, stop)

    def _behind_country(self, k: int, *, told: bool) -> int:
        """`nhà báo |Nga| Pavel Zarubin`, `người đồng cấp |Iraq| Muhammad Al-Abbasi`: the name begins behind the country, which is recorded.

        `told` that a country is expected; elsewhere a foreign word may be the first of the name (`ông |Israel| Katz`).
        """
        view = self._recorder.view
        found = view.country(k)
        if found is None or not (told or (found[1] == k + 1 and is_vietnamese_syllable(view.tokens[k].text))):
            return k
        country, end = found
        if not view.upper(end) or view.tokens[end].kind not in ("word", "abbr") or is_vietnamese_syllable(view.tokens[end].text):
            return k
        self._recorder.add("country", k, end, country, "country", name=country.name)
        return end

    def _names_in_list(self, j: int) -> int:
        view = self._recorder.view
        while view.key(j) in {",", "và"}:
            k, honorific = title_words(view, j + 1)
            if read_office(view, k) is not None or view.hit(k, "country", "organization", "organization_head", "place") is not None:
                break
            end = read_name(view, k, introduced=False)
            if end is None:
                break
            self._recorder.add("person", k, end, None, "name in a list", honorific=honorific)
            j = end
        return j
