"""The optional head of a `.txt` article between two `---` lines: `published: 2024-05-16`, `outlet: …`, one
value a line.

In comes the decoded file, out go the values and the text below; offsets never count the head.
"""

from __future__ import annotations

import re

from kg.errors import ReadingError

__all__ = ["split_front_matter"]

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*:(?:\s+(?P<value>.*))?$")
_LONGEST_HEAD = 100


def split_front_matter(text: str, name: str) -> tuple[dict[str, str], str]:
    """The values of the head by lower-case key, and the text after it; `name` is the file's, for messages.

    A first line `---` opens a head only if a `key:` line follows. Raises `ReadingError` where the head is
    not closed.
    """
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines[1:10] if line.strip() and not line.startswith("#")), "")
    if not lines or lines[0].strip() != "---" or not _KEY.match(first):
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for number, line in enumerate(lines[1 : _LONGEST_HEAD + 1], start=2):
        if line.strip() == "---":
            return {k: v for k, v in values.items() if v}, "\n".join(lines[number:])
        match = _KEY.match(line)
        if match is not None:
            key = match["key"].lower()
            if key in values:
                raise ReadingError(f"{name}:{number}: {key!r} stands twice in the front matter; leave one line")
            values[key] = _unquoted((match["value"] or "").strip())
        elif key and line[:1].isspace() and line.strip():
            values[key] = f"{values[key].lstrip('>|').strip()} {line.strip()}".strip()
        elif line.strip() and not line.lstrip().startswith(("#", "- ")):
            raise ReadingError(
                f"{name}:{number}: {line.strip()[:40]!r} is no `key: value` line of a front matter; "
                "close the front matter with a line `---` before the text"
            )
    raise ReadingError(f"{name}: the front matter that begins in line 1 is not closed; put a line `---` before the text")


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
    return "" if value in ("null", "~") else value
