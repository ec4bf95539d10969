"""The files of the ontology are found in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.resources
from kg.errors import ConfigurationError
from kg.resources import ontology_path

FILES = ["kg.ttl", "roles.ttl", "levels.ttl", "shapes.ttl", "context.jsonld"]


@pytest.mark.parametrize("name", [*FILES, ""])
def test_the_ontology_is_found(name: str) -> None:
    assert ontology_path(name).exists()


@pytest.mark.parametrize("place", ["kg/ontology", "ontology"], ids=["wheel", "checkout"])
def test_a_wheel_has_it_in_the_package_and_a_checkout_beside(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "kg.ttl").write_text("")
    monkeypatch.setattr(kg.resources, "_PACKAGE", tmp_path / "kg")
    assert ontology_path("kg.ttl") == tmp_path / place / "kg.ttl"


def test_what_is_missing_is_told() -> None:
    with pytest.raises(ConfigurationError, match=r"no-such\.ttl.*install"):
        ontology_path("no-such.ttl")
