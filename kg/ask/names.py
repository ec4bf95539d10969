"""The names of a build that a question may use: every person, country, body, place, document, level and office under all its forms,
by the words of the form without diacritics; made once a build.

Forms are compared whole, as written where the question has diacritics. A surname or, after `ông` and the like, a last syllable stands
for the person, or for several, and then the answer says so. Nothing is matched by likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import QuerySolutions, Store

from kg.ask.tables import name_forms, title_forms, words
from kg.graph.namespaces import KG, LEVEL, RDFS, ROLE, SKOS
from kg.language.folding import fold, search_key
from kg.language.tokens import is_vietnamese_syllable
from kg.lexicon import Lexicon, load_lexicon
from kg.query.lookup import named

__all__ = ["Name", "Names", "Title"]

_KINDS = ("person", "country", "organization", "place", "agreement", "level", "office")
_ASKING = {"WHO", "WHAT", "WHEN", "WHERE"}
SHORT = 9
"""The rank of a form that is only part of a name."""

_OFFICES = f"""
SELECT DISTINCT ?office ?label ?role ?iso WHERE {{
  ?office a <{KG}Office> ; <{RDFS}label> ?label .
  OPTIONAL {{ ?office <{KG}role> ?role }}
  OPTIONAL {{ ?office <{KG}ofCountry>|(<{KG}ofOrganization>/<{KG}inCountry>) ?of . ?of <{KG}iso> ?iso }}
}}"""
_HOLDERS = f"SELECT DISTINCT ?office ?holder WHERE {{ ?holding <{KG}office> ?office ; <{KG}holder> ?holder }}"
_NEWEST = f"SELECT (MAX(?day) AS ?newest) WHERE {{ ?article <{KG}datePublished> ?day }}"
_ISO = f"SELECT ?country ?iso WHERE {{ ?country a <{KG}Country> ; <{KG}iso> ?iso }}"
_LABEL = f"SELECT ?label WHERE {{ VALUES ?thing {{ <THING> }} ?thing <{RDFS}label>|<{SKOS}prefLabel> ?label }}"


class Name(NamedTuple):
    """A form of a name: what it names (`kind`, `iri`), how it is written, folded, and its rank (`kg.query.lookup`; `SHORT`: a part)."""

    kind: str
    iri: str
    form: str
    rank: int


class Title(NamedTuple):
    """A form of a title, folded, and the roles (local names of the concepts) that it may mean."""

    form: str
    roles: tuple[str, ...]


class Names:
    """The names of one build, by `search_key` of the form."""

    def __init__(self, store: Store) -> None:
        self.store = store
        lexicon = load_lexicon()
        self.by_key: dict[str, list[Name]] = defaultdict(list)
        self.titles: dict[str, list[Title]] = defaultdict(list)
        self.offices: dict[tuple[str, str], set[str]] = defaultdict(set)
        """(role, ISO code or "") → IRIs of offices."""
        self.holders: dict[str, set[str]] = defaultdict(set)
        """Office → IRIs of those who held it."""
        self.all_offices: set[str] = set()
        self.countries: dict[str, str] = {row[0]: row[1] for row in self._rows(_ISO)}
        for name in sorted(self._all(lexicon), key=lambda name: (name.rank, name)):
            self._add(name)
        for title in _titles(lexicon):
            self.titles[search_key(title.form)].append(title)
        for office, _, role, iso in self._rows(_OFFICES):
            self.all_offices.add(office)
            if role:
                self.offices[role.removeprefix(ROLE), iso].add(office)
        for office, holder in self._rows(_HOLDERS):
            self.holders[office].add(holder)
        self.officials = frozenset().union(*self.holders.values())
        self.newest = next((row[0] for row in self._rows(_NEWEST)), "")
        """The day of the newest article (ISO), empty where no article has a day."""
        self.longest = max((len(key.split()) for key in (*self.by_key, *self.titles)), default=1)

    def label(self, iri: str) -> str:
        """The Vietnamese label of a thing, or its IRI."""
        labels = sorted(row[0] for row in self._rows(_LABEL.replace("THING", iri), "vi"))
        return labels[0] if labels else iri

    def _rows(self, query: str, language: str = "") -> Iterator[tuple[str, ...]]:
        solutions = self.store.query(query, use_default_graph_as_union=True)
        assert isinstance(solutions, QuerySolutions)
        for solution in solutions:
            if not language or any(getattr(term, "language", "") == language for term in solution):
                yield tuple("" if term is None else str(getattr(term, "value", term)) for term in solution)

    def _add(self, name: Name) -> None:
        key = search_key(name.form)
        if key and name not in self.by_key[key]:
            self.by_key[key].append(name)
            joined = key.replace(" ", "")
            if joined != key and name.kind in {"place", "country"} and name.form.isascii() is False:
                self.by_key[joined].append(Name(name.kind, name.iri, joined, name.rank))

    def _all(self, lexicon: Lexicon) -> Iterator[Name]:
        by_iso = {iso: iri for iri, iso in self.countries.items()}
        for form in name_forms():
            iri = LEVEL + form.meaning if form.kind == "level" else by_iso.get(form.meaning)
            if iri:
                yield Name(form.kind, iri, fold(form.form), 3)
        others = {
            "person": {row.name: row.aliases for row in lexicon.people},
            "place": {row.name: row.aliases for row in lexicon.places},
            "organization": {row.name: (row.name_en, *row.aliases, *row.acronyms) for row in lexicon.organizations},
        }
        asking = {search_key(word.form) for word in words() if word.word_class in _ASKING}
        for kind in _KINDS:
            labels: dict[str, str] = {}
            for entry in named(self.store, kind):
                if kind == "office" and entry.rank > 2:
                    continue  # titles and owners are put together where they stand in the question
                yield Name(kind, entry.iri, fold(entry.name), entry.rank)
                if entry.rank == 0:
                    labels[entry.iri] = entry.name
            for iri, label in labels.items():
                for alias in others.get(kind, {}).get(label, ()):
                    if alias:
                        yield Name(kind, iri, fold(alias), 3)
                if kind == "person":
                    for part in _short_forms(label):
                        if search_key(part) in asking:
                            continue  # whoever is called Ái: `ai gặp …` asks for anybody
                        yield Name(kind, iri, fold(part), SHORT)


def _short_forms(label: str) -> Iterable[str]:
    """What stands for a person alone: the last word, and of a foreign name in our order of family name first (`Kim`) also the first."""
    parts = label.replace("-", " ").split()
    if len(parts) < 2:
        return ()
    vietnamese = all(is_vietnamese_syllable(part) for part in parts)
    return (parts[-1],) if vietnamese else (parts[-1], label.split()[-1])


def _titles(lexicon: Lexicon) -> Iterator[Title]:
    same = {role.id: role.same_as or role.id for role in lexicon.roles}
    for role in lexicon.roles:
        for form in (role.title, *role.aliases, role.title_en):
            if form:
                yield Title(fold(form), (same[role.id],))
    for row in title_forms():
        yield Title(fold(row.form), tuple(same.get(role, role) for role in row.roles.split("|")))
