from __future__ import annotations

import pytest

from kg.model import EntityType
from kg.resolution import resolve, resolve_with_reasons
from tests.resolution.telling import Thing, held, knowledge, labels, told

Told = tuple[Thing, ...]


def body(name: str, country: str | None = None, *aliases: str) -> Thing:
    return Thing(name, "Organization", country, aliases)


def place(name: str, country: str | None = None) -> Thing:
    return Thing(name, "Place", country)


CASES: dict[str, tuple[EntityType, Told, Told, set[str]]] = {
    "variants of the lexicon": ("Organization", (body("Liên Hợp Quốc"),), (body("LHQ"),), {"organization/lien-hop-quoc"}),
    "with and without its country's name": (
        "Organization",
        (body("Bộ Ngoại giao Hoa Kỳ", "US"),),
        (body("Bộ Ngoại giao", "US"),),
        {"organization/bo-ngoai-giao-us"},
    ),
    "of two countries": (
        "Organization",
        (body("Bộ Ngoại giao Nga", "RU"),),
        (body("Bộ Ngoại giao Pháp", "FR"),),
        {"organization/bo-ngoai-giao-ru", "organization/bo-ngoai-giao-fr"},
    ),
    "an acronym that another article introduces": (
        "Organization",
        (body("Trung tâm Nghiên cứu Sông Mã", None, "TTSM"),),
        (body("TTSM"),),
        {"organization/trung-tam-nghien-cuu-song-ma"},
    ),
    "an acronym that nobody introduces": (
        "Organization",
        (body("Trung tâm Nghiên cứu Sông Mã"),),
        (body("TTSM"),),
        {"organization/trung-tam-nghien-cuu-song-ma", "organization/ttsm"},
    ),
    "with its short forms written out": (
        "Organization",
        (body("UBND tỉnh Vĩnh Phúc"), body("TAND TP Huế"), body("Tỉnh uỷ tỉnh Lào Cai")),
        (body("Ủy ban Nhân dân tỉnh Vĩnh Phúc"), body("Tòa án nhân dân thành phố Huế"), body("Tỉnh ủy Lào Cai")),
        {"organization/tand-tp-hue", "organization/tinh-uy-lao-cai", "organization/ubnd-tinh-vinh-phuc"},
    ),
    "of a Vietnamese place, with and without the country": (
        "Organization",
        (body("Tỉnh ủy Bắc Giang", "VN"),),
        (body("Tỉnh ủy Bắc Giang"),),
        {"organization/tinh-uy-bac-giang-vn"},
    ),
    "a city's and a province's": (
        "Organization",
        (body("UBND tỉnh Vĩnh Long"),),
        (body("UBND TP Vĩnh Long"),),
        {"organization/ubnd-tinh-vinh-long", "organization/ubnd-tp-vinh-long"},
    ),
    "of a state that nobody tells": (
        "Organization",
        (body("Quốc hội"),),
        (body("Quốc hội"),),
        {"organization/quoc-hoi-a", "organization/quoc-hoi-b"},
    ),
    "a state's and one that nobody tells": (
        "Organization",
        (body("Quốc hội", "VN"),),
        (body("Quốc hội"),),
        {"organization/quoc-hoi-vn", "organization/quoc-hoi-b"},
    ),
    "a variant of a place": ("Place", (place("TP HCM", "VN"),), (place("Thành phố Hồ Chí Minh", "VN"),), {"place/tp-hcm"}),
    "a place whose country one article tells": ("Place", (place("Bến Lội", "VN"),), (place("Bến Lội"),), {"place/ben-loi"}),
    "two places of one name": ("Place", (place("Hà Nam", "VN"),), (place("Hà Nam", "CN"),), {"place/ha-nam-vn", "place/ha-nam-cn"}),
}


@pytest.mark.parametrize("case", CASES)
def test_things_across_articles(case: str) -> None:
    kind, one, other, expected = CASES[case]
    records = [
        told(article, "2024-05-01", *(held("Tô Lâm", "cố vấn", thing.name) for thing in things), things=things)
        for article, things in (("a", one), ("b", other))
    ]
    assert {entity.id for entity in knowledge(*records).entities if entity.type == kind} == expected


def test_a_body_of_no_known_country_stays_apart() -> None:
    records = [
        told("a", "2024-05-01", held("Sergei Lavrov", "Vụ trưởng", "Bộ Xây lắp"), things=[body("Bộ Xây lắp", "RU")]),
        told("b", "2024-05-01", held("Sergei Lavrov", "Vụ trưởng", "Bộ Xây lắp"), things=[body("Bộ Xây lắp")]),
    ]
    found = {entity.id: entity for entity in knowledge(*records).entities if entity.type == "Organization"}
    assert set(found) == {"organization/bo-xay-lap", "organization/bo-xay-lap-ru"}
    assert found["organization/bo-xay-lap-ru"].label == "Bộ Xây lắp Nga", "the country tells it from the other"


def test_countries_are_one_by_their_code_and_known_elsewhere_by_it() -> None:
    found = knowledge(
        told("a", "2024-05-01", held("Joe Biden", "Tổng thống", "US")), told("b", "2024-05-02", held("Donald Trump", "cựu binh", "US"))
    )
    (country,) = [entity for entity in found.entities if entity.type == "Country"]
    assert (country.id, country.label, country.iso, country.same_as) == ("country/US", "Mỹ", "US", ("Q30",))


def test_a_country_that_only_an_office_is_of_stands_in_the_graph_with_the_claims_of_the_office() -> None:
    found = knowledge(told("a", "2024-05-22", held("Tô Lâm", "Chủ tịch nước")))
    (country,) = [entity for entity in found.entities if entity.type == "Country"]
    assert country.id == "country/VN"
    assert country.claims == found.holdings[0].claims


def test_a_ministry_that_went_into_another_stays_its_own_and_it_is_told_why() -> None:
    bodies = [Thing("Bộ Giao thông Vận tải", "Organization", "VN"), Thing("Bộ Xây dựng", "Organization", "VN")]
    offices = [held("Ngô Văn Núi", "Bộ trưởng", "Bộ Giao thông Vận tải"), held("Lê Văn Suối", "Bộ trưởng", "Bộ Xây dựng")]
    record = told("a", "2025-02-01", *offices, things=bodies)
    found, judgements, _ = resolve_with_reasons([record])
    assert labels(found, "Organization") == {"Bộ Giao thông Vận tải", "Bộ Xây dựng"}
    (why,) = [one for one in judgements if "went into" in one.reason]
    assert not why.same and "2025-03-01" in why.reason
    both = ("organization/bo-giao-thong-van-tai-vn", "organization/bo-xay-dung-vn")
    assert (why.one, why.other) == both
    (change,) = found.changes
    assert change.id == "change/bo-giao-thong-van-tai-vn/bo-xay-dung-vn"
    assert (change.original, change.resulting, change.changed_on) == (*both, "2025-03-01")
    assert change.source in why.reason
    assert resolve([record], background=False).changes == ()


@pytest.mark.parametrize("alone", ["Bộ Giao thông Vận tải", "Bộ Xây dựng"])
def test_what_only_one_body_of_a_change_is_named_for_tells_no_change(alone: str) -> None:
    record = told("a", "2025-02-01", held("Ngô Văn Núi", "Bộ trưởng", alone), things=[Thing(alone, "Organization", "VN")])
    assert knowledge(record).changes == ()
