"""Names with no title before them: certain where what follows tells a person, else left for another mention to confirm."""

from __future__ import annotations

from kg.extraction.body_content import read_quick_name
from kg.extraction.context_words import words
from kg.extraction.holder_words import skip_age
from kg.extraction.holders import Holders
from kg.extraction.names import read_name, starts_vietnamese_name
from kg.extraction.offices import read_office
from kg.extraction.recorder import Recorder
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
            return self._person(i, person.end, certain=True, rule="known person")
        if end is None:
            return i
        size = sum(1 for k in range(i, end) if view.tokens[k].kind in ("word", "abbr"))
        before = view.key(i - 1)
        if before in words("names_a_thing") or view.keys(i - 2, 2) in words("names_a_thing"):
            return end
        saying = self._says(end)
        vietnamese = starts_vietnamese_name(view, i)
        aged = skip_age(self._recorder.view, end) > end
        given = view.key(i) in view.lexicon.names.get("given_foreign", frozenset())
        apposed = self._office_follows(end)
        certain = (
            (vietnamese and size >= 3 and before not in words("locative"))
            or aged
            or apposed
            or (size >= 2 and (saying or given))
            or (vietnamese and size == 2 and saying)
            or (size >= 2 and before == "và" and self._person_before(i - 1))
        )
        return self._person(i, end, certain=certain, rule="name by itself")

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

    def _office_follows(self, end: int) -> bool:
        view = self._recorder.view
        if view.key(end) not in {",", "(", "-", "–"}:
            return False
        phrase = read_office(view, end + 1)
        if phrase is None:
            return False
        k, _ = self._holders.title_words(phrase.end)
        return read_name(view, k, introduced=True) is None
