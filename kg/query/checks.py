"""What is refused or cannot be meant, told at its place before a query runs: updates, SERVICE, brackets, names nobody knows."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import QueryError
from kg.graph.concepts import ONTOLOGY_FILES
from kg.graph.namespaces import KG, LEVEL, MEASURE, RDFS, ROLE, SKOS
from kg.query.pointing import error_at
from kg.query.tokens import Token, meaningful
from kg.resources import ontology_path

__all__ = ["check"]

_FORMS = {"SELECT", "CONSTRUCT", "ASK", "DESCRIBE"}
_PROLOGUE = {"PREFIX", "BASE"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_PAIRS = {"}": "{", ")": "(", "]": "["}
_OWN = {"kg": KG, "role": ROLE, "level": LEVEL, "measure": MEASURE}
Exists = Callable[[str], bool]


def check(query: str, prefixes: Mapping[str, str], exists: Exists, source: str = "query") -> None:
    """Raise `QueryError` for an update, a SERVICE call, a prefix that is not declared or a term of ours that is not there.

    `prefixes` are known without being declared. `exists` tells whether the store uses an IRI that the ontology lacks (a role
    of the user's own lexicon).
    """
    found = meaningful(query)
    _check_form(query, found, source)
    _check_brackets(query, found, source)
    known = dict(prefixes) | _declared(found)
    for place, token in enumerate(found):
        if token.kind == "word" and token.text.upper() == "SERVICE":
            what = "SERVICE is refused: a query asks this build and nothing outside it"
            raise error_at(query, token.start, what, "take the SERVICE block out", source, 7)
        if token.kind == "name" and not _is_declaration(found, place):
            _check_name(query, token, known, exists, source)


def _check_form(query: str, found: list[Token], source: str) -> None:
    form = next((token for token in found if token.kind == "word" and token.text.upper() not in _PROLOGUE), None)
    if form is None:
        raise QueryError(f"{source}: there is no query here; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    word = form.text.upper()
    if word in _UPDATES:
        raise error_at(
            query, form.start, f"{word} is refused: the graph is made from the articles and only read here",
            "change the articles and run `kg build` again", source, len(word),
        )  # fmt: skip
    if word not in _FORMS:
        near = difflib.get_close_matches(word, sorted(_FORMS), 1)
        hint = f"did you mean {near[0]}?" if near else "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
        raise error_at(query, form.start, f"{form.text} begins no query", hint, source, len(word))


def _check_brackets(query: str, found: list[Token], source: str) -> None:
    open_ones: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in "\"'":
            raise error_at(query, token.start, "this string is not closed on its line", f"close it with {token.text}", source)
        if token.text in _PAIRS.values():
            open_ones.append(token)
        elif token.text in _PAIRS:
            if all(opened.text != _PAIRS[token.text] for opened in open_ones):
                raise error_at(query, token.start, f"this {token.text} closes nothing", "take it out, or open it before", source)
            opened = open_ones.pop()
            if opened.text != _PAIRS[token.text]:
                closing = next(close for close, open_ in _PAIRS.items() if open_ == opened.text)
                line = query.count("\n", 0, opened.start) + 1
                what = f"{token.text} stands here, but the {opened.text} of line {line} is still open"
                raise error_at(query, token.start, what, f"put the missing {closing} before it", source)
    if open_ones:
        closing = next(close for close, open_ in _PAIRS.items() if open_ == open_ones[-1].text)
        raise error_at(query, open_ones[-1].start, f"this {open_ones[-1].text} is never closed", f"add the {closing}", source)


def _is_declaration(found: list[Token], place: int) -> bool:
    return place > 0 and found[place - 1].kind == "word" and found[place - 1].text.upper() == "PREFIX"


def _declared(found: list[Token]) -> dict[str, str]:
    return {
        token.text.split(":")[0]: found[place + 1].text[1:-1]
        for place, token in enumerate(found[:-1])
        if token.kind == "name" and _is_declaration(found, place) and found[place + 1].kind == "iri"
    }


def _check_name(query: str, token: Token, known: Mapping[str, str], exists: Exists, source: str) -> None:
    prefix, local = token.text.split(":", 1)
    if prefix == "_":
        return
    if prefix not in known:
        near = difflib.get_close_matches(prefix.lower(), known, 1)
        hint = f"did you mean {near[0]}:?" if near else "known without declaring: " + ", ".join(f"{name}:" for name in sorted(known))
        raise error_at(query, token.start, f"unknown prefix {prefix}:", hint, source, len(prefix) + 1)
    namespace = known[prefix]
    if namespace in _OWN.values() and local and local not in _terms(namespace) and not exists(namespace + local):
        what = f"there is no {token.text} in the ontology"
        raise error_at(query, token.start, what, _nearest_term(prefix, namespace, local), source, len(token.text))


def _nearest_term(prefix: str, namespace: str, local: str) -> str:
    by_key: dict[str, str] = {}
    for term, names in _terms(namespace).items():
        for name in (term, *names):
            by_key.setdefault(name.casefold().replace("-", ""), term)
    near = difflib.get_close_matches(local.casefold().replace("-", ""), by_key, 3, 0.6)
    terms = list(dict.fromkeys(by_key[key] for key in near))
    return "did you mean " + " or ".join(f"{prefix}:{term}" for term in terms) + "?" if terms else "docs/graph.md lists the terms"


@functools.cache
def _terms(namespace: str) -> dict[str, tuple[str, ...]]:
    """Local name → labels of the terms of the ontology in a namespace of ours."""
    names: dict[str, list[str]] = {}
    labels = {RDFS + "label", SKOS + "prefLabel"}
    for file in ONTOLOGY_FILES:
        for quad in parse(path=str(ontology_path(file)), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(namespace):
                known = names.setdefault(quad.subject.value.removeprefix(namespace), [])
                if quad.predicate.value in labels and isinstance(quad.object, Literal):
                    known.append(quad.object.value)
    return {name: tuple(found) for name, found in names.items()}
