"""`kg validate`: what the SHACL shapes find in a build, as a table; exit status 1 where something is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.graph.shapes import Severity
from kg.graph.validate import Finding
from kg.graph.validate import validate as findings_of

__all__ = ["validate"]

_HEADINGS = {
    "vi": ("Mức", "Ở đâu", "Điều gì", "Giá trị", "Bằng chứng"),
    "en": ("Severity", "Where", "What", "Value", "Evidence"),
}
_SEVERITIES: dict[str, dict[Severity, str]] = {
    "vi": {"violation": "vi phạm", "warning": "cảnh báo", "info": "lưu ý"},
    "en": {"violation": "violation", "warning": "warning", "info": "info"},
}
_STYLES: dict[Severity, str] = {"violation": "bold red", "warning": "yellow", "info": "cyan"}
_SUMMARY = {
    "vi": "{violation} vi phạm, {warning} cảnh báo, {info} lưu ý",
    "en": "{violation} violations, {warning} warnings, {info} notes",
}


def validate(
    build: Annotated[Path, typer.Option("--build", "-b", help="The folder of a build.")] = Path("build"),
    lang: Annotated[str, typer.Option(help="Language of the messages: en or vi.")] = "en",
) -> None:
    """Check the graph of a build against the shapes of the ontology and say in words what is wrong.

    The exit status is 1 where there is a violation; warnings and notes leave it 0.

    \b
    Examples:
      kg validate
      kg validate --build build --lang vi
    """
    found = findings_of(build, lang)
    console = Console()
    if found:
        console.print(_table(found, lang))
    counts = {severity: sum(f.severity == severity for f in found) for severity in _STYLES}
    console.print(_SUMMARY[lang].format(**counts))
    if counts["violation"]:
        raise typer.Exit(1)


def _table(found: list[Finding], lang: str) -> Table:
    table = Table(*_HEADINGS[lang], box=box.SIMPLE_HEAD)
    for finding in found:
        table.add_row(
            Text(_SEVERITIES[lang][finding.severity], style=_STYLES[finding.severity]),
            Text(f"{finding.label}\n{finding.focus}", overflow="fold"),
            Text(f"{finding.message} [{finding.shape}]"),
            Text(finding.value),
            Text("\n".join(f"“{quote}”" for quote in finding.evidence)),
        )
    return table
