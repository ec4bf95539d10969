"""One state visit, told by one article, on which several tests build; and the build of told records as `kg.load` opens it."""

from __future__ import annotations

from pathlib import Path

import kg
from kg.graph import write
from kg.loading import Build
from kg.model import Extraction
from kg.resolution import resolve
from tests.resolution.telling import Thing, event, held, told

__all__ = ["PAIR", "VISIT", "loaded"]

PAIR = "Joe Biden, Nguyễn Phú Trọng"
VISIT = told(
    "a",
    "2023-09-10",
    held("Joe Biden", "Tổng thống", "US"),
    held("Nguyễn Phú Trọng", "Tổng Bí thư", "VN"),
    event("Meeting", PAIR, "2023-09-10", place="Hà Nội"),
    event("Visit", "Joe Biden", "2023-09-10/2023-09-11", to="VN"),
    event("RelationChange", "VN, US", "2023-09", level="Đối tác chiến lược toàn diện"),
    things=(Thing("Hà Nội", "Place", "VN"),),
)


def loaded(folder: Path, *records: Extraction) -> Build:
    """The records, resolved and written into `folder`."""
    write(resolve(records), folder)
    return kg.load(folder)
