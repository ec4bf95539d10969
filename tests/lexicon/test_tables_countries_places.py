"""Integrity of `countries.tsv` and `places.tsv` over all rows, and forms of the news that they must know."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "kg" / "lexicon"
OLD_TONE_PLACEMENT = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)", re.IGNORECASE)


def read(table: str) -> list[dict[str, str]]:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def forms(row: dict[str, str]) -> list[str]:
    """The forms that name the row by themselves; `short` ones, which need a pair, are not among them."""
    return [row["name"], *values(row["aliases"])]


def key(form: str) -> str:
    return form.casefold()


COUNTRY_COLUMNS = values("iso|name|name_en|aliases|short|ambiguous|kind|capital|qid|source")
PLACE_COLUMNS = values("name|kind|country|aliases|ambiguous|source")
COUNTRY_KINDS = set(values("state|territory|historical"))
PLACE_KINDS = set(
    values("building|city|continent|direction|district|island|mountain|province|region|river|sea|street")
)
COUNTRIES = read("countries.tsv")
PLACES = read("places.tsv")
COUNTRY_OF_FORM = {key(form): row for row in COUNTRIES for form in forms(row)}
PLACES_OF_FORM: dict[str, list[dict[str, str]]] = defaultdict(list)
for place in PLACES:
    for form_of_place in forms(place):
        PLACES_OF_FORM[key(form_of_place)].append(place)

both = pytest.mark.parametrize("rows", [COUNTRIES, PLACES], ids=["countries", "places"])


@pytest.mark.parametrize(
    ("table", "columns"), [("countries.tsv", COUNTRY_COLUMNS), ("places.tsv", PLACE_COLUMNS)]
)
def test_every_line_has_the_columns_of_its_table(table: str, columns: list[str]) -> None:
    lines = (TABLES / table).read_text(encoding="utf-8").split("\n")
    assert lines[0].split("\t") == columns
    assert lines[-1] == ""
    assert [number for number, line in enumerate(lines[:-1], 1) if line.count("\t") != len(columns) - 1] == []


@both
def test_every_row_has_a_name_and_a_source(rows: list[dict[str, str]]) -> None:
    assert [row for row in rows if not row["name"] or not row["source"]] == []


@both
def test_text_is_nfc_and_stripped(rows: list[dict[str, str]]) -> None:
    cells = [part for row in rows for cell in row.values() for part in values(cell)]
    assert [part for part in cells if part != part.strip() or not part or "  " in part] == []
    assert [part for part in cells if not unicodedata.is_normalized("NFC", part)] == []


@both
def test_tone_marks_stand_where_newspapers_write_them(rows: list[dict[str, str]]) -> None:
    assert [form for row in rows for form in forms(row) if OLD_TONE_PLACEMENT.search(form)] == []


@both
def test_a_row_gives_a_form_once(rows: list[dict[str, str]]) -> None:
    counted = [(row["name"], form, n) for row in rows for form, n in Counter(map(key, forms(row))).items()]
    assert [(name, form) for name, form, n in counted if n > 1] == []


def test_country_codes_are_well_formed_and_unique() -> None:
    codes = [row["iso"] for row in COUNTRIES]
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}|", code)] == []
    assert [code for code, n in Counter(filter(None, codes)).items() if n > 1] == []
    assert [row["name"] for row in COUNTRIES if not row["iso"] and row["kind"] != "historical"] == []


def test_all_codes_of_iso_3166_1_and_kosovo_are_there() -> None:
    current = {row["iso"] for row in COUNTRIES if row["kind"] != "historical"}
    assert len(current - {"XK"}) == 249
    assert "XK" in current


def test_states_are_the_members_and_observers_of_the_united_nations() -> None:
    assert {row["kind"] for row in COUNTRIES} == COUNTRY_KINDS
    assert sum(row["kind"] == "state" for row in COUNTRIES) == 193 + 2


def test_wikidata_ids_are_well_formed_unique_and_sourced() -> None:
    ids = [row["qid"] for row in COUNTRIES if row["qid"]]
    assert [qid for qid in ids if not re.fullmatch(r"Q[1-9]\d*", qid)] == []
    assert [qid for qid, n in Counter(ids).items() if n > 1] == []
    assert [row["name"] for row in COUNTRIES if bool(row["qid"]) != ("qid:" in row["source"])] == []


def test_no_form_names_two_countries() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in COUNTRIES:
        for form in [*forms(row), *values(row["short"])]:
            owners[key(form)].add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_ambiguous_forms_are_forms_of_their_country() -> None:
    strange = {row["name"]: set(values(row["ambiguous"])) - set(forms(row)) for row in COUNTRIES}
    assert {name: flagged for name, flagged in strange.items() if flagged} == {}


def test_the_capital_of_a_state_is_a_place_in_it() -> None:
    missing = [
        (row["name"], row["capital"])
        for row in COUNTRIES
        if row["kind"] == "state"
        and row["capital"] not in {"", row["name"]}
        and row["iso"] not in {place["country"] for place in PLACES_OF_FORM[key(row["capital"])]}
    ]
    assert missing == []
    assert [row["name"] for row in COUNTRIES if row["kind"] == "state" and not row["capital"]] == ["Vatican"]


def test_place_kinds_countries_and_flags_are_known() -> None:
    codes = {row["iso"] for row in COUNTRIES}
    assert {row["kind"] for row in PLACES} == PLACE_KINDS
    assert [row for row in PLACES if row["country"] and row["country"] not in codes] == []
    assert {row["ambiguous"] for row in PLACES} == {"", "yes"}
    assert len(PLACES) >= 900


def test_no_place_stands_twice_in_a_country() -> None:
    names = Counter((key(row["name"]), row["country"]) for row in PLACES)
    assert [name for name, n in names.items() if n > 1] == []


def test_a_form_names_one_place_of_a_country() -> None:
    doubled = {
        form: [place["name"] for place in named]
        for form, named in PLACES_OF_FORM.items()
        if len({place["country"] for place in named}) < len(named)
    }
    assert doubled == {}


def test_a_form_in_two_countries_is_plain_in_one_at_most() -> None:
    plain = {
        form: [place["country"] for place in named if not place["ambiguous"]]
        for form, named in PLACES_OF_FORM.items()
        if len(named) > 1
    }
    assert {form: countries for form, countries in plain.items() if len(countries) > 1} == {}


def test_a_place_that_shares_a_country_s_name_is_ambiguous_on_both_sides() -> None:
    shared = {form: named for form, named in PLACES_OF_FORM.items() if form in COUNTRY_OF_FORM}
    assert set(shared) == {"georgia"}
    for form, named in shared.items():
        country = COUNTRY_OF_FORM[form]
        assert form in map(key, values(country["ambiguous"]))
        assert country["iso"] not in {place["country"] for place in named}
        assert {place["ambiguous"] for place in named} == {"yes"}


@pytest.mark.parametrize(
    ("form", "iso"),
    [
        ("Hoa Kỳ", "US"),
        ("Hợp chúng quốc Hoa Kỳ", "US"),
        ("Liên bang Nga", "RU"),
        ("CHND Trung Hoa", "CN"),
        ("Liên hiệp Vương quốc Anh và Bắc Ireland", "GB"),
        ("CHLB Đức", "DE"),
        ("Đại Hàn Dân Quốc", "KR"),
        ("Bắc Triều Tiên", "KP"),
        ("Cộng hòa DCND Lào", "LA"),
        ("CHXHCN Việt Nam", "VN"),
        ("Cam-pu-chia", "KH"),
        ("Úc", "AU"),
        ("Ô-xtrây-li-a", "AU"),
        ("I-ta-li-a", "IT"),
        ("Các Tiểu vương quốc Arab Thống nhất", "AE"),
        ("Ả-rập Xê-út", "SA"),
        ("Mê-hi-cô", "MX"),
        ("Hồng Kông", "HK"),
        ("Lebanon", "LB"),
        ("Li-băng", "LB"),
        ("Thụy Sỹ", "CH"),
        ("Bờ Biển Ngà", "CI"),
        ("CHDC Congo", "CD"),
        ("Liên Xô", "SU"),
        ("Tiệp Khắc", "CS"),
        ("Việt Nam Cộng hòa", ""),
    ],
)
def test_forms_of_the_news_name_their_country(form: str, iso: str) -> None:
    assert COUNTRY_OF_FORM[key(form)]["iso"] == iso


@pytest.mark.parametrize("form", values("Mỹ|Anh|Pháp|Đức|Nga|Ý|Áo|Nhật|Thái|Georgia|Jordan|Chad"))
def test_words_and_name_syllables_are_flagged(form: str) -> None:
    assert form in values(COUNTRY_OF_FORM[key(form)]["ambiguous"])


@pytest.mark.parametrize(
    ("short", "iso"),
    [
        ("Việt", "VN"),
        ("Trung", "CN"),
        ("Hàn", "KR"),
        ("Nhật", "JP"),
        ("Triều", "KP"),
        ("Ấn", "IN"),
        ("Thái", "TH"),
        ("Xô", "SU"),
    ],
)
def test_short_forms_stand_for_their_country_in_a_pair(short: str, iso: str) -> None:
    assert [row["iso"] for row in COUNTRIES if short in values(row["short"])] == [iso]


@pytest.mark.parametrize(
    ("form", "name", "country"),
    [
        ("TP HCM", "TP.HCM", "VN"),
        ("Thành phố Hồ Chí Minh", "TP.HCM", "VN"),
        ("Đăk Lăk", "Đắk Lắk", "VN"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu", "VN"),
        ("Mátxcơva", "Moscow", "RU"),
        ("Washington D.C", "Washington", "US"),
        ("Viêng Chăn", "Vientiane", "LA"),
        ("Phnôm Pênh", "Phnom Penh", "KH"),
        ("Kyiv", "Kiev", "UA"),
        ("Genève", "Geneva", "CH"),
        ("Bakhmut", "Bakhmut", "UA"),
        ("Gaza", "Dải Gaza", "PS"),
        ("Nội Bài", "Sân bay Nội Bài", "VN"),
        ("Hormuz", "Eo biển Hormuz", ""),
        ("Điếu Ngư", "Senkaku", ""),
        ("Ấn Độ Dương-Thái Bình Dương", "Ấn Độ Dương - Thái Bình Dương", ""),
        ("Mỹ La-tinh", "Mỹ Latinh", ""),
        ("Mê Công", "Mekong", ""),
    ],
)
def test_forms_of_the_news_name_their_place(form: str, name: str, country: str) -> None:
    assert [(place["name"], place["country"]) for place in PLACES_OF_FORM[key(form)]] == [(name, country)]


@pytest.mark.parametrize("organization", ["Văn phòng Chính phủ", "Bộ Quốc phòng Mỹ", "Phủ Tổng thống Nga"])
def test_bodies_are_no_places(organization: str) -> None:
    assert key(organization) not in PLACES_OF_FORM


@pytest.mark.parametrize("seat", ["Nhà Trắng", "Điện Kremlin", "Lầu Năm Góc", "Điện Élysée"])
def test_seats_that_act_are_buildings_too(seat: str) -> None:
    bodies = {name for row in read("organizations.tsv") for name in (row["name"], *values(row["aliases"]))}
    assert {place["kind"] for place in PLACES_OF_FORM[key(seat)]} == {"building"}
    assert seat in bodies


SINCE_JULY_2025 = set(
    values(
        "Hà Nội|Huế|Hải Phòng|Đà Nẵng|Cần Thơ|TP.HCM|Lai Châu|Điện Biên|Sơn La|Lạng Sơn|Quảng Ninh|Thanh Hóa|"
        "Nghệ An|Hà Tĩnh|Cao Bằng|Tuyên Quang|Lào Cai|Thái Nguyên|Phú Thọ|Bắc Ninh|Hưng Yên|Ninh Bình|"
        "Quảng Trị|Quảng Ngãi|Gia Lai|Khánh Hòa|Lâm Đồng|Đắk Lắk|Đồng Nai|Tây Ninh|Vĩnh Long|Đồng Tháp|"
        "Cà Mau|An Giang"
    )
)


def test_the_34_provinces_since_july_2025_are_there() -> None:
    assert len(SINCE_JULY_2025) == 34
    assert {row["name"] for row in PLACES if "202/2025/QH15" in row["source"]} == SINCE_JULY_2025


def test_the_63_provinces_before_july_2025_are_there() -> None:
    only_before = {
        row["name"]
        for row in PLACES
        if row["kind"] == "province" and row["source"] == "Administrative units of Viet Nam before July 2025"
    }
    # the city of Huế took the place of the province Thừa Thiên Huế
    assert "Thừa Thiên Huế" in only_before
    assert len(only_before | SINCE_JULY_2025 - {"Huế"}) == 63
