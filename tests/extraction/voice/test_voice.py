"""What the second voice marks in sentences that it was not trained on: sentence → (label, words)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ConfigurationError
from kg.extraction.sentence.gazetteer import load_gazetteer
from kg.extraction.voice import Voice
from kg.extraction.voice.annotated import parse, read_sentences, view_of
from kg.extraction.voice.train import SENTENCES

CASES = [
    ("title, country, name", "[ROLE Thủ tướng] [COUNTRY Tây Ban Nha] [PER Pedro Sánchez] đáp chuyến bay đêm."),
    ("name, office", "[PER Kiều Văn Thạo], [ROLE Phó Giám đốc] [ORG Sở Công Thương tỉnh Ninh Thuận], đọc tham luận."),
    ("country before a name, without a title", "Bà gọi cho nhà lãnh đạo [COUNTRY Chile] [PER Ricardo Lagos] vào buổi tối."),
    ("appointment", "[ORG Quốc hội] bầu ông [PER Lê Gia Thụy] giữ chức [ROLE Phó Thủ tướng]."),
    ("first mention", "[PER Ingrid Halvorsen] nói bà chưa nhận được thư mời."),
    ("particle", "Đón khách có [PER Rutger van der Meulen] và em gái."),
    ("Korean", "[PER Kang Min-ho] tới [LOC Busan] trưa nay."),
    ("Chinese", "[ROLE Ngoại trưởng] [COUNTRY Trung Quốc] [PER Tần Cương] trả lời phỏng vấn."),
    ("country in a name", "Ca sĩ [PER Lê Mỹ Anh] hát hai bài."),
    ("list of countries", "Đại biểu đến từ [COUNTRY Ghana], [COUNTRY Peru] và [COUNTRY Nepal]."),
    ("long ministry", "[ORG Bộ Nội vụ và Cải cách Hành chính Malta] gửi văn bản."),
    ("ministry and its minister", "[ROLE Bộ trưởng] [ORG Bộ Công Thương] [PER Hồ Thanh Lịch] kết luận buổi làm việc."),
    ("place", "Hội thảo mở ở [LOC Cần Thơ] và kết thúc ở [LOC Vĩnh Long]."),
    ("capital of the sentence", "Cần nhiều thời gian hơn để trả lời."),
    ("event, not a body", "Tỉnh sẽ tổ chức Hội nghị tổng kết vào cuối tháng."),
    ("no capital at all", "và sau đó thì mọi người ra về."),
]


@pytest.fixture(scope="module")
def voice() -> Voice:
    return Voice()


@pytest.mark.parametrize("marked", [row[1] for row in CASES], ids=[row[0] for row in CASES])
def test_spans(voice: Voice, marked: str) -> None:
    sentence = parse(marked)
    view = view_of(sentence.text, load_gazetteer())
    said = [(span.label, *view.span(span.start, span.end)) for span in voice.spans(view)]
    assert said == list(sentence.spans)


def test_the_cases_are_not_what_it_was_trained_on() -> None:
    trained = {s.text for s in read_sentences(SENTENCES)}
    assert not trained & {parse(row[1]).text for row in CASES}


def test_confidences_are_probabilities_and_change_no_span(voice: Voice) -> None:
    view = view_of("Thủ tướng Tây Ban Nha Pedro Sánchez gặp Ingrid Halvorsen ở Cần Thơ.", load_gazetteer())
    sure = voice.spans(view, confidence=True)
    assert [s._replace(confidence=1.0) for s in sure] == voice.spans(view)
    assert sure and all(0.0 < s.confidence <= 1.0 for s in sure)
    assert sure == Voice().spans(view, confidence=True)


@pytest.mark.parametrize("content", [None, b"no model"], ids=["missing", "broken"])
def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.crf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"model\.crf.*kg\.extraction\.voice\.train"):
        Voice(path).spans(view_of("Ông Tô Lâm đến.", load_gazetteer()))
