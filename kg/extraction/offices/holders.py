"""Offices and their holders: a stack of offices before a name, offices behind it, an office shared over a list, honorifics and ranks.

`Phó Thủ tướng kiêm Bộ trưởng Ngoại giao NAME`, `NAME, office, office`, `các Phó Thủ tướng A, B và C`, `Bộ trưởng Bộ Công an, Đại tướng NAME`.
"""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.bodies.organizations import Body
from kg.extraction.offices.appositions import Appositions
from kg.extraction.offices.between_commas import holder_between_commas
from kg.extraction.offices.holder_words import is_of_another, list_opens, of_who_came_before, shared_past, two_readings
from kg.extraction.offices.known_holders import has_held
from kg.extraction.offices.phrases import OfficePhrase, read_office
from kg.extraction.offices.stacks import behind_the_comma, closes_adverbial, ends_the_words, of_the_name
from kg.extraction.persons.names import read_name, starts_vietnamese_name
from kg.extraction.persons.titles import introducer, title_words
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.recorder import Recorder
from kg.language.compounds import compound_end
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["Holders"]

# Ranks stand between these offices and the name (`Bộ trưởng Bộ Công an, Đại tướng NAME`); kinds of `roles.tsv`.
_UNIFORMED = frozenset({"minister", "deputy_minister", "military_office", "police_office", "party_office"})


class Holders(Appositions):
    """Reads offices and the persons they are said of into the findings of a sentence."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder)
        self._mourned = (-1, "")  # the token behind the last name that is mourned, and the title before it
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
            if following is None and (shared := self._with_country_of_both(phrases[-1])) is not None:
                following, start = shared, end + 1
            if following is None or (view.key(i - 1) in words("addressed") and view.key(start - 1) != "kiêm"):
                break  # `qua ngài Đại sứ, Bộ trưởng A gửi lời cảm ơn`: two men
            joints.append(view.key(start - 1))
            phrases.append(self._of_that_country(following))
        if person is None and view.key(phrases[-1].end) == "," and self._rank_may_follow(i, phrases[-1]):
            person, stop = self._named(phrases[-1].end + 1, joint=True)
        elif person is None and view.key(phrases[-1].end) in {"-", "–", "—"} and not view.tokens[phrases[-1].end].glued:
            # `Chủ tịch UBND tỉnh Lào Cai - Trịnh Xuân Trường cho biết`
            person, stop = self._named(phrases[-1].end + 1, joint=not read_quick_name(view, phrases[-1].end + 1))
        if person is None and not self._plural(i) and (behind := holder_between_commas(view, i, phrases[-1])):
            person = self._recorder.add("person", phrases[-1].end + 1, behind, None, "name after an office")
            stop = behind
        phrases = shared_past(phrases, joints)
        if person is not None and (phrase := self._of_country_behind(phrases[-1], stop)) is not None:
            phrases[-1] = phrase
            stop = phrase.country[2] if phrase.country is not None else stop
        offices = [self._office(phrase) for phrase in phrases]
        if person is None:
            if self._plural(i) or view.key(phrases[-1].end) == "là":  # `|đang giữ chức Phó Trưởng ban| là các ông, bà: A; B`
                start = list_opens(view, phrases[-1].end)
                if start:
                    self.headings.append((self._of_the_body_before(offices[-1]), start))
            return phrases[-1].end
        at = i - (view.key(i - 1) == "của")  # `phần mộ của |Tổng Bí thư NAME|`
        # `phần mộ của Tổng Bí thư A, |Tổng Bí thư B|`: of two in one office side by side both are
        with_the_last = view.key(i - 1) in {",", "và"} and self._mourned == (i - 1, phrases[-1].title)
        if with_the_last or any(view.keys(at - len(w.split()), len(w.split())) == w for w in longest_first("mourned")):
            self._mourned = stop, phrases[-1].title
            # `mặc niệm Chủ tịch nước NAME`, `quốc tang Chủ tịch nước NAME`: who is mourned is dead
            phrases = [p._replace(status="late", marked=True) if p.status in ("current", "acting") else p for p in phrases]
            offices = [self._office(phrase) for phrase in phrases]
        belonging = of_the_name(phrases, joints) if not of_who_came_before(view, phrases[-1].end, person) else ()
        several = self._plural(i) and first.role.seats == "1"  # `trước |hai Thủ tướng|, Thứ trưởng NAME ký …`
        if several or (closes_adverbial(view, i) and not ends_the_words(view, stop)):
            belonging = behind_the_comma(phrases, joints)
        told = not is_of_another(view, i)
        for office, phrase in zip(offices, phrases, strict=True):
            whose = phrase.served is not None and has_held(view.lexicon.terms_of_office, person.name, phrase.served.title)
            if told and phrase in belonging and (whose or not two_readings(phrase)):
                self._recorder.links.append(HoldingLink(person, office, "office before the name"))
        if self._plural(i):
            stop = self._shared(stop, offices[-1])
        return self.apposition(person, stop)

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

    def _with_country_of_both(self, phrase: OfficePhrase) -> OfficePhrase | None:
        """`Cựu Ngoại trưởng |và Cố vấn An ninh quốc gia Mỹ| NAME`: one man, since both are of the country that only the second names."""
        view = self._recorder.view
        if view.key(phrase.end) != "và" or phrase.status != "former" or phrase.role.owner != "country" or phrase.body or phrase.country:
            return None
        following = read_office(view, phrase.end + 1)
        if following is None or following.marked or following.country is None or following.role.owner != "country":
            return None
        return following

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
        if end == k + 2 and not honorific and compound_end(view.token_keys, k) == end and not starts_vietnamese_name(view, k):
            return None, j  # `Giám Đốc |Sáng Tạo|`: a word of two syllables that begins with no family name tells what the office is for
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
