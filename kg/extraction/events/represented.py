"""On whose behalf somebody acts: `Thay mặt Ban Bí thư, A ký …`, `Thừa ủy quyền của Thủ tướng, A trao …`: the body or country represented.

Comes in: the clauses of a sentence and one telling of an event. Goes out: the telling with those represented as a part of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.events.drafts import EventDraft, Part
from kg.extraction.events.syntax.clauses import Clauses, Group
from kg.extraction.events.tables import words

__all__ = ["REPRESENTED", "on_behalf"]

REPRESENTED = "represented"

_TYPES = ("Meeting", "Signing", "Speech", "Statement", "Attendance", "Congratulation", "Condolence", "Invitation")
_ACTING = ("agent", "participant", "host", "party", "speaker", "inviter")


def on_behalf(drafts: Sequence[EventDraft], clauses: Sequence[Clauses]) -> list[EventDraft]:
    """The drafts with the bodies and countries named behind `thay mặt`, where one person alone acts for them; persons are left out."""
    said = [bool(words("on_behalf").beginnings(sentence.view)) for sentence in clauses]
    return [_represented(clauses[d.sentence], d) if said[d.sentence] and d.type in _TYPES else d for d in drafts]


def _represented(clauses: Clauses, draft: EventDraft) -> EventDraft:
    for k in range(draft.trigger[0]):
        found = words("on_behalf").at(clauses.view, k)
        named = clauses.object(found[1]) if found is not None else None
        if named is None or named.personal or named.actors[0].kind == "place":
            continue
        if _acts(clauses, named, draft):
            keys = [key for key in named.keys if not any(key == part.key for part in draft.parts)]
            return draft._replace(parts=(*draft.parts, *(Part(key, REPRESENTED) for key in keys)))
    return draft


def _acts(clauses: Clauses, named: Group, draft: EventDraft) -> bool:
    """Whether the one who acts in the draft is the next person behind those represented, or the one before `thay mặt`."""
    acting = [part.key for part in draft.parts if part.role in _ACTING]
    behind = next((g for g in clauses.groups if g.start >= named.end and g.personal), None)
    before = next((g for g in reversed(clauses.groups) if g.end <= named.start and g.personal and g.position == "subject"), None)
    near = behind if behind is not None and behind.start < draft.trigger[0] else before
    return near is not None and len(near.actors) == 1 and any(key == k for key in near.keys for k in acting)
