"""Actors in coordination and what governs them: which stand as subject, as object, behind a preposition, aside.

Vietnamese marks obliques by a preposition and subordinate clauses by a word before their subject; that is all this reads.
Positions are token indices of one sentence, half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kg.extraction.events.syntax.actors import Actor, Key, distinct
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.sentence.view import SentenceView

__all__ = ["Coordination", "Group"]

Position = Literal["subject", "object", "oblique", "agent", "aside"]

_PERSONAL = ("person", "unnamed", "pronoun")
_BEFORE_NAMES = frozenset({"các", "những", "cả", "phía", "hai", "ba", "bốn", "vợ", "chồng", "nước"})
_REPLACED = ("thay", "thay cho", "thay thế", "kế nhiệm", "nhiệm", "thế")
_DATELINE = 7  # a dash this early follows the name of a paper or place; later it opens an apposition
_QUOTES = frozenset({'"', "“", "”"})


class Group(NamedTuple):
    """Actors in coordination (`A, B và C`) at tokens `[start, end)`; `governor` is the word right before them, empty at a boundary."""

    actors: tuple[Actor, ...]
    start: int
    end: int
    position: Position
    governor: str

    @property
    def keys(self) -> tuple[Key, ...]:
        """The entities of all actors, each once, in order."""
        return distinct(key for actor in self.actors for key in actor.keys)

    @property
    def personal(self) -> bool:
        """Whether persons (named, by office or by pronoun) stand here, rather than bodies, countries or places."""
        return self.actors[0].kind in _PERSONAL


class Coordination:
    """The groups of actors of one sentence, and what stands before and behind them."""

    def __init__(
        self, view: SentenceView, actors: Sequence[Actor], times: Sequence[tuple[int, int]] = (), countries_meant: tuple[Key, ...] = ()
    ) -> None:
        self.view = view
        self.countries_meant = countries_meant
        self.actors = tuple(actors)
        self.times = tuple(times)
        self._time = {k for start, stop in times for k in range(start, stop)}
        self.groups = self._groups()

    # -------------------------------------------------------------- coordination

    def _groups(self) -> tuple[Group, ...]:
        lists: list[list[Actor]] = []
        for actor in self.actors:
            if lists and self._coordinated(lists[-1][-1], actor) and not self._new_clause(lists[-1], actor) and not self._apposed(lists[-1], actor):
                lists[-1].append(actor)
            else:
                lists.append([actor])
        groups: list[Group] = []
        for members in lists:
            position, governor = self._governed(members[0])
            cut = self._adverbial_ends(members, position)
            if cut:
                groups.append(Group(tuple(members[:cut]), members[0].start, members[cut - 1].end, position, governor))
                members = members[cut:]
                position, governor = "subject", ""
            groups.append(Group(tuple(members), members[0].start, members[-1].end, position, governor))
        return tuple(groups)

    def _coordinated(self, a: Actor, b: Actor) -> bool:
        if (a.kind in _PERSONAL) != (b.kind in _PERSONAL) or (a.kind == "pronoun" and b.kind == "pronoun"):
            return False
        if a.kind not in _PERSONAL and a.kind != b.kind:
            return False
        between = [self.view.key(k) for k in range(a.end, b.start)]
        if self._related(b):
            return False
        if a.kind == "pronoun" and "," in between:
            return False
        joined = [w for w in between if w not in {"các", "những", "ông", "bà", "đồng", "chí", "với"}]
        if a.kind == "country" and joined in (["-"], ["–"]):
            return True
        return joined in ([","], ["và"], [",", "và"], [";"], [";", "và"], ["cùng"], ["cùng", "với"], ["lẫn"], ["&"])

    def _related(self, actor: Actor) -> bool:
        """`A, |người kế nhiệm ông B|, hội đàm …`: B only tells who A is."""
        view = self.view
        return view.key(actor.start - 1) == "," == view.key(actor.end) and words("relation_to").at(view, actor.start) is not None

    def _apposed(self, members: list[Actor], actor: Actor) -> bool:
        """`Con trai của A, |ông B|, trở thành …`: a name between commas says who the noun before it is; `thay A, |B| làm …`: a new clause."""
        view = self.view
        between = {view.key(k) for k in range(members[-1].end, actor.start)} - {"ông", "bà"}
        governor = self._governed(members[0])[1] if len(members) == 1 and between == {","} else ""
        return (governor == "của" and view.key(actor.end) == ",") or (governor in _REPLACED and self.predicate_follows(actor.end))

    def _new_clause(self, members: list[Actor], actor: Actor) -> bool:
        """`A sẽ gặp B; |C và D sẽ gặp B|`: behind a semicolon a list with a predicate of its own is a new clause."""
        if self.view.key(members[-1].end) != ";":
            return False
        position = self.actors.index(actor)
        last = actor
        for other in self.actors[position + 1 :]:
            if not self._coordinated(last, other) or self.view.key(last.end) == ";":
                break
            last = other
        return self.predicate_follows(last.end)

    def _adverbial_ends(self, members: list[Actor], position: Position) -> int:
        """`Trong cuộc hội đàm với A, |B khẳng định …`: how many of the actors belong to the adverbial before the subject; 0 for none."""
        if len(members) < 2 or position == "subject" or not self.predicate_follows(members[-1].end):
            return 0
        first = members[0].start
        comma = next((k + 1 for k in range(first - 1, -1, -1) if self.view.key(k) == ","), first)
        if not any(words("opener").at(self.view, k) is not None for k in {self.clause_start(first), comma} if k < first):
            return 0  # neither `Theo A, |B nói|` nor `…, nhận lời mời của A, |B sẽ thăm|`
        last = members[-1]
        for k in range(len(members) - 1, 0, -1):
            between = {self.view.key(i) for i in range(members[k - 1].end, members[k].start)}
            if between == {","}:
                return k
            if "," in between or last is not members[k]:
                return 0
        return 0

    def clause_start(self, i: int) -> int:
        """The token after the nearest boundary (`;` `:` `.` or the sentence's begin) before token i."""
        k = i
        while k > 0 and self.view.key(k - 1) not in {";", ":", ".", "…"} | _QUOTES:
            k -= 1
        return k

    # -------------------------------------------------------------- what governs an actor

    def _governed(self, actor: Actor) -> tuple[Position, str]:
        view = self.view
        if self._related(actor):
            return "aside", ","
        k = actor.start
        while k > 0 and ((view.key(k - 1) in _BEFORE_NAMES and view.key(k - 2) != "thứ") or k - 1 in self._time):
            k -= 1
        before = view.key(k - 1)
        if k <= 0:
            return "subject", ""
        if view.tokens[k - 1].kind == "sign":
            if before in {"-", "–"} and k > _DATELINE and self.view.tokens[k - 2].kind != "sign":
                return "object", before
            return ("aside", before) if before == "(" else ("subject", "")
        if k < actor.start and k in self._time:
            return "subject", ""
        preposition = words("preposition").ending(view, k)
        subordinator = words("subordinator").ending(view, k)
        if subordinator is not None and (preposition is None or subordinator[1] < preposition[1]):
            word = view.keys(subordinator[1], k - subordinator[1])
            if words("subject_if_predicate").ending(view, k) is not None and not self.predicate_follows(actor.end):
                return "object", word
            return "subject", word
        if before in {"được", "bị"}:
            return "agent", before
        if preposition is not None:
            return "oblique", view.keys(preposition[1], k - preposition[1])
        return "object", before

    def predicate_follows(self, i: int) -> bool:
        """Whether a predicate begins at token i: an auxiliary, or a verb of the table, with an adverbial of time before it or not."""
        view = self.view
        k = i
        while k < len(view) and (k in self._time or view.key(k) in {"ngày", "hôm", "nay", "chiều", "sáng", "tối"} or view.tokens[k].kind == "number"):
            k += 1
        if words("auxiliary").at(view, k) is not None:
            return True
        verb = event_verbs().at(view, k)
        return verb is not None and any("noun" not in v.frame for v in verb[0])

    # -------------------------------------------------------------- positions

    def actor_at(self, i: int) -> Actor | None:
        """The actor that covers token i."""
        return next((a for a in self.actors if a.start <= i < a.end), None)

    def skip_time(self, i: int) -> int:
        """The first token from i on that is no part of an expression of time."""
        while i in self._time:
            i += 1
        return i
