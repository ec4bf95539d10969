"""The scripts and styles of the site by name, read once: a request names an entry of this table and never a path."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

import pyvis

import kg.view
from kg.errors import ConfigurationError
from kg.view.looks import style_variables

__all__ = ["static_files"]

_HERE = Path(__file__).parent / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")


@functools.cache
def static_files() -> Mapping[str, tuple[bytes, str]]:
    """Name → content and media type. vis-network is that of the installed pyvis, colours and elements are those of `kg view`."""
    found = {path.name: (path.read_bytes(), _TYPES[path.suffix]) for path in sorted(_HERE.iterdir())}
    base = Path(kg.view.__file__).parent / "template" / "css" / "base.css"
    found["look.css"] = ((style_variables() + base.read_text(encoding="utf-8")).encode(), _TYPES[".css"])
    drawing = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not drawing:
        raise ConfigurationError(f"pyvis in {Path(pyvis.__file__).parent} has no vis-network; install pyvis 0.3.2 again")
    found["vis-network.js"] = (_SOURCE_MAP.sub("", drawing[-1].read_text(encoding="utf-8")).encode(), _TYPES[".js"])
    return found
