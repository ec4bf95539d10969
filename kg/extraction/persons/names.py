"""Where a personal name that begins at a token ends: Vietnamese, Chinese, Korean and Western names in Vietnamese newspapers' forms.

Says how far a name reaches, not whether the words are a name: that is decided by what introduces it (`persons.py`).
"""

from __future__ import annotations

from kg.extraction.sentence.context_words import words as words_of
from kg.extraction.sentence.view import SentenceView
from kg.language.tokens import is_vietnamese_syllable

__all__ = ["names_person_not_country", "read_name", "read_name_at_once", "starts_vietnamese_name"]

_LONGEST_VIETNAMESE = 4
_LONGEST_FOREIGN = 6
_POSSESSIVES = ("'s", "’s")  # English, in names of schools and firms
_STOPPERS = ("role", "organization_head", "title_word", "agreement_head")


def starts_vietnamese_name(view: SentenceView, i: int) -> bool:
    """Whether tokens i, i+1 look like family name and further name: `Nguyễn Phú …`, `Tập Cận …`."""
    names = view.lexicon.names
    surnames = names.get("surname_vi", frozenset()) | names.get("surname_zh", frozenset())
    return (
        view.upper(i)
        and view.key(i) in surnames
        and view.upper(i + 1)
        and not _sign_between(view, i + 1)
        and is_vietnamese_syllable(view.tokens[i + 1].text)
        and view.tokens[i + 1].kind == "word"
        and not _ends_vietnamese_name(view, i, i + 1)
        and not (view.key(i) in words_of("surname_or_group") and _country_of_two(view, i + 1))
    )


def _country_of_two(view: SentenceView, j: int) -> bool:
    """`Đoàn |Hàn Quốc|`: behind a family name that also is a word for a group stands a country, not a further name."""
    found = view.country(j)
    return found is not None and found[1] > j + 1


def names_person_not_country(view: SentenceView, i: int, end: int) -> bool:
    """`Bí thư Tỉnh ủy Nghệ An |Thái Thanh Quý|`: a country's form that is a family name too, with further names behind it."""
    found = view.country(i)
    if found is None or end - i != 1 or view.surface(i, end) not in found[0].ambiguous:
        return False
    return starts_vietnamese_name(view, i)


def given_name_not_country(view: SentenceView, i: int) -> bool:
    """`|Jordan| Ayew`: a country's form that is a given name too, with a foreign family name behind it."""
    if view.key(i) not in view.lexicon.names.get("given_foreign", frozenset()) or not view.upper(i + 1) or view.hits.get(i + 1):
        return False
    after = view.tokens[i + 1]
    return after.kind == "word" and not after.caps and not is_vietnamese_syllable(after.text)


def read_name(view: SentenceView, i: int, *, introduced: bool, addressed: bool = False) -> int | None:
    """The token after the personal name at token i, or None where none begins.

    `introduced` tells that an office or honorific stands before it, so that a country's name may be its first word
    (`Ngoại trưởng Israel Katz` is told apart by the next word: a name goes on, a country does not). `addressed` tells that it is an honorific
    (`ông`, `bà`), behind which one syllable is a given name even where it would begin a common word (`ông Trọng sinh năm …`).
    """
    if not view.upper(i) or (view.tokens[i].kind == "abbr" and not view.tokens[i].text.endswith(".")):
        return None
    if starts_vietnamese_name(view, i):
        if (region := view.hit(i, "place")) is not None and region.end > i + 2 and getattr(region.row, "kind", "") == "region":
            return None  # `Giám đốc |Châu Á Thái Bình Dương|`
        end = _vietnamese(view, i)
        if end - i == 2 and view.upper(end) and view.tokens[end].kind == "word" and not is_vietnamese_syllable(view.tokens[end].text):
            return _foreign(view, i, introduced=introduced)  # `Kim Sang Sik`: Korean, though it begins like a Vietnamese name
        return end
    if not introduced:
        if view.hit(i, "country", "place", "organization", *_STOPPERS) and not given_name_not_country(view, i):
            return None
        if _opens_sentence(view, i) and is_vietnamese_syllable(view.tokens[i].text):
            return None  # the capital is the sentence's (`Theo Đài …`)
    return _foreign(view, i, introduced=introduced, addressed=addressed)


def _opens_sentence(view: SentenceView, i: int) -> bool:
    return i == 0 or (view.tokens[i - 1].kind == "sign" and view.key(i - 1) not in {",", "-", "–", "(", ";", "/"})


def _sign_between(view: SentenceView, i: int) -> bool:
    return view.tokens[i].kind == "sign"


def _ends_name(view: SentenceView, i: int) -> bool:
    """Whether a title, body or place of more than one word begins at token i, so that a foreign name cannot go on there."""
    for hit in view.hits.get(i, ()):
        if hit.kind in _STOPPERS and (hit.end - hit.start >= 2 or (hit.kind == "role" and view.tokens[i].caps)):
            return True
        if hit.kind in ("organization", "place", "country") and hit.end - hit.start >= 2 and all(view.upper(k) for k in range(hit.start, hit.end)):
            return True
    return False


