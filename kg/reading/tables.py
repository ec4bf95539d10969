"""Tables of articles, one a row: JSON lines, CSV, TSV, Parquet → articles, with a mapping from their
columns to ours.

Rows are read as a stream; a row that is no article is an error that names file and line, and the next row
is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, BinaryIO

import msgspec

from kg.errors import ReadingError
from kg.model import Article, ArticleInfo
from kg.reading.clean import one_line
from kg.reading.compressed import MAX_ARTICLE_BYTES
from kg.reading.encoding import detect_encoding
from kg.reading.identity import ascii_id
from kg.reading.plain_text import article_from_text
from kg.reading.timestamps import normalise_published

__all__ = ["ColumnMapping", "read_delimited", "read_json_lines", "read_parquet"]

Reading = Article | ReadingError

_USUAL_NAMES: Mapping[str, str] = {
    "id": "id, article_id, _id, guid, uuid, mã",
    "title": "title, headline, tiêu đề, tieu_de, tieude, tựa đề",
    "text": "text, content, body, article, nội dung, noi_dung, noidung, full_text, fulltext, maintext",
    "published": "published, published_at, date_published, datepublished, publish_date, date_publish, "
    "pub_date, pubdate, date, datetime, ngày đăng, ngay_dang, ngày, ngay, time, timestamp",
    "author": "author, authors, byline, tác giả, tac_gia",
    "outlet": "outlet, source, publisher, site, domain, newspaper, báo, nguồn, nguon",
    "url": "url, link, href, source_url",
}
"""Our field → the names, case-folded and in order of preference, under which data sets hold it."""

_SAMPLE = 1 << 18


@dataclass(frozen=True)
class ColumnMapping:
    """Which column (or JSON key) holds what; None guesses the usual names, in English and Vietnamese,
    whatever their case.

    >>> ColumnMapping(text="noi_dung", published="ngay").text
    'noi_dung'
    """

    id: str | None = None
    title: str | None = None
    text: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None

    def columns(self, names: list[str], where: str) -> dict[str, str]:
        """Our field → column, among the columns there are. Raises `ReadingError` if a column named here is
        missing.
        """
        found: dict[str, str] = {}
        by_folded = {name.strip().casefold(): name for name in reversed(names)}
        for field in (f.name for f in fields(self)):
            wanted = getattr(self, field)
            if wanted is not None and wanted not in names:
                raise ReadingError(f"{where}: there is no column {wanted!r} for {field}; the columns are {_listed(names)}")
            usual = (by_folded[name] for name in _USUAL_NAMES[field].split(", ") if name in by_folded)
            column = wanted if wanted is not None else next(usual, None)
            if column is not None:
                found[field] = column
        if "text" not in found:
            raise ReadingError(
                f"{where}: no column is known to hold the article's text; the columns are {_listed(names)}; "
                "name it with a column mapping (text=…)"
            )
        return found


def read_json_lines(stream: BinaryIO, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    """Articles of a stream with one JSON object a line, in any encoding that is read."""
    head = stream.peek(_SAMPLE) if isinstance(stream, io.BufferedReader) else b""
    encoding = detect_encoding(head, name, complete=False) if head else "utf-8"
    for number, line in enumerate(_lines(stream, encoding), start=1):
        where = f"{name}:{number}"
        if isinstance(line, ReadingError):
            yield ReadingError(f"{where}: {line}")
            continue
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
            if not isinstance(row, dict):
                raise ReadingError(f"{where}: a JSON object is wanted on every line, here is {type(row).__name__}")
            yield _article(row, mapping.columns(list(row), where), where, f"{stem}-{number}")
        except msgspec.DecodeError as error:
            advice = "" if line.rstrip().endswith(("}", "]")) else "the line breaks off; "
            hint = "write one object a line, not a list over many lines" if number == 1 and line.strip()[0] == "[" else "mend or drop it"
            yield ReadingError(f"{where}: not valid JSON ({error}); {advice}{hint}")
        except ReadingError as error:
            yield error


def read_delimited(stream: BinaryIO, name: str, stem: str, mapping: ColumnMapping, delimiter: str | None) -> Iterator[Reading]:
    """Articles of a CSV or TSV stream with a header; `delimiter=None` takes the commonest of `,;|` and tab
    in the header.
    """
    head = stream.peek(_SAMPLE) if isinstance(stream, io.BufferedReader) else b""
    if not head:
        raise ReadingError(f"{name}: empty; a table begins with a line of column names")
    encoding = detect_encoding(head, name, complete=False)
    header_line = head.decode(encoding, errors="ignore").partition("\n")[0]
    separator = delimiter or max(",;\t|", key=header_line.count)
    # an undecodable byte becomes a lone surrogate, which marks its row and no other
    errors = "surrogateescape" if encoding.startswith(("utf-8", "cp")) else "strict"
    rows = csv.reader(io.TextIOWrapper(stream, encoding, errors, newline=""), delimiter=separator, strict=True)
    csv.field_size_limit(MAX_ARTICLE_BYTES)
    header: list[str] = []
    columns: dict[str, str] = {}
    number = 0
    while True:
        try:
            row = next(rows, None)
        except (csv.Error, UnicodeDecodeError) as error:
            yield ReadingError(f"{name}:{rows.line_num}: not readable as a table ({error}); check the quotes of this row")
            if not header or isinstance(error, UnicodeDecodeError) or "end of data" in str(error):
                return
            continue
        if row is None:
            if not header:
                raise ReadingError(f"{name}: no column names; a table begins with a line of them")
            return
        where = f"{name}:{rows.line_num}"
        if not header:
            header = [cell.strip() for cell in row]
            columns = mapping.columns(header, where)
            continue
        if not any(row):
            continue
        number += 1
        if len(row) != len(header):
            yield ReadingError(f"{where}: {len(row)} cells where the header names {len(header)}; quote cells that hold {separator!r}")
        elif any("\udc80" <= c <= "\udcff" for cell in row if not cell.isascii() for c in cell):
            yield ReadingError(f"{where}: bytes that are not {encoding.upper()}; save the file as UTF-8")
        else:
            try:
                yield _article(dict(zip(header, row, strict=True)), columns, where, f"{stem}-{number}")
            except ReadingError as error:
                yield error


def read_parquet(stream: BinaryIO, name: str, stem: str, mapping: ColumnMapping) -> Iterator[Reading]:
    """Articles of a Parquet file, read in small batches with only the columns that are wanted."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ReadingError(f"{name}: reading Parquet needs pyarrow; install it with `pip install pyarrow`") from error
    number = 0
    try:
        table = pq.ParquetFile(stream)
        columns = mapping.columns([str(column) for column in table.schema_arrow.names], name)
        for batch in table.iter_batches(batch_size=64, columns=list(columns.values())):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield _article(row, columns, f"{name}: row {number}", f"{stem}-{number}")
                except ReadingError as error:
                    yield error
    except (pa.ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:120]
        raise ReadingError(f"{name}: not readable as Parquet after row {number} ({reason}); write it anew") from error


