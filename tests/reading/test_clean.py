from __future__ import annotations

import unicodedata

import pytest

from kg.reading.clean import clean_text, one_line

CASES = [
    ("decomposed", unicodedata.normalize("NFD", "Hội nghị ở Huế"), "Hội nghị ở Huế"),
    ("precomposed letter with combining tone, as in windows-1258", "Hô\u0323i nghi\u0323", "Hội nghị"),
    ("deprecated tone mark", "Ca\u0341t", "Cát"),
    ("non-breaking and thin spaces", "Hà\u00a0Nội\u2009và\u3000Huế\tmới", "Hà Nội và Huế mới"),
    ("line ends", "một\r\nhai\rba\u2028bốn\u0085năm\x0csáu", "một\nhai\nba\nbốn\nnăm\nsáu"),
    (
        "soft hyphen, zero width, bidi, BOM",
        "Kva\u00adrat\u200bskhe\u200elia\ufeff \u202ađội\u202c",
        "Kvaratskhelia đội",
    ),
    ("control characters", "Biển\x00 Đông\x07 và\x1b đảo", "Biển Đông và đảo"),
    ("zero width between letter and tone", "Hô\u200b\u0323i", "Hội"),
    ("entities", "A &amp; B &quot;gặp&quot; C&nbsp;D &#39;E&#39; &#x1EC7;", "A & B \"gặp\" C D 'E' ệ"),
    ("entities escaped twice", "A &amp;amp; B &amp;quot;C&amp;quot;", 'A & B "C"'),
    ("an ampersand in an address is no entity", "x?a=1&section=2&copy", "x?a=1&section=2&copy"),
    ("left-over tags", 'Bà <b>Lan</b> gặp <a href="x">ông <i>Nam</i></a>', "Bà Lan gặp ông Nam"),
    ("tags that break lines", "<p>Một.</p>Hai<br/>Ba", "Một.\nHai\nBa"),
    ("a comparison is no tag", "a < b và c > d", "a < b và c > d"),
    ("runs of spaces stay", "theo,  TTXVN  đưa tin", "theo,  TTXVN  đưa tin"),
    (
        "tone placement and case stay",
        "Uỷ ban hoà giải và Ủy ban hòa giải",
        "Uỷ ban hoà giải và Ủy ban hòa giải",
    ),
    ("lone surrogate", "a\ud83db", "ab"),
    ("only white space", " \n\t\u00a0", ""),
]


@pytest.mark.parametrize(("raw", "clean"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_clean_text(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize("raw", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean_text(clean_text(raw)) == clean_text(raw)


@pytest.mark.parametrize(
    ("value", "line"),
    [(" Hai\n dòng ", "Hai dòng"), ("", None), ("  ", None), (None, None), (7, None), ("A &amp; B", "A & B")],
)
def test_one_line(value: object, line: str | None) -> None:
    assert one_line(value) == line
