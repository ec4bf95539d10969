"""One small build of told facts: a visit, a talk, a term with bounds, a hostile name."""

from __future__ import annotations

import pytest

import kg
from kg.graph import write
from kg.loading import Build
from kg.resolution import resolve
from tests.resolution.telling import Thing, event, held, told

PAIR = "Joe Biden, Nguyễn Phú Trọng"
HOSTILE = "=HYPERLINK(A1)"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    hanoi = Thing("Hà Nội", "Place", "VN")
    records = [
        told(
            "a",
            "2023-09-10",
            held("Joe Biden", "Tổng thống", "US"),
            held("Nguyễn Phú Trọng", "Tổng Bí thư", "VN"),
            event("Meeting", PAIR, "2023-09-10", place="Hà Nội"),
            event("Visit", "Joe Biden", "2023-09-10/2023-09-11", to="VN"),
            event("RelationChange", "VN, US", "2023-09", level="Đối tác chiến lược toàn diện"),
            things=(hanoi,),
        ),
        told("b", "2024-05-22", held("Tô Lâm", "Chủ tịch nước", "VN"), event("Appointment", "Tô Lâm", "2024-05-22", office_told=True)),
        told("c", "2024-06-01", event("Speech", HOSTILE, "2024-06-01")),
    ]
    folder = tmp_path_factory.mktemp("exports")
    write(resolve(records), folder)
    return kg.load(folder)
