"""`decisions.tsv`: where it lies, what a line may say, and what is told where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.decisions import COLUMNS, add_decisions, beside, read_decisions
from kg.errors import ConfigurationError
from kg.resolution import Decision

HEAD = "\t".join(COLUMNS)
GOOD = "same\tperson/a\tperson/b\tlan\t2026-01-02\tone man"


def write(folder: Path, *lines: str) -> Path:
    path = folder / "decisions.tsv"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    assert read_decisions(write(tmp_path, HEAD, GOOD, "", "wrong\tclaim/a/event-1\t\tlan\t2026-01-03\tmisread", GOOD)) == [
        Decision("same", "person/a", "person/b", "lan", "2026-01-02", "one man"),
        Decision("wrong", "claim/a/event-1", "", "lan", "2026-01-03", "misread"),
    ]


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "decisions.tsv") == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("perhaps\tperson/a\tperson/b\tlan\t2026-01-02\twhy", ":2: 'perhaps' is no verdict; give same, different, right, wrong"),
        ("same\tperson/a\tperson/b\tlan\t2026-01-02", ":2: 6 columns are wanted"),
        ("same\tperson/a\t\tlan\t2026-01-02\twhy", ":2: same is said of two things"),
        ("wrong\tclaim/a/event-1\tclaim/b/event-1\tlan\t2026-01-02\twhy", ":2: wrong is said of one claim"),
        ("wrong\tperson/a\t\tlan\t2026-01-02\twhy", ":2: wrong is said of a claim"),
        ("same\tTô Lâm\tperson/b\tlan\t2026-01-02\twhy", ":2: 'Tô Lâm' is no identifier"),
        ("same\tperson/a\tclaim/b/event-1\tlan\t2026-01-02\twhy", ":2: same is said of two different things"),
        ("same\tperson/a\tperson/a\tlan\t2026-01-02\twhy", ":2: same is said of two different things"),
        ("same\tperson/a\tperson/b\tlan\t2/1/2026\twhy", ":2: when is a day, YYYY-MM-DD, not '2/1/2026'"),
        ("same\tperson/a\tperson/b\t\t2026-01-02\twhy", ":2: a decision says who decided and why"),
        ("same\tperson/a\tperson/b\tlan\t2026-01-02\t ", ":2: a decision says who decided and why"),
    ],
)
def test_a_line_that_is_not_right_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = write(tmp_path, HEAD, line)
    with pytest.raises(ConfigurationError) as told:
        read_decisions(path)
    assert str(told.value).startswith(f"{path}{said}")


def test_lines_that_gainsay_each_other(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD, GOOD, "different\tperson/b\tperson/a\tlan\t2026-01-05\tno")
    with pytest.raises(ConfigurationError, match=r":3: person/a and person/b called different here and same in line 2"):
        read_decisions(path)


def test_what_is_right_cannot_be_called_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD, "right\tclaim/a/event-1\t\tlan\t2026-01-02\tread")
    with pytest.raises(ConfigurationError, match=r"decisions\.tsv:2 says right of claim/a/event-1 \(decided by lan on 2026-01-02: read\)"):
        add_decisions(path, [Decision("wrong", "claim/a/event-1", "", "minh", "2026-01-03", "no")])
    assert len(read_decisions(path)) == 1


def test_a_file_without_the_columns(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"decisions\.tsv:1: the first line names the columns"):
        read_decisions(write(tmp_path, GOOD))


def test_lines_are_added_once(tmp_path: Path) -> None:
    path = tmp_path / "decisions.tsv"
    one = Decision("same", "person/a", "person/b", "lan", "2026-01-02", "one man")
    add_decisions(path, [one])
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")  # as some editors leave it
    add_decisions(path, [one, Decision("wrong", "claim/a/event-1", "", "lan", "2026-01-02", "misread")])
    assert [decision.verdict for decision in read_decisions(path)] == ["same", "wrong"]
    with pytest.raises(ConfigurationError, match="one line of a table"):
        add_decisions(path, [Decision("wrong", "claim/a/event-2", "", "lan", "2026-01-02", "mis\nread")])


def test_it_lies_beside_the_folder_of_the_articles(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    expected = tmp_path / "decisions.tsv"
    for source in (tmp_path / "news", tmp_path / "news" / "one.txt", str(tmp_path / "news" / "*.html")):
        assert beside([source]) == expected
    assert beside(["-"]) is None
