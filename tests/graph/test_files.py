"""Files put together of pieces: the bytes that the writers of the whole give, and the same ones whatever was copied from the last build."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pyoxigraph import NamedNode

from kg.graph import files, open_store, quads, write
from kg.graph.dataset import MERGED, lines
from kg.graph.files import GRAPH_FILES, INDEX
from kg.graph.jsonld import jsonld
from kg.graph.namespaces import BASE, data_prefixes
from kg.graph.turtle import trig, turtle
from kg.model import KgEntity, Knowledge
from tests.graph.knowledge import KNOWLEDGE, MEETING
from tests.query.world import KNOWLEDGE as WORLD


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in GRAPH_FILES}


def stored(folder: Path) -> set[str]:
    return {str(quad) for quad in open_store(folder)}


@pytest.mark.parametrize("which", [KNOWLEDGE, WORLD, Knowledge(), "slashes"], ids=["two articles", "world", "nothing", "slashes"])
def test_the_pieces_are_what_the_writers_of_the_whole_write(which: Knowledge | str, tmp_path: Path) -> None:
    knowledge = with_slashes(KNOWLEDGE) if isinstance(which, str) else which
    write(knowledge, tmp_path)
    ordered = sorted(lines(knowledge).values(), key=lambda quad: str(quad.graph_name))
    merged = [quad for quad in ordered if quad.graph_name == NamedNode(BASE + MERGED)]
    prefixes = data_prefixes(BASE)
    assert contents(tmp_path) == {
        "graph.nq": "".join(f"{line} .\n" for line in lines(knowledge)).encode(),
        "graph.trig": "".join(trig(ordered, prefixes)).encode(),
        "graph.jsonld": "".join(jsonld(ordered, BASE)).encode(),
        "graph.ttl": "".join(turtle(merged, prefixes)).encode(),
    }


def as_it_was(knowledge: Knowledge) -> Knowledge:
    return knowledge


def without_articles(knowledge: Knowledge) -> Knowledge:
    return msgspec.structs.replace(knowledge, articles=knowledge.articles[1:], claims=knowledge.claims[:5])


def renamed(knowledge: Knowledge) -> Knowledge:
    """A label that stands in those of others too: holdings, participations, relations."""
    entities = tuple(msgspec.structs.replace(one, label=f"{one.label} (khác)") for one in knowledge.entities)
    return msgspec.structs.replace(knowledge, entities=entities)


def planned(knowledge: Knowledge) -> Knowledge:
    """Who met and who visited is taken back with the event's happening."""
    events = tuple(msgspec.structs.replace(one, modality="planned") for one in knowledge.events)
    return msgspec.structs.replace(knowledge, events=events)


def with_a_namesake(knowledge: Knowledge) -> Knowledge:
    """Two records of one identifier: what both say stands in one block."""
    return msgspec.structs.replace(knowledge, entities=(*knowledge.entities, KgEntity("person/joe-biden", "Person", "Joe Biden", ("Joe",))))


def with_slashes(knowledge: Knowledge) -> Knowledge:
    """Articles whose identifiers begin alike, with a slash behind: their claims stand mixed in the lines."""
    first = knowledge.articles[0].id
    names = {knowledge.articles[1].id: f"{first}/f"}
    articles = tuple(msgspec.structs.replace(one, id=names.get(one.id, one.id)) for one in knowledge.articles)
    claims = tuple(
        msgspec.structs.replace(one, article=names[one.article], id=one.id.replace(one.article, names[one.article])) if one.article in names else one
        for one in knowledge.claims
    )
    return msgspec.structs.replace(knowledge, articles=articles, claims=claims)


def nothing(_: Knowledge) -> Knowledge:
    return Knowledge()


CHANGES = [as_it_was, without_articles, renamed, planned, with_a_namesake, with_slashes, nothing]


@pytest.mark.parametrize("back", [False, True], ids=["there", "and back"])
@pytest.mark.parametrize("change", CHANGES)
def test_what_is_copied_from_the_last_build_gives_the_same_bytes(change: Callable[[Knowledge], Knowledge], back: bool, tmp_path: Path) -> None:
    first, second = (change(KNOWLEDGE), KNOWLEDGE) if back else (KNOWLEDGE, change(KNOWLEDGE))
    write(first, tmp_path / "last", maker="m")
    count = write(second, tmp_path / "new", maker="m", last=tmp_path / "last")
    assert count == write(second, tmp_path / "whole", maker="m")
    assert contents(tmp_path / "new") == contents(tmp_path / "whole")
    assert stored(tmp_path / "new") == stored(tmp_path / "whole") == {str(quad) for quad in quads(second)}
    assert stored(tmp_path / "last") == {str(quad) for quad in quads(first)}, "the last build is as it was"
    again = tmp_path / "again"
    write(second, again, maker="m", last=tmp_path / "new")
    assert contents(again) == contents(tmp_path / "whole")
    assert stored(again) == stored(tmp_path / "whole")


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the parts whose pieces are made rather than copied, from here on."""
    keys: list[str] = []
    pieces = files.PieceWriter.pieces

    def told(self: files.PieceWriter, key: str, *rest: object) -> object:
        keys.append(key.rpartition("/")[2])
        return pieces(self, key, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(files.PieceWriter, "pieces", told)
    return keys


def test_only_what_changed_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(KNOWLEDGE, tmp_path / "last")
    keys = made(monkeypatch)
    events = tuple(msgspec.structs.replace(one, level="cao") if one.id == MEETING else one for one in KNOWLEDGE.events)
    write(msgspec.structs.replace(KNOWLEDGE, events=events), tmp_path / "new", last=tmp_path / "last")
    assert keys == [MEETING.removeprefix("event/")]


def touched(folder: Path) -> None:
    os.utime(folder / "graph.nq", ns=(1, 1))


def cut(folder: Path) -> None:
    (folder / "graph.jsonld").write_bytes((folder / "graph.jsonld").read_bytes()[:-1])


def without_index(folder: Path) -> None:
    (folder / INDEX).unlink()


def with_another_index(folder: Path) -> None:
    (folder / INDEX).write_bytes(b"\xc1")


def without_a_file(folder: Path) -> None:
    (folder / "graph.ttl").unlink()


@pytest.mark.parametrize("spoil", [touched, cut, without_index, with_another_index, without_a_file])
def test_nothing_is_copied_from_files_that_are_not_as_they_were(
    spoil: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(KNOWLEDGE, tmp_path / "last")
    spoil(tmp_path / "last")
    keys = made(monkeypatch)
    write(KNOWLEDGE, tmp_path / "new", last=tmp_path / "last")
    assert len(keys) > 10
    assert stored(tmp_path / "new") == {str(quad) for quad in quads(KNOWLEDGE)}


@pytest.mark.parametrize(("base", "maker"), [("https://data.example.org/", "m"), (BASE, "another")])
def test_nothing_is_copied_of_another_base_or_program(base: str, maker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(KNOWLEDGE, tmp_path / "last", maker="m")
    keys = made(monkeypatch)
    write(KNOWLEDGE, tmp_path / "new", base, maker=maker, last=tmp_path / "last")
    assert len(keys) > 10
    assert stored(tmp_path / "new") == {str(quad) for quad in quads(KNOWLEDGE, base)}
