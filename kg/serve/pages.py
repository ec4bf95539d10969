"""From a record to a page: Jinja templates that escape whatever they are given, in Vietnamese or English."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.graph.namespaces import KG, LEVEL, ROLE, web_address
from kg.serve.records import Link
from kg.view.page import LANGUAGES
from kg.view.page import messages as words_of_the_view

__all__ = ["LANGUAGES", "address", "messages", "render"]

_HERE = Path(__file__).parent
_ELSEWHERE = {ROLE: "/role/", LEVEL: "/level/", KG: "/ontology#"}
_NUMBERS = re.compile(r"\d+(?:-\d+)*")
_SHAPES = frozenset({"person", "country", "organization", "office", "place", "agreement", "article"})


def render(template: str, language: str, **values: object) -> str:
    """The page `template` in `language`; `values` are the template's own."""
    words = messages(language)

    def say(key: str, default: str = "", **fill: object) -> str:
        text = words.get(key, default or key)
        return text.format(**fill) if fill else text

    other = LANGUAGES[1 - LANGUAGES.index(language)]
    return _environment().get_template(template).render(lang=language, other=other, t=say, name=_name(language), **values)


def address(identifier: str) -> str:
    """Where a resource is found on this site; an IRI from elsewhere is its own address, if it is one of the web."""
    for namespace, path in _ELSEWHERE.items():
        if identifier.startswith(namespace):
            return path + identifier.removeprefix(namespace)
    if "://" in identifier:
        return web_address(identifier) or ""
    return f"/id/{identifier}"


@functools.cache
def messages(language: str) -> Mapping[str, str]:
    """The words of the site: those of the page of `kg view` (events, parts, tiers) and its own, from `messages.tsv`."""
    with (_HERE / "messages.tsv").open(encoding="utf-8", newline="") as lines:
        own = {row["key"]: row[language] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
    return words_of_the_view()[language] | own


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["address"] = address
    environment.filters["shape"] = _shape
    environment.filters["first_lower"] = lambda text: text[:1].lower() + text[1:]
    environment.filters["day"] = _day
    environment.filters["undated"] = lambda label, date: label.removesuffix(f", {date}") if date else label
    environment.filters["parameters"] = lambda given: urlencode(given, quote_via=quote)
    return environment


def _name(language: str) -> Callable[[Link], str]:
    """What a link is called in a language."""
    return lambda link: link.en if language == "en" and link.en else link.label


def _shape(class_name: str) -> str:
    """The symbol of a class: events and whatever else has no shape of its own share one."""
    lowered = class_name.lower()
    return lowered if lowered in _SHAPES else "event"


def _day(text: str) -> str:
    """`2024-03-07` as 7/3/2024; an EDTF interval or a month likewise part by part, anything else as it is."""
    return " – ".join("/".join(str(int(n)) for n in reversed(one.split("-"))) if _NUMBERS.fullmatch(one) else one for one in text.split("/"))