def _article(row: Mapping[str, Any], columns: Mapping[str, str], where: str, default_id: str) -> Article:
    text = row.get(columns["text"])
    if not isinstance(text, str):
        kind = "nothing" if text is None else type(text).__name__
        raise ReadingError(f"{where}: column {columns['text']!r} should hold the article's text, but holds {kind}")
    values = {field: row.get(column) for field, column in columns.items()}
    key = values.get("id")
    given_id = str(key).strip() if isinstance(key, (str, int)) and not isinstance(key, bool) else ""
    author = values.get("author")
    info = ArticleInfo(
        id=ascii_id(given_id or default_id),
        title=one_line(values.get("title")),
        published=normalise_published(values.get("published")),
        author=one_line(", ".join(a for a in author if isinstance(a, str)) if isinstance(author, list) else author),
        outlet=one_line(values.get("outlet")),
        url=one_line(values.get("url")),
    )
    article = article_from_text(text, info)
    if not article.text:
        raise ReadingError(f"{where}: the article has no text; fill or drop the row")
    return article


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str | ReadingError]:
    """Decoded lines; a line that is too long or not decodable is an error in its place."""
    if encoding.startswith("utf-16") or encoding == "utf-32":
        yield from io.TextIOWrapper(stream, encoding)
        return
    mark = encoding == "utf-8-sig"
    codec = "utf-8" if mark else encoding
    while line := stream.readline(MAX_ARTICLE_BYTES):
        if not line.endswith(b"\n") and len(line) >= MAX_ARTICLE_BYTES:
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
            yield ReadingError(f"over {MAX_ARTICLE_BYTES // 2**20} MiB in one line; no article is that long")
            continue
        try:
            yield line.decode("utf-8-sig" if mark else codec)
        except UnicodeDecodeError as error:
            yield ReadingError(f"not {codec.upper()} at byte {error.start} of the line; save the file as UTF-8")
        mark = False


def _listed(names: list[str]) -> str:
    return ", ".join(repr(name) for name in names[:20]) + (" …" if len(names) > 20 else "") or "none"
