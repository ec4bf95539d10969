"""Office phrases of a sentence in their lists, and what is recorded of one: its body, country, place and seat.

`Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh`, `đồng thời là …`, `Tổng thống nước chủ nhà`; comes in: an office phrase; goes out: the next one, or findings.
"""

from __future__ import annotations

from kg.extraction.offices.phrases import OfficePhrase, read_office
from kg.extraction.sentence.context_words import longest_first
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.recorder import Recorder
from kg.lexicon.rows import Country, PlaceRow, TitleWord

__all__ = ["OfficeLists"]

_JOINTS = frozenset({",", "-", "–", "—", "kiêm", "rồi"})


class OfficeLists:
    """Reads from one office of a list to the next, and records offices with what they name."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

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
        rank = view.hit(k, "title_word") if read_office(view, k) is None else None
        if rank is not None and isinstance(rank.row, TitleWord) and rank.row.kind == "rank" and view.key(rank.end) == ",":
            # `Bí thư Đảng ủy A, |đại tướng|, Bộ trưởng B`: a rank stands in the list
            k = rank.end + 1 if read_office(view, rank.end + 1) is not None else k
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
