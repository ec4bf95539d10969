"""A small Knowledge by hand for questions: five articles of two outlets on the summer of 2024, one of everything that is asked for."""

from __future__ import annotations

from kg.model import (
    ArticleInfo,
    BackgroundTerm,
    Claim,
    Contradiction,
    EntityType,
    KgEntity,
    KgEvent,
    KgStatistic,
    Knowledge,
    Modality,
    Office,
    OfficeHolding,
    OrganizationChange,
    Participation,
    Precision,
    Relation,
    Tier,
    TitleReading,
)

ARTICLES = {
    "a1": ("Bản tin A", "2024-06-17", "Tổng thống Nga sắp thăm Việt Nam"),
    "a2": ("Bản tin A", "2024-06-20", "Chủ tịch nước hội đàm với Tổng thống Nga"),
    "a3": ("Nhật báo B", "2024-06-21", "Ông Putin kết thúc chuyến thăm"),
    "a4": ("Bản tin A", "2024-08-04", "Trung ương bầu Tổng Bí thư"),
    "a5": ("Nhật báo B", "2024-08-09", "Điện đàm Việt - Nga"),
}

# article, number of the sentence → sentence; a claim quotes a part of one.
SENTENCES = {
    ("a1", 1): "Tổng thống Nga Vladimir Putin sẽ thăm Việt Nam trong hai ngày 19 và 20-6.",
    ("a2", 1): "Sáng 20-6 tại Hà Nội, Chủ tịch nước Tô Lâm hội đàm với Tổng thống Nga Vladimir Putin.",
    ("a2", 2): "Việt Nam và Nga ký Tuyên bố chung.",
    ("a2", 3): "Ông Putin nói Nga coi trọng Việt Nam.",
    ("a2", 4): "Năm 2012, Việt Nam và Nga nâng quan hệ lên Đối tác chiến lược toàn diện.",
    ("a3", 1): "Ông Putin đã gặp Chủ tịch nước Tô Lâm và Bộ trưởng Công an Lương Tam Quang.",
    ("a3", 2): "Chuyến thăm cấp Nhà nước bắt đầu ngày 20-6.",
    ("a3", 3): "Đại sứ Hoàng Văn Thử cùng phu nhân Ngô Phương Ly ra sân bay.",
    ("a3", 4): "Bộ trưởng Công an Tô Lâm vắng mặt.",
    ("a4", 1): "Ngày 3-8, ông Tô Lâm, Chủ tịch nước, được bầu làm Tổng Bí thư.",
    ("a4", 2): "Nguyên Tổng Bí thư Nguyễn Phú Trọng từ trần ngày 19-7.",
    ("a4", 3): "Ông Tô Lâm dự kiến thăm Trung Quốc trong tháng 8.",
    ("a4", 4): "Bà Võ Thị Ánh Xuân từng giữ quyền Chủ tịch nước.",
    ("a5", 1): "Chiều 8-8, Tổng Bí thư Tô Lâm điện đàm với Tổng thống Nga Vladimir Putin.",
    ("a5", 2): "Năm 1950, Việt Nam và Nga lập quan hệ ngoại giao.",
    ("a5", 3): "Chuyến thăm Mông Cổ của ông Hoàng Văn Thử bị hủy.",
    ("a5", 4): "Năm 2019, Tổng thống Nga đã tiếp Tổng Bí thư Việt Nam.",
}

_claims: list[Claim] = []


