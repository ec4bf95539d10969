"""Names with no title before them: certain where what follows tells a person, else left for another mention to confirm."""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.offices.fronted import opens_the_clause
from kg.extraction.offices.holder_words import skip_age
from kg.extraction.offices.holders import Holders
from kg.extraction.offices.phrases import read_office
from kg.extraction.persons.names import read_name, starts_vietnamese_name
from kg.extraction.persons.things import BY_ITSELF, is_credit, names_a_thing, opens_in_english
from kg.extraction.persons.titles import title_words
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.recorder import Recorder
from kg.language.compounds import compound_end, inside_compound
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import PersonRow

__all__ = ["BareNames"]


class BareNames:
    """Reads capitalised runs that may be persons into the findings of a sentence."""

    def __init__(self, recorder: Recorder, holders: Holders) -> None:
        self._recorder = recorder
        self._holders = holders

    def bare_name(self, i: int) -> int:
        view = self._recorder.view
        if not view.upper(i) or view.in_capitals:
            return self._known_person(i) if view.upper(i) else i
        if is_vietnamese_syllable(view.tokens[i].text) and not starts_vietnamese_name(view, i) and read_quick_name(view, i + 1):
            return i  # `người |Việt| Trần Xuân Lộc`: the name begins with the family name
        person = view.hit(i, "person")
        end = read_name(view, i, introduced=False)
        if person is not None and isinstance(person.row, PersonRow) and (end is None or person.end >= end):
            if names_a_thing(view, i):
                return person.end  # `Chiến dịch |Hồ Chí Minh|`
            return self._person(i, person.end, certain=True, rule="known person")
        if end is None:
            return i
        size = sum(1 for k in range(i, end) if view.tokens[k].kind in ("word", "abbr"))
        before = view.key(i - 1)
        if names_a_thing(view, i) or opens_in_english(view, i) or is_credit(view, i) or self._half_in_capitals(i, end):
            return end
        saying = self._says(end)
        vietnamese = starts_vietnamese_name(view, i)
        aged = skip_age(self._recorder.view, end) > end
        given = view.key(i) in view.lexicon.names.get("given_foreign", frozenset())
        apposed = self._office_follows(i, end, lone=size == 1)
        if self._common_words(i, end) and not (aged or apposed or saying):
            return end
        certain = (
            (vietnamese and size >= 3 and before not in words("locative") and not self._among_places(i, end) and not self._place_and_word(i, end))
            or aged
            or apposed
            or (size >= 2 and (saying or given))
            or (vietnamese and size == 2 and saying)
            or (size >= 2 and before == "và" and self._person_before(i - 1))
        )
        return self._person(i, end, certain=certain, rule=BY_ITSELF)

    def _half_in_capitals(self, i: int, end: int) -> bool:
        """`HÀ TĨNH Xem`: what a caption in capitals leads to is no name."""
        capitals = [self._recorder.view.tokens[k].caps for k in range(i, end) if len(self._recorder.view.tokens[k].text) > 1]
        return capitals[0] and not all(capitals) if capitals else False

    def _common_words(self, i: int, end: int) -> bool:
        """`PHÒNG THỦ QUÁ HIỆU QUẢ`, `Phòng Xanh Lục`: words in capitals or in a title that begin like a name with a word for a family name."""
        view = self._recorder.view
        if all(view.tokens[k].caps for k in range(i, end)) and end > i + 1:
            return compound_end(view.token_keys, i) > i + 1 or inside_compound(view.token_keys, i)
        return view.key(i) in words("surname_or_word")

    def _place_and_word(self, i: int, end: int) -> bool:
        """`36 |Hà Nam Đang| cập nhật`: a place of the tables and the first word of what is said of it."""
        view = self._recorder.view
        place = view.hit(i, "place")
        if place is None or getattr(place.row, "kind", "") == "district":
            return False  # `|Vũ Quang Hải| bị bắt`: a district's name begins many a man's
        return place.end == end - 1 and place.end > i + 1 and end < len(view) and view.tokens[end].kind == "word"

    def _among_places(self, i: int, end: int) -> bool:
        """`Thới An, |An Phú Đông|, Gò Vấp`: in a list beside a place stands a place."""
        view = self._recorder.view
        if view.key(i - 1) == "," and any(f.kind == "place" and f.end == i - 1 for f in self._recorder.found):
            return True
        return view.key(i - 1) == "," and view.key(end) == "," and view.upper(end + 1) and view.hit(end + 1, "place") is not None

    def _person_before(self, j: int) -> bool:
        """`Đoàn Thị Hương và |Siti Aisyah|`: joined to a person by `và`."""
        return any(f.kind == "person" and f.certain and f.end == j for f in self._recorder.found)

    def _person(self, i: int, end: int, *, certain: bool, rule: str) -> int:
        person = self._recorder.add("person", i, end, None, rule, certain=certain)
        if certain:
            return self._holders.apposition(person, end)
        return end

    def _known_person(self, i: int) -> int:
        hit = self._recorder.view.hit(i, "person")
        if hit is None:
            return i
        self._recorder.add("person", i, hit.end, None, "known person")
        return hit.end

    def _says(self, end: int) -> bool:
        view = self._recorder.view
        k = end
        while view.key(k) in {"đã", "cũng", "còn", "vừa", "sẽ", "tiếp", "tục", "liên", "nhiều", "lần", "hôm", "nay", "thì"} and k < end + 4:
            k += 1
        return any(view.keys(k, size) in words("saying") for size in (2, 1))

    def _office_follows(self, i: int, end: int, *, lone: bool) -> bool:
        """Whether an office stands behind the name as its apposition, one that a sign closes where the name is of one word."""
        view = self._recorder.view
        if view.key(end) not in {",", "(", "-", "–"}:
            return False
        phrase = read_office(view, end + 1)
        if phrase is None:
            return False
        if lone and phrase.end < len(view) and view.tokens[phrase.end].kind != "sign":
            return False  # `dịp |Halloween|, Thủ tướng Canada phát kẹo …`
        if view.key(end) == "," and opens_the_clause(self._recorder, i, phrase.end):
            return False
        k, _ = title_words(view, phrase.end)
        return read_name(view, k, introduced=True) is None
