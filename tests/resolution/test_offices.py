"""Which office is meant, whose it is, and what it is called."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from kg.resolution import resolve_with_reasons
from tests.resolution.telling import Held, Thing, held, knowledge, told

MINISTRY = Thing("Bộ Công Thương", "Organization", "VN")
FOREIGN = Thing("Bộ Ngoại giao", "Organization", "RU")
PARTY = Thing("Đảng Cộng sản Việt Nam", "Organization", "VN")
ASSEMBLY = Thing("Quốc hội", "Organization", "VN")
POLITBURO = Thing("Bộ Chính trị", "Organization", "VN")
COMPANY = Thing("Công ty Sông Mã", "Organization", "VN")
PROVINCE = Thing("Tỉnh ủy Nghệ An", "Organization")
TOWN = Thing("UBND TP Huế", "Organization")
COMMITTEE = Thing("Ban Dân vận Trung ương", "Organization", "VN")
NGHE_AN, HUE = Thing("Nghệ An", "Place", "VN", kind="province"), Thing("Huế", "Place", "VN", kind="city")
THINGS = (NGHE_AN, HUE, MINISTRY, FOREIGN, PARTY, ASSEMBLY, POLITBURO, COMPANY, PROVINCE, TOWN, COMMITTEE)


@pytest.mark.parametrize(
    ("told_as", "office", "label"),
    [
        (held("Joe Biden", "Tổng thống", "US"), "office/tong-thong-us", "Tổng thống Mỹ"),
        (held("Joe Biden", "tổng thống", "US"), "office/tong-thong-us", "Tổng thống Mỹ"),
        (held("Antony Blinken", "Ngoại trưởng", "US"), "office/bo-truong-ngoai-giao-us", "Bộ trưởng Ngoại giao Mỹ"),
        (held("Sergei Lavrov", "Bộ trưởng", "Bộ Ngoại giao"), "office/bo-truong-ngoai-giao-ru", "Bộ trưởng Ngoại giao Nga"),
        (held("Trần Văn Núi", "Bộ trưởng", "Bộ Công Thương"), "office/bo-truong-cong-thuong-vn", "Bộ trưởng Công Thương Việt Nam"),
        (held("Trần Văn Núi", "Bộ trưởng Bộ Công Thương", "VN"), "office/bo-truong-cong-thuong-vn", "Bộ trưởng Công Thương Việt Nam"),
        (held("Trần Văn Núi", "bộ trưởng Công Thương", "VN"), "office/bo-truong-cong-thuong-vn", "Bộ trưởng Công Thương Việt Nam"),
        (held("Tô Lâm", "Tổng Bí thư", "Đảng Cộng sản Việt Nam"), "office/tong-bi-thu-vn", "Tổng Bí thư Việt Nam"),
        (held("Tô Lâm", "Tổng bí thư", "VN"), "office/tong-bi-thu-vn", "Tổng Bí thư Việt Nam"),
        (held("Tô Lâm", "Tổng Bí thư"), "office/tong-bi-thu-vn", "Tổng Bí thư Việt Nam"),
        (held("Trần Văn Núi", "Chủ tịch nước"), "office/chu-tich-nuoc-vn", "Chủ tịch nước Việt Nam"),
        (held("Tập Cận Bình", "Chủ tịch", "CN"), "office/chu-tich-nuoc-cn", "Chủ tịch nước Trung Quốc"),
        (held("Trần Thanh Mẫn", "Chủ tịch", "Quốc hội"), "office/chu-tich-quoc-hoi-vn", "Chủ tịch Quốc hội Việt Nam"),
        (held("Trần Văn Núi", "Ủy viên Bộ Chính trị", "Bộ Chính trị"), "office/uy-vien-bo-chinh-tri-vn", "Ủy viên Bộ Chính trị Việt Nam"),
        (
            held("Trần Văn Núi", "Phó Vụ trưởng", "Bộ Công Thương"),
            "office/pho-vu-truong-bo-cong-thuong-vn",
            "Phó Vụ trưởng Bộ Công Thương Việt Nam",
        ),
        (held("Trần Văn Núi", "Giám đốc", "Công ty Sông Mã"), "office/giam-doc-cong-ty-song-ma-vn", "Giám đốc Công ty Sông Mã"),
        # what the title names of the owner is not said twice
        (held("Trần Văn Núi", "Bí thư Tỉnh ủy", "Tỉnh ủy Nghệ An"), "office/bi-thu-tinh-uy-tinh-uy-nghe-an", "Bí thư Tỉnh ủy Nghệ An"),
        (
            held("Trần Văn Núi", "Chủ tịch Ủy ban nhân dân", "UBND TP Huế"),
            "office/chu-tich-uy-ban-nhan-dan-ubnd-tp-hue",
            "Chủ tịch UBND TP Huế",
        ),
        (
            held("Trần Văn Núi", "Phó Trưởng ban", "Ban Dân vận Trung ương"),
            "office/pho-truong-ban-ban-dan-van-trung-uong-vn",
            "Phó Trưởng Ban Dân vận Trung ương",
        ),
        # of a province or a city, however it is said
        (held("Trần Văn Núi", "Bí thư", "Nghệ An"), "office/bi-thu-tinh-uy-nghe-an", "Bí thư Tỉnh ủy Nghệ An"),
        (held("Trần Văn Núi", "Bí thư Tỉnh ủy", "Nghệ An"), "office/bi-thu-tinh-uy-nghe-an", "Bí thư Tỉnh ủy Nghệ An"),
        (held("Trần Văn Núi", "Chủ tịch", "Huế"), "office/chu-tich-ubnd-thanh-pho-hue", "Chủ tịch UBND thành phố Huế"),
        (held("Trần Văn Núi", "Bí thư", "Huế"), "office/bi-thu-thanh-uy-hue", "Bí thư Thành ủy Huế"),
        (held("Trần Văn Núi", "Trưởng ban"), "office/truong-ban", "Trưởng ban"),
    ],
)
def test_an_office_by_title_and_owner(told_as: Held, office: str, label: str) -> None:
    (found,) = knowledge(told("a", "2024-10-01", told_as, things=THINGS)).offices
    assert found.id == office
    assert found.label.removesuffix(" Việt Nam") == label.removesuffix(" Việt Nam")


@pytest.mark.parametrize(
    ("title", "offices"),
    [
        ("Trưởng ban", {"office/truong-ban-tran-van-nui", "office/truong-ban-le-thi-song"}),
        ("Bí thư Tỉnh ủy", {"office/bi-thu-tinh-uy-tran-van-nui", "office/bi-thu-tinh-uy-le-thi-song"}),
        ("Chủ tịch nước", {"office/chu-tich-nuoc-vn"}),  # no body is wanted to know it
    ],
)
def test_two_people_s_titles_without_a_body_are_not_one_office(title: str, offices: set[str]) -> None:
    found = knowledge(*both(held("Trần Văn Núi", title), held("Lê Thị Sông", title)))
    assert {office.id for office in found.offices} == offices
    assert {office.label.removesuffix(" Việt Nam") for office in found.offices} == {title}


def both(*facts: Held) -> list[Extraction]:
    return [told(f"a{number}", f"2024-10-{number + 1:02}", fact, things=THINGS) for number, fact in enumerate(facts)]


@pytest.mark.parametrize(
    ("facts", "offices"),
    [
        # an owner that another article tells of the same person
        ((held("Anders Bergqvist", "Thủ tướng", "SE"), held("Anders Bergqvist", "Thủ tướng")), {"office/thu-tuong-se"}),
        # the country of the person's other offices
        (
            (held("Anders Bergqvist", "Thủ tướng", "SE"), held("Anders Bergqvist", "Ngoại trưởng")),
            {"office/thu-tuong-se", "office/bo-truong-ngoai-giao-se"},
        ),
        # the table of people
        ((held("Phạm Minh Chính", "Thủ tướng"),), {"office/thu-tuong-vn"}),
        # nothing tells: left open
        ((held("Anders Bergqvist", "Thủ tướng"),), {"office/thu-tuong"}),
        ((held("Anders Bergqvist", "Ngoại trưởng"),), {"office/bo-truong-ngoai-giao"}),
        # two countries tell: left open
        (
            (
                held("Anders Bergqvist", "Thủ tướng", "SE"),
                held("Anders Bergqvist", "Thủ tướng", "SE"),
                held("Anders Bergqvist", "Giám đốc"),
            ),
            {"office/thu-tuong-se", "office/giam-doc"},
        ),
        # a short title is the whole one of the same person
        (
            (held("Trần Văn Núi", "Bộ trưởng Công an", "VN"), held("Trần Văn Núi", "Bộ trưởng")),
            {"office/bo-truong-cong-an-vn"},
        ),
        # but not where it could be either
        (
            (
                held("Trần Văn Núi", "Chủ tịch nước", "VN"),
                held("Trần Văn Núi", "Chủ tịch Quốc hội", "VN"),
                held("Trần Văn Núi", "Chủ tịch"),
            ),
            {"office/chu-tich-nuoc-vn", "office/chu-tich-quoc-hoi-vn", "office/chu-tich"},
        ),
    ],
)
def test_an_owner_from_elsewhere(facts: tuple[Held, ...], offices: set[str]) -> None:
    assert {office.id for office in knowledge(*both(*facts)).offices} == offices


def test_one_misread_owner_does_not_spread() -> None:
    """One article that makes a prime minister that of another country must not move all that name no country."""
    facts = [held("Phạm Minh Chính", "Thủ tướng", "GB"), *(held("Phạm Minh Chính", "Thủ tướng") for _ in range(3))]
    found = knowledge(*both(*facts))
    times = {one.office: len(one.attested_on) for one in found.holdings}
    assert times == {"office/thu-tuong-gb": 1, "office/thu-tuong-vn": 3}


def test_where_an_owner_comes_from_is_recorded() -> None:
    _, judgements, _ = resolve_with_reasons(both(held("Phạm Minh Chính", "Thủ tướng")))
    assert [(one.one, one.other, one.reason) for one in judgements] == [("a0#holding-1", "country/VN", "the person's country")]


@pytest.mark.parametrize(
    ("fact", "seats"),
    [
        (held("Joe Biden", "Tổng thống", "US"), 1),
        (held("Anders Bergqvist", "Thủ tướng"), None),
        (held("Trần Văn Núi", "Ủy viên Bộ Chính trị", "Bộ Chính trị"), None),
        (held("Trần Văn Núi", "Bộ trưởng", "VN"), None),
        (held("Trần Văn Núi", "Bộ trưởng Công Thương", "VN"), 1),
    ],
)
def test_seats_of_an_office(fact: Held, seats: int | None) -> None:
    assert knowledge(told("a", "2024-10-01", fact, things=THINGS)).offices[0].seats == seats


def test_an_office_of_a_place_is_that_of_its_body() -> None:
    ways = [("Bí thư", "Nghệ An"), ("Bí thư Tỉnh ủy", "Nghệ An"), ("Bí thư Tỉnh ủy", "Tỉnh ủy Nghệ An")]
    found = knowledge(*(told(f"a{n}", "2024-05-01", held("Trần Văn Núi", *way), things=THINGS) for n, way in enumerate(ways)))
    assert [(office.id, office.owner) for office in found.offices] == [("office/bi-thu-tinh-uy-tinh-uy-nghe-an", "organization/tinh-uy-nghe-an")]
