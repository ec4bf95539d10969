"""Integrity of the tables of organisations, documents and offices over all rows, and forms they must know."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

TABLES = Path(__file__).parents[2] / "kg" / "lexicon"
OLD_TONE_PLACEMENT = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)", re.IGNORECASE)

Row = dict[str, str]


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


COLUMNS = {
    "roles": values(
        "id|title|aliases|title_en|kind|owner|complement|implied_owner|same_as|seats|rank|source"
    ),
    "status_words": values("word|status|position|source"),
    "not_offices": values("word|kind|person_follows|source"),
    "organizations": values("name|name_en|aliases|acronyms|kind|country|parent|ambiguous|source"),
    "organization_heads": values("head|kind|complement|alone|lower|source"),
    "domains": values("domain|en|aliases|source"),
    "agreements": values("name|name_en|aliases|acronyms|kind|source"),
    "agreement_heads": values("head|kind|lower|needs|source"),
}
KEYS = {"roles": ["id"], "status_words": ["word", "position"]}  # elsewhere the first column
LISTS = {"aliases", "acronyms"}
MAY_BE_EMPTY = LISTS | set(values("implied_owner|same_as|seats|country|parent|ambiguous|person_follows"))
LEAST_ROWS = {"roles": 250, "organizations": 500, "domains": 150, "agreements": 100, "organization_heads": 60}

ORGANIZATION_KINDS = values(
    "international|party|party_body|state_body|ministry|parliament|court|army|police|media|company|bank"
    "|university|thinktank|ngo|armed_group|sport|religious|hospital|other"
)
AGREEMENT_KINDS = values("treaty|declaration|framework|initiative|law|resolution|plan|code")
ALLOWED = {
    ("roles", "kind"): values(
        "head_of_state|head_of_government|deputy_head|minister|deputy_minister|party_leader|party_office"
        "|parliament_leader|legislator|governor_mayor|local_government|judge_prosecutor|military_office"
        "|police_office|diplomat|international_head|adviser|spokesperson|official|company_head"
        "|academic_head|media_head|association_head|royalty|religious_head|candidate|other"
    ),
    ("roles", "owner"): values("country|organization|country_or_organization|place"),
    ("roles", "complement"): values("none|domain|body|body_or_country"),
    ("roles", "seats"): ["", "1"],
    ("roles", "rank"): [str(rank) for rank in range(1, 10)],
    ("status_words", "status"): values("current|former|late|acting|designate"),
    ("status_words", "position"): values("before|after"),
    ("not_offices", "kind"): values("rank|academic|honorific|profession|kinship|designation"),
    ("not_offices", "person_follows"): ["", "yes"],
    ("organizations", "kind"): ORGANIZATION_KINDS,
    ("organizations", "ambiguous"): ["", "yes"],
    ("organization_heads", "kind"): ORGANIZATION_KINDS,
    ("organization_heads", "complement"): values("domain|country|place|name|any|words|none"),
    ("organization_heads", "alone"): values("yes|no"),
    ("organization_heads", "lower"): values("yes|no|country"),
    ("agreements", "kind"): AGREEMENT_KINDS,
    ("agreement_heads", "kind"): AGREEMENT_KINDS,
    ("agreement_heads", "lower"): values("yes|no"),
    ("agreement_heads", "needs"): values("name|number|parties|nothing"),
}


def read(table: str) -> list[Row]:
    with (TABLES / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = {table: read(table) for table in COLUMNS}
every_table = pytest.mark.parametrize("table", COLUMNS)


def cells(table: str) -> Iterator[tuple[str, str]]:
    """Column and value of every cell, lists taken apart."""
    for row in ROWS[table]:
        for column, cell in row.items():
            for value in cell.split("|") if column in LISTS and cell else [cell]:
                yield column, value


def forms(row: Row, name: str) -> list[str]:
    return [row[name], *values(row["aliases"])]


def rows_of_forms(table: str, name: str) -> dict[str, list[Row]]:
    """Folded form → the rows that it names; more than one is a form that the table cannot tell apart."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ROWS[table]:
        for form in forms(row, name):
            found[form.casefold()].append(row)
    return found


ROLE_OF_FORM = rows_of_forms("roles", "title")
ORGANIZATION_OF_FORM = rows_of_forms("organizations", "name")
AGREEMENT_OF_FORM = rows_of_forms("agreements", "name")
DOMAIN_OF_FORM = rows_of_forms("domains", "domain")


