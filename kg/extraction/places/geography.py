"""Places and countries by themselves: what the table knows, what a kind word names, and forms that are words or names too."""

from __future__ import annotations

from kg.extraction.bodies.body_content import read_quick_name
from kg.extraction.persons.names import given_name_not_country, read_name, starts_vietnamese_name
from kg.extraction.places.place_kinds import begins_place_kind, further_streets, read_place_by_kind
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.gazetteer import Hit
from kg.extraction.sentence.recorder import Recorder
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon.rows import Country, PlaceRow

__all__ = ["Geography"]

_NAMED_IN_CAPITALS = frozenset({"city", "province", "district"})
"""Kinds of places whose names have a capital on every syllable."""
_OF_NATURE = frozenset({"river", "sea", "mountain"})


class Geography:
    """Reads places and countries into the findings of a sentence."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def place_or_country(self, i: int) -> int:
        view = self._recorder.view
        pair = self._recorder.short(i)
        place = view.hit(i, "place")
        if place is not None and not view.upper(i) and not self._may_begin_in_lower_case(place):
            place = None
        if pair is not None and (place is None or place.end <= pair):
            return pair
        country = view.country(i)
        if country is not None and place is not None and place.end == country[1] and self._among_its_like(i, place):
            country = None  # `Georgia` among states of the US is one of them
        if country is not None and country[1] == i + 1 and given_name_not_country(view, i):
            return i
        if country is not None and (place is None or country[1] >= place.end):
            row, end = country
            if self._ambiguous_country(row, i, end):
                return i
            self._recorder.add("country", i, end, row, "country", name=row.name)
            return end
        if place is not None and isinstance(place.row, PlaceRow):
            if place.row.ambiguous and not self._located(i) and not self._among_its_like(i, place):
                return i
            if place.end - i <= 2 and self._name_goes_on(i, place.end):
                return i
            if self._is_town_of_the_name(place):
                self._recorder.add("place", i, place.end, None, "town named like a river")
                return place.end
            self._recorder.add("place", i, place.end, place.row, "known place")
            return further_streets(self._recorder, place.end) if place.row.kind == "street" else place.end
        return read_place_by_kind(self._recorder, i) if view.tokens[i - 1].kind != "number" or view.key(i - 2) != "số" else self._address(i)

    def _address(self, i: int) -> int:
        """`số 5 |Trần Thánh Tông|`: behind the number of a house stands a street, though its name is a person's."""
        view = self._recorder.view
        end = read_name(view, i, introduced=True) if view.upper(i) and read_quick_name(view, i) else None
        if end is None:
            return i
        self._recorder.add("place", i, end, None, "address")
        return end

    def _among_its_like(self, i: int, place: Hit) -> bool:
        """Whether the sentence names another place of the same kind and country, or the kind word itself stands before (`bang Georgia`)."""
        view = self._recorder.view
        row = place.row
        if not isinstance(row, PlaceRow) or not row.country:
            return False
        if view.key(i - 1) == "bang":
            return True
        return any(
            isinstance(hit.row, PlaceRow) and hit.row is not row and (hit.row.country, hit.row.kind) == (row.country, row.kind)
            for k, hits in view.hits.items()
            if view.upper(k)
            for hit in hits
            if hit.kind == "place"
        )

    def _is_town_of_the_name(self, place: Hit) -> bool:
        """`|Potomac|, Maryland`: the bare name of a river, sea or mountain, with a comma and the state that a town lies in."""
        view, row = self._recorder.view, place.row
        behind = view.hit(place.end + 1, "place") if view.key(place.end) == "," and view.upper(place.end + 1) else None
        bare = isinstance(row, PlaceRow) and row.kind in _OF_NATURE and view.key(place.start) not in words("place_kind")
        state = behind.row if behind is not None else None
        return bare and isinstance(row, PlaceRow) and isinstance(state, PlaceRow) and (state.kind, state.country) == ("province", row.country)

    def _located(self, i: int) -> bool:
        view = self._recorder.view
        return (
            view.key(i - 1) in words("locative")
            or view.key(i - 1) in words("place_kind")
            or view.keys(i - 2, 2) in words("place_kind")
            or view.key(i - 1) == ","
            or (view.key(i - 1) == "(" and self._ends_place(i - 1))
        )

    def _may_begin_in_lower_case(self, place: Hit) -> bool:
        """A building's name may (`trụ sở Trung ương Đảng`), a city's not, unless its kind word stands before it (`tỷ |phú Mỹ|`)."""
        view, i = self._recorder.view, place.start
        if isinstance(place.row, PlaceRow) and place.row.kind in _NAMED_IN_CAPITALS and not begins_place_kind(view, i):
            return False
        return view.upper(i + 1) or (place.end - i > 2 and view.upper(i + 2))

    def _ends_place(self, end: int) -> bool:
        """`xã Hồng Minh |(Hưng Hà, Thái Bình)|`: behind a place stands in brackets what it lies in."""
        return any(f.kind == "place" and f.end == end for f in self._recorder.found[-1:])

    def _name_goes_on(self, i: int, end: int) -> bool:
        """A Vietnamese name may begin with a place's syllables: `Hà Giang` against `Hà Giang Anh`; only three or more syllables tell."""
        view = self._recorder.view
        return (
            starts_vietnamese_name(view, i)
            and view.upper(end)
            and view.tokens[end].kind == "word"
            and is_vietnamese_syllable(view.tokens[end].text)
            and not view.hits.get(end)
            and view.key(i - 1) not in words("locative")
        )

    def _ambiguous_country(self, row: Country, i: int, end: int) -> bool:
        view = self._recorder.view
        if view.surface(i, end) not in row.ambiguous:
            # an unambiguous one-word country is still part of a foreign name behind another name word (`John Israel`): names are read first
            return False
        before, after = view.tokens[i - 1] if i else None, view.tokens[end] if end < len(view) else None
        if before is not None and not before.upper and (before.key in words("not_country_after") or before.key in words("local_unit")):
            return True  # `tiếng Anh` is a language, `bà Nga` a woman, `phường Đức Chính` a ward
        if starts_vietnamese_name(view, i) and view.key(i + 1) in {"văn", "thị"} and view.upper(i + 1) and view.upper(i + 2):
            return True  # `|Thái| Văn Thành`
        if (
            before is not None
            and before.upper
            and before.kind == "word"
            and is_vietnamese_syllable(before.text)
            and not (before.key in words("opens_sentence") and (i == 1 or view.tokens[i - 2].kind == "sign"))  # `Tại |Mỹ|, …`
            and not view.hit(i - 1, "role", "organization_head", "domain", "short")
        ):
            return not self._ends_known(i)
        if after is not None and after.upper and after.kind == "word" and is_vietnamese_syllable(after.text) and not self._begins_other(end):
            return True
        if view.key(i - 1) == "(" and view.key(end) == ")":
            return False
        if (i == 0 or view.is_quote_or_bracket(i - 1)) and view.key(i) in words("country_or_word"):
            return (
                after is None
                or after.key
                not in {
                    "và",
                    "-",
                    ",",
                    "đã",
                    "sẽ",
                    "là",
                    "cũng",
                    "muốn",
                    "có",
                    "không",
                    "sẵn",
                    "tuyên",
                    "kêu",
                    "cho",
                    "đang",
                    "bác",
                    "phản",
                    "ủng",
                }
                or after.key in {"ấy", "ta", "em", "chị", "nói", "kể"}
            )
        return False

    def _begins_other(self, j: int) -> bool:
        """Whether an office, a body or a name begins at token j: `Đức |Mẹ|`, `Đức |Chính|` go on with the name that `Đức` is part of."""
        view = self._recorder.view
        hit = view.hit(j, "role", "status", "organization", "organization_head", "person", "country", "place")
        return (hit is not None and not (hit.end == j + 1 and hit.kind in ("place", "country"))) or starts_vietnamese_name(view, j)

    def _ends_known(self, i: int) -> bool:
        return any(f.end == i for f in self._recorder.found)
