"""`kg same`: a curator decides that two things are one, or that two reports tell of one event."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.appearances import appearances_of, judgements_of, names_of, side_of
from kg.cli.deciding import BuildOption, FileOption, WhenOption, WhoOption, WhyOption, decisions_of, is_about_claims, reports_of, write
from kg.cli.gainsaying import refuse_against_reports, refuse_against_things
from kg.errors import QueryError
from kg.graph import open_store
from kg.query.lookup import base_of

__all__ = ["same"]


def same(
    one: Annotated[str, typer.Argument(help="A name, an identifier, ARTICLE#NAME, an event or a claim.", show_default=False)],
    other: Annotated[str, typer.Argument(help="The other one.", show_default=False)],
    why: WhyOption,
    who: WhoOption = None,
    when: WhenOption = None,
    build: BuildOption = Path("build"),
    decisions: FileOption = None,
) -> None:
    """Decide that two persons, bodies, places or documents are one, or two events. The first keeps its identifier and name.

    A line is written into the file of decisions (decisions.tsv), which every build reads; to take it back, take the line out.

    \b
    Examples:
      kg same "Lý Cường" "Li Qiang" --why "two spellings of one name"
      kg same person:to-lam 2024-05-22-bai#Lâm --why "his first name alone"
      kg same event:2024-05-20-meeting-a-b event:2024-05-21-meeting-a-b --why "one meeting, past midnight"
    """
    path, store = decisions_of(build, decisions), open_store(build)
    if is_about_claims(one) or is_about_claims(other):
        first, *rest = sorted(reports_of(store, one).values())
        others = sorted(reports_of(store, other).values())
        if {first, *rest} & set(others):
            raise QueryError(f"{one} and {other} are one event already")
        refuse_against_reports(path, build, "same", [(ours, claim) for ours in (first, *rest) for claim in others])
        write(path, "same", [(first, claim) for claim in others], why, who, when)
        return
    appearances = appearances_of(store, build)
    sides = [side_of(store, asked, appearances) for asked in (one, other)]
    ids = [side.thing.value.removeprefix(base_of(store)) for side in sides]
    left, right = ({name, *names_of(one for one in appearances if one.thing == side.thing.value)} for name, side in zip(ids, sides, strict=True))
    refuse_against_things(path, "same", left, right, judgements_of(build))
    if sides[0].thing == sides[1].thing:
        raise QueryError(f"{one} and {other} are one already; `kg why-same` says why")
    write(path, "same", [(ids[0], ids[1])], why, who, when)
