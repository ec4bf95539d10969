"""Appointments and departures: sentence → events, and the offices held that follow from them. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines
from tests.extraction.facts import holdings

ROWS: list[Case] = [
    (
        "được bầu làm",
        "Ông Nguyễn Văn Hùng được Quốc hội bầu làm Chủ tịch nước ngày 18/6.",
        {"Appointment Nguyễn Văn Hùng 2024-06-18 [Chủ tịch nước]"},
    ),
    (
        "phân công A, …, giữ chức B",
        "Bộ Chính trị phân công bà Trần Thị Lan, Ủy viên Trung ương Đảng, giữ chức Bí thư Tỉnh ủy Hà Nam.",
        {"Appointment Trần Thị Lan [Bí thư Tỉnh ủy Hà Nam]"},
    ),
    (
        "headline: A làm B",
        "Ông Lê Văn Minh làm Chủ tịch UBND tỉnh Hà Nam\nSáng 19/6, tỉnh Hà Nam họp phiên bất thường.",
        {"Appointment Lê Văn Minh [Chủ tịch UBND tỉnh Hà Nam]"},
    ),
    (
        "tuyên thệ nhậm chức",
        "Ông Trần Văn Sơn tuyên thệ nhậm chức Tổng thống Indonesia hôm 20/10/2019.",
        {"Appointment Trần Văn Sơn 2019-10-20 [Tổng thống Indonesia]"},
    ),
    ("bổ nhiệm A làm B", "Thủ tướng bổ nhiệm ông Lê Văn Minh làm Thứ trưởng Bộ Y tế.", {"Appointment Lê Văn Minh [Thứ trưởng Bộ Y tế]"}),
    (
        "apposition between dashes",
        "Quốc hội bầu ông Lê Văn Minh - Bí thư Tỉnh ủy Hà Nam - làm Phó Chủ tịch Quốc hội.",
        {"Appointment Lê Văn Minh [Phó Chủ tịch Quốc hội]"},
    ),
    ("trở thành", "Ông Lê Văn Minh trở thành Chủ tịch Quốc hội hôm 20/5.", {"Appointment Lê Văn Minh 2024-05-20 [Chủ tịch Quốc hội]"}),
    ("trúng cử", "Bà Trần Thị Lan đã trúng cử chức vụ Chủ tịch HĐND tỉnh Hà Nam.", {"Appointment Trần Thị Lan [Chủ tịch HĐND tỉnh Hà Nam]"}),
    (
        "relative clause",
        "Ông Trần Văn Nam thay ông Lê Văn Minh, người đã được bổ nhiệm làm Phó Thủ tướng hồi tháng 5.",
        {"Appointment Lê Văn Minh 2024-05 [Phó Thủ tướng]"},
    ),
    (
        "said of the one behind",
        "Nghị quyết bổ nhiệm Bộ trưởng Bộ Y tế với ông Lê Văn Minh được thông qua.",
        {"Appointment Lê Văn Minh [Bộ trưởng Bộ Y tế]"},
    ),
    (
        "before the main clause",
        "Trước khi được bổ nhiệm làm Thứ trưởng Bộ Y tế, ông Lê Văn Minh công tác ở Hà Nam.",
        {"Appointment Lê Văn Minh [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "giữ chức from a date on",
        "Ông Lê Văn Minh giữ chức Thứ trưởng Bộ Y tế từ tháng 5/2020 đến nay.",
        {"Appointment Lê Văn Minh 2020-05 [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "elected to a body",
        "Ông Lê Văn Minh được bầu vào Ban Chấp hành Trung ương Đảng.",
        {"Appointment Lê Văn Minh [Ủy viên Ban Chấp hành Trung ương Đảng]"},
    ),
    (
        "put in charge",
        "Thủ tướng phân công Thứ trưởng Trần Văn Nam điều hành Bộ Y tế từ 10/6.",
        {"Appointment Trần Văn Nam 2024-06-10 [điều hành Bộ Y tế]"},
    ),
    ("lễ nhậm chức của A", "Lễ nhậm chức của Tổng thống Mexico Claudia Sheinbaum diễn ra hôm 1/6.", {"Appointment Claudia Sheinbaum 2024-06-01"}),
    (
        "two who are sworn in together",
        "Tổng thống Indonesia Prabowo Subianto nhậm chức cùng Phó Tổng thống Gibran Rakabuming Raka hôm 10/6.",
        {"Appointment Prabowo Subianto 2024-06-10", "Appointment Gibran Rakabuming Raka 2024-06-10"},
    ),
    ("thôi giữ chức", "Ông Lê Văn Minh thôi giữ chức Bộ trưởng Bộ Y tế từ ngày 1/6.", {"Departure Lê Văn Minh 2024-06-01 [Bộ trưởng Bộ Y tế]"}),
    (
        "thôi giữ các chức vụ A, B",
        "Ông Lê Văn Minh thôi giữ các chức vụ Tổng Thư ký Quốc hội, Chủ nhiệm Văn phòng Quốc hội chiều 18/6.",
        {"Departure Lê Văn Minh 2024-06-18 [Tổng Thư ký Quốc hội]", "Departure Lê Văn Minh 2024-06-18 [Chủ nhiệm Văn phòng Quốc hội]"},
    ),
    ("miễn nhiệm … đối với A", "Quốc hội miễn nhiệm chức vụ Phó Thủ tướng đối với ông Lê Văn Minh.", {"Departure Lê Văn Minh [Phó Thủ tướng]"}),
    ("miễn nhiệm B A", "Miễn nhiệm Tổng Thư ký Quốc hội Lê Văn Minh\nQuốc hội họp sáng nay.", {"Departure Lê Văn Minh [Tổng Thư ký Quốc hội]"}),
    (
        "chức vụ này",
        "Ông Lê Văn Minh vẫn kiêm chức vụ Bộ trưởng Bộ Tư pháp và vừa được Quốc hội miễn nhiệm chức vụ này ngày 18/6.",
        {"Departure Lê Văn Minh 2024-06-18 [Bộ trưởng Bộ Tư pháp]"},
    ),
    ("từ chức", "Thủ tướng Anh Liz Truss từ chức hôm 20/10/2022.", {"Departure Liz Truss 2022-10-20"}),
    ("phải xin thôi chức", "Phó Thủ tướng Vũ Văn Đạt phải xin thôi chức tháng 1/2023.", {"Departure Vũ Văn Đạt 2023-01"}),
    ("bị phế truất", "Tổng thống Peru Pedro Castillo bị phế truất tháng 12/2022.", {"Departure Pedro Castillo 2022-12"}),
    ("qua đời", "Nguyên Chủ tịch nước Trần Đức Lương qua đời tối 20/5.", {"Departure Trần Đức Lương 2024-05-20"}),
    ("not: vẫn giữ chức", "Ông Lê Văn Minh vẫn giữ chức Bộ trưởng Bộ Y tế.", set()),
    ("not: a career", "Trước đó, ông Lê Văn Minh giữ chức Giám đốc Sở Y tế Hà Nam.", set()),
    ("not: kêu gọi từ chức", "Phe đối lập kêu gọi Thủ tướng Anh Liz Truss từ chức.", set()),
    ("not: may lead to", "Việc này có thể dẫn đến việc Thủ tướng Thái Lan Paetongtarn Shinawatra bị cách chức.", set()),
    ("not: chosen is somebody unnamed", "Ông Donald Trump sẽ đề cử người chỉ trích Tổng thống Obama làm Bộ trưởng Năng lượng.", set()),
    ("not: the death of one without office", "Nghệ sĩ Lê Phương qua đời ở tuổi 36.", set()),
    ("not: what kind of president", "Ông Bill Clinton trở thành Tổng thống thứ nhì bị luận tội.", set()),
    (
        "cut off in the headline",
        "Bà Trần Thị Lan làm Chủ tịch Hội ...\nBà Trần Thị Lan được bầu giữ chức Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam.",
        {"Appointment Trần Thị Lan [Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam]"},
    ),
    ("not: tranh cử", "Ông Lê Văn Minh tranh cử tổng thống năm 2016.", set()),
    (
        "planned",
        "Tổng thống Mỹ Joe Biden sẽ bổ nhiệm ông Marc Knapper làm Đại sứ tại Việt Nam.",
        {"Appointment Marc Knapper [Đại sứ tại Việt Nam] planned"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), cases(ROWS))
def test_appointments(read: Read, text: str, expected: set[str]) -> None:
    assert lines(read(text, "2024-06-20")) == expected


HELD = [
    ("in office", "Ông Nguyễn Văn Hùng được Quốc hội bầu làm Chủ tịch nước.", ("Nguyễn Văn Hùng", "Chủ tịch nước", None, "current")),
    ("gave it up", "Ông Lê Văn Minh thôi giữ chức Phó Thủ tướng.", ("Lê Văn Minh", "Phó Thủ tướng", None, "former")),
    (
        "named for it",
        "Tổng thống Mỹ Joe Biden đề cử ông Marc Knapper làm Bộ trưởng Quốc phòng.",
        ("Marc Knapper", "Bộ trưởng Quốc phòng", None, "designate"),
    ),
    (
        "chosen by one person",
        "Tổng thống đắc cử Donald Trump chọn ông Marco Rubio làm Ngoại trưởng.",
        ("Marco Rubio", "Ngoại trưởng", None, "designate"),
    ),
    ("looking back", "Trước đó, ông Lê Văn Minh giữ chức Tổng Thư ký Quốc hội.", ("Lê Văn Minh", "Tổng Thư ký Quốc hội", "Quốc hội", "former")),
    ("replaced", "Bà Trần Thị Lan được bầu làm Phó Thủ tướng thay ông Lê Văn Minh.", ("Lê Văn Minh", "Phó Thủ tướng", None, "former")),
    (
        "left behind by a later office",
        "Tháng 3/2014, ông Lê Văn Minh được bầu làm Phó Thủ tướng. Năm 2020, ông được bầu làm Chủ tịch nước.",
        ("Lê Văn Minh", "Phó Thủ tướng", None, "former"),
    ),
    (
        "the later office",
        "Tháng 3/2014, ông Lê Văn Minh được bầu làm Phó Thủ tướng. Năm 2020, ông được bầu làm Chủ tịch nước.",
        ("Lê Văn Minh", "Chủ tịch nước", None, "current"),
    ),
    (
        "a career",
        "Ông Lê Văn Minh từng đảm nhận nhiều chức vụ quan trọng như Phó Thủ tướng, Chủ tịch Quốc hội.",
        ("Lê Văn Minh", "Phó Thủ tướng", None, "former"),
    ),
    ("until now", "Ông Lê Văn Minh giữ chức Phó Thủ tướng từ tháng 5/2020 đến nay.", ("Lê Văn Minh", "Phó Thủ tướng", None, "current")),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=c) for c, t, e in HELD])
def test_offices_held(read: Read, text: str, expected: tuple[str, str, str | None, str]) -> None:
    assert expected in holdings(read(text, "2024-06-20"))
