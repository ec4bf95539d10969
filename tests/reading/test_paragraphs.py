from __future__ import annotations

import pytest

from kg.reading.paragraphs import glued_starts, line_spans

# `‖` marks where a paragraph begins; the mark itself is not part of the line.
SEAMS = [
    "Chủ tịch thăm các bến cảng Mỹ‖Chủ tịch cho rằng hai bên cần hợp tác",
    "Hai nước ký hiệp định nghề cá ở Huế‖Bộ trưởng nói",
    "Quan hệ kinh tế.‖Ông nói thêm",
    'điều này rất quan trọng.‖"Hợp tác là cần", ông nói',
    'ông nói: "Chúng ta cùng đi."‖Cuộc gặp kết thúc',
    "ông nói: “Chúng ta cùng đi.”‖Cuộc gặp kết thúc",
    "Việc đó đã được giám sát.‖Theo kế hoạch, đoàn sẽ về",
    "thăm thành phố của Việt Nam.‖Theo kế hoạch, đoàn sẽ về",
    "của cố tổng thống Theodore Roosevelt.‖Ông cũng nhấn mạnh",
    "hai nước lập quan hệ năm 1995.‖Việt Nam coi trọng",
    "kết thúc ngày 10/7.‖Tổng thống sẽ về nước",
    "các nước trong ASEAN.‖Việt Nam mong muốn",
    "ông nhắc lại nhiều lần.‖Jonathan Smith trả lời",
    "giữa hai quốc gia.‖Lan Anh",
    "cơ hội nào cho hai nước?‖Đó là câu hỏi",
    "còn nhiều việc phải làm…‖Đại sứ cho biết",
    "cần thêm thời gian...‖Đại sứ cho biết",
    "cảng biển hòa bình‖Theo ông, đây là bước tiến",
    "tại thủ đô (Ảnh: AFP)‖Tổng thống đến nơi",
    "du học sinh ở Rotterdam‖Trưởng ban cho biết",
    "bờ biển xanh‖Hai bên gặp nhau.‖Ba nước cùng ký.‖Bốn bên rời đi",
]

WHOLE = [
    "Ông McCarthy gặp bà MacArthur ở Đà Nẵng",
    "Xem trên YouTube, TikTok và iPhone",
    "Theo VnExpress, LinkedIn và VietNamNet đưa tin",
    "UBND TP.HCM và Tp.Vũng Tàu họp",
    "Bí thư T.Ư Đảng",
    "Ứng viên J.D.Vance và George W.Bush phát biểu",
    "Ông sống ở H.Khoái Châu, Q.Bình Thạnh",
    "GS.Nguyễn và PGS.TS.Trần cùng ký",
    "đội Man.City thắng Man.United tối qua",
    "trang Soha.Vn và dantri.com.vn đưa tin",
    "bản ghi nhớ MoU, hợp đồng UoL và nền tảng AnTuTu",
    "sông MêKông chảy qua bốn nước",
    "gặp ôngThắng ở cửa",
    "ông NguyễnVăn Nam phát biểu",
    "vắc xin AstraZeneca, mạng eBay, tàu VinFast",
    "mục 1.Tổng quan",
    "giá 1.340 dự án, tăng 5.66 điểm",
    "Theo Lan AnhBáo",
    "thuốc mRNA của hãng",
    "mức 2.103,115 đồng/kWh",
]


@pytest.mark.parametrize("marked", SEAMS)
def test_glued_paragraphs_are_cut(marked: str) -> None:
    parts = marked.split("‖")
    line = "".join(parts)
    starts = [sum(map(len, parts[:n])) for n in range(1, len(parts))]
    assert glued_starts(line, 0, len(line)) == starts


@pytest.mark.parametrize("line", WHOLE)
def test_names_and_abbreviations_stay_whole(line: str) -> None:
    assert glued_starts(line, 0, len(line)) == []


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "Dòng một.\nHai nước là bạn.Ông nói."
    start = text.index("Hai")
    assert glued_starts(text, start, len(text)) == [text.index("Ông")]


def test_line_spans_are_stripped_and_skip_empty_lines() -> None:
    text = "  một \n\n \n hai\n"
    assert [text[start:end] for start, end in line_spans(text)] == ["một", "hai"]
