"""What came, went and changed between two builds made by hand: identifiers, facts and who takes part, and the command that prints it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from pyoxigraph import NamedNode

from kg.cli import main
from kg.difference import KINDS, Change, Difference, Item, difference
from kg.errors import StoreError
from kg.graph import write
from kg.model import Knowledge
from tests.query.world import KNOWLEDGE


def without(*gone: str) -> Knowledge:
    """The small world without the conclusions of these identifiers."""
    fields = ("entities", "holdings", "events", "relations", "contradictions", "statistics")
    return msgspec.structs.replace(KNOWLEDGE, **{name: tuple(one for one in getattr(KNOWLEDGE, name) if one.id not in gone) for name in fields})


def later() -> Knowledge:
    """The small world with a call told twice, its guest another, and a term that has ended."""
    def changed(event: object) -> object:
        assert hasattr(event, "id")
        if event.id != "event/call":
            return event
        assert hasattr(event, "participations")
        taking = tuple(msgspec.structs.replace(part, acting_as=None) for part in event.participations)
        return msgspec.structs.replace(event, report_count=2, participations=taking)  # type: ignore[type-var]

    holdings = tuple(
        msgspec.structs.replace(one, valid_until="2024-10-21") if one.id == "holding/lam-president" else one for one in KNOWLEDGE.holdings
    )
    return msgspec.structs.replace(KNOWLEDGE, events=tuple(map(changed, KNOWLEDGE.events)), holdings=holdings)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folders = {name: tmp_path_factory.mktemp(name) for name in ("whole", "less", "later", "elsewhere")}
    write(KNOWLEDGE, folders["whole"])
    write(without("event/call", "person/ngo-phuong-ly", "contradiction/visit", "statistic/ru-vn-2023"), folders["less"])
    write(later(), folders["later"])
    write(KNOWLEDGE, folders["elsewhere"], "https://data.example.org/")
    return folders


def of_kind(found: list[Difference], kind: str) -> Difference:
    return next(one for one in found if one.kind == kind)


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("events", Item("event/call", "Tô Lâm điện đàm với Vladimir Putin")),
        ("people", Item("person/ngo-phuong-ly", "Ngô Phương Ly")),
        ("contradictions", Item("contradiction/visit", "Ngày khác nhau: 19-6 và 20-6")),
        ("statistics", Item("statistic/ru-vn-2023", "Nga – Việt Nam: thương mại song phương 3,6 tỷ USD, 2023")),
    ],
)
def test_what_only_one_build_has_came_or_went(builds: dict[str, Path], kind: str, item: Item) -> None:
    there = of_kind(difference(builds["less"], builds["whole"]), kind)
    back = of_kind(difference(builds["whole"], builds["less"]), kind)
    assert (there.came, there.went, there.changed) == ((item,), (), ())
    assert (back.came, back.went, back.changed) == ((), (item,), ())


def test_what_both_have_and_tell_otherwise_is_changed(builds: dict[str, Path]) -> None:
    found = difference(builds["whole"], builds["later"])
    president = Item("holding/lam-president", "Tô Lâm, Chủ tịch nước Việt Nam")
    call = Item("event/call", "Tô Lâm điện đàm với Vladimir Putin")
    assert Change(president, "valid until", (), ("2024-10-21",)) in of_kind(found, "holdings").changed
    assert {change.item for change in of_kind(found, "holdings").changed} == {president}
    assert of_kind(found, "events").changed == (
        Change(
            call,
            "participant",
            ("Tô Lâm (agent, Tô Lâm, Tổng Bí thư Đảng Cộng sản Việt Nam)", "Vladimir Putin (participant, Vladimir Putin, Tổng thống Nga)"),
            ("Tô Lâm (agent)", "Vladimir Putin (participant)"),
        ),
        Change(call, "report count", ("1",), ("2",)),
    )


@pytest.mark.parametrize("other", ["whole", "elsewhere"])
def test_the_same_knowledge_is_no_difference_under_another_base_either(builds: dict[str, Path], other: str) -> None:
    assert difference(builds["whole"], builds[other]) == [Difference(kind, (), (), ()) for kind in KINDS]


def test_every_class_of_conclusions_is_of_a_kind() -> None:
    from kg.difference import _KIND_OF
    from kg.graph.concepts import ontology_triples
    from kg.graph.namespaces import KG, RDFS

    joined = [t for t in ontology_triples() if t.predicate.value == RDFS + "subClassOf" and isinstance(t.subject, NamedNode)]
    below = [(t.subject.value, t.object.value) for t in joined if isinstance(t.object, NamedNode) and t.subject.value.startswith(KG)]
    above = {KG + "Conclusion"}
    while more := {one for one, over in below if over in above} - above:
        above |= more
    narrowest = {iri.removeprefix(KG) for iri in above if iri not in {over for _, over in below}}
    assert narrowest <= set(_KIND_OF)


def test_a_folder_without_a_build_is_told(builds: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph has been built here"):
        difference(builds["whole"], tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["diff", *map(str, arguments)])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_the_command_tells_it_in_lines(builds: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, builds["whole"], builds["later"])
    assert "holdings: 1 changed\n  ~ Tô Lâm, Chủ tịch nước Việt Nam  holding/lam-president\n" in told
    assert "      valid until: – → 2024-10-21\n" in told
    told = run(capsys, builds["less"], builds["whole"], "--kind", "people")
    assert told == "people: 1 came\n  + Ngô Phương Ly  person/ngo-phuong-ly\n"
    assert run(capsys, builds["whole"], builds["whole"]) == "The two builds tell the same.\n"


def test_the_command_counts_what_it_does_not_show(tmp_path: Path, builds: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    write(without(*(event.id for event in KNOWLEDGE.events)), tmp_path)
    told = run(capsys, tmp_path, builds["whole"], "--kind", "events", "--limit", "2")
    assert told.splitlines()[0] == f"events: {len(KNOWLEDGE.events)} came"
    assert f"… and {len(KNOWLEDGE.events) - 2} more" in told


def test_the_command_writes_csv_and_json(builds: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, builds["whole"], builds["later"], "--format", "csv"))))
    assert {row["what"] for row in rows} == {"changed"}
    assert ("holding/lam-president", "valid until", "", "2024-10-21") in [(r["id"], r["property"], r["old"], r["new"]) for r in rows]
    found = json.loads(run(capsys, builds["less"], builds["whole"], "--format", "json"))
    assert [one["kind"] for one in found] == ["people", "events", "statistics", "contradictions"]


def test_a_kind_there_is_not_is_told(builds: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["diff", str(builds["whole"]), str(builds["less"]), "--kind", "folk"])
    assert ended.value.code == 2
    assert "'folk' is none of articles, people" in " ".join(capsys.readouterr().err.split())
