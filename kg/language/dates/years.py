"""Years and longer: `đầu năm 2015`, `năm ngoái`, `từ 1995 đến 2000`, `nhiệm kỳ 2021-2026`, `thập niên 1990`, `thế kỷ XX`."""

from __future__ import annotations

import re

from kg.language.dates.construction import COUNT_BEFORE, Construction, ends_with, tense_after, tense_before
from kg.language.dates.expression import Granularity
from kg.language.dates.patterns import offset_of, pattern
from kg.language.dates.references import Fixed, Point, Reading, Reference, Since
from kg.language.dates.words import alternatives, time_words

__all__ = ["CONSTRUCTIONS"]

_STAGE = r"(?P<stage>(?:đầu|giữa|cuối|mùa xuân|mùa hè|mùa thu|mùa đông|hè|nửa đầu|nửa cuối) )"
_STAGES = frozenset({"đầu", "giữa", "cuối", "mùa", "hè", "nửa"})
_LABELS = time_words("label")
_LABEL = "(?P<label>" + alternatives(_LABELS) + ")"

_YEAR = pattern(_STAGE + r"?năm (?P<year><Y>)(?![\d%/]|[.,]\d)(?!-\d)")
_STAGED_FIGURES = pattern(r"(?P<stage>đầu|giữa|cuối) (?P<year><Y>)(?![\w%/]|[.,]\d)")
_BRACKETED = pattern(r"(?<=\()(?P<year><Y>)(?=[);,])")
_THAT_YEAR = pattern(_STAGE + r"?năm (?P<offset>" + alternatives(time_words("year_offset")) + r")(?! đó)")
_NEW_YEAR_TO_NOW = pattern(r"(?:kể |tính )?(?:từ )?đầu (?P<unit>năm|tháng|tuần)(?: nay| này)? (?:đến|tới)(?: thời điểm)?(?: hiện)? nay")
_EARLY_IN_YEAR = pattern(r"(?<=hồi\s)(?P<stage>đầu|giữa) năm(?! (?:<Y>|học|" + alternatives(time_words("year_offset")) + "))")
_YEARS = pattern(
    r"(?P<from>(?:kể )?từ )?(?:(?P<stage>đầu|giữa|cuối) )?(?P<marker>(?:các |những )?năm )?(?P<first><Y>)"
    r"(?P<to>_~_| (?:đến|tới)(?: hết)? | sang )"
    r"(?:(?:đầu |giữa |cuối )?năm )?(?P<last><Y>)(?![\w/%]|[.,]\d|-\d)"
)
_LABELLED = pattern(_LABEL + r"(?: từ)?(?: năm)? (?P<first><Y>)(?:(?:_[-–—/]_| đến )(?P<last><Y>|\d\d(?!\d)))?(?![\w/%]|[.,]\d|-\d)")
_YEAR_LIST = pattern(r"(?:các )?năm (?P<items>(?:<Y><AND>(?:năm )?){1,20})(?P<last><Y>)(?![\w/%]|[.,]\d|-\d)")
_DECADE = pattern(
    r"(?:(?:đầu |cuối |giữa )?(?:những|các) năm (?:đầu |cuối |giữa )?(?:của )?(?:thập (?:niên|kỷ) )?"
    r"|(?:đầu |cuối |giữa )?thập (?:niên|kỷ) (?:những năm )?)"
    r"(?P<decade>(?:1[5-9]|20)?\d0)(?![\w%]|[.,/-]\d)"
    r"(?: (?:của )?thế kỷ (?:(?:thứ )?(?P<century>\d{1,2}|[ivx]+(?!\w))|(?P<before>trước)))?"
)
_CENTURY = pattern(r"(?:đầu |giữa |cuối |nửa đầu |nửa cuối )?thế kỷ (?:thứ )?(?P<century>\d{1,2}(?![\w%])|[ivx]+(?!\w))")

_YEAR_ON_YEAR = re.compile(r"năm\s+sau\s+(?:\w+\s+){1,2}hơn\s+(?:so\s+với\s+)?năm\s+trước")  # no year in particular
_WHEN = re.compile(r"\s+khi(?!\w)")
_YEARS_CUE = re.compile(r"(?:(?<!\w)(?:trong|vào|khóa|học|chính|kế hoạch|tầm nhìn|năm|kỳ|đoạn|[ivx]+)|[,(;])\s*\(?\Z")
_MONEY = re.compile(r"\s+(?:usd|đồng|người|tỷ|tỉ|triệu|m|km|ca|điểm|vnđ|euro|tấn|ha|mw|lượt|trường|học sinh|calo)(?!\w)")


def _read_year(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "year", "part_of_year" if match["stage"] else "year", Point(int(match["year"])))]


def _read_bracketed(match: re.Match[str], text: str) -> list[Reading]:
    """`(2013)`."""
    if not 1900 <= int(match["year"]) <= 2100:
        return []
    return [_reading(match, "year_in_brackets", "year", Point(int(match["year"])))]


