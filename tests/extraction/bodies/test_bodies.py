"""Where the name of a body or a document begins and ends, and what is none: sentence → names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Extraction
from tests.extraction.facts import names

BODIES: list[tuple[str, str, set[str]]] = [
    ("fields and a comma in lower case", "Tổng cục Cảnh sát phòng, chống tội phạm ra thông báo.", {"Tổng cục Cảnh sát phòng, chống tội phạm"}),
    ("department and ministry are two", "Vụ Pháp luật quốc tế thuộc Bộ Tư pháp góp ý.", {"Vụ Pháp luật quốc tế", "Bộ Tư pháp"}),
    ("lower case up to the acronym", "Quỹ Quản lý nước và tài nguyên (WARM) tài trợ dự án.", {"Quỹ Quản lý nước và tài nguyên"}),
    (
        "several commas",
        "Ủy ban Văn hóa, Giáo dục, Thanh niên, Thiếu niên và Nhi đồng họp.",
        {"Ủy ban Văn hóa, Giáo dục, Thanh niên, Thiếu niên và Nhi đồng"},
    ),
    ("fields joined by a dash", "Bộ Dân tộc - Tôn giáo lấy ý kiến người dân.", {"Bộ Dân tộc - Tôn giáo"}),
    ("several ministries", "Các Bộ Công an, Xây dựng và Y tế báo cáo.", {"Bộ Công an"}),
    ("number of a unit", "Lữ đoàn Phòng không 673 diễn tập.", {"Lữ đoàn Phòng không 673"}),
    ("number of a hospital", "Ông nằm ở Bệnh viện Nhân dân 115.", {"Bệnh viện Nhân dân 115"}),
    ("embassy in lower case", "Thông cáo của đại sứ quán Pháp tại Việt Nam nêu rõ.", {"đại sứ quán Pháp tại Việt Nam"}),
    ("no forces of a country", "Lực lượng Israel tiến vào thành phố.", set()),
    ("no newspapers of a country", "Báo Mỹ đăng tin này.", set()),
    ("no authorities", "Chính quyền Mỹ và chính quyền địa phương nhất trí.", set()),
    ("headline cut short", "Bà Trần Thị Lộc làm Chủ tịch Hội Liên ...", set()),
    ("a member behind the party", "Đảng Dân chủ Judy Chu đề nghị hoãn.", {"Đảng Dân chủ"}),
    ("party with a word in lower case", "Đảng Nhân dân mới tranh cử.", {"Đảng Nhân dân mới"}),
    ("two short forms at the end", "Viện Công nghệ Việt - Hàn khánh thành.", {"Viện Công nghệ Việt - Hàn"}),
    ("country's syllable inside", "Trường Tiểu học Nga Phú khai giảng.", {"Trường Tiểu học Nga Phú"}),
    ("foreign words for a body", "Theo Atlantic Council, Azerbaijan Airlines tạm dừng bay.", {"Atlantic Council", "Azerbaijan Airlines"}),
    ("an international body is no country's", "Các đồng minh NATO của Hungary phản đối.", {"NATO"}),
    ("a verb behind a foreign name", "Đó là lỗi mà tập đoàn Formosa nhận trách nhiệm.", {"tập đoàn Formosa"}),
    ("with and without the unit", "Công an Hà Tĩnh bắt hai người. Công an tỉnh Hà Tĩnh xác nhận.", {"Công an tỉnh Hà Tĩnh"}),
    ("the title has its own word", "Phó Trưởng ban Ban Tổ chức Trung ương Trần Văn Lộc dự.", {"Ban Tổ chức Trung ương"}),
    ("party committee without its place", "Các ban Đảng Thành ủy phối hợp.", set()),
    (
        "the place behind the last and its country",
        "Tỉnh ủy, HĐND, Ủy ban MTTQ Việt Nam tỉnh Phú Thọ dự.",
        {
            "Tỉnh ủy Phú Thọ",
            "HĐND tỉnh Phú Thọ",
            "Ủy ban MTTQ Việt Nam tỉnh Phú Thọ",
        },
    ),
    ("full stop behind a single capital", "Đó là dự án nhóm A. Cùng với đó, Bộ Xây dựng đề nghị sửa.", {"Bộ Xây dựng"}),
    ("single capital inside a foreign name", "Ông thăm Đại học John F. Kennedy hôm qua.", {"Đại học John F. Kennedy"}),
    (
        "task of a steering committee, and its short form",
        "Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm họp. Ban Chỉ đạo liên ngành Trung ương yêu cầu kiểm tra.",
        {"Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm"},
    ),
    (
        "task with a comma",
        "Ban Chỉ đạo Trung ương về hoàn thiện thể chế, pháp luật đã họp.",
        {"Ban Chỉ đạo Trung ương về hoàn thiện thể chế, pháp luật"},
    ),
    ("task that no table has", "Ban Chỉ đạo Trung ương về tinh gọn bộ máy đã họp.", {"Ban Chỉ đạo Trung ương về tinh gọn bộ máy"}),
    ("what a ministry reports on", "Thông báo của Bộ Công an về kết quả điều tra.", {"Bộ Công an"}),
    (
        "joint-stock bank",
        "Ngân hàng Thương mại cổ phần Sài Gòn Thương Tín công bố kết quả.",
        {"Ngân hàng Thương mại cổ phần Sài Gòn Thương Tín"},
    ),
    ("missions of a group of states", "Ủy ban các nước ASEAN tại Buenos Aires tổ chức lễ.", {"Ủy ban các nước ASEAN tại Buenos Aires"}),
    ("no parliament of a province", "Phó trưởng đoàn đại biểu Quốc hội tỉnh Hải Dương phát biểu.", set()),
    ("badge, not newspaper", "Chị nhận Huy hiệu Tuổi trẻ dũng cảm.", set()),
    ("Roman number behind the field", "Năm 1999, ông về Tổng cục An ninh II công tác.", {"Tổng cục An ninh II"}),
    ("Roman number at the end", "Năm 1999, ông về Tổng cục An ninh I. Từ đó ông ở Hà Nội.", {"Tổng cục An ninh I"}),
    ("two bodies, not one", "Lãnh đạo Tổng cục Chính trị và Quân đội nhân dân Lào dự.", {"Tổng cục Chính trị", "Quân đội nhân dân Lào"}),
    ("two parties of one head word", "Hai bên là đảng Cộng hòa và Dân chủ.", {"đảng Cộng hòa", "đảng Dân chủ"}),
    ("one party and a man", "Hai bên là đảng Cộng hòa và ông Trần Văn Lộc.", {"đảng Cộng hòa"}),
    ("numbered delegation", "Sáng nay, Đoàn kiểm tra số 15 của Bộ Chính trị làm việc.", {"Đoàn kiểm tra số 15", "Bộ Chính trị"}),
    ("delegation without a number", "Sáng nay, Đoàn kiểm tra làm việc.", set()),
    (
        "what is managed in lower case, up to the unit",
        "Ông là kế toán của Ban Quản lý dự án đầu tư giao thông, nông nghiệp tỉnh Lạng Sơn.",
        {"Ban Quản lý dự án đầu tư giao thông, nông nghiệp tỉnh Lạng Sơn"},
    ),
    ("no project behind a verb", "Hôm qua, Ban Quản lý dự án đã gặp dân ở tỉnh Lạng Sơn.", set()),
    ("newspaper of a province", "Theo Báo Tây Ninh, lúa được mùa.", {"Báo Tây Ninh"}),
    ("field in lower case before its owner", "Chị làm ở Vụ pháp luật Văn phòng Chủ tịch nước.", {"Vụ pháp luật Văn phòng Chủ tịch nước"}),
    ("forces of a capital", "Các lực lượng Moscow rút lui.", set()),
    ("single capital that is the whole name", "Bà viết trên mạng xã hội X. WinRed gây quỹ.", {"mạng xã hội X"}),
    ("forces and cabinet of a country", "Hôm nay chính phủ Mỹ và quân đội Nga lên tiếng.", set()),
    ("to organise is no organisation", "Các xã không tổ chức HĐND quận.", set()),
    ("post without an owner", "Đoàn tới Sở Chỉ huy tiền phương.", set()),
    (
        "governments of two states",
        "Học bổng của Chính phủ Singapore và Chính phủ Việt Nam.",
        {"Chính phủ Singapore", "Chính phủ Việt Nam"},
    ),
    (
        "the bare body is that of the state the article is about",
        "Quốc hội Lào khai mạc kỳ họp tại Lào. Sau đó Quốc hội bầu chủ tịch.",
        {"Quốc hội Lào"},
    ),
    (
        "the bare body of a paper's own state",
        "Việt Nam tiếp đoàn của Quốc hội Lào. Đại biểu Việt Nam trong Quốc hội chúc mừng.",
        {"Quốc hội Lào", "Quốc hội"},
    ),
    ("with and without its seat", "Đại sứ quán Việt Nam tại Lào mở cửa. Khách đến Đại sứ quán Việt Nam.", {"Đại sứ quán Việt Nam tại Lào"}),
    ("an acronym as the article has it", "Tổ chức Giải phóng Palestine (PLO) họp. Theo PLO, hòa đàm đã dừng.", {"Tổ chức Giải phóng Palestine"}),
    (
        "two names of one party",
        "Ban Chấp hành Trung ương Đảng Lào họp. Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào bế mạc.",
        {"Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào"},
    ),
    (
        "one company under several head words",
        "Công ty Cổ phần Tập đoàn Hoa Sơn trúng thầu. Giám đốc công ty Hoa Sơn vắng mặt.",
        {"Công ty Cổ phần Tập đoàn Hoa Sơn"},
    ),
    (
        "a company that is called like a town",
        "Tập đoàn Thuận An bị kiểm tra. Tại TP HCM, Thuận An xây hai cầu.",
        {"Tập đoàn Thuận An"},
    ),
    (
        "local bodies by their unit",
        "Tỉnh ủy Phú Thọ họp. Theo báo cáo, UBND tỉnh và Hội Liên hiệp Phụ nữ tỉnh đã ký.",
        {"Tỉnh ủy Phú Thọ", "UBND tỉnh Phú Thọ", "Hội Liên hiệp Phụ nữ tỉnh Phú Thọ"},
    ),
    (
        "a local body in an office",
        "Thành ủy Hà Nội họp. Chủ tịch HĐND thành phố Trần Văn Lộc dự.",
        {"Thành ủy Hà Nội", "HĐND thành phố Hà Nội"},
    ),
    ("number and service of a unit", "Hôm nay, Lữ đoàn 189 Hải quân và Sư đoàn 316 diễn tập.", {"Lữ đoàn 189 Hải quân", "Sư đoàn 316"}),
    ("longer dash", "Theo Sở Lao động – Thương binh và Xã hội, việc làm tăng.", {"Sở Lao động – Thương binh và Xã hội"}),
    ("police of a province in lower case", "Theo công an tỉnh Đắk Lắk, xe đã dừng.", {"công an tỉnh Đắk Lắk"}),
    ("officers are no ministry", "Họ bàn việc tổ chức, cán bộ Công an.", set()),
    ("head of two syllables in lower case", "Tốt nghiệp đại học Texas, Austin, chị về nước.", {"đại học Texas, Austin"}),
    (
        "department with and without its ministry",
        "Cục Tổ chức cán bộ Bộ Công an công bố. Cục Tổ chức Cán bộ, Bộ Công an trả lời.",
        {"Cục Tổ chức cán bộ Bộ Công an", "Bộ Công an"},
    ),
    ("which province?", "Đoàn đi tỉnh Phú Thọ rồi tỉnh Thái Bình. Theo báo cáo, UBND tỉnh đã ký.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_bodies(read: Callable[..., Extraction], text: str, expected: set[str]) -> None:
    assert names(read(text), "Organization") == expected


DOCUMENTS: list[tuple[str, str, set[str]]] = [
    ("content in lower case", "Hai nước ký Hiệp định miễn thị thực cho hộ chiếu công vụ.", {"Hiệp định miễn thị thực cho hộ chiếu công vụ"}),
    (
        "a law over its comma",
        "Quốc hội bàn Luật Bảo đảm trật tự, an toàn giao thông đường bộ.",
        {"Luật Bảo đảm trật tự, an toàn giao thông đường bộ"},
    ),
    ("a draft of a known law", "Dự án Luật Công nghiệp công nghệ số được trình.", {"Dự án Luật Công nghiệp công nghệ số"}),
    ("a law cut short", "Dự án Luật Quản lý vốn được trình.", set()),
    ("of what everybody has", "Hiệp định thương mại tự do (FTA) có hiệu lực.", set()),
    ("a name by itself", "Hai bên ra Tuyên bố chung.", {"Tuyên bố chung"}),
    ("the short form is the long one", "Hai bên ra Tuyên bố chung về hợp tác biển. Tuyên bố chung gồm ba phần.", {"Tuyên bố chung về hợp tác biển"}),
    ("lower case without parties", "Hai bên ra tuyên bố chung.", set()),
    ("letter of intent", "Hai trường ký Ý định thư hợp tác đào tạo.", {"Ý định thư"}),
    ("dated declaration", "Bác đọc Tuyên ngôn Độc lập ngày 2/9/1945.", {"Tuyên ngôn Độc lập ngày 2/9/1945"}),
    ("law with a comma", "Quốc hội bàn Luật Phòng, chống bạo lực gia đình.", {"Luật Phòng, chống bạo lực gia đình"}),
    ("degree, not law", "Anh là Thạc sĩ Luật Quốc tế.", set()),
    ("date, not number", "Tỉnh công bố Quyết định 31/7/2024.", set()),
    ("letters of an office", "Sở gửi Công văn số 12/SYT-VP và Công điện số 3/CĐ-TTg.", set()),
    ("project, programme, level of relations", "Dự án Tác động nhanh và Quan hệ Đối tác Chiến lược Toàn diện tiến triển.", set()),
    ("numbered resolution", "Tỉnh tổng kết Nghị quyết số 18-NQ/TW.", {"Nghị quyết số 18-NQ/TW"}),
    ("number alone", "Bộ Y tế triển khai Đề án 1816 và Chỉ thị 35.", {"Đề án 1816", "Chỉ thị 35"}),
    ("years and counts are no numbers", "Bộ lập Kế hoạch 2025 và Kế hoạch 10 năm.", set()),
    ("a number written in two ways", "Ông trao Quyết định số 12-QĐ/TW. Quyết định 12/QĐNS-TW có hiệu lực.", {"Quyết định số 12-QĐ/TW"}),
    (
        "one number, two years",
        "Bãi bỏ Nghị định số 12/2020/NĐ-CP và Nghị định số 12/2021/NĐ-CP.",
        {"Nghị định số 12/2020/NĐ-CP", "Nghị định số 12/2021/NĐ-CP"},
    ),
    ("the sentence goes on behind the parties", "Hiệp định miễn thị thực Lào - Cuba mở ra cơ hội.", {"Hiệp định miễn thị thực Lào - Cuba"}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS])
def test_documents(read: Callable[..., Extraction], text: str, expected: set[str]) -> None:
    assert names(read(text), "Agreement") == expected


PLACES: list[tuple[str, str, dict[str, set[str]]]] = [
    ("town named like a river", "Bà sống ở Potomac, Maryland.", {"Place": {"Potomac", "Maryland"}}),
    ("the river itself", "Tàu chìm dưới sông Potomac, cách Washington 2 km.", {"Place": {"sông Potomac", "Washington"}}),
    ("syllable of a commune", "UBND xã Hồng Thái họp với HTX Kiên Nga.", {"Country": set()}),
    ("country behind a field", "Bộ Tài chính Đức và Thượng Viện Mỹ họp.", {"Country": {"DE", "US"}}),
    ("street and number", "Tang lễ ở số 5 Trần Thánh Tông, Hà Nội.", {"Place": {"Trần Thánh Tông", "Hà Nội"}, "Person": set()}),
    ("street, airport", "Xe qua phố Lê Văn Hưu tới sân bay John F. Kennedy.", {"Place": {"Lê Văn Hưu", "John F. Kennedy"}, "Person": set()}),
    (
        "communes behind a colon",
        "Thành phố có 3 xã: Việt Dân, Hồng Thái Đông và Hồng Thái Tây.",
        {
            "Place": {"Việt Dân", "Hồng Thái Đông", "Hồng Thái Tây"},
            "Person": set(),
            "Country": set(),
        },
    ),
    ("names behind a plural", "Đoàn thăm các vùng Azadan và Hur al-Asim của Iran.", {"Place": {"Azadan", "Hur al-Asim"}, "Country": {"IR"}}),
    ("an office behind a plural", "Đoàn gồm các tỉnh Hà Tĩnh, Nghệ An và Thủ tướng.", {"Place": {"Hà Tĩnh", "Nghệ An"}}),
    ("abbreviated units", "Anh quê H.Văn Giang, nay ở Q.Tân Bình.", {"Place": {"Văn Giang", "Tân Bình"}, "Person": set()}),
    ("what a commune lies in", "Anh quê xã Hồng Minh (Hưng Hà, Thái Bình).", {"Place": {"Hồng Minh", "Hưng Hà", "Thái Bình"}, "Person": set()}),
    ("district with a title in it", "Trường ở quận Hai Bà Trưng, Hà Nội.", {"Place": {"Hai Bà Trưng", "Hà Nội"}, "Person": set()}),
    ("head word in a bridge", "Họ xây cầu Cửa Hội qua sông.", {"Place": {"Cửa Hội"}}),
    ("pond and commune", "Quân về đầm Dạ Hương. Xã Dạ Hương làm lễ.", {"Place": {"đầm Dạ Hương", "Dạ Hương"}}),
    ("south of a country", "Hàng đi vùng Nam Lào.", {"Place": {"Nam Lào"}}),
    ("feature in a name", "Anh Đình Tiến ghi bàn.", {"Place": set()}),
    ("seat as a place", "Ông họp báo tại Nhà Trắng.", {"Place": {"Nhà Trắng"}, "Organization": set()}),
    ("seat as an actor", "Theo Nhà Trắng, ông đã về.", {"Place": set(), "Organization": {"Nhà Trắng"}}),
    ("seat of an embassy", "Giấy nộp cho Đại sứ quán Lào tại Rabat.", {"Place": {"Rabat"}}),
    ("rich man", "Tỷ phú Mỹ tặng tiền.", {"Place": set(), "Country": {"US"}}),
    ("region behind an office", "Ông là Giám đốc Châu Á Thái Bình Dương của quỹ.", {"Place": {"Châu Á Thái Bình Dương"}, "Person": set()}),
    (
        "state among towns of its country",
        "Ông Trump thắng ở Nevada. Vụ án ở Georgia chưa xong.",
        {"Place": {"Nevada", "Georgia"}, "Country": set()},
    ),
    ("country beside its capital", "Đoàn tới Tbilisi rồi bay sang Nevada. Georgia cảm ơn đoàn.", {"Country": {"GE"}}),
    ("capital that opens the sentence", "Tại Mỹ, giá xăng giảm.", {"Country": {"US"}}),
    ("surname that is a country's", "Đại biểu gồm: Thái Văn Thành - Giám đốc Sở Y tế.", {"Country": set(), "Person": {"Thái Văn Thành"}}),
    ("studio of a conference", "Từ điểm cầu Bắc Ninh, ông phát biểu.", {"Place": {"Bắc Ninh"}}),
    ("what shortens common words", "Họ xây ấp NTM kiểu mẫu.", {"Place": set()}),
    ("bare name of a district", "Đoàn tới huyện Phước Hoàng. Mô hình ở Phước Hoàng thành công.", {"Place": {"Phước Hoàng"}, "Person": set()}),
    ("commune with a country's syllable", "Làng ở xã Hoằng Đức (Hoằng Hóa).", {"Place": {"Hoằng Đức", "Hoằng Hóa"}, "Country": set()}),
    (
        "person who bears a district's name",
        "Đoàn tới huyện Phước Hoàng. Ông Phước Hoàng Nam đón.",
        {"Place": {"Phước Hoàng"}, "Person": {"Phước Hoàng Nam"}},
    ),
    ("a request is no bridge", "Tòa yêu cầu Trần Văn Lộc có mặt.", {"Place": set()}),
    ("aircraft carrier is no airport", "Tàu sân bay USS Nimitz rời vịnh.", {"Place": set()}),
    ("state among states", "Hai bang Georgia và Nevada kiểm phiếu lại.", {"Place": {"Georgia", "Nevada"}, "Country": set()}),
    ("the country of that name", "Tổng thống Georgia họp báo.", {"Country": {"GE"}, "Place": set()}),
    ("language", "Em học tiếng Anh và tiếng Pháp.", {"Country": set()}),
    ("ward", "Chợ ở phường Đức Chính đông.", {"Country": set()}),
    ("woman", "Bà Trần Thị Nga đến. Bà Nga ngồi xuống.", {"Country": set(), "Person": {"Trần Thị Nga"}}),
    ("religious title", "Đoàn thăm Đức Pháp chủ.", {"Country": set()}),
    ("begin of a sentence", "Pháp hỗ trợ thành phố chống lũ.", {"Country": {"FR"}}),
    ("delegation, not a person", "Đoàn Hàn Quốc đến dự.", {"Country": {"KR"}, "Person": set()}),
    ("end of a word before a pair", "Hai bên công bố Việt - Mỹ lập nhóm công tác.", {"Country": {"VN", "US"}, "Person": set()}),
    ("two syllables that are countries", "Ông Đức Anh và chị Mỹ Linh vắng mặt.", {"Country": set(), "Person": {"Đức Anh", "Mỹ Linh"}}),
    ("dash behind a name", "Bà Lê Thị Kim Dung - phó trưởng đoàn - trả lời.", {"Person": {"Lê Thị Kim Dung"}}),
    ("verb behind a name in capitals", "NGOẠI TRƯỞNG NGA SERGEY LAVROV THĂM HÀ NỘI", {"Person": {"Sergey Lavrov"}}),
    ("birth behind a name", "Ông Tô Lâm sinh năm 1957.", {"Person": {"Tô Lâm"}}),
    ("Russian order of names", "Tổng giám đốc Primakov Evgheny Alecsandrovich tới Huế.", {"Person": {"Primakov Evgheny Alecsandrovich"}}),
    (
        "name cut short in the headline",
        "Quốc tang ông Nguyễn Phú ...\n\nÔng Nguyễn Phú Trọng mất ngày 19/7.",
        {"Person": {"Nguyễn Phú Trọng"}},
    ),
    ("woman whose name is a country's", "Phóng viên gặp bà Nga (56 tuổi) ở chợ.", {"Country": set(), "Person": {"Nga"}}),
    ("given name that is a country's", "Jordan Henderson rời sân từ sớm.", {"Country": set(), "Person": {"Jordan Henderson"}}),
    ("the country before a lower-case word", "Jordan đóng cửa biên giới.", {"Country": {"JO"}, "Person": set()}),
    ("glued initial", "Ông D.Trump đến Ohio. Ông Donald Trump ở lại hai ngày.", {"Person": {"Donald Trump"}}),
    ("Uncle Ho", "Bác Hồ về thăm làng. Chủ tịch Hồ Chí Minh trồng cây.", {"Person": {"Hồ Chí Minh"}}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_places_countries_names(read: Callable[..., Extraction], text: str, expected: dict[str, set[str]]) -> None:
    record = read(text)
    assert {kind: names(record, kind) for kind in expected} == expected
