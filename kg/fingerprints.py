"""What a result depends on besides its input: the bytes of the program's modules and tables, as one SHA-256.

An article is read anew where the reading part of the program, or a table, is not what it was.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path

from kg import __version__
from kg.resources import ontology_path

__all__ = ["of_extraction", "of_graph", "of_reading", "of_resolution"]

_PACKAGE = Path(__file__).resolve().parent
_READING = ("model.py", "language", "lexicon", "extraction")
_WHOLE = ("model.py", "language", "lexicon", "resolution", "graph")


def of_reading() -> str:
    """The fingerprint of what makes an article from a file."""
    return _of_package(("model.py", "language", "reading"))


def of_graph() -> str:
    """The fingerprint of what writes knowledge as RDF."""
    return _joined(_of_package(("model.py", "graph")), _of_files(ontology_path()))


def of_extraction(lexicon: Sequence[Path] = ()) -> str:
    """The fingerprint of what makes a record from an article, with the user's tables in the folders `lexicon`."""
    return _joined(_of_package(_READING), *map(_of_files, lexicon))


def of_resolution(lexicon: Sequence[Path] = (), background: bool = True, decisions: Path | None = None) -> str:
    """The fingerprint of what makes the graph from the records: with or without the background, with the lines of `decisions`."""
    decided = hashlib.sha256(decisions.read_bytes()).hexdigest() if decisions is not None and decisions.is_file() else ""
    return _joined(_of_package(_WHOLE), _of_files(ontology_path()), *map(_of_files, lexicon), "" if background else "no background", decided)


@functools.cache
def _of_package(parts: tuple[str, ...]) -> str:
    """Of parts of this package; once a process, since what is loaded does not change with the files."""
    return _joined(__version__, *(_of_files(_PACKAGE / part) for part in parts))


def _of_files(part: Path) -> str:
    found = [part] if part.is_file() else sorted(part.rglob("*"))
    files = [path for path in found if path.is_file() and path.suffix != ".pyc"]
    return _joined(*(f"{path.relative_to(part.parent).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files))


def _joined(*digests: str) -> str:
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
