"""What is said: rows as sentences by the templates of `told.tsv`, and the words for what was not understood, in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.ask.answer import Candidate, Language
from kg.ask.tables import told, told_values
from kg.query.answer import Rows, Truth

__all__ = ["ROWS_TOLD", "listed", "message", "told_rows"]

ROWS_TOLD = 10
"""How many rows are told in words; the others stand in the table alone."""

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_COLUMN = re.compile(r"\{(\w+)\}")
_MESSAGES: dict[str, dict[str, str]] = {
    "yes": {"vi": "Có, theo các bài báo trong kho.", "en": "Yes, by the articles of this build."},
    "no": {"vi": "Không có bài nào trong kho nói như vậy.", "en": "No article of this build says so."},
    "none": {"vi": "Không có bài nào trong kho cho câu trả lời.", "en": "No article of this build has an answer."},
    "more": {"vi": "… và {0} dòng nữa", "en": "… and {0} more"},
    "empty": {"vi": "Chưa có câu hỏi.", "en": "There is no question."},
    "long": {"vi": "Câu hỏi quá dài: tối đa {0} ký tự.", "en": "The question is too long: {0} characters at most."},
    "unknown": {"vi": "Không hiểu câu hỏi; không rõ: {0}.", "en": "The question is not understood; unknown: {0}."},
    "not_understood": {"vi": "Không hiểu câu hỏi này.", "en": "This question is not understood."},
    "can_ask": {
        "vi": "Có thể hỏi ai giữ chức vụ nào, ai gặp ai, ai thăm nơi nào, quan hệ giữa hai nước, bài nào nói về ai; mọi từ trong câu phải hiểu được.",
        "en": "Ask who held an office, who met whom, who visited where, about relations of two countries, or which articles mention whom;"
        " every word must be understood.",
    },
    "later": {"vi": "Kho chỉ có bài đến ngày {0}.", "en": "The articles of this build end on {0}."},
    "ambiguous": {"vi": "Câu hỏi có thể nói về: {0}. Hãy ghi tên đầy đủ.", "en": "The question may be about: {0}. Give the full name."},
    "two_ways": {"vi": "Câu hỏi có thể hiểu theo nhiều cách.", "en": "The question can be understood in more than one way."},
}


def message(name: str, language: Language, *values: object) -> str:
    """A message in a language."""
    return _MESSAGES[name][language].format(*values)


def told_rows(question: str, result: Rows | Truth, language: Language) -> str:
    """The answer in words: one line a row."""
    if isinstance(result, Truth):
        return message("yes" if result.value else "no", language)
    template = getattr(told()[question], language)
    lines = list(dict.fromkeys(_line(template, row, language) for row in result.values()))
    if not lines:
        return message("none", language)
    shown = lines[:ROWS_TOLD]
    return "\n".join([*shown, *([message("more", language, len(lines) - len(shown))] if len(lines) > len(shown) else [])])


def _line(template: str, row: Mapping[str, object], language: Language) -> str:
    values = {column: "" if value is None else str(value) for column, value in row.items()}
    for column, value in values.items():
        if known := told_values().get((column, value)):
            values[column] = getattr(known, language)
    days = [values[column] for column in ("first", "last") if values.get(column)]
    values["shown"] = " – ".join(dict.fromkeys(days))

    def filled(part: str) -> str:
        return _COLUMN.sub(lambda column: values[column[1]], part)

    def optional(part: re.Match[str]) -> str:
        return filled(part[1]) if all(values[column] for column in _COLUMN.findall(part[1])) else ""

    # the optional parts first, on the template: a value may hold brackets of its own
    pieces: list[str] = []
    at = 0
    for part in _OPTIONAL.finditer(template):
        pieces += [filled(template[at : part.start()]), optional(part)]
        at = part.end()
    return "".join([*pieces, filled(template[at:])])


def listed(candidates: Sequence[Candidate]) -> str:
    """Candidates in one line."""
    return ", ".join(candidate.label for candidate in candidates)