def _ends_vietnamese_name(view: SentenceView, i: int, j: int) -> bool:
    """Whether the Vietnamese name from token i stops before token j.

    Its syllables are also syllables of districts and provinces (`Phan |Văn Giang`, `Nguyễn |Tân Cương`), so that a place ends a name only
    where the name is complete without it; a title of two words ends it anywhere.
    """
    for hit in view.hits.get(j, ()):
        size = hit.end - hit.start
        if hit.kind in _STOPPERS and size >= 2 and not (hit.kind == "title_word" and view.upper(hit.end - 1) and j - i < 2):
            return True
        if hit.kind in ("organization", "place", "country") and size >= 2 and j - i >= 3 and all(view.upper(k) for k in range(j, hit.end)):
            return True
    return False


def _vietnamese(view: SentenceView, i: int) -> int:
    j = i + 1
    limit = i + _LONGEST_VIETNAMESE
    while j < min(limit, len(view)) and view.upper(j) and view.tokens[j].kind == "word":
        if not is_vietnamese_syllable(view.tokens[j].text) or (j == i + 1 and _begins_common_word(view, j)) or _ends_vietnamese_name(view, i, j):
            break
        j += 1
    # `Kim Jong-un`, `Yoon Suk-yeol`: the hyphenated rest is part of the name
    return _hyphenated(view, j)


def _hyphenated(view: SentenceView, j: int) -> int:
    if spaced := _spaced_hyphen(view, j):
        return spaced
    while (
        j + 1 < len(view)
        and view.key(j) in {"-", "‑"}
        and view.tokens[j].glued
        and view.tokens[j + 1].glued
        and view.tokens[j + 1].kind == "word"
        and not view.tokens[j + 1].caps
        and not view.hit(j + 1, "country", "short")
    ):
        j += 2
    return j


def _spaced_hyphen(view: SentenceView, j: int) -> int:
    """`Moon Jae - in`, `Frank - Walter Steinmeier`: some newsrooms set spaces around the hyphen of a name; the token after it, 0 elsewhere."""
    if view.key(j) not in {"-", "–"} or view.tokens[j].glued or j + 1 >= len(view) or view.tokens[j + 1].kind != "word":
        return 0
    given = view.lexicon.names.get("given_foreign", frozenset())
    if view.upper(j + 1):
        return j + 2 if view.key(j - 1) in given and view.key(j + 1) in given else 0
    korean = (
        view.key(j - 2) in view.lexicon.names.get("surname_korean", frozenset())
        and view.upper(j - 2)
        and view.upper(j - 1)
        and not view.upper(j - 3)  # `Lê Thị Kim Dung - phó bí thư …`
        and view.hit(j + 1, "role", "status", "title_word") is None
    )
    return j + 2 if korean and view.compound(j + 1) == j + 2 else 0


def _foreign(view: SentenceView, i: int, *, introduced: bool, addressed: bool = False) -> int | None:
    particles = view.lexicon.names.get("particle", frozenset())
    j = i
    words = 0
    while j < len(view) and words < _LONGEST_FOREIGN:
        token = view.tokens[j]
        if view.upper(j) and token.kind in ("word", "abbr"):
            if j > i and (_ends_name(view, j) or _is_unnamelike(view, j)):
                break
            if j == i and token.caps and token.kind == "word" and len(token.text) > 1 and not view.in_capitals:
                return None  # an acronym
            if j == i and introduced and not (addressed and _also_a_syllable(view, j)) and _introduced_is_other(view, j):
                return None
            if j > i and view.in_capitals and is_vietnamese_syllable(token.text) and not is_vietnamese_syllable(view.tokens[j - 1].text):
                break  # `SERGEY LAVROV |THĂM| HÀ NỘI`
            if token.kind == "word" and any(c.isdigit() for c in token.text):
                break
            if j > i and token.caps and not view.in_capitals and len(token.text) > 3 and not _roman(token.text):
                break
            if words >= 1 and j > i and _country_word(view, j):
                break
            if j > i and starts_vietnamese_name(view, j) and _baptismal(view, i, j):
                return _vietnamese(view, j)  # `Giuse |Vũ Văn Thiên|`: one man
            if j > i and _begins_common_word(view, j):
                break
            if (
                j > i
                and starts_vietnamese_name(view, j)
                and view.key(j) in view.lexicon.names.get("surname_vi", frozenset())
                and is_vietnamese_syllable(view.tokens[j - 1].text) is False
                and view.upper(j + 2)
            ):
                break
            j = _hyphenated(view, j + 1)
            words += 1
        elif j > i and "-" in view.token_keys[i:j] and (syllables := _transliterated(view, j)) > j:
            j = syllables
            words += 1
        elif token.key in particles and j > i and _hyphen_joins(view, j + 1):
            j += 2  # `Bashar al-Assad`
        elif token.key in particles and j > i and (view.upper(j + 1) or (view.key(j + 1) in particles and view.upper(j + 2))):
            j += 1
        else:
            break
    if j == i or view.token_keys[j - 1].endswith(_POSSESSIVES):
        return None  # `trường Giám mục |St. Andrew's|`, `|McDonald's|`
    while j > i + 1 and view.key(j - 1) in particles:
        j -= 1
    if j == i + 1 and len(view.tokens[i].text.rstrip(".")) == 1:
        return None  # `Q.`, `F`: an initial alone is no name
    if j == i + 1 and view.key(i) in words_of("not_a_name"):
        return None
    if j == i + 1 and view.compound(i) > j and not addressed:
        return None  # the first syllable of a common word (`Quyết định`)
    return j


