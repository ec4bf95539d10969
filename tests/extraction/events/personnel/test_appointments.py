"""Appointments and departures: sentence → events, and the offices held that follow from them. Each row is a construction."""

from __future__ import annotations

import pytest

from tests.extraction.events.told import Case, Read, cases, lines
from tests.extraction.facts import holdings

ROWS: list[Case] = [
    (
        "congratulated, who is appointed",
        "Tổng Bí thư Tô Lâm chúc mừng ông Lê Văn Minh, Ủy viên Trung ương Đảng, được bổ nhiệm giữ chức Chánh Văn phòng Trung ương Đảng.",
        {"Appointment Lê Văn Minh [Chánh Văn phòng Trung ương Đảng]"},
    ),
    ("what he is besides", "Tòa xử ông Lê Văn Minh, Phó Chủ nhiệm Văn phòng Quốc hội kiêm trợ lý Ủy viên Bộ Chính trị.", set()),
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
        {"Appointment Lê Văn Minh 2024-06-19 [Chủ tịch UBND tỉnh Hà Nam]"},
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
    (
        "miễn nhiệm B A",
        "Miễn nhiệm Tổng Thư ký Quốc hội Lê Văn Minh\nQuốc hội họp sáng nay.",
        {"Departure Lê Văn Minh 2024-06-20 [Tổng Thư ký Quốc hội]"},
    ),
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
    ("handed in, not accepted", "Ngày 6/6, Bộ trưởng Y tế Lê Văn Minh đã nộp đơn từ chức.", {"Departure Lê Văn Minh planned"}),
    ("forced to resign", "Ông Lê Văn Minh phải xin thôi chức.", {"Departure Lê Văn Minh"}),
    ("not: means to resign", "Thủ tướng Anh Liz Truss thông báo ý định từ chức.", set()),
    ("not: a decision spoken of", "Người dân ca ngợi quyết định của Thủ tướng Anh Liz Truss từ chức.", set()),
    (
        "the text puts off what the headline tells",
        "Thủ tướng Anh Liz Truss từ chức\n\nHôm 18/6, Thủ tướng Anh Liz Truss phát biểu. Bà sẽ từ bỏ chức Thủ tướng Anh sau khi đảng bầu người mới.",
        {"Departure Liz Truss [Thủ tướng Anh] planned"},
    ),
    (
        "out of the cabinet, in office besides",
        "Phó Tổng thống Philippines Sara Duterte rời nội các hôm 18/6. Bà sẽ vẫn giữ chức Phó Tổng thống Philippines.",
        {"Departure Sara Duterte 2024-06-18 [thành viên nội các]"},
    ),
    ("not: out of a house", "Bà Liz Truss viết hồi ký sau khi rời Nhà Trắng.", set()),
    ("not: meant to be put out of office", "Thủ tướng Anh Liz Truss phản bác. Họ đấu tranh để loại bà Liz Truss khỏi chức vụ.", set()),
    ("not: whose daughter it is", "Con gái ông Lê Văn Minh trở thành Thủ tướng Lào.", set()),
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
    (
        "miễn nhiệm A, no office named",
        "Ngày 18/1/2023, Quốc hội miễn nhiệm ông Nguyễn Xuân Phúc theo nguyện vọng cá nhân.",
        {"Departure Nguyễn Xuân Phúc 2023-01-18"},
    ),
    (
        "bổ nhiệm A hôm",
        "Quốc vương Norodom Sihamoni ký sắc lệnh bổ nhiệm ông Hun Manet hôm 7/8/2023.",
        {"Appointment Hun Manet 2023-08-07"},
    ),
    (
        "kể từ khi ông được bầu hôm",
        "Chủ tịch nước Võ Văn Thưởng thăm Lào, lần đầu tiên kể từ khi ông được Quốc hội bầu hôm 2/3/2023.",
        {"Appointment Võ Văn Thưởng 2023-03-02", "Visit Võ Văn Thưởng > LA"},
    ),
    (
        "kể từ khi nhậm chức: whose visit it is",
        "Đây là chuyến thăm Việt Nam đầu tiên của Tổng thống Pháp Emmanuel Macron kể từ khi nhậm chức năm 2017.",
        {"Appointment Emmanuel Macron 2017", "Visit Emmanuel Macron > VN"},
    ),
    ("accepted resignation", "Vua Charles III chấp nhận đơn từ chức của ông Rishi Sunak hôm 18/6.", {"Departure Rishi Sunak 2024-06-18"}),
    ("là A, rời chức", "Thủ tướng Công đảng gần nhất là ông Gordon Brown, rời chức năm 2010.", {"Departure Gordon Brown 2010"}),
    (
        "N của A, ông B, được miễn nhiệm",
        "Người tiền nhiệm của ông Trần Thanh Mẫn, ông Vương Đình Huệ, được miễn nhiệm hôm 2/5.",
        {"Departure Vương Đình Huệ 2024-05-02"},
    ),
    (
        "N của A, ông B, trở thành",
        "Con trai cả của ông Joko Widodo, ông Gibran Rakabuming Raka, trở thành Phó Tổng thống.",
        {"Appointment Gibran Rakabuming Raka [Phó Tổng thống]"},
    ),
    ("not: N của A", "Con trai cả của cố Thủ tướng Lý Quang Diệu cầm quyền từ ngày 12/8/2004.", set()),
    (
        "người từ trần",
        "Ông Tô Lâm kế nhiệm cố Tổng Bí thư Nguyễn Phú Trọng, người từ trần ngày 19/7/2023.",
        {"Departure Nguyễn Phú Trọng 2023-07-19"},
    ),
    (
        "kể từ hôm đó, A giữ quyền B",
        "Quốc hội miễn nhiệm ông Võ Văn Thưởng. Kể từ hôm đó, Phó Chủ tịch nước Võ Thị Ánh Xuân giữ quyền Chủ tịch nước.",
        {"Appointment Võ Thị Ánh Xuân [quyền Chủ tịch nước]", "Departure Võ Văn Thưởng"},
    ),
    (
        "từ … đến khi A nhậm chức: looked back on, on a day not told",
        "Từ 18/1/2023 đến khi ông Võ Văn Thưởng nhậm chức, bà Võ Thị Ánh Xuân giữ quyền Chủ tịch nước.",
        {"Appointment Võ Thị Ánh Xuân 2023-01-18 [quyền Chủ tịch nước]", "Appointment Võ Văn Thưởng"},
    ),
    ("B mới là A", "Bộ trưởng Ngoại giao mới là ông Sugiono.", {"Appointment Sugiono [Bộ trưởng Ngoại giao]"}),
    (
        "the first, and in office",
        "Bà Rachel Reeves trở thành nữ Bộ trưởng Tài chính đầu tiên của Anh.",
        {"Appointment Rachel Reeves [Bộ trưởng Tài chính]"},
    ),
    (
        "A làm B thay C, D làm E: C has not D's office",
        "Ông David Lammy làm Ngoại trưởng Anh thay ông David Cameron, bà Yvette Cooper làm Bộ trưởng Nội vụ.",
        {"Appointment David Lammy [Ngoại trưởng Anh]", "Appointment Yvette Cooper [Bộ trưởng Nội vụ]"},
    ),
    (
        "thay C, A làm B",
        "Thay ông Nguyễn Văn Bình, bà Lê Thị Hoa làm Chủ tịch UBND tỉnh Hà Nam từ ngày 18/6.",
        {"Appointment Lê Thị Hoa 2024-06-18 [Chủ tịch UBND tỉnh Hà Nam]"},
    ),
    (
        "bầu A, nguyên B, làm C: B is behind A",
        "Hôm 20/5, Quốc hội bầu ông Trần Thanh Mẫn, nguyên Phó Chủ tịch Thường trực Quốc hội, làm Chủ tịch Quốc hội.",
        {"Appointment Trần Thanh Mẫn 2024-05-20 [Chủ tịch Quốc hội]"},
    ),
    (
        "là B và trở thành C",
        "Năm 2016, ông Moon Jae-in là Chủ tịch đảng Dân chủ và trở thành Tổng thống Hàn Quốc tháng 5/2017.",
        {"Appointment Moon Jae-in 2017-05 [Tổng thống Hàn Quốc]"},
    ),
    ("được đưa lên làm", "Bộ trưởng Thương mại Gan Kim Yong được đưa lên làm Phó Thủ tướng.", {"Appointment Gan Kim Yong [Phó Thủ tướng]"}),
    (
        "bổ nhiệm A, whose titles go on, giữ chức B",
        "Bộ trưởng quyết định điều động, bổ nhiệm bà Phan Thị Chi - Phó Vụ trưởng Vụ Kế hoạch, Tài chính giữ chức Phó Cục trưởng Cục Du lịch.",
        {"Appointment Phan Thị Chi [Phó Cục trưởng Cục Du lịch]"},
    ),
    (
        "giới thiệu A để bầu",
        "Trung ương giới thiệu đại tướng Tô Lâm, Ủy viên Bộ Chính trị, Bộ trưởng Công an để Quốc hội bầu giữ chức Chủ tịch nước.",
        {"Appointment Tô Lâm [Chủ tịch nước] planned"},
    ),
    (
        "đề cử A để bầu",
        "Ủy ban Thường vụ Quốc hội đề cử ông Lê Văn Minh để Quốc hội bầu giữ chức Chủ tịch nước.",
        {"Appointment Lê Văn Minh [Chủ tịch nước] planned"},
    ),
    (
        "a list of those named for it",
        "Ủy ban Thường vụ Quốc hội trình danh sách đề cử ông Lê Văn Minh để bầu Chủ tịch nước.",
        {"Appointment Lê Văn Minh [Chủ tịch nước] planned"},
    ),
    (
        "the day of the naming is not that of the election",
        "Ngày 18/6, Trung ương giới thiệu ông Lê Văn Minh để Quốc hội bầu giữ chức Chủ tịch nước.",
        {"Appointment Lê Văn Minh [Chủ tịch nước] planned"},
    ),
    (
        "dự kiến bầu",
        "Quốc hội dự kiến bầu ông Lê Văn Minh làm Chủ tịch nước sáng 22/6.",
        {"Appointment Lê Văn Minh 2024-06-22 [Chủ tịch nước] planned"},
    ),
    (
        "since a day on which something else was",
        "Ngày 11/6, ông Lê Văn Minh được bổ nhiệm làm Thứ trưởng Bộ Y tế, lần đầu tiên kể từ ngày 2/3.",
        {"Appointment Lê Văn Minh 2024-06-11 [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "confirmed as the winner",
        "Ông Nicolas Maduro được Hội đồng Bầu cử (CNE) và Tòa án xác nhận là người chiến thắng trong cuộc bầu cử hôm 2/6.",
        {"Appointment Nicolas Maduro 2024-06-02"},
    ),
    (
        "in force from a day on",
        "Ngày 11/6, Thủ tướng bổ nhiệm ông Lê Văn Minh làm Thứ trưởng Bộ Y tế. Quyết định có hiệu lực từ ngày 16/6.",
        {"Appointment Lê Văn Minh 2024-06-16 [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "the term counted from a day on",
        "Chiều 11/6, ông Lê Văn Minh được bổ nhiệm làm Thứ trưởng Bộ Y tế; thời hạn bổ nhiệm 5 năm, kể từ ngày 16/6.",
        {"Appointment Lê Văn Minh 2024-06-16 [Thứ trưởng Bộ Y tế]"},
    ),
    (
        "one who was just dismissed has his own day",
        "Ngày 26/6, Quốc hội họp để bầu Thủ tướng mới thay ông Trần Văn Sơn vừa bị Tòa án Hiến pháp bãi nhiệm.",
        {"Departure Trần Văn Sơn"},
    ),
    ("not: where somebody is in office", "Năm 2018, bà Trần Thị Lan vay tiền của ngân hàng nơi ông Lê Văn Minh làm Chủ tịch HĐQT.", set()),
    ("not: a year of a term to come", "Lạm phát tăng trong năm đầu tiên ông Donald Trump nhậm chức Tổng thống Mỹ.", set()),
    ("not: only proposed", "Thủ tướng đề nghị Quốc hội phê chuẩn miễn nhiệm chức vụ Bộ trưởng Công an với ông Tô Lâm.", set()),
    ("khi ông nhậm chức lies ahead", "Ông Donald Trump sẽ chọn ông Rex Tillerson khi ông nhậm chức.", {"Appointment Donald Trump planned"}),
    ("a king is crowned", "Nhà vua Anh Charles đăng quang ngày 6/5/2023.", {"Appointment Charles 2023-05-06"}),
    ("not: a beauty queen", "Ngô Thị Trâm Anh đăng quang Hoa hậu Trái đất Việt Nam 2025.", set()),
    ("not: a champion", "Ông Lê Văn Minh lên ngôi vô địch hôm 6/5.", set()),
    ("not: supposed", "Nhà đầu tư tin rằng bà Kamala Harris đắc cử sẽ mang lại rủi ro.", set()),
    ("not: việc bổ nhiệm", "Thanh tra cho rằng việc bổ nhiệm ông Nguyễn Văn Vân hồi tháng 5 đúng quy trình.", set()),
    ("not: left out of a list", "Bà Meghan bị loại khỏi danh sách khách mời.", set()),
    ("thay cha làm B", "Ông Lê Văn Minh thay cha làm Thủ tướng Campuchia.", {"Appointment Lê Văn Minh [Thủ tướng Campuchia]"}),
    ("thay cha là C làm B", "Ông Lê Văn Minh sẽ thay cha là ông Lê Văn Nam làm Thủ tướng.", {"Appointment Lê Văn Minh [Thủ tướng] planned"}),
    ("thay C làm B", "Ông Lê Văn Minh thay ông Trần Văn Nam làm Thủ tướng.", {"Appointment Lê Văn Minh [Thủ tướng]"}),
    ("được bầu thay C làm B", "Ông Lê Văn Minh được bầu thay ông Trần Văn Nam làm Thủ tướng.", {"Appointment Lê Văn Minh [Thủ tướng]"}),
    ("not: will not take over", "Ông Lê Văn Minh sẽ không thay ông Trần Văn Nam làm Thủ tướng.", set()),
    ("not: either may be meant", "Ông Lê Văn Minh, cha ông Lê Văn Nam, người giữ chức Thủ tướng từ năm 1985, thăm quê.", set()),
    (
        "another's dismissal behind sau khi",
        "Bà Lê Thị Hoa giữ quyền Chủ tịch nước từ ngày 21/3, sau khi Quốc hội miễn nhiệm chức vụ Chủ tịch nước đối với ông Trần Văn Nam.",
        {"Appointment Lê Thị Hoa 2024-03-21 [quyền Chủ tịch nước]", "Departure Trần Văn Nam [Chủ tịch nước]"},
    ),
    ("not: joining the party", "Ông Lê Văn Minh vinh dự được kết nạp vào Đảng.", set()),
    (
        "trúng cử vào a body",
        "Ông Lê Văn Minh trúng cử vào Ban Chấp hành Trung ương Đảng.",
        {"Appointment Lê Văn Minh [Ủy viên Ban Chấp hành Trung ương Đảng]"},
    ),
    (
        "a counted list behind đối với",
        "Bộ trưởng bổ nhiệm giữ chức Cục trưởng Cục Thuế đối với 2 cán bộ gồm: ông Lê Văn Minh và bà Lê Thị Hoa.",
        {"Appointment Lê Văn Minh [Cục trưởng Cục Thuế]", "Appointment Lê Thị Hoa [Cục trưởng Cục Thuế]"},
    ),
    ("rời nội các", "Bộ trưởng Quốc phòng Lê Văn Minh rời khỏi chính phủ hôm 9/6.", {"Departure Lê Văn Minh 2024-06-09 [thành viên chính phủ]"}),
    ("not: whether or not", "Chưa rõ có miễn nhiệm chức vụ Bộ trưởng Bộ Y tế của ông Lê Văn Minh hay không.", set()),
    (
        "the main clause's subject behind sau khi",
        "Bà Lê Thị Hoa cam kết cải cách, sau khi được bầu làm Thủ tướng Thái Lan.",
        {"Appointment Lê Thị Hoa [Thủ tướng Thái Lan]"},
    ),
    ("not: his wife", "Vợ ông Lê Văn Minh được bổ nhiệm làm Bộ trưởng Bộ Y tế.", set()),
    (
        "died, between dashes",
        "Thông cáo cho biết ông Lê Văn Minh - Tổng Bí thư Đảng Cộng sản Việt Nam - đã từ trần ngày 9/6.",
        {"Departure Lê Văn Minh 2024-06-09"},
    ),
    ("not: a question", "Tại sao ông Lê Văn Minh lại từ chức?", set()),
    (
        "the day of the congratulation",
        "Nhân dịp ông Lê Văn Minh được bổ nhiệm làm Bộ trưởng Bộ Y tế, ngày 16/4, ông Trần Văn Nam gửi thư chúc mừng.",
        {"Appointment Lê Văn Minh [Bộ trưởng Bộ Y tế]"},
    ),
    (
        "another's month",
        "Ông Lê Văn Minh được bầu làm Chủ tịch Quốc hội Lào từ tháng 3/2024, cảm ơn các bạn đã chia buồn khi Thủ tướng Trần Văn Nam từ trần.",
        {"Appointment Lê Văn Minh 2024-03 [Chủ tịch Quốc hội Lào]", "Departure Trần Văn Nam"},
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
