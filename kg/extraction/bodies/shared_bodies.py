"""Offices that stand side by side over one body: `Phó Cục trưởng, Cục trưởng |Cục An toàn thông tin|`, `phó tư lệnh, tham mưu trưởng, tư lệnh
|Quân khu 4|`.

Comes in: the findings of a sentence. Goes out: the same, with the body of the last office and the rest of its title for those before it that are
steps of one ladder.
"""

from __future__ import annotations

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.recorder import Recorder
from kg.language import fold

__all__ = ["ladder_step", "share_bodies"]

_JOINTS = frozenset({",", "và", "rồi", "hoặc", "/", "đến", "rồi là", "rồi đến", ", rồi", "sau đó là", ", sau đó là"})
_LONGEST_JOINT = 4
# Kinds of `roles.tsv` whose titles are steps of one ladder though their words differ.
_OF_ONE_COMMAND = frozenset({"military_office", "police_office"})
_DEPUTIES = {"thứ trưởng": "bộ trưởng", "cục phó": "cục trưởng", "vụ phó": "vụ trưởng", "chính ủy": "chính ủy"}


def share_bodies(recorder: Recorder) -> None:
    """Give the bare offices of a list the body of the next one, from the last to the first."""
    offices = sorted((f for f in recorder.found if f.kind == "office"), key=lambda f: f.start)
    renamed: dict[Found, Found] = {}
    for k in range(len(offices) - 2, -1, -1):
        bare, following = offices[k], offices[k + 1]
        shared = _shared(recorder, bare, following)
        if shared is not None:
            renamed[bare] = offices[k] = shared
    if renamed:
        recorder.found[:] = [renamed.get(f, f) for f in recorder.found]
        recorder.links[:] = [link._replace(office=renamed.get(link.office, link.office)) for link in recorder.links]


def _shared(recorder: Recorder, bare: Found, following: Found) -> Found | None:
    """`bare` with the body of `following`, None where it is no step of the same ladder or has an owner of its own."""
    phrase, model = bare.what, following.what
    between = following.start - bare.end
    if not isinstance(phrase, OfficePhrase) or not isinstance(model, OfficePhrase) or not 0 < between <= _LONGEST_JOINT:
        return None
    if recorder.view.keys(bare.end, between) not in _JOINTS or model.body is None or phrase.served is not None or model.served is not None:
        return None
    if phrase.body or phrase.country or phrase.place or phrase.parent or phrase.scope:
        return None
    step, whole = ladder_step(phrase.title), ladder_step(model.title)
    title = phrase.title
    if whole[: len(step)] == step:
        rest = model.title.split()[len(model.title.split()) - (len(whole) - len(step)) :] if len(whole) > len(step) else []
        title = " ".join((title, *rest))
    elif not {phrase.role.kind, model.role.kind} <= _OF_ONE_COMMAND:
        return None
    what = phrase._replace(title=title, body=model.body, parent=model.parent)
    return bare._replace(name=title, what=what)


def ladder_step(title: str) -> list[str]:
    """The words of a title without what makes it a deputy's: `Phó Cục trưởng` and `Cục trưởng` are steps of one ladder."""
    words = fold(title).split()
    if words[:1] == ["phó"]:
        words = words[1:]
    chief = _DEPUTIES.get(" ".join(words[:2]))
    return [*chief.split(), *words[2:]] if chief is not None else words
