"""Who is one person across articles and who is not."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from kg.resolution import resolve_with_reasons
from tests.resolution.telling import Thing, held, knowledge, labels, told

CASES = {
    "one full name is one person": (
        [told("a", "2024-05-22", held("Lương Cường", "Chủ tịch nước", "VN")), told("b", "2024-06-01", "Lương Cường")],
        {"Lương Cường"},
    ),
    "a spelling of the table": (
        [told("a", "2022-03-01", held("Volodymyr Zelenskyy", "Tổng thống", "UA")), told("b", "2022-03-02", "Zelensky")],
        {"Volodymyr Zelensky"},
    ),
    "a Vietnamese and an English form": (
        [told("a", "2023-12-12", held("Tập Cận Bình", "Chủ tịch nước", "CN")), told("b", "2023-12-13", "Xi Jinping")],
        {"Tập Cận Bình"},
    ),
    "two names of one letter's difference": (
        [told("a", "2024-06-06", held("Lê Thành Long", "Bộ trưởng Tư pháp", "VN")), told("b", "2024-06-06", "Lê Thanh Long")],
        {"Lê Thành Long", "Lê Thanh Long"},
    ),
    "a name in full and in short, in one office": (
        [
            told("a", "2024-11-14", held("Dina Ercilia Boluarte Zegarra", "Tổng thống", "PE")),
            told("b", "2024-11-15", held("Dina Boluarte", "Tổng thống", "PE")),
        ],
        {"Dina Boluarte"},
    ),
    "in full and in short, without an office in common": (
        [told("a", "2024-11-14", held("Dina Ercilia Boluarte Zegarra", "Tổng thống", "PE")), told("b", "2024-11-15", "Dina Boluarte")],
        {"Dina Ercilia Boluarte Zegarra", "Dina Boluarte"},
    ),
    "father and son": (
        [
            told("a", "2024-06-24", held("Ferdinand Marcos Jr.", "Tổng thống", "PH")),
            told("b", "2024-06-25", held("Ferdinand Marcos", "Tổng thống", "PH")),
        ],
        {"Ferdinand Marcos Jr.", "Ferdinand Marcos"},
    ),
    "an initial": (
        [told("a", "2008-06-24", held("George W. Nash", "Tổng thống", "PE")), told("b", "2008-06-25", held("George Nash", "Tổng thống", "PE"))],
        {"George W. Nash", "George Nash"},
    ),
    "a Vietnamese name with another word": (
        [told("a", "2024-06-24", held("Trần Thị Minh Hà", "Chủ tịch", "VN")), told("b", "2024-06-25", held("Trần Minh Hà", "Chủ tịch", "VN"))],
        {"Trần Thị Minh Hà", "Trần Minh Hà"},
    ),
    "a single name with its office joins its holder": (
        [
            told("a", "2024-05-01", held("Anders Bergqvist", "Thủ tướng", "SE")),
            told("b", "2024-05-02", held("Bergqvist", "Thủ tướng", "SE")),
        ],
        {"Anders Bergqvist"},
    ),
    "a single name in another office stays apart": (
        [
            told("a", "2024-05-01", held("Anders Bergqvist", "Thủ tướng", "SE")),
            told("b", "2024-05-02", held("Bergqvist", "Thủ tướng", "DK")),
        ],
        {"Anders Bergqvist", "Bergqvist"},
    ),
    "a single name without an office stays apart": (
        [told("a", "2024-05-01", held("Anders Bergqvist", "Thủ tướng", "SE")), told("b", "2024-05-02", "Bergqvist")],
        {"Anders Bergqvist", "Bergqvist"},
    ),
    "a single name with two holders in question stays apart": (
        [
            told("a", "2020-05-01", held("Anders Bergqvist", "Thủ tướng", "SE")),
            told("b", "2024-05-01", held("Lena Bergqvist", "Thủ tướng", "SE")),
            told("c", "2024-05-02", held("Bergqvist", "Thủ tướng", "SE")),
        ],
        {"Anders Bergqvist", "Lena Bergqvist", "Bergqvist"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_persons(case: str) -> None:
    records, expected = CASES[case]
    found = knowledge(*records)
    assert labels(found, "Person") == expected
    assert sum(entity.type == "Person" for entity in found.entities) == len(expected)


NAMESAKES: dict[str, tuple[list[Extraction], int]] = {
    "offices of two countries": (
        [
            told("a", "2024-05-01", held("Michael Brown", "Bộ trưởng Quốc phòng", "GB")),
            told("b", "2024-05-02", held("Michael Brown", "Thượng nghị sĩ", "US")),
        ],
        2,
    ),
    "one office told twice": (
        [
            told("a", "2024-05-01", held("Michael Brown", "Thượng nghị sĩ", "US")),
            told("b", "2024-05-02", held("Michael Brown", "Thượng nghị sĩ", "US")),
        ],
        1,
    ),
    "two offices of one country": (
        [
            told("a", "2020-05-01", held("Michael Brown", "Thượng nghị sĩ", "US")),
            told("b", "2024-05-02", held("Michael Brown", "Bộ trưởng Quốc phòng", "US")),
        ],
        1,
    ),
    "an office and none": (
        [told("a", "2024-05-01", held("Michael Brown", "Thượng nghị sĩ", "US")), told("b", "2024-05-02", "Michael Brown")],
        1,
    ),
}


@pytest.mark.parametrize("case", NAMESAKES)
def test_namesakes(case: str) -> None:
    records, people = NAMESAKES[case]
    found, judgements, _ = resolve_with_reasons(records)
    ids = [entity.id for entity in found.entities if entity.type == "Person"]
    assert len(ids) == people
    apart = [one.reason for one in judgements if not one.same]
    assert bool(apart) is (people > 1)
    if people > 1:
        assert "person/michael-brown" not in ids, "with namesakes the plain identifier means neither"
        assert "different countries" in apart[0]


def test_two_heads_of_provinces_at_one_time_are_two_people() -> None:
    provinces = [Thing("Nghệ An", "Place", "VN"), Thing("Cà Mau", "Place", "VN")]
    near = [
        told("a", "2024-05-01", held("Nguyễn Văn Minh", "Chủ tịch UBND", "Nghệ An"), things=provinces),
        told("b", "2024-05-09", held("Nguyễn Văn Minh", "Chủ tịch UBND", "Cà Mau"), things=provinces),
    ]
    moved = [near[0], told("b", "2025-05-09", held("Nguyễn Văn Minh", "Chủ tịch UBND", "Cà Mau"), things=provinces)]
    assert sum(one.type == "Person" for one in knowledge(*near).entities) == 2
    assert sum(one.type == "Person" for one in knowledge(*moved).entities) == 1


def test_one_without_an_office_joins_the_namesake_whose_country_the_article_names() -> None:
    records = [
        told("a", "2024-05-01", held("Michael Brown", "Bộ trưởng Quốc phòng", "GB")),
        told("b", "2024-05-02", held("Michael Brown", "Thượng nghị sĩ", "US")),
        told("c", "2024-05-03", "Michael Brown", held("Joe Biden", "Tổng thống", "US")),
    ]
    found = knowledge(*records)
    american = next(one for one in found.entities if one.id == "person/michael-brown-us")
    assert {claim.split("/")[1] for claim in american.claims} == {"b", "c"}


def test_the_table_of_people_is_never_parted() -> None:
    records = [
        told("a", "2024-05-01", held("Phạm Minh Chính", "Thủ tướng", "GB")),
        told("b", "2024-05-02", held("Phạm Minh Chính", "Thủ tướng", "VN")),
    ]
    assert labels(knowledge(*records), "Person") == {"Phạm Minh Chính"}
