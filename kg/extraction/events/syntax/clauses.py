"""Who stands as subject before a verb and as object behind it, and what may stand between.

Vietnamese keeps subject – verb – object; the subject is the group right before the verb, the antecedent of `người`, or the nearest one in
subject position, unless a clause of its own begins in between. Positions are token indices of one sentence, half-open.
"""

from __future__ import annotations

from kg.extraction.events.syntax.groups import Coordination, Group
from kg.extraction.events.tables import event_verbs, words

__all__ = ["Clauses", "Group"]

_ALONGSIDE = frozenset({"tại", "ở", "cao", "biểu", "đoàn"})  # `tại B`, `cùng đoàn đại biểu cấp cao B` between subject and verb
_DASHES = frozenset({"-", "–", "—"})
_BUT = frozenset({"nhưng", "song"})
_CARRIES = frozenset({"chở", "đưa", "của"})
_QUOTES = frozenset({'"', "“", "”"})


class Clauses(Coordination):
    """The questions that the event readers ask of one sentence."""

    def gap(self, start: int, stop: int) -> bool:
        """Whether nothing but auxiliaries, adverbs and expressions of time stands in tokens `[start, stop)`."""
        k = start + self._closes_aside(start)
        while k < stop:
            if k in self._time or self.view.tokens[k].kind == "number":
                k += 1
                continue
            actor = self.actor_at(k)
            if actor is not None and actor.kind in ("place", "country", "organization") and self.view.key(k - 1) in _ALONGSIDE:
                k = actor.end
                continue
            found = words("auxiliary").at(self.view, k) or words("time").at(self.view, k)
            if self.view.key(k) in _ALONGSIDE and (self.view.key(k) in {"tại", "ở"}):
                k += 1
            elif found is None or found[1] > stop:
                return False
            else:
                k = found[1]
        return k <= stop

    def _closes_aside(self, i: int) -> bool:
        """`ông A - Tổng Bí thư B |-| đã từ trần`: a dash at token i that closes what another opened inside the actor before it."""
        actor = self.actor_at(i - 1) if self.view.key(i) in _DASHES else None
        return actor is not None and actor.end == i and any(self.view.key(k) in _DASHES for k in range(actor.start, i))

    def topic(self, i: int) -> Group | None:
        """The person whom an event noun at token i is said of: the nearest in subject position, else a group right before it."""
        for group in reversed(self.groups):
            if group.end <= i and group.personal and group.governor == "lời" and self.predicate_follows(group.end):
                return group
            if group.end <= i and group.personal and group.position == "subject" and not self._closed_between(group.end, i):
                return None if self._own_sentence(group.end, i) or self._other_subject(group.end, i) else group
        return self.subject(i, strict=False)

    def subject(self, i: int, *, personal: bool = True, strict: bool = True) -> Group | None:
        """The group that is subject of the predicate at token i: right before it, the antecedent of `người`, else the nearest in subject position.

        `strict` wants the predicate to begin a segment of the clause; an adverbial or a noun of event may stand anywhere behind its subject.
        """
        relative = self.antecedent(i) or self._of_its_kind(i)
        if relative is not None:
            return relative
        for group in reversed(self.groups):
            if group.end > i or (personal and not group.personal):
                continue
            if self._closed_between(group.end, i):
                continue
            if group.position != "aside" and self._right_before(group, i):
                return None if self._owner(group) else self._whose(group)
            if group.governor == "là" and group.personal and self._closes_predicate(group, i):
                return self._last(group)
            if group.governor == "của" and group.personal and self._since_then(group, i):
                return group
            if group.governor == "lời" and group.personal and self.predicate_follows(group.end):
                return group  # `nhắc lại lời |ông A| bày tỏ sau khi gặp B`
            if group.position == "subject" and not self._own_sentence(group.end, i):
                return None if self._other_subject(group.end, i) or (strict and not self._serial(group.end, i)) else group
        for group in reversed(self.groups):
            # `quyết định bà A thôi giữ chức B`: the object of one verb is the subject of the next
            pivot = group.end <= i and group.position == "object" and group.personal and self.predicate_follows(group.end)
            if pivot and personal and not self._closed_between(group.end, i):
                return group
        return None

    def _owner(self, group: Group) -> bool:
        """`Gia đình |Shinawatra| bị lật đổ`, `Con trai cả của |ông A| cầm quyền`: the predicate is said of what is A's."""
        if not group.personal:
            return False
        if group.governor == "của" and group.start >= 2:
            before = [g for g in self.groups if g.end < group.start and not self._closed_between(g.end, group.start)]
            comma = max((k for k in range(group.start) if self.view.key(k) == ","), default=-1)
            if any(g.position == "subject" and g.end > comma for g in before):
                return False
            return words("noun_of_event").at(self.view, max(self.clause_start(group.start), comma + 1)) is None
        head = group.actors[0].head
        apart = head is not None and any(self.view.key(k) == "," for k in range(group.start, head.start))  # `nhiệm kỳ chủ tịch, Thủ tướng A`
        return not apart and words("owned").ending(self.view, group.start) is not None

    def _whose(self, group: Group) -> Group:
        """`Ông A trong nhóm thân cận của |ông B| từng thăm …`: an oblique belongs to the subject before it where no verb stands between."""
        if group.position != "oblique":
            return group
        for earlier in reversed(self.groups):
            if earlier.end > group.start or not earlier.personal:
                continue
            between = range(earlier.end, group.start)
            verbal = any(self.view.key(k) == "," or words("auxiliary").at(self.view, k) or event_verbs().at(self.view, k) for k in between)
            return earlier if earlier.position == "subject" and not verbal else group
        return group

    def _of_its_kind(self, i: int) -> Group | None:
        """`A là Tổng thống thứ ba |thăm| B`, `A là người đầu tiên của C |thăm| B`: what the kind does that A is of is done by A."""
        k = self._before_adverbs(i)
        owner = self.actor_at(k - 1)
        if owner is not None and self.view.key(owner.start - 1) == "của":
            k = owner.start - 1
        found = words("ordinal").ending(self.view, k)
        begin = self.clause_start(i)
        for j in range(found[1] - 1 if found is not None else begin, begin, -1):
            if self.view.key(j) == "là" or self.view.keys(j, 2) == "trở thành":
                group = self.adjacent(j)
                return group if group is not None and group.personal and group.keys else None
        return None

    def _before_adverbs(self, i: int) -> int:
        """The token after which nothing but auxiliaries and expressions of time leads to token i."""
        k = i
        while k > 0:
            found = words("auxiliary").ending(self.view, k)
            if k - 1 not in self._time and found is None:
                break
            k = found[1] if found is not None and k - 1 not in self._time else k - 1
        return k

    def _closes_predicate(self, group: Group, i: int) -> bool:
        """`Người đi trước là |ông A|, |thăm| B`: what follows the comma is said of the one whom the predicate names."""
        return self.view.key(group.end) == "," and self.view.key(i - 1) not in {"và", "rồi"} and self.gap(group.end + 1, i)

    def _since_then(self, group: Group, i: int) -> bool:
        """`chuyến thăm đầu tiên của |ông| kể từ khi |nhậm chức|`: the clause of time behind a possessor is said of the possessor."""
        found = words("since_then").at(self.view, group.end)
        return found is not None and found[1] <= i and self.gap(found[1], i)

    def mover(self, i: int) -> Group | None:
        """Who goes where the verb of movement at token i says: right before it, the antecedent of `người`, or the subject where `rời B`, `rồi`
        or `đầu tiên` leads to the verb; elsewhere `đến`, `tới`, `sang` are prepositions.
        """
        direct = self.antecedent(i) or self._of_its_kind(i) or self.carried(i) or self.adjacent(i)
        if direct is not None and (direct.personal or self.view.key(direct.start - 1) != "rời"):
            return direct
        k = self._before_adverbs(i)
        left = direct is not None and direct.end == k
        if not left and words("to_movement").ending(self.view, k) is None:
            return None
        return self.subject(i) if not left or direct is None else self.subject(direct.start - 1)

    def carried(self, i: int) -> Group | None:
        """`Chuyên cơ chở |ông A| từ B |hạ cánh| …`: the passenger, where a craft is what the clause before token i is about."""
        begin = self.clause_start(i)
        while begin < i and (self.skip_time(begin) > begin or self.view.key(begin) == ","):
            begin = max(self.skip_time(begin), begin + 1)
        if words("carrier").at(self.view, begin) is None:
            return None
        aboard = [g for g in self.groups if begin < g.start and g.end <= i and g.personal and self.view.key(g.start - 1) in _CARRIES]
        return aboard[0] if len(aboard) == 1 else None

    def _serial(self, start: int, stop: int) -> bool:
        """`A dự lễ ở B và |gặp| C`: the verb begins a segment of the clause, or only auxiliaries and verbs of movement lead to it."""
        k = start
        segment = start
        while k < stop:
            actor = self.actor_at(k)
            if actor is not None:
                k = min(actor.end, stop)
                continue
            found = words("boundary").at(self.view, k)
            k = found[1] if found is not None else k + 1
            segment = k if found is not None else segment
        while segment < stop and (found := words("serial").at(self.view, segment)) is not None and not self.gap(segment, stop):
            segment = found[1]
        return segment >= stop or self.gap(segment, stop) or self._after_movement(segment, stop)

    def _after_movement(self, start: int, stop: int) -> bool:
        """`đã sang |làm việc|`, `đã đến B |gặp|`: a verb of movement with its goal stands before the verb."""
        k = start
        while k < stop:
            actor = self.actor_at(k)
            if actor is not None and actor.kind in ("place", "country", "organization"):
                k = actor.end
                continue
            found = words("serial").at(self.view, k) or words("auxiliary").at(self.view, k) or words("destination").at(self.view, k)
            if found is None and k not in self._time:
                return False
            k = found[1] if found is not None else k + 1
        return True

    def _other_subject(self, start: int, stop: int) -> bool:
        """Whether a clause with a subject of its own begins in between, one that is no actor (`… khi các quan chức này |thăm|`)."""
        k = start
        clause = None
        while k < stop:
            found = words("new_clause").at(self.view, k)
            if found is not None and self.actor_at(k) is None:
                clause = found[1]
            k = found[1] if found is not None else k + 1
        return clause is not None and not self.gap(clause, stop) and not self._opens_adverbial(clause, stop)

    def _opens_adverbial(self, start: int, stop: int) -> bool:
        """`A cho biết trong cuộc |gặp|`: a preposition behind the word that opens the clause leaves its subject the same."""
        found = words("preposition").at(self.view, start)
        return found is not None or self.view.key(start) in {",", ":", '"', "“"} or start >= stop

    def _right_before(self, group: Group, i: int) -> bool:
        """Whether the predicate at token i follows the group directly; behind an object no other verb's conjunction may stand between."""
        if not self.gap(group.end, i):
            return False
        if group.position in ("subject", "agent"):
            return True
        between = [self.view.key(k) for k in range(group.end, i)]
        return not {"và", "đồng", "rồi", "tiếp", "đó"} & set(between) and not (group.actors[-1].kind == "unnamed" and not group.keys)

    def scope(self, start: int, stop: int) -> int:
        """Where the predicate at token `stop` begins to be spoken of: behind the last `nhưng` or `song` since token `start`."""
        return max((k + 1 for k in range(start, stop) if self.view.key(k) in _BUT), default=start)

    def adjacent(self, i: int) -> Group | None:
        """The group right before token i, auxiliaries and time aside."""
        for group in reversed(self.groups):
            if group.end <= i:
                return group if self.gap(group.end, i) else None
        return None

    def antecedent(self, i: int) -> Group | None:
        """`…, ông A, người đã được bầu …`: the person right before `người`."""
        view = self.view
        for k in range(i - 1, max(i - 8, 0), -1):
            if view.key(k) == "người" and view.key(k - 1) in {",", "-", "–"} and self.gap(k + 1, i):
                before = next((g for g in self.groups if g.personal and g.end in {k - 1, k}), None)
                if before is None:
                    return None
                last = self._last(before)._replace(position="subject")
                unknown = last.actors[0]._replace(kind="unnamed", keys=())
                return last._replace(actors=(unknown,)) if self._ambiguous(before) else last
        return None

    def _ambiguous(self, group: Group) -> bool:
        """`ông A, |cha ông B|, người giữ chức C`, `bà A, |em gái của B|, người …`: either of the two may be meant."""
        begin = group.start
        while begin > 0 and (filler := words("filler").ending(self.view, begin)) is not None:
            begin = filler[1]
        found = words("relation_to").ending(self.view, begin)
        return group.position == "aside" or (found is not None and self.view.key(found[1] - 1) == ",")

    def _last(self, group: Group) -> Group:
        last = group.actors[-1]
        return group._replace(actors=(last,), start=last.start)

    def _closed_between(self, start: int, stop: int) -> bool:
        """Whether a quotation or bracket opens in between without closing: what stands inside is another's clause."""
        depth = 0
        quotes = 0
        for k in range(start, stop):
            key = self.view.key(k)
            depth += (key == "(") - (key == ")")
            quotes += key in _QUOTES
        return depth != 0 or quotes % 2 == 1

    def _own_sentence(self, start: int, stop: int) -> bool:
        return any(self.view.key(k) == ":" for k in range(start, stop))

    def object(self, i: int, *, personal: bool | None = None) -> Group | None:
        """The group that begins at token i, over determiners, honorifics and titles that are no office (`nước chủ nhà`)."""
        view = self.view
        k = i
        while k < len(view):
            group = next((g for g in self.groups if any(a.start <= k < a.end for a in g.actors)), None)
            if group is not None:
                at = next(n for n, a in enumerate(group.actors) if a.start <= k < a.end)
                rest = group._replace(actors=group.actors[at:], start=group.actors[at].start)
                return None if personal is not None and rest.personal != personal else rest
            filler = words("filler").at(view, k)
            if filler is not None:
                k = filler[1]
            elif k in self._time:
                k += 1
            else:
                return None
        return None
