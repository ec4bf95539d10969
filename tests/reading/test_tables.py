# ruff: noqa: E501 (a case of a table stays on one line)
from __future__ import annotations

import gzip
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.errors import ReadingError
from kg.model import Article
from kg.reading import ColumnMapping, read_articles

TEXT = "Hai bộ trưởng gặp nhau sáng nay tại Đà Nẵng để bàn về tuyến tàu biển mới giữa hai nước."
ROW = {
    "id": "b-1",
    "title": "Hai bộ trưởng bàn về tàu biển",
    "text": TEXT,
    "published": "16/05/2024 22:21 GMT+7",
    "author": "Lan Anh",
    "outlet": "example.org",
    "url": "https://example.org/1",
}


def read(path: Path, mapping: ColumnMapping | None = None) -> tuple[list[Article], list[str]]:
    errors: list[ReadingError] = []
    articles = list(read_articles(path, mapping=mapping, on_error=errors.append))
    return articles, [str(error).replace(str(path), path.name) for error in errors]


def write(path: Path, content: str | bytes) -> Path:
    data = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def lines(*rows: dict[str, object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_text(separator: str = ",") -> str:
    cells = [f'"{value}"' for value in ROW.values()]
    return separator.join(ROW) + "\n" + separator.join(cells) + "\n"


def parquet(path: Path, columns: dict[str, list[object]]) -> Path:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.table(columns), path)
    return path


@pytest.mark.parametrize("ending", ["jsonl", "ndjson", "csv", "tsv", "jsonl.gz", "csv.gz", "parquet", "parquet.gz"])
def test_every_format_gives_the_same_article(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"bài.{ending}"
    if ending.startswith("parquet"):
        parquet(tmp_path / "b.parquet", {key: [value] for key, value in ROW.items()})
        write(path, (tmp_path / "b.parquet").read_bytes())
    else:
        write(
            path,
            lines(ROW) if "json" in ending or "nd" in ending else csv_text("\t" if ending == "tsv" else ","),
        )
    articles, errors = read(path)
    assert errors == []
    (info,) = [article.info for article in articles]
    assert (info.id, info.title, info.published) == ("b-1", ROW["title"], "2024-05-16T22:21:00+07:00")
    assert (info.author, info.outlet, info.url) == ("Lan Anh", "example.org", "https://example.org/1")
    assert articles[0].text == TEXT


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_of_a_csv_is_found(tmp_path: Path, separator: str) -> None:
    articles, errors = read(write(tmp_path / "a.csv", csv_text(separator)))
    assert [article.info.id for article in articles] == ["b-1"] and errors == []


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_tables_in_several_encodings(tmp_path: Path, encoding: str, ending: str) -> None:
    content = lines(ROW) if ending == "jsonl" else csv_text()
    articles, errors = read(write(tmp_path / f"a.{ending}", content.encode(encoding)))
    assert [article.text for article in articles] == [TEXT] and errors == []


MAPPINGS = [
    ("usual Vietnamese names", {"Tiêu đề": "A", "Nội dung": TEXT, "Ngày đăng": "1/2/2024", "Nguồn": "b.vn"}, None, ("A", "2024-02-01", "b.vn")),
    ("named columns", {"h": "A", "t": TEXT, "text": "khác", "d": "2024-02-01"}, ColumnMapping(title="h", text="t", published="d"), ("A", "2024-02-01", None)),
    ("case", {"Title": "A", "CONTENT": TEXT}, None, ("A", None, None)),
    ("null and wrong kinds", {"title": None, "text": TEXT, "date": 20240201, "source": {"name": "x"}}, None, (None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("row", "mapping", "expected"), [c[1:] for c in MAPPINGS], ids=[c[0] for c in MAPPINGS])
def test_columns(tmp_path: Path, row: dict[str, object], mapping: ColumnMapping | None, expected: tuple[object, ...]) -> None:
    articles, errors = read(write(tmp_path / "a.jsonl", lines(row)), mapping)
    assert errors == []
    assert articles[0].text == TEXT
    assert (articles[0].info.title, articles[0].info.published, articles[0].info.outlet) == expected


def test_ids_come_from_the_column_or_the_row(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": TEXT},
        {"text": TEXT + " A."},
        {"id": "Bài số 3/đ", "text": TEXT},
        {"id": "", "text": TEXT + " B."},
    ]
    articles, errors = read(write(tmp_path / "bài báo.jsonl", lines(*rows)))
    assert [article.info.id for article in articles] == ["7", "bai-bao-2", "Bai-so-3-d", "bai-bao-4"]
    assert errors == []


def test_authors_in_a_list(tmp_path: Path) -> None:
    articles, _ = read(write(tmp_path / "a.jsonl", lines({"text": TEXT, "authors": ["Lan Anh", "Đức Minh"]})))
    assert articles[0].info.author == "Lan Anh, Đức Minh"


GOOD = json.dumps({"id": "x", "text": TEXT}, ensure_ascii=False)
BAD_LINES = [
    ("half-written", GOOD[:40], "a.jsonl:2: not valid JSON .*breaks off"),
    ("no JSON", "{'text': 'a'}", "a.jsonl:2: not valid JSON"),
    ("no object", "[1, 2]", "a.jsonl:2: a JSON object is wanted on every line, here is list"),
    ("no text column", '{"id": "y", "words": "a"}', "a.jsonl:2: no column .*'id', 'words'"),
    ("text is no string", '{"id": "y", "text": 7}', "a.jsonl:2: column 'text' .* holds int"),
    ("text is null", '{"id": "y", "text": null}', "a.jsonl:2: column 'text' .* holds nothing"),
    ("text is empty", '{"id": "y", "text": " "}', "a.jsonl:2: the article has no text"),
]


@pytest.mark.parametrize(("bad", "message"), [c[1:] for c in BAD_LINES], ids=[c[0] for c in BAD_LINES])
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path: Path, bad: str, message: str) -> None:
    later = json.dumps({"id": "z", "text": TEXT}, ensure_ascii=False)
    articles, errors = read(write(tmp_path / "a.jsonl", f"{GOOD}\n{bad}\n\n{later}\n"))
    assert [article.info.id for article in articles] == ["x", "z"]
    assert len(errors) == 1 and re.match(message, errors[0])


def test_undecodable_bytes_spoil_only_their_row(tmp_path: Path) -> None:
    data = GOOD.encode() + b'\n{"id": "y", "text": "\xff\xfe"}\n' + GOOD.replace('"x"', '"z"').encode()
    articles, errors = read(write(tmp_path / "a.jsonl", data))
    assert [article.info.id for article in articles] == ["x", "z"]
    assert errors == ["a.jsonl:2: not UTF-8 at byte 21 of the line; save the file as UTF-8"]
    data = f'id,text\nx,"{TEXT}"\n'.encode() + b"y,\xff\xfe\n" + f'z,"{TEXT}"\n'.encode()
    articles, errors = read(write(tmp_path / "a.csv", data))
    assert [article.info.id for article in articles] == ["x", "z"]
    assert errors == ["a.csv:3: bytes that are not UTF-8; save the file as UTF-8"]


def test_a_list_over_many_lines_is_told(tmp_path: Path) -> None:
    _, errors = read(write(tmp_path / "a.jsonl", json.dumps([ROW], indent=1)))
    assert "write one object a line" in errors[0]


def test_a_line_past_the_limit_is_told_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reading.tables.MAX_ARTICLE_BYTES", 1000)
    long = json.dumps({"id": "y", "text": "a" * 5000})
    articles, errors = read(write(tmp_path / "a.jsonl", f"{GOOD}\n{long}\n{GOOD.replace('x', 'z', 1)}\n"))
    assert articles[0].info.id == "x"
    assert errors[0].startswith("a.jsonl:2: over ")


BAD_TABLES = [
    (
        "more cells",
        f'id,text\nx,"{TEXT}"\ny,a,b\nz,"{TEXT}"\n',
        ["x", "z"],
        "a.csv:3: 3 cells where the header names 2",
    ),
    ("fewer cells", f'id,text\nx,"{TEXT}"\ny\nz,"{TEXT}"\n', ["x", "z"], "a.csv:3: 1 cells where"),
    (
        "a quote that is not closed",
        f'id,text\nx,"{TEXT}"\ny,"abc\n',
        ["x"],
        "a.csv:3: not readable as a table",
    ),
    ("no text column", "id,words\nx,a\n", [], "a.csv:1: no column is known"),
    ("blank rows", f'id,text\n\nx,"{TEXT}"\n,\n', ["x"], None),
    ("text over several lines", f'id,text\nx,"{TEXT}\nMột dòng nữa."\n', ["x"], None),
]


@pytest.mark.parametrize(("content", "ids", "message"), [c[1:] for c in BAD_TABLES], ids=[c[0] for c in BAD_TABLES])
def test_rows_of_a_csv(tmp_path: Path, content: str, ids: list[str], message: str | None) -> None:
    articles, errors = read(write(tmp_path / "a.csv", content))
    assert [article.info.id for article in articles] == ids
    assert [error.startswith(message or "") for error in errors] == ([True] if message else [])


def test_a_mapped_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, errors = read(write(tmp_path / "a.csv", csv_text()), ColumnMapping(text="nội_dung"))
    assert errors[0].startswith("a.csv:1: there is no column 'nội_dung' for text; the columns are 'id', 'title'")


def test_parquet_with_times_and_many_rows(tmp_path: Path) -> None:
    count = 150
    path = parquet(
        tmp_path / "a.parquet",
        {
            "content": [f"{TEXT} {n}" for n in range(count)],
            "date": [datetime(2024, 5, 16, 7, 5, tzinfo=UTC)] * count,
            "size": list(range(count)),
        },
    )
    articles, errors = read(path)
    assert errors == []
    assert [article.info.id for article in articles] == [f"a-{n}" for n in range(1, count + 1)]
    assert {article.info.published for article in articles} == {"2024-05-16T07:05:00+00:00"}


def test_parquet_that_is_broken_or_lacks_the_text(tmp_path: Path) -> None:
    whole = parquet(tmp_path / "a.parquet", {"content": [TEXT], "n": [1]}).read_bytes()
    _, errors = read(write(tmp_path / "b.parquet", whole[:-20]))
    assert errors[0].startswith("b.parquet: not readable as Parquet")
    _, errors = read(parquet(tmp_path / "c.parquet", {"n": [1]}))
    assert errors[0].startswith("c.parquet: no column is known to hold the article's text; the columns are 'n'")
    articles, errors = read(parquet(tmp_path / "d.parquet", {"text": [TEXT, None]}))
    assert len(articles) == 1 and errors[0].startswith("d.parquet: row 2: column 'text'")


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", lines(*({"id": n, "text": f"{TEXT} {n}"} for n in range(2000))) + "{broken")
    stream = read_articles(path)
    assert next(stream).info.id == "0"
    with pytest.raises(ReadingError, match=r"a\.jsonl:2001"):
        list(stream)


def test_a_stream_without_peek_is_read() -> None:
    from kg.reading.tables import read_json_lines

    found = list(read_json_lines(io.BytesIO(GOOD.encode()), "a", "a", ColumnMapping()))
    assert isinstance(found[0], Article)
