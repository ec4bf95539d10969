"""`kg wrong`: a curator decides that a claim is wrong, and what rests on it alone falls."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.deciding import BuildOption, FileOption, WhenOption, WhoOption, WhyOption, judge

__all__ = ["wrong"]


def wrong(
    claim: Annotated[str, typer.Argument(help="A claim, an event, a holding, a relation or a figure.", show_default=False)],
    why: WhyOption,
    who: WhoOption = None,
    when: WhenOption = None,
    build: BuildOption = Path("build"),
    decisions: FileOption = None,
) -> None:
    """Decide that a claim, or all that an event or a holding rests on, is wrong: it is taken out of what the graph concludes.

    The numbers of the other claims stay. A line for each claim is written into the file of decisions (decisions.tsv), which every build
    reads; to take it back, take the line out.

    \b
    Examples:
      kg wrong claim:2024-05-22-bai/event-1 --why "the article says the contrary"
      kg wrong holding:to-lam-thu-tuong-vn --why "misread: he never was"
    """
    judge(build, decisions, "wrong", claim, why, who, when)
