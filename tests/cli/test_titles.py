"""`kg titles`: whom titles without a name were taken for, and which could not be told."""

from __future__ import annotations

import json

import pytest

from kg.cli import main
from tests.cli.conftest import Built
from tests.resolution.telling import event, held, told

CHINH = held("Phạm Minh Chính", "Thủ tướng", "VN")
RECORDS = (
    told("a", "2023-12-16", CHINH, event("Meeting", "Phạm Minh Chính, JP:Thủ tướng", "2023-12-16")),
    told("b", "2025-01-21", CHINH, event("Meeting", "Phạm Minh Chính, US:Tổng thống", "2025-01-20")),
    told("c", "2025-01-21", CHINH, event("Meeting", "Phạm Minh Chính, QA:Bộ trưởng Ngoại giao", "2025-01-20")),
)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["titles", *arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            (),
            [
                ("Tổng thống Mỹ", "ambiguous", None, "2025-01-20"),
                ("Thủ tướng Nhật Bản", "resolved", "Fumio Kishida", "2023-12-16"),
                ("Bộ trưởng Ngoại giao Qatar", "unknown", None, "2025-01-20"),
            ],
        ),
        (("--outcome", "resolved"), [("Thủ tướng Nhật Bản", "resolved", "Fumio Kishida", "2023-12-16")]),
    ],
)
def test_what_is_told(
    built: Built, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert run("-b", str(built(*RECORDS)), "-f", "json", *asked) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["title"], row["outcome"], row["person"], row["day"]) for row in rows] == expected
    assert all(row["reason"] and row["quote"] and row["article"].startswith("article/") for row in rows)


def test_an_outcome_that_there_is_not(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("-b", str(built(*RECORDS)), "--outcome", "guessed") == 2
    assert "resolved, ambiguous, unknown" in capsys.readouterr().err