def rows_of_acronyms(table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ROWS[table]:
        for acronym in values(row["acronyms"]):
            found[acronym].append(row)
    return found


@every_table
def test_every_line_has_the_columns_of_its_table(table: str) -> None:
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    assert lines[0].split("\t") == COLUMNS[table]
    assert lines[-1] == ""
    tabs = len(COLUMNS[table]) - 1
    assert [number for number, line in enumerate(lines[:-1], 1) if line.count("\t") != tabs] == []


@pytest.mark.parametrize(("table", "least"), LEAST_ROWS.items())
def test_the_table_is_whole(table: str, least: int) -> None:
    assert len(ROWS[table]) >= least


@every_table
def test_text_is_nfc_stripped_and_spelt_as_newspapers_do(table: str) -> None:
    wrong = [
        value
        for _, value in cells(table)
        if value != unicodedata.normalize("NFC", " ".join(value.split()))
        or '"' in value
        or OLD_TONE_PLACEMENT.search(value)
    ]
    assert wrong == []


@every_table
def test_nothing_that_must_be_said_is_empty(table: str) -> None:
    lists = [(column, value) for column, value in cells(table) if column in LISTS and value.strip() == ""]
    empty_lists = sum(1 for row in ROWS[table] for column in LISTS & row.keys() if row[column] == "")
    assert len(lists) == empty_lists  # no empty value between two bars
    told = set(COLUMNS[table]) - MAY_BE_EMPTY
    assert [row for row in ROWS[table] if not all(row[column] for column in told)] == []


@every_table
def test_keys_are_unique(table: str) -> None:
    key = KEYS.get(table, COLUMNS[table][:1])
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    for row in ROWS[table]:
        seen[tuple(row[column].casefold() for column in key)] += 1
    assert [values_of_key for values_of_key, count in seen.items() if count > 1] == []


@pytest.mark.parametrize(("table", "column"), ALLOWED)
def test_a_closed_column_holds_only_its_values(table: str, column: str) -> None:
    assert {row[column] for row in ROWS[table]} - set(ALLOWED[table, column]) == set()


@pytest.mark.parametrize(
    ("forms_of", "table"),
    [
        (ROLE_OF_FORM, "roles"),
        (ORGANIZATION_OF_FORM, "organizations"),
        (AGREEMENT_OF_FORM, "agreements"),
        (DOMAIN_OF_FORM, "domains"),
    ],
    ids=["roles", "organizations", "agreements", "domains"],
)
def test_a_form_names_one_row(forms_of: dict[str, list[Row]], table: str) -> None:
    first = COLUMNS[table][0]
    assert {form: [row[first] for row in rows] for form, rows in forms_of.items() if len(rows) > 1} == {}


def test_an_acronym_is_shared_only_by_ambiguous_organizations() -> None:
    shared = {
        acronym: [row["name"] for row in rows]
        for acronym, rows in rows_of_acronyms("organizations").items()
        if len(rows) > 1 and not all(row["ambiguous"] for row in rows)
    }
    assert shared == {}


def test_an_acronym_of_a_document_is_its_own() -> None:
    documents = rows_of_acronyms("agreements")
    assert {acronym for acronym, rows in documents.items() if len(rows) > 1} == set()
    assert documents.keys() & rows_of_acronyms("organizations").keys() == set()


def test_a_parent_is_another_row_and_no_organization_stands_under_itself() -> None:
    parent_of = {row["name"]: row["parent"] for row in ROWS["organizations"]}
    assert {parent for parent in parent_of.values() if parent} - parent_of.keys() == set()
    for name in parent_of:
        above, steps = parent_of[name], 0
        while above:
            assert above != name
            assert steps < 10, f"{name}: parents form a ring"
            above, steps = parent_of[above], steps + 1


def test_a_country_is_a_row_of_the_countries() -> None:
    known = {row["iso"] for row in read("countries")}
    assert {row["country"] for row in ROWS["organizations"] if row["country"]} - known == set()


def test_a_role_id_is_a_slug() -> None:
    slug = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    assert [row["id"] for row in ROWS["roles"] if not slug.fullmatch(row["id"])] == []


def test_same_as_leads_to_a_concept_in_one_step() -> None:
    target = {row["id"]: row["same_as"] for row in ROWS["roles"]}
    assert [id for id, same in target.items() if same and target.get(same, "missing") != ""] == []


def test_an_implied_owner_is_a_country_an_organization_or_the_head_of_one() -> None:
    heads = {row["head"] for row in ROWS["organization_heads"]}
    names = {row["name"] for row in ROWS["organizations"]}
    countries = {row["iso"] for row in read("countries")}
    implied = {row["implied_owner"] for row in ROWS["roles"] if row["implied_owner"]}
    assert implied - heads - names - countries == set()


def test_no_word_is_both_an_office_and_none() -> None:
    assert {row["word"].casefold() for row in ROWS["not_offices"]} & ROLE_OF_FORM.keys() == set()


@pytest.mark.parametrize(
    ("form", "id", "kind"),
    [
        ("Tổng thống", "president", "head_of_state"),
        ("Chủ tịch nước", "state-president", "head_of_state"),
        ("Tổng Bí thư Ban Chấp hành Trung ương Đảng", "party-general-secretary", "party_leader"),
        ("Thủ tướng Chính phủ", "prime-minister", "head_of_government"),
        ("Phó Thủ tướng Thường trực", "standing-deputy-prime-minister", "deputy_head"),
        ("Bộ trưởng Bộ Ngoại giao", "minister-of-foreign-affairs", "minister"),
        ("Chủ tịch Quốc hội", "national-assembly-chairman", "parliament_leader"),
        ("Thường trực Ban Bí thư", "secretariat-standing-member", "party_office"),
        ("Ủy viên T.Ư Đảng", "central-committee-member", "party_office"),
        ("Bí thư Tỉnh ủy", "provincial-party-secretary", "party_office"),
        ("Chủ tịch UBND tỉnh", "province-chairman", "local_government"),
        ("Viện trưởng VKSND tối cao", "supreme-procuracy-chief", "judge_prosecutor"),
        ("Đại sứ đặc mệnh toàn quyền", "ambassador", "diplomat"),
        ("Đặc phái viên của Tổng thống", "presidential-special-envoy", "diplomat"),
        ("Phát ngôn viên", "spokesperson-phat-ngon-vien", "spokesperson"),
        ("Lãnh đạo phe thiểu số", "minority-leader", "parliament_leader"),
        ("Nhật hoàng", "emperor-of-japan", "head_of_state"),
        ("CEO", "executive-director", "company_head"),
        ("Ứng viên tổng thống", "presidential-candidate", "candidate"),
    ],
)
def test_the_title_is_known(form: str, id: str, kind: str) -> None:
    assert [(row["id"], row["kind"]) for row in ROLE_OF_FORM[form.casefold()]] == [(id, kind)]


@pytest.mark.parametrize(
    ("form", "same"),
    [
        ("Ngoại trưởng", "Bộ trưởng Ngoại giao"),
        ("Bộ trưởng Ngân khố", "Bộ trưởng Tài chính"),
        ("Thủ tướng Liên bang", "Thủ tướng"),
        ("Nhà vua", "Quốc vương"),
        ("Phó Ngoại trưởng", "Thứ trưởng Ngoại giao"),
        ("Phát ngôn viên", "Người phát ngôn"),
    ],
)
def test_two_titles_of_one_office(form: str, same: str) -> None:
    assert ROLE_OF_FORM[form.casefold()][0]["same_as"] == ROLE_OF_FORM[same.casefold()][0]["id"]


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Chủ tịch nước", "VN"),
        ("Giáo hoàng", "VA"),
        ("Tổng Bí thư", "Đảng Cộng sản Việt Nam"),
        ("Chủ tịch Quốc hội", "Quốc hội"),
        ("Bí thư Thành ủy", "Thành ủy"),
        ("Tổng thống", ""),
        ("Chủ tịch", ""),
    ],
)
def test_the_body_that_a_title_names(title: str, owner: str) -> None:
    assert ROLE_OF_FORM[title.casefold()][0]["implied_owner"] == owner


