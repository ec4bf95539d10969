"""Questions of `ontology/questions/`: SPARQL files whose first comment lines say what they ask and which parameters they take.

A file is plain SPARQL that runs as it stands: a parameter `name` is a line `VALUES ?_name { UNDEF }`, which means "any", and
binding puts RDF terms where UNDEF is. docs/questions.md describes the header.
"""

from __future__ import annotations

import difflib
import functools
import re
from pathlib import Path
from typing import Literal, get_args

import msgspec

from kg.errors import QueryError
from kg.resources import ontology_path

__all__ = ["Parameter", "ParameterType", "Question", "named_questions", "question_of", "read_question"]

ParameterType = Literal[
    "person", "country", "organization", "place", "office", "role", "agreement", "entity", "event", "resource", "level", "measure",
    "date", "integer", "text",
]  # fmt: skip
TYPES: tuple[ParameterType, ...] = get_args(ParameterType)

RESERVED = frozenset({"build", "format", "help", "limit", "list", "show", "timeout", "b"})
"""Names that `kg query` itself takes as options."""

_HEADER = re.compile(r"#[ \t]?(.*)")
_FIELD = re.compile(r"(vi|en|about|topic|example):\s*(.*)")
_PARAMETER = re.compile(r"param\s+([a-z][a-z0-9_]*)\s*\(\s*([a-z]+)\s*(?:,\s*(required)\s*|,\s*default\s+([^)]*?)\s*)?\)\s*:\s*(.*)")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = ".rq"


class Parameter(msgspec.Struct, frozen=True):
    """One thing a question can be asked about. `default` is what a user would have typed; None leaves it open, unless it is required."""

    name: str
    type: ParameterType
    about: str
    default: str | None = None
    required: bool = False


class Question(msgspec.Struct, frozen=True):
    """A SPARQL query with its meaning: `vi` and `en` are the question in words, `about` says what a row means."""

    name: str
    sparql: str
    vi: str = ""
    en: str = ""
    about: str = ""
    topic: str = ""
    examples: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    source: str = "query"


def slot(name: str) -> re.Pattern[str]:
    """Where the values of a parameter go in a query: `VALUES ?_name { UNDEF }`."""
    return re.compile(rf"VALUES\s+\?_{name}\s*\{{\s*UNDEF\s*\}}", re.IGNORECASE)


def read_question(name: str, text: str, source: str) -> Question:
    """A question from the text of a file; a query without a header is a question without parameters.

    Raises `QueryError` naming file and line where the header is malformed or a parameter has no slot in the query.
    """
    fields: dict[str, list[str]] = {}
    parameters: list[Parameter] = []
    last: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        comment = _HEADER.fullmatch(line.strip())
        if not comment:
            break
        content = comment[1].strip()
        if found := _FIELD.fullmatch(content):
            last = fields.setdefault(found[1], [])
            last.append(found[2])
        elif content.startswith("param "):
            parameters.append(_parameter(content, f"{source}, line {number}"))
            last = None
        elif content and last is not None:
            last[-1] += " " + content
    for parameter in parameters:
        if not slot(parameter.name).search(text):
            place = f"VALUES ?_{parameter.name} {{ UNDEF }}"
            raise QueryError(f"{source}: parameter {parameter.name} has no place; write {place} into the query")
    one = {field: " ".join(values) for field, values in fields.items() if field != "example"}
    return Question(name, text, examples=tuple(fields.get("example", ())), parameters=tuple(parameters), source=source, **one)


def _parameter(content: str, place: str) -> Parameter:
    found = _PARAMETER.fullmatch(content)
    if not found:
        form = "`param NAME (TYPE): what it means`, with `, required` or `, default VALUE` after TYPE where it is so"
        raise QueryError(f"{place}: a parameter is written {form}")
    name, kind, required, default, about = found.groups()
    if name in RESERVED:
        raise QueryError(f"{place}: {name} is an option of kg query itself; give the parameter another name")
    for known in TYPES:
        if kind == known:
            return Parameter(name, known, about, default, required is not None)
    raise QueryError(f"{place}: there is no type {kind}; the types are {', '.join(TYPES)}")


@functools.cache
def named_questions() -> dict[str, Question]:
    """All questions that come with the program, by name, in the order of their topics and names."""
    questions = [_read_file(path) for path in ontology_path("questions").glob(f"*{_SUFFIX}")]
    return {question.name: question for question in sorted(questions, key=lambda question: (question.topic, question.name))}


def question_of(asked: str) -> Question:
    """The question meant by `asked`: a name, the path of a `.rq` file, or SPARQL itself.

    Raises `QueryError` for a name that no question has and a file that cannot be read.
    """
    asked = asked.strip()
    if asked in named_questions():
        return named_questions()[asked]
    if asked.endswith(_SUFFIX):
        return _read_file(Path(asked))
    if _NAME.fullmatch(asked):
        near = difflib.get_close_matches(asked, named_questions(), 3, 0.5)
        hint = f"did you mean {' or '.join(near)}?" if near else "kg query --list shows them all"
        raise QueryError(f"there is no question {asked}; {hint}")
    return read_question("", asked, "query")


def _read_file(path: Path) -> Question:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read ({error}); give a UTF-8 file with one SPARQL query") from error
    return read_question(path.stem, text, str(path) if path.parent != ontology_path("questions") else path.name)