def _told(about: str, *sources: tuple[str, int, str], tier: Tier = "asserted", rule: str = "name") -> tuple[str, ...]:
    """Make claims for `about`, one for each (article, sentence, quote), and return their ids."""
    kind = {"holding": "holding", "event": "event", "relation": "event", "contradiction": "event"}.get(about.split("/")[0], "entity")
    ids = []
    for article, number, quote in sources:
        begin = sum(len(text) + 1 for (other, n), text in SENTENCES.items() if other == article and n < number)
        sentence = SENTENCES[article, number]
        start = begin + sentence.index(quote)
        same = sum(claim.article == article and claim.kind == kind for claim in _claims)
        claim = Claim(
            f"claim/{article}/{kind}-{same + 1}", kind, article, about, start, start + len(quote), quote, begin, begin + len(sentence),
            sentence, rule, 0.95 if tier == "asserted" else 0.6, tier,
        )  # fmt: skip
        _claims.append(claim)
        ids.append(claim.id)
    return tuple(ids)


def _entity(kind: EntityType, name: str, slug: str, *sources: tuple[str, int, str], aliases: tuple[str, ...] = (), iso: str | None = None,
            country: str | None = None) -> KgEntity:  # fmt: skip
    about = f"{kind.lower()}/{slug}"
    return KgEntity(about, kind, name, aliases, iso, country, claims=_told(about, *sources))


ENTITIES = (
    _entity("Person", "Tô Lâm", "to-lam", ("a2", 1, "Tô Lâm"), ("a3", 1, "Tô Lâm"), ("a4", 1, "Tô Lâm"), ("a5", 1, "Tô Lâm"),
            aliases=("Lâm",)),
    _entity("Person", "Vladimir Putin", "vladimir-putin", ("a1", 1, "Vladimir Putin"), ("a2", 1, "Vladimir Putin"), ("a3", 1, "Putin"),
            ("a5", 1, "Vladimir Putin"), aliases=("Putin",)),
    _entity("Person", "Lương Tam Quang", "luong-tam-quang", ("a3", 1, "Lương Tam Quang")),
    _entity("Person", "Nguyễn Phú Trọng", "nguyen-phu-trong", ("a4", 2, "Nguyễn Phú Trọng")),
    _entity("Person", "Võ Thị Ánh Xuân", "vo-thi-anh-xuan", ("a4", 4, "Võ Thị Ánh Xuân")),
    _entity("Person", "Hoàng Văn Thử", "hoang-van-thu", ("a3", 3, "Hoàng Văn Thử"), aliases=("Lâm",)),
    _entity("Person", "Ngô Phương Ly", "ngo-phuong-ly", ("a3", 3, "Ngô Phương Ly")),
    _entity("Country", "Việt Nam", "VN", ("a1", 1, "Việt Nam"), ("a2", 3, "Việt Nam"), iso="VN"),
    _entity("Country", "Nga", "RU", ("a2", 3, "Nga"), iso="RU"),
    _entity("Country", "Trung Quốc", "CN", ("a4", 3, "Trung Quốc"), iso="CN"),
    _entity("Country", "Mông Cổ", "MN", ("a5", 3, "Mông Cổ"), iso="MN"),
    _entity("Organization", "Đảng Cộng sản Việt Nam", "dang-cong-san-viet-nam", country="VN", aliases=("ĐCSVN",)),
    _entity("Organization", "Bộ Giao thông Vận tải", "bo-giao-thong-van-tai", country="VN"),
    _entity("Organization", "Bộ Xây dựng", "bo-xay-dung", country="VN"),
    _entity("Place", "Hà Nội", "ha-noi", ("a2", 1, "Hà Nội"), country="VN"),
    _entity("Agreement", "Tuyên bố chung", "tuyen-bo-chung", ("a2", 2, "Tuyên bố chung")),
)  # fmt: skip

OFFICES = (
    Office("office/chu-tich-nuoc-vn", "Chủ tịch nước Việt Nam", "Chủ tịch nước", "state-president", "VN", 1),
    Office("office/tong-bi-thu", "Tổng Bí thư Đảng Cộng sản Việt Nam", "Tổng Bí thư", "party-general-secretary",
           "organization/dang-cong-san-viet-nam", 1),
    Office("office/bo-truong-cong-an-vn", "Bộ trưởng Công an Việt Nam", "Bộ trưởng Công an", None, "VN", 1),
    Office("office/tong-thong-ru", "Tổng thống Nga", "Tổng thống", "president", "RU", 1),
    Office("office/dai-su", "Đại sứ", "Đại sứ", "ambassador", None),
)  # fmt: skip


