"""Whether a decision goes against a line of the curator's file that calls the same by other names: the error that names the line, or nothing.

A line names a thing by the identifier it had before any decision; what became of it the judgements of the last build tell, by the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from kg.decisions import OPPOSITE, numbered_decisions, take_it_out
from kg.records import read_records
from kg.resolution import Judgement
from kg.resolution.claims import claim_ids
from kg.resolution.decisions import Verdict

__all__ = ["refuse_against_reports", "refuse_against_things"]


def refuse_against_things(path: Path, verdict: Verdict, left: Collection[str], right: Collection[str], judged: Iterable[Judgement]) -> None:
    """Raise `ConfigurationError` where a line of `path` says the contrary of the things that `left` and `right` name.

    Each side is the identifier and the appearances (`ARTICLE#ENTITY`, `ARTICLE#NAME`) that are meant; `judged` are the last build's.
    """
    contrary = {number: line for number, line in numbered_decisions(path).items() if line.verdict == OPPOSITE[verdict]}
    named = [number for number, line in contrary.items() if _between(line.one, line.other, left, right)]
    reasons = {one.reason for one in judged if one.same == (verdict == "different") and _between(one.one, one.other, left, right)}
    if found := named or [number for number, line in contrary.items() if line.reason in reasons]:
        raise take_it_out(path, found)


def refuse_against_reports(path: Path, build: Path, verdict: Verdict, pairs: Sequence[tuple[str, str]]) -> None:
    """Raise `ConfigurationError` where a line of `path` says the contrary of the same two reports, whichever of their claims it names."""
    contrary = {number: line for number, line in numbered_decisions(path).items() if line.verdict == OPPOSITE[verdict]}
    if not contrary:
        return
    report = {claim: min(claims) for record in read_records(build) for claims in claim_ids(record).events for claim in claims}
    ours = {frozenset(report.get(claim, claim) for claim in pair) for pair in pairs}
    found = [number for number, line in contrary.items() if frozenset(report.get(claim, claim) for claim in (line.one, line.other)) in ours]
    if found:
        raise take_it_out(path, found)


def _between(one: str, other: str, left: Collection[str], right: Collection[str]) -> bool:
    return (one in left and other in right) or (one in right and other in left)