@pytest.mark.parametrize(
    "word",
    values("Đại tướng|Giáo sư|PGS.TS|ông|đồng chí|phu nhân|nhà báo|lãnh đạo|người đồng cấp"),
)
def test_the_word_is_no_office(word: str) -> None:
    assert word.casefold() in {row["word"].casefold() for row in ROWS["not_offices"]}


@pytest.mark.parametrize(
    ("word", "position", "status"),
    [
        ("cựu", "before", "former"),
        ("nguyên", "before", "former"),
        ("cố", "before", "late"),
        ("quyền", "before", "acting"),
        ("tân", "before", "current"),
        ("đắc cử", "after", "designate"),
        ("tạm quyền", "after", "acting"),
        ("sắp mãn nhiệm", "after", "current"),
        ("tiền nhiệm", "after", "former"),
        ("đương nhiệm", "after", "current"),
    ],
)
def test_the_status_that_a_word_tells(word: str, position: str, status: str) -> None:
    rows = [row for row in ROWS["status_words"] if (row["word"], row["position"]) == (word, position)]
    assert [row["status"] for row in rows] == [status]


@pytest.mark.parametrize(
    ("form", "name", "kind", "country"),
    [
        ("Liên Hiệp Quốc", "Liên Hợp Quốc", "international", ""),
        ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "party_body", "VN"),
        ("Ban Đối ngoại T.Ư", "Ban Đối ngoại Trung ương", "party_body", "VN"),
        ("Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội", "parliament", "VN"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo", "ministry", "VN"),
        ("Bộ Ngoại giao Hoa Kỳ", "Bộ Ngoại giao Mỹ", "ministry", "US"),
        ("Kremlin", "Điện Kremlin", "state_body", "RU"),
        ("phong trào Hamas", "Hamas", "armed_group", "PS"),
        ("Pheu Thai", "Đảng Pheu Thai", "party", "TH"),
        ("Quân đội Israel", "Lực lượng Phòng vệ Israel", "army", "IL"),
        ("tờ New York Times", "The New York Times", "media", "US"),
        ("Viện Nghiên cứu Brookings", "Viện Brookings", "thinktank", "US"),
    ],
)
def test_the_organization_is_known(form: str, name: str, kind: str, country: str) -> None:
    rows = ORGANIZATION_OF_FORM[form.casefold()]
    assert [(row["name"], row["kind"], row["country"]) for row in rows] == [(name, kind, country)]


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("LHQ", "Liên Hợp Quốc"),
        ("EU", "Liên minh châu Âu"),
        ("ASEAN", "Hiệp hội Các quốc gia Đông Nam Á"),
        ("NATO", "Tổ chức Hiệp ước Bắc Đại Tây Dương"),
        ("TTXVN", "Thông tấn xã Việt Nam"),
        ("CPP", "Đảng Nhân dân Campuchia"),
        ("FBI", "Cục Điều tra Liên bang Mỹ"),
        ("LDP", "Đảng Dân chủ Tự do"),
    ],
)
def test_the_acronym_is_known(acronym: str, name: str) -> None:
    assert [row["name"] for row in rows_of_acronyms("organizations")[acronym]] == [name]