def _holding(slug: str, who: str, office: str, status: str, days: tuple[str, ...], *sources: tuple[str, int, str],
             since: str | None = None, until: str | None = None, scope: str | None = None,
             exact: tuple[Precision, Precision] = ("day", "day")) -> OfficeHolding:  # fmt: skip
    about = f"holding/{slug}"
    told = _told(about, *sources, rule="title name")
    return OfficeHolding(about, f"person/{who}", f"office/{office}", status, scope, days, told, since, until, *exact)  # type: ignore[arg-type]


HOLDINGS = (
    _holding("lam-president", "to-lam", "chu-tich-nuoc-vn", "current", ("2024-06-20", "2024-08-03"), ("a2", 1, "Chủ tịch nước Tô Lâm"),
             ("a3", 1, "Chủ tịch nước Tô Lâm"), ("a4", 1, "Tô Lâm, Chủ tịch nước"), since="2024-05-22"),
    _holding("lam-secretary", "to-lam", "tong-bi-thu", "current", ("2024-08-03", "2024-08-08"), ("a4", 1, "Tổng Bí thư"),
             ("a5", 1, "Tổng Bí thư Tô Lâm"), since="2024-08-03"),
    _holding("putin", "vladimir-putin", "tong-thong-ru", "current", ("2024-06-17", "2024-06-20", "2024-08-08"),
             ("a1", 1, "Tổng thống Nga Vladimir Putin"), ("a2", 1, "Tổng thống Nga Vladimir Putin"),
             ("a5", 1, "Tổng thống Nga Vladimir Putin")),
    _holding("quang", "luong-tam-quang", "bo-truong-cong-an-vn", "current", ("2024-06-21",),
             ("a3", 1, "Bộ trưởng Công an Lương Tam Quang")),
    _holding("lam-minister", "to-lam", "bo-truong-cong-an-vn", "current", ("2024-06-21",), ("a3", 4, "Bộ trưởng Công an Tô Lâm")),
    _holding("trong", "nguyen-phu-trong", "tong-bi-thu", "late", ("2024-08-04",), ("a4", 2, "Nguyên Tổng Bí thư Nguyễn Phú Trọng"),
             until="2024-07-19"),
    _holding("xuan", "vo-thi-anh-xuan", "chu-tich-nuoc-vn", "acting", ("2024-03-21",), ("a4", 4, "quyền Chủ tịch nước")),
    _holding("thu", "hoang-van-thu", "dai-su", "current", ("2024-06-21",), ("a3", 3, "Đại sứ Hoàng Văn Thử"), scope="tại Mông Cổ",
             since="2021-01-01", until="2024-09-01", exact=("year", "month")),
)  # fmt: skip


def _event(slug: str, kind: str, label: str, parts: str, date: str | None, days: tuple[str, str] | None, reports: int,
           *sources: tuple[str, int, str], modality: Modality = "happened", level: str | None = None, place: str | None = None,
           tier: Tier = "asserted", reason: str = "", part_of: str | None = None, codes: str = "") -> KgEvent:  # fmt: skip
    """`parts` are `who role [holding]`, separated by semicolons, `codes` verb, CAMEO and PLOVER."""
    about = f"event/{slug}"
    taking = []
    for part in parts.split("; "):
        who, role, *acting = part.split()
        taking.append(Participation(who, role, f"holding/{acting[0]}" if acting else None))
    begin, end = days or (None, None)
    told = _told(about, *sources, tier=tier, rule="verb")
    verb, cameo, plover = (code.strip("-") or None for code in (codes or "- - -").split())
    return KgEvent(about, kind, label, tuple(taking), date, begin, end, place, modality, level, reports, told, reason,
                   part_of, verb=verb, cameo=cameo, plover=plover)  # fmt: skip


