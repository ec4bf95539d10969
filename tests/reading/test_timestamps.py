from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kg.reading.timestamps import normalise_published, read_timestamp_line

PUBLISHED = [
    ("03/07/2023 18:02 GMT+7", "2023-07-03T18:02:00+07:00"),
    ("2021-01-23 07:17", "2021-01-23T07:17:00"),
    ("2024-05-16", "2024-05-16"),
    ("16/5/2024", "2024-05-16"),
    ("16-05-2024", "2024-05-16"),
    ("16.5.2024", "2024-05-16"),
    ("2024-05-16T07:05:00+07:00", "2024-05-16T07:05:00+07:00"),
    ("2024-05-16T07:05:00.123Z", "2024-05-16T07:05:00+00:00"),
    ("2024-05-16T07:05:00+0700", "2024-05-16T07:05:00+07:00"),
    ("2024-05-16 07:05:00 +07:00", "2024-05-16T07:05:00+07:00"),
    ("Thứ năm, 16/05/2024 22:21 (GMT+7)", "2024-05-16T22:21:00+07:00"),
    ("Thứ ba, 13/12/2016 | 11:29 GMT+7", "2016-12-13T11:29:00+07:00"),
    ("Thứ tư, 18/11/2020 - 07:41", "2020-11-18T07:41:00"),
    ("Chủ nhật, 6/10/2024, 9:05 (GMT+7)", "2024-10-06T09:05:00+07:00"),
    ("20:36 23/07/2024", "2024-07-23T20:36:00"),
    ("18h02 ngày 03/07/2023", "2023-07-03T18:02:00"),
    ("13 tháng 12 2016", "2016-12-13"),
    ("ngày 1 tháng 2 năm 2025", "2025-02-01"),
    ("16/05/2024 10:39 PM", "2024-05-16T22:39:00"),
    ("16/05/2024 12:10 AM", "2024-05-16T00:10:00"),
    ("16/05/2024 07:05 UTC-5", "2024-05-16T07:05:00-05:00"),
    ("Thu, 16 May 2024 22:21:00 +0700", "2024-05-16T22:21:00+07:00"),
    (date(2024, 5, 16), "2024-05-16"),
    (datetime(2024, 5, 16, 7, 5, 9, 123, tzinfo=UTC), "2024-05-16T07:05:09+00:00"),
    # no full date, no date, or a date that does not exist: never guessed
    ("2023-09", "2023-09"),
    ("2023-13", None),
    ("tháng 5/2024", None),
    ("12/31/2024", None),
    ("30/02/2024", None),
    ("16/05/2024 25:00", None),
    ("hôm qua", None),
    ("5,66%", None),
    ("1715872860", None),
    (1715872860, None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "published"), PUBLISHED)
def test_normalise_published(value: object, published: str | None) -> None:
    assert normalise_published(value) == published


LINES = [
    ("03/07/2023 18:02 GMT+7", "2023-07-03T18:02:00+07:00", ""),
    ("Thứ năm, 16/05/2024 22:21 (GMT+7)", "2024-05-16T22:21:00+07:00", ""),
    ("Lan Anh - Thứ năm, 16/05/2024 22:21 (GMT+7)", "2024-05-16T22:21:00+07:00", "Lan Anh"),
    (
        "Lan Anh (Theo AP)-Chủ nhật, ngày 20/10/2024 15:47 GMT+7",
        "2024-10-20T15:47:00+07:00",
        "Lan Anh (Theo AP)",
    ),
    ("Lan Anh | 20:36 23/07/2024", "2024-07-23T20:36:00", "Lan Anh"),
    ("Thứ Bảy 14/09/2024 , 17:33 (GMT+7)", "2024-09-14T17:33:00+07:00", ""),
    ("13 tháng 12 2016", "2016-12-13", ""),
    ("15 tháng 6 2024, 14:45 +07 Cập nhật 43 phút trước", "2024-06-15T14:45:00+07:00", ""),
    ("Đăng lúc: 07:05 16/05/2024", "2024-05-16T07:05:00", ""),
    ("Cập nhật lúc 07:05 16/05/2024", None, ""),
]


@pytest.mark.parametrize(("line", "published", "before"), LINES)
def test_timestamp_lines(line: str, published: str | None, before: str) -> None:
    stamp = read_timestamp_line(line)
    assert stamp is not None
    assert (stamp.published, stamp.before) == (published, before)


@pytest.mark.parametrize(
    "line",
    [
        "Cuộc gặp diễn ra ngày 16/05/2024 tại Hà Nội",
        "Ngày 16/5, hai bên gặp nhau",
        "Từ 16/05/2024 đến 18/05/2024",
        "GDP tăng 5,66% năm 2024",
        "6 giờ trước",
        "",
    ],
)
def test_other_lines_are_no_timestamps(line: str) -> None:
    assert read_timestamp_line(line) is None