def _read_that_year(match: re.Match[str], text: str) -> list[Reading]:
    """`năm nay`; after a number it is a length of time (`10 năm nay`). `năm trước`, `năm sau` may lean on a year named before."""
    if ends_with(match.string, match.start(), COUNT_BEFORE) and not match["stage"]:
        return []
    if _YEAR_ON_YEAR.search(match.string, max(0, match.start() - 40), min(match.endpos, match.end() + 40)):
        return []
    word = " ".join(match["offset"].split())
    leaning = word in ("trước", "sau")
    if leaning and _WHEN.match(match.string, match.end()):  # năm trước khi hiệp định có hiệu lực
        return []
    point = Point(year_offset=offset_of("year_offset", word), same_year=leaning)
    return [_reading(match, "year_from_publication", "part_of_year" if match["stage"] else "year", point)]


def _read_early_in_year(match: re.Match[str], text: str) -> list[Reading]:
    return [_reading(match, "year_from_publication", "part_of_year", Point(year_offset=0))]


def _read_to_now(match: re.Match[str], text: str) -> list[Reading]:
    if match["unit"] == "tuần":
        return []
    return [_reading(match, "to_now", "interval", Since("year" if match["unit"] == "năm" else "month"))]


def _read_years(match: re.Match[str], text: str) -> list[Reading]:
    """Two years, the later after the earlier; figures alone need a word that makes years of them."""
    first, last = int(match["first"]), int(match["last"])
    folded = match.string
    cue = match["from"] or match["marker"] or ends_with(folded, match.start(), _YEARS_CUE)
    tight = re.fullmatch(r"[-–]", match["to"]) is not None and folded[match.start() - 1 : match.start()] not in ("-", "/", ".")
    if not 0 < last - first <= 150 or not 1800 <= first <= 2100 or not (cue or tight) or _MONEY.match(folded, match.end(), match.endpos):
        return []
    return [_reading(match, "year_range", "interval", Fixed(f"{first}/{last}"))]


def _read_labelled(match: re.Match[str], text: str) -> list[Reading]:
    """A term or period between two years (`2021-2026`, `2023-24`), or of one year."""
    rule = _LABELS[" ".join(match["label"].split())]
    first = int(match["first"])
    if match["last"] is None:
        return [] if rule in ("season", "term") else [_reading(match, rule, "year", Point(first))]
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if not first < last <= first + 100:
        return []
    return [_reading(match, rule, "term" if rule == "term" else "interval", Fixed(f"{first}/{last}"))]


def _read_year_list(match: re.Match[str], text: str) -> list[Reading]:
    years = list(re.finditer(r"\d{4}", match.string[match.start() : match.end()]))
    starts = [match.start(), *(match.start() + year.start() for year in years[1:])]
    return [
        Reading(start, match.start() + year.end(), "year_list", "year", Point(int(year.group())))
        for start, year in zip(starts, years, strict=True)
    ]


def _read_decade(match: re.Match[str], text: str) -> list[Reading]:
    """`những năm 90` are 1990 to 1999; two figures below 30 may be of either century and need it named."""
    decade = int(match["decade"])
    if decade < 100:
        century = _century(match["century"]) if match["century"] else 20 if match["before"] or decade >= 30 else None
        if century is None:
            return []
        decade += (century - 1) * 100
    return [_reading(match, "decade", "decade", Fixed(f"{decade}/{decade + 9}"))]


def _read_century(match: re.Match[str], text: str) -> list[Reading]:
    century = _century(match["century"])
    if century is None or not 10 < century <= 22:
        return []
    return [_reading(match, "century", "century", Fixed(f"{(century - 1) * 100 + 1}/{century * 100}"))]


def _century(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def _reading(match: re.Match[str], rule: str, granularity: Granularity, reference: Reference) -> Reading:
    end, tense = tense_after(match.string, match.end(), match.endpos)
    return Reading(match.start(), end, rule, granularity, reference, tense=tense or tense_before(match.string, match.start()))


CONSTRUCTIONS = (
    Construction("year", _STAGES | {"năm"}, _YEAR, _read_year, "cuối năm 2015"),
    Construction("year", frozenset({"đầu", "giữa", "cuối"}), _STAGED_FIGURES, _read_year, "từ đầu 2024"),
    Construction("year_in_brackets", frozenset({"#"}), _BRACKETED, _read_bracketed, "(2013)"),
    Construction("year_from_publication", _STAGES | {"năm"}, _THAT_YEAR, _read_that_year, "mùa hè năm ngoái"),
    Construction("year_from_publication", frozenset({"đầu", "giữa"}), _EARLY_IN_YEAR, _read_early_in_year, "hồi đầu năm"),
    Construction("to_now", frozenset({"từ", "đầu", "kể", "tính"}), _NEW_YEAR_TO_NOW, _read_to_now, "từ đầu năm đến nay"),
    Construction("year_range", _STAGES | {"#", "từ", "kể", "năm", "các", "những"}, _YEARS, _read_years, "từ năm 1995 đến 2000"),
    Construction("term", frozenset(word.split()[0] for word in _LABELS), _LABELLED, _read_labelled, "nhiệm kỳ 2021-2026"),
    Construction("year_list", frozenset({"năm", "các"}), _YEAR_LIST, _read_year_list, "các năm 2013, 2016 và 2023"),
    Construction("decade", _STAGES | {"những", "các", "thập"}, _DECADE, _read_decade, "những năm 90 của thế kỷ trước"),
    Construction("century", _STAGES | {"thế"}, _CENTURY, _read_century, "cuối thế kỷ XIX"),
)