EVENTS = (
    _event("visit", "Visit", "Vladimir Putin thăm Việt Nam", "person/vladimir-putin agent putin; VN destination", "2024-06-19/2024-06-20",
           ("2024-06-19", "2024-06-20"), 2, ("a1", 1, "sẽ thăm"), ("a3", 2, "Chuyến thăm cấp Nhà nước"), level="cấp Nhà nước",
           reason="same guest"),
    _event("talks", "Meeting", "Tô Lâm hội đàm với Vladimir Putin",
           "person/to-lam host lam-president; person/vladimir-putin participant putin", "2024-06-20", ("2024-06-20", "2024-06-20"), 2,
           ("a2", 1, "hội đàm"), ("a3", 1, "đã gặp"), place="place/ha-noi", reason="same day, same people",
           part_of="event/visit", codes="- 040 CONSULT"),
    _event("audience", "Meeting", "Vladimir Putin gặp Lương Tam Quang",
           "person/vladimir-putin agent putin; person/luong-tam-quang participant quang", "2024-06", ("2024-06-01", "2024-06-30"), 1,
           ("a3", 1, "đã gặp"), tier="probable"),
    _event("call", "PhoneCall", "Tô Lâm điện đàm với Vladimir Putin",
           "person/to-lam agent lam-secretary; person/vladimir-putin participant putin", "2024-08-08", ("2024-08-08", "2024-08-08"), 1,
           ("a5", 1, "điện đàm")),
    _event("signing", "Signing", "Việt Nam và Nga ký Tuyên bố chung", "VN party; RU party; agreement/tuyen-bo-chung agreement",
           "2024-06-20", ("2024-06-20", "2024-06-20"), 1, ("a2", 2, "ký")),
    _event("words", "Statement", "Vladimir Putin phát biểu", "person/vladimir-putin speaker putin; VN topic", "2024-06-20",
           ("2024-06-20", "2024-06-20"), 1, ("a2", 3, "nói"), codes="support 051 SUPPORT"),
    _event("elected", "Appointment", "Tô Lâm nhận chức Tổng Bí thư", "person/to-lam agent; office/tong-bi-thu office", "2024-08-03",
           ("2024-08-03", "2024-08-03"), 1, ("a4", 1, "được bầu")),
    _event("death", "Departure", "Nguyễn Phú Trọng từ trần", "person/nguyen-phu-trong agent", "2024-07-19", ("2024-07-19", "2024-07-19"), 1,
           ("a4", 2, "từ trần")),
    _event("to-china", "Visit", "Tô Lâm thăm Trung Quốc", "person/to-lam agent; CN destination; CN inviter", "2024-08",
           ("2024-08-01", "2024-08-31"), 1, ("a4", 3, "dự kiến thăm"), modality="planned"),
    _event("to-mongolia", "Visit", "Hoàng Văn Thử thăm Mông Cổ", "person/hoang-van-thu agent; MN destination", None, None, 1,
           ("a5", 3, "bị hủy"), modality="cancelled"),
    _event("partners", "RelationChange", "Việt Nam – Nga: Đối tác chiến lược toàn diện", "VN party; RU party", "2012",
           ("2012-01-01", "2012-12-31"), 1, ("a2", 4, "nâng quan hệ"), level="Đối tác chiến lược toàn diện"),
    _event("diplomatic", "RelationChange", "Việt Nam – Nga: quan hệ ngoại giao", "VN party; RU party", "1950-01-30",
           ("1950-01-30", "1950-01-30"), 1, ("a5", 2, "lập quan hệ"), level="Thiết lập quan hệ ngoại giao"),
)  # fmt: skip


