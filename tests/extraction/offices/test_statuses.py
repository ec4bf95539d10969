"""Which status an office has when the whole article is heard: deaths, offices lost at once, ladders climbed. Text → (person, role, status)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import holdings

Status = tuple[str, str, str]

DEATHS: list[tuple[str, str, set[Status]]] = [
    ("told of the holder", "Chủ tịch nước Trần Văn An từ trần sáng nay.", {("Trần Văn An", "Chủ tịch nước", "late")}),
    (
        "behind an apposition",
        "Thông cáo cho biết ông Trần Văn An - Bí thư Tỉnh ủy Lào Cai - đã từ trần lúc 13 giờ.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "late")},
    ),
    (
        "by the way",
        "Việc bầu cử diễn ra sau khi Tổng thống Iran Ebrahim Raisi thiệt mạng.",
        {("Ebrahim Raisi", "Tổng thống", "late")},
    ),
    ("a noun clause", "Lào chia buồn về việc Chủ tịch nước Trần Văn An qua đời.", {("Trần Văn An", "Chủ tịch nước", "late")}),
    (
        "two who held one office at their graves",
        "Sau phần mộ của Tổng Bí thư Trần Văn An, Tổng Bí thư Lê Văn Lộc là hàng cây.",
        {("Trần Văn An", "Tổng Bí thư", "late"), ("Lê Văn Lộc", "Tổng Bí thư", "late")},
    ),
    (
        "not: who speaks at the funeral",
        "Thủ tướng dự lễ tang Tổng Bí thư Trần Văn An, Chủ tịch nước Lê Văn Lộc đọc điếu văn.",
        {("Trần Văn An", "Tổng Bí thư", "late"), ("Lê Văn Lộc", "Chủ tịch nước", "current")},
    ),
    ("not: his mother's", "Mẹ của Thủ tướng Trần Văn An qua đời.", {("Trần Văn An", "Thủ tướng", "current")}),
    ("not: his wife's", "Vợ Bộ trưởng Bộ Y tế Trần Văn An vừa qua đời.", {("Trần Văn An", "Bộ trưởng Bộ Y tế", "current")}),
    ("not: thân mẫu", "Thân mẫu Bộ trưởng Bộ Y tế Trần Văn An từ trần.", {("Trần Văn An", "Bộ trưởng Bộ Y tế", "current")}),
    ("not: a rumour", "Tin đồn Tổng thống Nga Vladimir Putin qua đời bị bác bỏ.", {("Vladimir Putin", "Tổng thống", "current")}),
    ("not: supposed", "Nếu Tổng thống Nga Vladimir Putin qua đời, bầu cử sẽ diễn ra.", {("Vladimir Putin", "Tổng thống", "current")}),
    ("not: others died", "Tổng thống Nga Vladimir Putin chia buồn khi hai người thiệt mạng.", {("Vladimir Putin", "Tổng thống", "current")}),
]

LOST: list[tuple[str, str, set[Status]]] = [
    ("cách hết chức vụ", "Chủ tịch UBND tỉnh Lào Cai Trần Văn An bị cách hết chức vụ.", {("Trần Văn An", "Chủ tịch UBND tỉnh", "former")}),
    (
        "mất tất cả chức vụ, of two",
        "Trần Văn An (Bí thư Tỉnh ủy Lào Cai), Lê Văn Lộc (Giám đốc Sở Y tế tỉnh Lào Cai) mất tất cả chức vụ.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "former"), ("Lê Văn Lộc", "Giám đốc Sở Y tế", "former")},
    ),
    (
        "behind the offices",
        "Ban Bí thư quyết định cách tất cả các chức vụ trong Đảng đối với ông Trần Văn An, Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "former")},
    ),
    (
        "told elsewhere in the article",
        "Ông Trần Văn An, Giám đốc Sở Y tế tỉnh Lào Cai, nói. Đầu tuần này, ông Trần Văn An đã thôi giữ mọi chức vụ.",
        {("Trần Văn An", "Giám đốc Sở Y tế", "former")},
    ),
    (
        "by whose word",
        "Theo Chủ tịch UBND tỉnh Lào Cai Trần Văn An, ông Lê Văn Lộc, Giám đốc Sở Y tế, mất toàn bộ chức vụ.",
        {("Trần Văn An", "Chủ tịch UBND tỉnh", "current"), ("Lê Văn Lộc", "Giám đốc Sở Y tế", "former")},
    ),
    (
        "not: only those in the party",
        "Ông Trần Văn An, Chủ tịch UBND tỉnh Lào Cai, bị cách tất cả chức vụ trong Đảng.",
        {("Trần Văn An", "Chủ tịch UBND tỉnh", "current")},
    ),
    (
        "not: proposed",
        "Ủy ban đề nghị cách tất cả chức vụ đối với ông Trần Văn An, Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "current")},
    ),
    (
        "not: asked for",
        "Ông Trần Văn An, Giám đốc Sở Y tế tỉnh Lào Cai, xin thôi mọi chức vụ.",
        {("Trần Văn An", "Giám đốc Sở Y tế", "current")},
    ),
    (
        "not: of a term long over",
        "Ủy ban Kiểm tra cách tất cả chức vụ trong Đảng nhiệm kỳ 2010-2015 đối với ông Trần Văn An, Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "current")},
    ),
]

WEIGHED: list[tuple[str, str, set[Status]]] = [
    (
        "in office yet, though the end is told",
        "Ông Lý Hiển Long vẫn ở lại nội các sau khi thôi làm thủ tướng. Thủ tướng Singapore đương nhiệm Lý Hiển Long nói vậy.",
        {("Lý Hiển Long", "Thủ tướng", "current")},
    ),
    (
        "the lower step is behind the minister",
        "Bộ trưởng Bộ Y tế Trần Văn An nói. Năm 2010, ông Trần Văn An được bổ nhiệm làm Thứ trưởng Bộ Y tế.",
        {("Trần Văn An", "Bộ trưởng Bộ Y tế", "current"), ("Trần Văn An", "Thứ trưởng Bộ Y tế", "former")},
    ),
    (
        "not: the minister of another ministry",
        "Bộ trưởng Bộ Y tế Trần Văn An nói. Ông Trần Văn An được bổ nhiệm làm Phó Trưởng Ban Tuyên giáo Trung ương.",
        {("Trần Văn An", "Bộ trưởng Bộ Y tế", "current"), ("Trần Văn An", "Phó Trưởng Ban Tuyên giáo Trung ương", "current")},
    ),
    (
        "a step of a career",
        "Ông Trần Văn An sau đó trở thành Chánh Văn phòng Tỉnh ủy Lào Cai. Năm 2020, ông An được bầu làm Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Chánh Văn phòng", "former"), ("Trần Văn An", "Bí thư Tỉnh ủy", "current")},
    ),
    (
        "not: a seat in parliament is kept beside the office",
        "Ông Trần Văn An giữ chức Bí thư Tỉnh ủy Lào Cai từ năm 2020. Tháng 7-2021, ông An được bầu làm đại biểu Quốc hội khóa XV.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "current"), ("Trần Văn An", "đại biểu Quốc hội", "current")},
    ),
    (
        "before a year",
        "Trước năm 2012, ông Trần Văn An là Phó Giám đốc Sở Y tế tỉnh Lào Cai.",
        {("Trần Văn An", "Phó Giám đốc Sở Y tế", "former")},
    ),
    (
        "not: what people say he should be",
        "Nhiều người nói rằng ông Trần Văn An nên làm Chủ tịch UBND tỉnh Lào Cai một lần nữa.",
        set(),
    ),
    (
        "a list that goes on behind words that are not read",
        "Thiếu tướng Trần Văn An, nguyên Trưởng đoàn chuyên gia Việt Nam tại Lào, nguyên Thứ trưởng Bộ Y tế, có mặt.",
        {("Trần Văn An", "Trưởng đoàn", "former"), ("Trần Văn An", "Thứ trưởng Bộ Y tế", "former")},
    ),
    (
        "not: the list ends where another name stands behind the office",
        "Ông Trần Văn An, nguyên Bí thư Tỉnh ủy Lào Cai phát biểu khai mạc, nguyên Chủ tịch nước Lê Văn Lộc có mặt.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "former"), ("Lê Văn Lộc", "Chủ tịch nước", "former")},
    ),
    (
        "posts that are no offices in a career",
        "Bà Trần Thị An lần lượt đảm nhiệm các vị trí công tác: Chuyên viên, Chuyên viên chính, Phó Vụ trưởng Vụ Tuyên truyền.",
        {("Trần Thị An", "Phó Vụ trưởng", "former")},
    ),
    (
        "two offices of the country that the second names",
        "Cựu Ngoại trưởng và Cố vấn An ninh quốc gia Mỹ Henry Kissinger có mặt.",
        {("Henry Kissinger", "Ngoại trưởng", "former"), ("Henry Kissinger", "Cố vấn An ninh quốc gia", "former")},
    ),
    (
        "not: two men",
        "Cựu Thủ tướng và Bộ trưởng Ngoại giao Trần Văn An gặp nhau.",
        {("Trần Văn An", "Bộ trưởng Ngoại giao", "current")},
    ),
    (
        "who founded a company did so for ever",
        "Ông Trần Văn An, nguyên Chủ tịch, người sáng lập Tập đoàn FPT, có mặt.",
        {("Trần Văn An", "Chủ tịch", "former"), ("Trần Văn An", "người sáng lập", "current")},
    ),
    (
        "founder and former head",
        "Terry Gou, người sáng lập và cựu Chủ tịch Foxconn, có mặt.",
        {("Terry Gou", "người sáng lập", "current"), ("Terry Gou", "Chủ tịch", "former")},
    ),
    (
        "not: the chairman of a province beside its secretary",
        "Ông Trần Văn An, Bí thư Tỉnh ủy và Chủ tịch UBND tỉnh cùng dự.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "current")},
    ),
    (
        "told closer in a list",
        "Bộ Công an có 2 thứ trưởng gồm ông Trần Văn An (thứ trưởng thường trực) và ông Lê Văn Lộc.",
        {("Trần Văn An", "thứ trưởng thường trực", "current"), ("Lê Văn Lộc", "thứ trưởng Bộ Công an", "current")},
    ),
    (
        "one office by a short title and by title and body",
        "Tổng thống sa thải Tư lệnh Không quân Ukraine Mykola Oleshchuk. Ông thay Tư lệnh Không quân Mykola Oleshchuk sau vụ rơi.",
        {("Mykola Oleshchuk", "Tư lệnh", "former")},
    ),
    (
        "before that",
        "Ông Ebrahim Raisi trước đây từng là Bộ trưởng Tư pháp Iran.",
        {("Ebrahim Raisi", "Bộ trưởng Tư pháp", "former")},
    ),
    (
        "named between congresses by the party",
        "Thủ tướng dự lễ trao quyết định của Ban Bí thư về việc chỉ định ông Trần Văn An giữ chức Phó Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Phó Bí thư Tỉnh ủy", "current")},
    ),
    (
        "not: named by a president",
        "Tổng thống Mỹ Joe Biden chỉ định bà Anna Klar làm Đại sứ Mỹ tại Việt Nam.",
        {("Joe Biden", "Tổng thống", "current"), ("Anna Klar", "Đại sứ", "designate")},
    ),
    (
        "a second nominee",
        "Trung ương giới thiệu ông Trần Văn An để Quốc hội bầu giữ chức Chủ tịch nước và ông Lê Văn Lộc, Phó Chủ tịch Quốc hội, "
        "để Quốc hội bầu giữ chức Chủ tịch Quốc hội.",
        {
            ("Trần Văn An", "Chủ tịch nước", "designate"),
            ("Lê Văn Lộc", "Phó Chủ tịch Quốc hội", "current"),
            ("Lê Văn Lộc", "Chủ tịch Quốc hội", "designate"),
        },
    ),
    (
        "not: the head of a delegation on its way",
        "Đoàn do Phó Chủ tịch nước Trần Thị An làm trưởng đoàn đã đến nơi.",
        {("Trần Thị An", "Phó Chủ tịch nước", "current")},
    ),
    (
        "this man is the last who was named",
        "Thủ tướng Campuchia Hun Manet gặp ông Lê Văn Lộc. Ông này từng là Bộ trưởng Bộ Y tế.",
        {("Hun Manet", "Thủ tướng", "current"), ("Lê Văn Lộc", "Bộ trưởng Bộ Y tế", "former")},
    ),
    (
        "not: whose relative is meant",
        "Ông Trần Văn An, cha ông Lê Văn Lộc, người giữ chức Bộ trưởng Bộ Y tế, có mặt.",
        set(),
    ),
    (
        "the last office of a list is that of the name it stands before",
        "Họ gặp đồng chí Trần Văn An - Tổng Bí thư, Chủ tịch nước Lê Văn Lộc nói.",
        {("Trần Văn An", "Tổng Bí thư", "current"), ("Lê Văn Lộc", "Chủ tịch nước", "current")},
    ),
    (
        "age and home between the name and the office",
        "Đại tướng Trần Văn An 67 tuổi, quê huyện Văn Giang, tỉnh Hưng Yên, là Ủy viên Trung ương Đảng khóa XI (dự khuyết), XII; Đại biểu Quốc hội.",
        {("Trần Văn An", "Ủy viên Trung ương Đảng", "current"), ("Trần Văn An", "Đại biểu Quốc hội", "current")},
    ),
    (
        "a rank in the list",
        "Ông Trần Văn An là Bí thư Đảng ủy Công an Trung ương, đại tướng, Bộ trưởng Bộ Công an.",
        {("Trần Văn An", "Bí thư Đảng ủy Công an Trung ương", "current"), ("Trần Văn An", "Bộ trưởng Bộ Công an", "current")},
    ),
    (
        "who will go on in office",
        "Bà Trần Thị An sẽ vẫn giữ chức Bộ trưởng Bộ Y tế.",
        {("Trần Thị An", "Bộ trưởng Bộ Y tế", "current")},
    ),
    (
        "who will go on being it",
        "Bà Trần Thị An sẽ vẫn là Bộ trưởng Bộ Y tế.",
        {("Trần Thị An", "Bộ trưởng Bộ Y tế", "current")},
    ),
    (
        "not: who will take the office",
        "Bà Trần Thị An sẽ giữ chức Bộ trưởng Bộ Y tế.",
        {("Trần Thị An", "Bộ trưởng Bộ Y tế", "designate")},
    ),
    ("not: who will not go on", "Bà Trần Thị An sẽ không tiếp tục giữ chức Bộ trưởng Bộ Y tế.", set()),
    (
        "dismissed from the post",
        "Ông Trần Văn An đã bị sa thải khỏi chức vụ Giám đốc Sở Y tế Hà Nội.",
        {("Trần Văn An", "Giám đốc Sở Y tế", "former")},
    ),
    (
        "whom somebody dismissed from the chair",
        "Tổng thống Mỹ Joe Biden sa thải ông Peter Klar khỏi ghế Bộ trưởng Tài chính.",
        {("Joe Biden", "Tổng thống", "current"), ("Peter Klar", "Bộ trưởng Tài chính", "former")},
    ),
    ("not: not dismissed", "Ông Trần Văn An chưa bị sa thải khỏi vị trí Giám đốc Sở Y tế Hà Nội.", set()),
    (
        "those before him tell nothing of him",
        "Bà gặp con cái các đời tổng thống tiền nhiệm ông Peter Klar.",
        set(),
    ),
    ("not: the predecessor's own name", "Bà gặp tổng thống tiền nhiệm Peter Klar.", {("Peter Klar", "tổng thống", "former")}),
    (
        "proposed as a predicate",
        "Ông Trần Văn An, Phó Bí thư Thường trực Tỉnh ủy được giới thiệu làm Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Phó Bí thư Thường trực Tỉnh ủy", "current"), ("Trần Văn An", "Bí thư Tỉnh ủy", "designate")},
    ),
    (
        "appointed by the party as a predicate",
        "Ông Trần Văn An được chỉ định làm Bí thư Tỉnh ủy Lào Cai.",
        {("Trần Văn An", "Bí thư Tỉnh ủy", "current")},
    ),
    (
        "named, with an apposition between",
        "Tổng thống Mỹ Joe Biden chỉ định bà Anna Klar, người điều hành chiến dịch của ông, làm Đại sứ Mỹ tại Việt Nam.",
        {("Joe Biden", "Tổng thống", "current"), ("Anna Klar", "Đại sứ", "designate")},
    ),
    (
        "not: whose wife she is",
        "Tổng thống Mỹ Joe Biden gặp bà Anna Klar, vợ của ông Peter Klar, Đại sứ Mỹ tại Việt Nam.",
        {("Joe Biden", "Tổng thống", "current"), ("Peter Klar", "Đại sứ", "current")},
    ),
    (
        "besides an office that is over",
        "Từ năm 2008 đến năm 2011, ông Trần Văn An là Giám đốc Sở Y tế Hà Nội. Ông đồng thời làm Bí thư Đảng ủy Sở Y tế Hà Nội.",
        {("Trần Văn An", "Giám đốc Sở Y tế", "former"), ("Trần Văn An", "Bí thư Đảng ủy", "former")},
    ),
    (
        "not: besides one that lasts",
        "Từ năm 2021, ông Trần Văn An là Giám đốc Sở Y tế Hà Nội. Ông đồng thời làm Bí thư Đảng ủy Sở Y tế Hà Nội.",
        {("Trần Văn An", "Giám đốc Sở Y tế", "current"), ("Trần Văn An", "Bí thư Đảng ủy", "current")},
    ),
    (
        "a term that outlasts the next step",
        "Tháng 10/2020, ông Trần Văn An được bầu làm Bí thư Tỉnh ủy Lào Cai. Ông giữ chức Chủ tịch HĐND tỉnh Lào Cai nhiệm kỳ 2021 - 2026. "
        "Từ tháng 7/2021, ông được bầu làm Trưởng đoàn Đại biểu Quốc hội tỉnh Lào Cai.",
        {
            ("Trần Văn An", "Bí thư Tỉnh ủy", "former"),
            ("Trần Văn An", "Chủ tịch HĐND tỉnh", "current"),
            ("Trần Văn An", "Trưởng đoàn Đại biểu Quốc hội", "current"),
        },
    ),
    (
        "one office over a list behind it",
        "Đang giữ chức Phó Bí thư Tỉnh ủy Lào Cai là các ông, bà: Trần Văn An; Lê Văn Lộc (Chủ tịch UBND tỉnh).",
        {
            ("Trần Văn An", "Phó Bí thư Tỉnh ủy", "current"),
            ("Lê Văn Lộc", "Phó Bí thư Tỉnh ủy", "current"),
            ("Lê Văn Lộc", "Chủ tịch UBND tỉnh", "current"),
        },
    ),
    (
        "and another man behind an office",
        "Trần Văn An, Phó giám đốc và ông Lê Văn Lộc, Trưởng phòng Kỹ thuật, có mặt.",
        {("Trần Văn An", "Phó giám đốc", "current"), ("Lê Văn Lộc", "Trưởng phòng Kỹ thuật", "current")},
    ),
    (
        "an occasion behind the last office",
        "Ông Trần Văn An, Bí thư Trung ương Đảng, Trưởng ban tổ chức Lễ tang điều hành Lễ truy điệu.",
        {("Trần Văn An", "Bí thư Trung ương Đảng", "current"), ("Trần Văn An", "Trưởng ban tổ chức Lễ tang điều hành", "current")},
    ),
    (
        "who stands for election beside a past office",
        "Cựu Tổng thống Mỹ, ứng cử viên hàng đầu của Đảng Cộng hòa Donald Trump có mặt.",
        {("Donald Trump", "Tổng thống", "former"), ("Donald Trump", "ứng cử viên hàng đầu", "current")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in DEATHS], ids=[row[0] for row in DEATHS])
def test_the_dead(read: Callable[..., Extraction], text: str, expected: set[Status]) -> None:
    assert {(person, role, status) for person, role, _, status in holdings(read(text))} == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in LOST], ids=[row[0] for row in LOST])
def test_who_loses_all(read: Callable[..., Extraction], text: str, expected: set[Status]) -> None:
    assert {(person, role, status) for person, role, _, status in holdings(read(text))} == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in WEIGHED], ids=[row[0] for row in WEIGHED])
def test_one_status(read: Callable[..., Extraction], text: str, expected: set[Status]) -> None:
    assert {(person, role, status) for person, role, _, status in holdings(read(text))} == expected
