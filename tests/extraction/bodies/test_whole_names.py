"""Names of bodies that are whole: tasks with what they are about, committees of a province, clinics named after people; and what is no body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import names

TASKS = [
    ("Trưởng phòng Quản lý đào tạo sau đại học Trần Văn Lộc nghỉ hưu.", {"phòng Quản lý đào tạo sau đại học"}),
    ("Phòng Quản lý yêu cầu dừng thi công.", {"Phòng Quản lý"}),
    ("Bà làm ở Vụ Theo dõi xử lý đơn thư, nay nghỉ hưu.", {"Vụ Theo dõi xử lý đơn thư"}),
    ("Viện Quản trị kinh doanh TP Hồ Chí Minh khai giảng.", {"Viện Quản trị kinh doanh TP Hồ Chí Minh"}),
    ("Công ty Thẩm định giá ABC bị phạt.", {"Công ty Thẩm định giá ABC"}),
    ("CTCP Cho thuê máy bay Việt Nam bị phạt.", {"CTCP Cho thuê máy bay Việt Nam"}),
    ("Tổng Công ty Máy động lực và Máy nông nghiệp Việt Nam có lãi.", {"Tổng Công ty Máy động lực và Máy nông nghiệp Việt Nam"}),
    ("Công ty Cổ phần Dược phẩm T&T mở nhà máy.", {"Công ty Cổ phần Dược phẩm T&T"}),
    ("Công ty Đầu tư phát triển hạ tầng Hoa Sơn bị phạt.", {"Công ty Đầu tư phát triển hạ tầng Hoa Sơn"}),
    ("Công ty Đầu tư Hoa Sơn bị phạt.", {"Công ty Đầu tư Hoa Sơn"}),
    ("Họ gửi Bộ Kế hoạch và Đầu tư tổng hợp, báo cáo Thủ tướng.", {"Bộ Kế hoạch và Đầu tư"}),
    ("Đoàn thăm HTX Sản xuất nông sản và dược liệu Kiên Nga.", {"HTX Sản xuất nông sản và dược liệu Kiên Nga"}),
    ("Đoàn thăm hợp tác xã ở huyện.", set()),
    ("Đảng Nhân dân Campuchia cầm quyền thắng cử.", {"Đảng Nhân dân Campuchia"}),
]

BRANCHES = [
    ("Bà Trần Thị Lộc, Chủ tịch Ủy ban MTTQ tỉnh, đã đến.", set()),
    ("Tỉnh Phú Thọ họp. Bà Trần Thị Lộc, Chủ tịch Ủy ban MTTQ tỉnh, đã đến.", {"Ủy ban MTTQ tỉnh Phú Thọ"}),
    ("Tỉnh Phú Thọ họp. Chủ tịch Hội Nông dân tỉnh Trần Văn Lộc dự.", {"Hội Nông dân tỉnh Phú Thọ"}),
    ("Chủ tịch MTTQ Trần Văn Lộc nói về MTTQ xã hội hóa.", {"MTTQ"}),
    ("Chủ tịch Hội Nông dân xã Hồng Thái Trần Văn Lộc dự.", {"Hội Nông dân xã Hồng Thái"}),
    ("Hội Sinh viên Việt Nam tại Úc bế mạc đại hội.", {"Hội Sinh viên Việt Nam tại Úc"}),
    ("Hội Nông dân Việt Nam tại Hà Nội đã họp.", {"Hội Nông dân Việt Nam"}),
]

NAMED_AFTER = [
    ("Ông nằm ở Trung tâm phòng chống Ung thư Francois Baclesse.", {"Trung tâm phòng chống Ung thư Francois Baclesse"}, set()),
    ("Ông nằm ở Bệnh viện Albert Schweitzer.", {"Bệnh viện Albert Schweitzer"}, set()),
    ("Giám đốc Trung tâm Y tế John Smith từ chức.", {"Trung tâm Y tế"}, {"John Smith"}),
    ("Chủ tịch MSC Christoph Heusgen phát biểu.", {"MSC"}, {"Christoph Heusgen"}),
    ("Hãng tàu MSC Mediterranean Shipping Company đặt văn phòng.", {"Mediterranean Shipping Company"}, set()),
]

NO_BODIES = [
    "Chủ trương Đài Loan của Trump gây tranh cãi.",
    "Đoàn dâng hương tại Đài Tổ quốc ghi công.",
    "Cựu tướng Thủy quân Lục chiến 4 sao John Kelly lên tiếng.",
    "Phong trào Olympic Việt Nam lớn mạnh.",
    "Xem văn bản số 7385/VPCP-KGVX và tờ trình 68/TTr-BNV.",
]


@pytest.mark.parametrize(("text", "bodies"), TASKS + BRANCHES)
def test_bodies(read: Callable[..., Extraction], text: str, bodies: set[str]) -> None:
    assert names(read(text), "Organization") == bodies


@pytest.mark.parametrize(("text", "bodies", "people"), NAMED_AFTER)
def test_named_after_people(read: Callable[..., Extraction], text: str, bodies: set[str], people: set[str]) -> None:
    record = read(text)
    assert (names(record, "Organization"), names(record, "Person")) == (bodies, people)


@pytest.mark.parametrize("text", NO_BODIES)
def test_no_bodies(read: Callable[..., Extraction], text: str) -> None:
    assert names(read(text), "Organization") == set()


def test_letters_with_a_longer_name_are_another_body(read: Callable[..., Extraction]) -> None:
    """`MSC` of the table is the conference in Munich, which has no name of a firm behind its letters."""
    assert not any(entity.kind == "international" for entity in read("Tập đoàn MSC Mediterrane shipping mở cảng.").entities)


def test_standing_of_a_party_is_no_part_of_its_name(read: Callable[..., Extraction]) -> None:
    record = read("Chủ tịch Đảng Nhân dân Campuchia cầm quyền Hun Sen nói.")
    name = {entity.id: entity.name for entity in record.entities}
    assert [(name[h.person], h.role, name.get(h.of or "")) for h in record.holdings] == [("Hun Sen", "Chủ tịch", "Đảng Nhân dân Campuchia")]
