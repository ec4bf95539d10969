"""From the page's graph to one HTML file that asks the network for nothing: pyvis's model in a template of our own.

vis-network comes from the installed pyvis; scripts and styles are inlined and allowed by their hashes alone; all content is JSON,
deflated and in base64 letters, that the page's script turns into text nodes.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup

from kg.errors import ConfigurationError
from kg.view.data import page_data
from kg.view.layout import arrange
from kg.view.looks import style_variables
from kg.view.network import network
from kg.view.records import PageGraph

__all__ = ["LANGUAGES", "messages", "page"]

LANGUAGES = ("vi", "en")
_TEMPLATE = Path(str(files("kg.view"))) / "template"
_SCRIPTS = (
    "dom", "unpack", "data", "i18n", "dates", "state", "facts", "visibility", "places", "symbols", "flags", "labels", "camera", "network",
    "highlight", "search", "legend", "evidence", "terms", "panel", "overview", "slider", "paths", "tables", "reader", "export", "graphml",
    "keyboard", "main",
)  # fmt: skip
"""The order in which the page's own modules follow one another; each knows only those before it."""
_STYLES = ("base", "frame", "panel", "views", "small")
_SOURCE_MAP = re.compile(r"//# sourceMappingURL=\S*")
_VIS = "vis-network.min.js"


def page(graph: PageGraph, *, title: str = "", language: str = "vi") -> str:
    """The whole page as text, to be written as UTF-8. The same graph gives the same bytes.

    Raises `ConfigurationError` for a language the page does not speak, or a pyvis that ships no vis-network.
    """
    if language not in LANGUAGES:
        raise ConfigurationError(f"--lang {language!r}: the page speaks {' and '.join(LANGUAGES)}; choose one of them")
    layout = arrange(graph.nodes, graph.ties)
    net = network(graph, layout)
    library, script, style = _library(), _script(), _style()
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(_TEMPLATE), net.templateEnv.loader]), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["columns"] = _columns
    environment.filters["packed"] = _packed
    environment.globals |= {
        "policy": _policy([library, script], [style]),
        "library": Markup(library),
        "script": Markup(script),
        "style": Markup(style),
        "knowledge": page_data(graph, layout) | {"title": title, "lang": language, "messages": messages()},
        "title": title or messages()[language]["title"],
        "language": language,
    }
    net.templateEnv = environment
    net.path = "page.html"
    html: str = net.generate_html()
    return html


@cache
def messages() -> dict[str, dict[str, str]]:
    """The words of the page: language → key → text, from `template/messages.tsv`."""
    with (_TEMPLATE / "messages.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: {row["key"]: row[language] for row in rows} for language in LANGUAGES}


def _packed(value: Any) -> str:
    """JSON, deflated, in base64: a page of a large graph stays small enough for a mail, and nothing in it looks like markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode()


def _columns(records: list[dict[str, Any]], *names: str) -> list[list[Any]]:
    """What the page's script uses of pyvis's nodes and edges, without repeating the names in each of them."""
    return [[record[name] for name in names] for record in records]


@cache
def _library() -> str:
    """vis-network as the installed pyvis ships it, without the line that would have developer tools ask for a source map."""
    found = sorted(Path(pyvis.__file__).parent.glob(f"templates/lib/vis-*/{_VIS}"))
    if not found:
        raise ConfigurationError(f"pyvis in {Path(pyvis.__file__).parent} has no {_VIS}; install pyvis 0.3.2 again")
    return _inline(_SOURCE_MAP.sub("", found[-1].read_text(encoding="utf-8")))


@cache
def _script() -> str:
    modules = "\n".join((_TEMPLATE / "js" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return _inline(f'(async () => {{\n"use strict";\n{modules}\n}})();')


@cache
def _style() -> str:
    return _inline(style_variables() + "\n".join((_TEMPLATE / "css" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES))


def _inline(text: str) -> str:
    """`text` as it stands in the page: the parser turns every line end into a line feed, and the hash counts that form."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"</(?=script|style)", r"<\\/", text, flags=re.IGNORECASE)


def _policy(scripts: list[str], styles: list[str]) -> str:
    """The content security policy: these scripts and styles, images from data alone, nothing else from anywhere."""

    def hashes(texts: list[str]) -> str:
        return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
