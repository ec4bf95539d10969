"""A merged event in a few Vietnamese words: `Nguyễn Phú Trọng gặp Joe Biden, 2023-09-10`."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from kg.lexicon.loader import read_table
from kg.resolution.events.merged import MergedEvent
from kg.resolution.names import name_key

__all__ = ["event_label", "principals_in_order"]

_TABLE = Path(__file__).with_name("labels.tsv")
_LATER = {"host": 1, "participant": 1, "destination": 2, "addressee": 2, "invitee": 2}
_LISTED = 3
_WORDED = 90
"""Characters of what an event is about."""


class _Wording(msgspec.Struct, frozen=True):
    """`acts` is the role of those who act, `towards` of those it is done to; without them all principals do it together."""

    type: str
    joint: str
    alone: str
    source: str
    acts: str = ""
    towards: str = ""


@functools.cache
def _wordings() -> dict[str, _Wording]:
    return {row.type: row for row in read_table(_TABLE, _Wording)}


def principals_in_order(event: MergedEvent) -> list[str]:
    """The participants that an event is named after: who acts first, hosts and destinations last."""
    main = frozenset[str]().union(*(report.principals for report in event.reports))
    goals = _goals(event)
    told = [(thing, role) for thing, role in event.parts if thing in main or thing in goals]
    return list(dict.fromkeys(thing for thing, _ in sorted(told, key=lambda part: (_LATER.get(part[1], 0), part[0]))))


def _goals(event: MergedEvent) -> list[str]:
    """The destinations that an event is called after: the countries where some are told, since cities and airports are stages in them."""
    told = [thing for thing, role in event.parts if role == "destination"]
    return [thing for thing in told if thing.startswith("country/")] or told


def event_label(event: MergedEvent, principals: Iterable[str], names: Mapping[str, str]) -> str:
    """The label of `event`, called after its `principals` in order; `names` are the labels of its participants, its place and its office."""
    wording = _wordings().get(event.type)
    who = [names.get(thing, thing) for thing in principals]
    goal = [names.get(thing, thing) for thing in _goals(event)]
    if event.type == "Visit" and not goal and event.place:
        goal = [names.get(event.place, event.place)]
    documents = [names.get(thing, thing) for thing, _ in event.parts if thing.startswith("agreement/")]
    office = names.get(event.office or "", "")
    title = event.label if event.label and not name_key(office).startswith(name_key(event.label)) else office
    what = title or event.level or ", ".join(documents)
    actors = [name for name in who if name not in goal]
    acting = _with_role(event, wording.acts) if wording is not None and wording.acts else []
    if wording is not None and acting:
        actors, goal = ([names.get(thing, thing) for thing in things] for things in (acting, _with_role(event, wording.towards)))
    if wording is None or not actors:
        text = f"{event.type}: {', '.join(who)}"
    else:
        others = goal or ([] if acting else actors[1:])
        first = _listed(actors) if goal or acting else actors[0]
        pattern = wording.joint if others else wording.alone
        text = pattern.format(a=first, b=_listed(others), label=textwrap.shorten(what, _WORDED, placeholder=" …")).rstrip(" :")
    return f"{text}, {event.date}" if event.date else text


def _with_role(event: MergedEvent, role: str) -> list[str]:
    return [thing for thing, its in event.parts if its == role]


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")
