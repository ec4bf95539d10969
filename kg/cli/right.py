"""`kg right`: a curator decides that a claim is right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.deciding import BuildOption, FileOption, WhenOption, WhoOption, WhyOption, judge

__all__ = ["right"]


def right(
    claim: Annotated[str, typer.Argument(help="A claim, an event, a holding, a relation or a figure.", show_default=False)],
    why: WhyOption,
    who: WhoOption = None,
    when: WhenOption = None,
    build: BuildOption = Path("build"),
    decisions: FileOption = None,
) -> None:
    """Decide that a claim, or all that an event or a holding rests on, is right: it is held for sure, and no `wrong` may stand against it.

    The numbers of the other claims stay. A line for each claim is written into the file of decisions (decisions.tsv), which every build
    reads; to take it back, take the line out.

    \b
    Examples:
      kg right claim:2024-05-22-bai/event-1 --why "read against the article"
      kg right event:2024-05-20-meeting-a-b --why "all reports are read well"
    """
    judge(build, decisions, "right", claim, why, who, when)
