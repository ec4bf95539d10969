"""One small build of told facts: a visit, a talk, a term with bounds, a hostile name."""

from __future__ import annotations

import pytest

from kg.loading import Build
from tests.resolution.telling import event, held, told
from tests.visit import VISIT, loaded

HOSTILE = "=HYPERLINK(A1)"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return loaded(
        tmp_path_factory.mktemp("exports"),
        VISIT,
        told("b", "2024-05-22", held("Tô Lâm", "Chủ tịch nước", "VN"), event("Appointment", "Tô Lâm", "2024-05-22", office_told=True)),
        told("c", "2024-06-01", event("Speech", HOSTILE, "2024-06-01")),
    )
