"""A small Knowledge by hand: two articles, three people, two offices, a meeting, a visit, a relation and a contradiction."""

from __future__ import annotations

from kg.model import (
    ArticleInfo,
    Claim,
    Contradiction,
    KgEntity,
    KgEvent,
    Knowledge,
    Office,
    OfficeHolding,
    Participation,
    Relation,
)

FIRST, SECOND = "2023-09-10-hoi-dam", "2023-09-11-nang-cap"

# article → sentences, one after the other in its text; what a claim quotes is looked up here.
SENTENCES = {
    FIRST: (
        "Chiều 10/9, Tổng Bí thư Nguyễn Phú Trọng hội đàm với Tổng thống Mỹ Joe Biden tại Hà Nội.",
        "Ông Biden thăm cấp Nhà nước tới Việt Nam.",
        "Ngoại trưởng Antony Blinken cùng dự.",
    ),
    SECOND: (
        "Tổng thống Mỹ Joe Biden đã gặp Tổng Bí thư Nguyễn Phú Trọng.",
        "Hai nước nâng cấp quan hệ lên Đối tác chiến lược toàn diện vào ngày 11/9.",
    ),
}


def claim(article: str, kind: str, number: int, about: str, quote: str) -> Claim:
    """A claim whose quote is found in the article's sentences."""
    start = 0
    for sentence in SENTENCES[article]:
        if (place := sentence.find(quote)) >= 0:
            return Claim(
                id=f"claim/{article}/{kind}-{number}",
                kind=kind,
                article=article,
                about=about,
                start=start + place,
                end=start + place + len(quote),
                quote=quote,
                sentence_start=start,
                sentence_end=start + len(sentence),
                sentence=sentence,
                rule="title-name",
                confidence=0.95,
                tier="asserted",
            )
        start += len(sentence) + 1
    raise AssertionError(f"{quote!r} is not in {article}")


TRONG, BIDEN, BLINKEN = "person/nguyen-phu-trong", "person/joe-biden", "person/antony-blinken"
GENERAL_SECRETARY, PRESIDENT = "office/tong-bi-thu-vn", "office/tong-thong-us"
TRONG_TERM, BIDEN_TERM = "holding/nguyen-phu-trong-tong-bi-thu-vn", "holding/joe-biden-tong-thong-us"
MEETING, VISIT, UPGRADE = "event/2023-09-10-meeting-biden-trong", "event/2023-09-10-visit-biden", "event/2023-09-10-relation-us-vn"
RELATION = "relation/us-vn-comprehensive-strategic"

CLAIMS = (
    claim(FIRST, "entity", 1, TRONG, "Nguyễn Phú Trọng"),
    claim(FIRST, "entity", 2, BIDEN, "Joe Biden"),
    claim(FIRST, "entity", 3, BLINKEN, "Antony Blinken"),
    claim(FIRST, "entity", 4, "country/US", "Mỹ"),
    claim(FIRST, "entity", 5, "country/VN", "Việt Nam"),
    claim(FIRST, "entity", 6, "place/ha-noi", "Hà Nội"),
    claim(FIRST, "holding", 1, TRONG_TERM, "Tổng Bí thư Nguyễn Phú Trọng"),
    claim(FIRST, "holding", 2, BIDEN_TERM, "Tổng thống Mỹ Joe Biden"),
    claim(FIRST, "event", 1, MEETING, "hội đàm với"),
    claim(FIRST, "event", 2, VISIT, "thăm cấp Nhà nước"),
    claim(SECOND, "entity", 1, TRONG, "Nguyễn Phú Trọng"),
    claim(SECOND, "entity", 2, BIDEN, "Joe Biden"),
    claim(SECOND, "holding", 1, BIDEN_TERM, "Tổng thống Mỹ Joe Biden"),
    claim(SECOND, "event", 1, MEETING, "đã gặp"),
    claim(SECOND, "event", 2, UPGRADE, "nâng cấp quan hệ"),
    claim(FIRST, "event", 3, UPGRADE, "Chiều 10/9"),
)