BACKGROUND = (
    BackgroundTerm("background/putin", "person/vladimir-putin", "office/tong-thong-ru", "2012-05-07", "day", None, None, "2024-12-01", False,
                   "Bảng của chúng tôi"),
    BackgroundTerm("background/trong", "person/nguyen-phu-trong", "office/tong-bi-thu", "2011-01-01", "month", "2024-07-19", "day",
                   "2024-07-20", False, "Bảng của chúng tôi"),
    BackgroundTerm("background/xuan", "person/vo-thi-anh-xuan", "office/chu-tich-nuoc-vn", "2023-01-18", "day", "2023-03-01", "month",
                   "2023-04-01", True, "Bảng của chúng tôi"),
    BackgroundTerm("background/lam", "person/to-lam", "office/bo-truong-cong-an-vn", "2016-01-01", "year", "2024-05-22", "day", "2024-06-01",
                   False, "Bảng của chúng tôi"),
)  # fmt: skip

TITLES = (
    TitleReading("title/a5/1", "a5", "Tổng thống Nga", "office/tong-thong-ru", "resolved", "one term of the table covers the day", 0.8,
                 "2019-06-01", "event", "person/vladimir-putin", "background/putin", (), "event/talks",
                 _told("title/a5/1", ("a5", 4, "Tổng thống Nga"), tier="probable", rule="title alone")),
    TitleReading("title/a5/2", "a5", "Tổng Bí thư Việt Nam", "office/tong-bi-thu", "ambiguous", "two may be meant on the day of a handover", 0.5,
                 "2024-08-09", "article", None, None, ("person/to-lam", "person/nguyen-phu-trong"), None,
                 _told("title/a5/2", ("a5", 4, "Tổng Bí thư Việt Nam"), tier="probable", rule="title alone")),
)  # fmt: skip


def _claims_of(about: str) -> tuple[str, ...]:
    return tuple(claim.id for claim in _claims if claim.about == about)


KNOWLEDGE = Knowledge(
    articles=tuple(ArticleInfo(key, title, day, outlet=outlet) for key, (outlet, day, title) in ARTICLES.items()),
    entities=ENTITIES,
    offices=OFFICES,
    holdings=HOLDINGS,
    events=EVENTS,
    relations=(
        Relation("relation/ru-vn-2012", ("country/VN", "country/RU"), "Đối tác chiến lược toàn diện", "comprehensive-strategic", None,
                 _claims_of("event/partners")),
        Relation("relation/ru-vn-1950", ("country/VN", "country/RU"), "Thiết lập quan hệ ngoại giao", "diplomatic", "1950-01-30",
                 _claims_of("event/diplomatic")),
    ),
    contradictions=(
        Contradiction("contradiction/visit", "date", "event/visit", "Ngày khác nhau: 19-6 và 20-6",
                      _told("contradiction/visit", ("a1", 1, "19"), ("a3", 2, "20-6"))),
    ),
    claims=tuple(_claims),
    statistics=(
        KgStatistic("statistic/ru-vn-2023", "Nga – Việt Nam: thương mại song phương 3,6 tỷ USD, 2023", "thương mại song phương",
                    "thuong-mai-song-phuong", 3.6, "tỷ USD", ("country/RU", "country/VN"), None, None, "2023", "2023", "2023-01-01", "2023-12-31",
                    -2.3, None, _claims_of("event/partners")),
        KgStatistic("statistic/ru-vn-students", "Nga → Việt Nam: vốn đầu tư 1 tỷ USD", "vốn đầu tư", "von-dau-tu", 1.0, "tỷ USD", (),
                    "country/RU", "country/VN", None, None, None, None, None, 7, _claims_of("event/diplomatic")),
    ),
    background=BACKGROUND,
    titles=TITLES,
    changes=(
        OrganizationChange("change/transport", "organization/bo-giao-thong-van-tai", "organization/bo-xay-dung", "2025-03-01", "Bảng của chúng tôi"),
    ),
)  # fmt: skip