@pytest.mark.parametrize(
    ("form", "domain"),
    [
        ("KH&ĐT", "Kế hoạch và Đầu tư"),
        ("An ninh nội bộ", "An ninh Nội địa"),
        ("Kho bạc", "Ngân khố"),
        ("Công thương", "Công Thương"),
        ("LĐ-TB&XH", "Lao động - Thương binh và Xã hội"),
    ],
)
def test_the_field_is_known(form: str, domain: str) -> None:
    assert [row["domain"] for row in DOMAIN_OF_FORM[form.casefold()]] == [domain]


@pytest.mark.parametrize(
    ("acronym", "kind"),
    [
        ("DOC", "declaration"),
        ("COC", "code"),
        ("UNCLOS", "treaty"),
        ("CPTPP", "treaty"),
        ("EVFTA", "treaty"),
        ("RCEP", "treaty"),
        ("INF", "treaty"),
        ("NPT", "treaty"),
        ("START", "treaty"),
        ("JCPOA", "treaty"),
        ("IPEF", "framework"),
    ],
)
def test_the_document_is_known(acronym: str, kind: str) -> None:
    assert [row["kind"] for row in rows_of_acronyms("agreements")[acronym]] == [kind]


@pytest.mark.parametrize(
    ("head", "complement", "alone", "lower"),
    [
        ("Bộ", "domain", "no", "yes"),
        ("Quốc hội", "country", "yes", "yes"),
        ("Đảng", "any", "yes", "yes"),
        ("UBND", "place", "no", "no"),
        ("Tỉnh ủy", "place", "no", "no"),
        ("Hãng tin", "name", "no", "yes"),
        ("Chính phủ", "country", "yes", "yes"),
        ("Chính quyền", "none", "no", "no"),  # with nothing that completes it, never an organisation
        ("Lực lượng", "words", "no", "yes"),  # `lực lượng Mỹ` is no name, `lực lượng Quds` is
        ("Đại sứ quán", "country", "no", "country"),  # in lower case only before a country
    ],
)
def test_how_a_name_goes_on_after_its_head(head: str, complement: str, alone: str, lower: str) -> None:
    rows = [row for row in ROWS["organization_heads"] if row["head"] == head]
    assert [(row["complement"], row["alone"], row["lower"]) for row in rows] == [(complement, alone, lower)]
