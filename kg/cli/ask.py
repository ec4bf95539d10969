"""`kg ask`: a question in Vietnamese or English, its answer, and the sentences under it; what is not understood is told, with what is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from kg.ask import Answer
from kg.ask import ask as answer_to
from kg.cli.terminal import plain
from kg.query import Rows, Truth

__all__ = ["ask"]

_SENTENCES = 5
_HEADINGS = {
    "vi": {
        "evidence": "Theo:",
        "nearest": "Có thể hỏi:",
        "more": "… và {} câu nữa; --json cho thấy tất cả",
        "sources": "Theo bảng nhiệm kỳ, không phải bài báo:",
    },
    "en": {
        "evidence": "Told by:",
        "nearest": "You can ask:",
        "more": "… and {} more; --json shows all",
        "sources": "By a table of terms of office, no article:",
    },
}


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.", show_default=False)],
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object: the answer, its rows, its SPARQL, all sentences.")] = False,
    sparql: Annotated[bool, typer.Option("--sparql", help="Print the SPARQL that ran below the answer.")] = False,
    timeout: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds after which the queries are stopped; without it they are not.", show_default=False)
    ] = None,
) -> None:
    """Ask a build in Vietnamese or English.

    The question is read with the lexicon and the names of the build and answered by a named question of `kg query`. Every word of it must be
    understood; otherwise it is not answered, and questions that can be asked are shown. Ends with status 1 where it was not answered.

    \b
    Examples:
      kg ask "Ai là Ngoại trưởng Mỹ tháng 6/2023?"
      kg ask "Tô Lâm từng giữ những chức vụ gì?" --sparql
      kg ask "Những nước nào nâng cấp quan hệ với Việt Nam năm 2023?"
      kg ask "Who did Joe Biden meet in Hanoi?" --json
    """
    answer = answer_to(build, question, time_limit=timeout)
    if json_:
        typer.echo(json.dumps(_as_json(answer), ensure_ascii=False, indent=1, default=str))
    else:
        _print(answer, sparql)
    if answer.kind != "answered":
        raise typer.Exit(1)


def _as_json(answer: Answer) -> dict[str, object]:
    return {
        "asked": answer.asked,
        "kind": answer.kind,
        "language": answer.language,
        "text": answer.text,
        "question": answer.question,
        "parameters": answer.parameters,
        "columns": answer.result.variables if isinstance(answer.result, Rows) else (),
        "rows": answer.rows,
        "boolean": answer.result.value if isinstance(answer.result, Truth) else None,
        "evidence": [{name: getattr(one, name) for name in one.__struct_fields__} for one in answer.evidence],
        "sources": answer.sources,
        "candidates": [{"iri": one.iri, "label": one.label} for one in answer.candidates],
        "unknown": answer.unknown,
        "nearest": answer.nearest,
        "sparql": answer.sparql,
    }


def _print(answer: Answer, sparql: bool) -> None:
    console = Console(soft_wrap=True, highlight=False)
    headings = _HEADINGS[answer.language]
    console.print(Text(plain(answer.text)))
    if answer.evidence:
        console.print(Text(f"\n{headings['evidence']}", style="bold"))
        for one in answer.evidence[:_SENTENCES]:
            where = ", ".join(part for part in (one.outlet, one.published, one.title) if part)
            console.print(Text.assemble("  “", plain(one.sentence), "” ", (plain(f"({where})"), "dim")))
        if len(answer.evidence) > _SENTENCES:
            console.print(Text("  " + headings["more"].format(len(answer.evidence) - _SENTENCES), style="dim"))
    if answer.sources:
        console.print(Text(f"\n{headings['sources']}", style="bold"))
        for source in answer.sources:
            console.print(Text(plain(f"  {source}")))
    if answer.nearest:
        console.print(Text(f"\n{headings['nearest']}", style="bold"))
        for example in answer.nearest:
            console.print(Text(f"  {example}"))
    if answer.kind == "answered":
        given = " ".join(f"--{name} '{value}'" for name, values in answer.parameters.items() for value in values)
        console.print(Text(plain(f"\nkg query {answer.question} {given}".rstrip()), style="dim"))
    if sparql and answer.sparql:
        console.print(Text(plain(f"\n{answer.sparql.strip()}")))
