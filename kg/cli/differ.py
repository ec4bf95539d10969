"""`kg differ`: a curator decides that what was taken for one is two: two things, or the reports of two events."""

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

__all__ = ["differ"]


def differ(
    one: Annotated[str, typer.Argument(help="A name, an identifier, an event or a claim.", show_default=False)],
    other: Annotated[
        str, typer.Argument(help="Who is not that: another name, or ARTICLE#NAME; of an event the article that tells of another.", show_default=False)
    ],
    why: WhyOption,
    who: WhoOption = None,
    when: WhenOption = None,
    build: BuildOption = Path("build"),
    decisions: FileOption = None,
) -> None:
    """Decide that two names are two persons, bodies, places or documents, or that an article tells of another event.

    The appearances of the second are taken out of the first. A line for each is written into the file of decisions (decisions.tsv),
    which every build reads; to take it back, take the line out.

    \b
    Examples:
      kg differ "Nguyễn Văn Hùng" "2024-05-22-bai#Nguyễn Văn Hùng" --why "the one of Huế is another"
      kg differ event:2024-05-20-meeting-a-b 2024-05-21-bai --why "that article tells of the second meeting"
    """
    path, store = decisions_of(build, decisions), open_store(build)
    if is_about_claims(one):
        reports = reports_of(store, one)
        article = other.split("/")[1] if other.startswith("claim/") else other.removeprefix("article/").removeprefix("article:")
        if article not in reports or len(reports) < 2:
            raise QueryError(f"{other}: of {one} tell {', '.join(sorted(reports))}; name one of several")
        rest = [claim for name, claim in sorted(reports.items()) if name != article]
        refuse_against_reports(path, build, "different", [(claim, reports[article]) for claim in rest])
        write(path, "different", [(claim, reports[article]) for claim in rest], why, who, when)
        return
    appearances = appearances_of(store, build)
    first, second = (side_of(store, asked, appearances) for asked in (one, other))
    name, other_name = (side.thing.value.removeprefix(base_of(store)) for side in (first, second))
    left = {name, *names_of(one for one in appearances if one.thing == first.thing.value)}
    right = names_of(second.meant) | ({other_name} - {name})
    refuse_against_things(path, "different", left, right, judgements_of(build))
    if first.thing != second.thing:
        raise QueryError(f"{one} and {other} are two already; `kg why-same` says why")
    places = sorted({f"{one.article}#{one.name}" for one in second.meant})
    own = sorted({f"{one.article}#{one.name}" for one in appearances if one.thing == first.thing.value})
    if places == own:
        raise QueryError(f"all that is known goes by {other}; say which of them is another: {', '.join(own[:5])}")
    write(path, "different", [(name, place) for place in places], why, who, when)
    if places[1:]:
        write(path, "same", [(places[0], place) for place in places[1:]], why, who, when)