def _baptismal(view: SentenceView, i: int, j: int) -> bool:
    """Whether tokens [i, j) are names that Vietnamese Catholics bear before the family name (`Phêrô`, `Gioan Baotixita`)."""
    return set(view.token_keys[i:j]) <= view.lexicon.names.get("baptismal", frozenset())


def _transliterated(view: SentenceView, j: int) -> int:
    """`Bun-thoong Chít |ma-ny|`: further syllables in lower case that a hyphen joins, in a name written so; the token behind them, j elsewhere."""
    if view.upper(j) or view.tokens[j].kind != "word" or j + 1 >= len(view) or not view.tokens[j + 1].glued:
        return j
    end = _hyphenated(view, j + 1)
    return end if end > j + 1 else j


def _hyphen_joins(view: SentenceView, j: int) -> bool:
    return view.key(j) in {"-", "‑"} and view.tokens[j].glued and view.upper(j + 1) and view.tokens[j + 1].glued


def _also_a_syllable(view: SentenceView, j: int) -> bool:
    """`ông |Đức| Anh`, `bà |Nga|`: behind an honorific a country's form that is a syllable of names is the name."""
    found = view.country(j)
    return found is not None and found[1] == j + 1 and view.surface(j, found[1]) in found[0].ambiguous


def _roman(word: str) -> bool:
    return all(c in "IVX" for c in word)


def _country_word(view: SentenceView, j: int) -> bool:
    """A country inside a run ends it, but not one that is a syllable of Vietnamese names too (`Tuấn Anh`)."""
    found = view.country(j)
    if found is None or not is_vietnamese_syllable(view.tokens[j].text):
        return False
    country, end = found
    return view.surface(j, end) not in country.ambiguous or not is_vietnamese_syllable(view.tokens[j - 1].text)


def _begins_common_word(view: SentenceView, j: int) -> bool:
    """`Đài |Tiếng nói`: the capital belongs to a word that goes on in lower case."""
    token = view.tokens[j]
    if token.caps or not is_vietnamese_syllable(token.text) or view.compound(j) == j + 1:
        return False
    if view.key(j + 1) == "sinh" and view.key(j + 2) in {"năm", "ngày", "tháng", "tại", "ở", "ra"}:
        return False  # `Ông Tô |Lâm| sinh năm 1957`: `lâm sinh` is a word, too
    return view.tokens[j + 1].kind == "word"  # not `Ki-moon`, which the segmenter keeps whole


def _is_unnamelike(view: SentenceView, j: int) -> bool:
    hit = view.hit(j, "role", "title_word", "organization_head", "status")
    return hit is not None and not is_vietnamese_name_word(view, j)


def is_vietnamese_name_word(view: SentenceView, j: int) -> bool:
    """Single-syllable titles and ranks (`Anh`, `Bà`) that also are syllables of names do not end one."""
    hit = view.hit(j, "role", "title_word", "organization_head", "status")
    return hit is not None and hit.end - hit.start == 1 and view.key(j) in {"anh", "thanh", "chính"}


def _introduced_is_other(view: SentenceView, i: int) -> bool:
    """After a title, a country or body that stands alone is its owner, not a name: `Tổng thống Israel`, `Bộ trưởng Quốc phòng`."""
    hit = view.hit(i, "country", "organization", "place", "domain", *_STOPPERS)
    if hit is None:
        return False
    if hit.kind in ("country", "place", "organization", "organization_head") and hit.end - hit.start == 1:
        following = view.upper(hit.end) and view.tokens[hit.end].kind == "word"
        hyphenated = hit.end + 1 < len(view) and view.key(hit.end + 1) == "-" and view.tokens[hit.end + 1].glued
        if following and (hyphenated or not is_vietnamese_syllable(view.tokens[hit.end].text)):
            return view.hit(hit.end, "country", "organization", "place", *_STOPPERS) is not None
        return True
    return True


def read_name_at_once(view: SentenceView, k: int) -> bool:
    """`huyện Nguyễn Văn A` is a slip or a person's; a family name with two further names is no place."""
    return starts_vietnamese_name(view, k) and view.upper(k + 2) and view.hit(k, "place") is None
