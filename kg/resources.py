"""Where the files of `ontology/` lie: in the wheel beside the modules (`kg/ontology/`), in a checkout beside the package."""

from __future__ import annotations

from pathlib import Path

from kg.errors import ConfigurationError

__all__ = ["ontology_path"]

_PACKAGE = Path(__file__).resolve().parent


def ontology_path(name: str = "") -> Path:
    """The file or folder `name` (such as `kg.ttl` or `questions`) of the ontology; without a name, its folder.

    Raises `ConfigurationError` where neither an installed wheel nor a checkout has it.
    """
    places = (_PACKAGE / "ontology" / name, _PACKAGE.parent / "ontology" / name)
    for path in places:
        if path.exists():
            return path
    raise ConfigurationError(f"{places[0]}: no such file of the ontology; install kg-viet-news again, or work in a whole checkout")