def claims_about(about: str) -> tuple[str, ...]:
    """The ids of the claims that support `about`."""
    return tuple(c.id for c in CLAIMS if c.about == about)


KNOWLEDGE = Knowledge(
    articles=(
        ArticleInfo(FIRST, "Tổng Bí thư hội đàm với Tổng thống Mỹ", "2023-09-10T20:15:00+07:00", "Minh Khuê", "Bản tin Đối ngoại",
                    "https://example.org/tin/1?a=b", "0" * 64),
        ArticleInfo(SECOND, "Nâng cấp quan hệ", "2023-09-11", outlet="Nhật báo Thời cuộc", sha256="1" * 64),
    ),
    entities=(
        KgEntity(TRONG, "Person", "Nguyễn Phú Trọng", ("ông Trọng",), claims=claims_about(TRONG)),
        KgEntity(BIDEN, "Person", "Joe Biden", ("Biden",), same_as=("Q6279",), claims=claims_about(BIDEN)),
        KgEntity(BLINKEN, "Person", "Antony Blinken", claims=claims_about(BLINKEN)),
        KgEntity("country/US", "Country", "Mỹ", ("Hoa Kỳ",), iso="US", claims=claims_about("country/US")),
        KgEntity("country/VN", "Country", "Việt Nam", iso="VN", claims=claims_about("country/VN")),
        KgEntity("place/ha-noi", "Place", "Hà Nội", country="VN", kind="city", claims=claims_about("place/ha-noi")),
    ),
    offices=(
        Office(GENERAL_SECRETARY, "Tổng Bí thư Việt Nam", "Tổng Bí thư", "party-general-secretary", "country/VN", 1),
        Office(PRESIDENT, "Tổng thống Mỹ", "Tổng thống", "president", "US", 1),
    ),
    holdings=(
        OfficeHolding(TRONG_TERM, TRONG, GENERAL_SECRETARY, "current", None, ("2023-09-10",), claims_about(TRONG_TERM)),
        OfficeHolding(BIDEN_TERM, BIDEN, PRESIDENT, "current", None, ("2023-09-10", "2023-09-11"), claims_about(BIDEN_TERM),
                      valid_from="2021-01-20"),
    ),
    events=(
        KgEvent(MEETING, "Meeting", "Nguyễn Phú Trọng hội đàm với Joe Biden",
                (Participation(TRONG, "agent", TRONG_TERM), Participation(BIDEN, "participant", BIDEN_TERM)),
                "2023-09-10", "2023-09-10", "2023-09-10", "place/ha-noi", "happened", None, 2, claims_about(MEETING),
                "same day, same people"),
        KgEvent(VISIT, "Visit", "Joe Biden thăm Việt Nam",
                (Participation(BIDEN, "agent", BIDEN_TERM), Participation("VN", "destination")),
                "2023-09-10/2023-09-11", "2023-09-10", "2023-09-11", None, "happened", "cấp Nhà nước", 1, claims_about(VISIT)),
        KgEvent(UPGRADE, "RelationChange", "Việt Nam và Mỹ nâng cấp quan hệ",
                (Participation("country/VN", "party"), Participation("country/US", "party")),
                "2023-09-1X", "2023-09-10", "2023-09-19", "Phủ Chủ tịch", "happened", "Đối tác chiến lược toàn diện", 2,
                claims_about(UPGRADE)),
    ),
    relations=(
        Relation(RELATION, ("country/VN", "country/US"), "Đối tác chiến lược toàn diện", "comprehensive-strategic", "2023-09-10",
                 claims_about(UPGRADE)),
    ),
    contradictions=(
        Contradiction("contradiction/upgrade-us-vn", "date", UPGRADE, "Hai bài cho hai ngày nâng cấp: 10/9 và 11/9", claims_about(UPGRADE)),
    ),
    claims=CLAIMS,
)  # fmt: skip
