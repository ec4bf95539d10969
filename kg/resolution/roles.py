"""Titles as roles: which concept of the lexicon a told title is, alone or together with the body it is of.

`Bộ trưởng` of `Bộ Ngoại giao Nga` is the role `Bộ trưởng Ngoại giao` of Nga; `Chủ tịch` of `Quốc hội` is `Chủ tịch Quốc hội`.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.lexicon import Lexicon, Role
from kg.lexicon.loader import read_table
from kg.model import Holding
from kg.resolution.names import name_key

__all__ = ["Roles"]

_ROLES_BY_OWNER = Path(__file__).with_name("roles_by_owner.tsv")


class _RoleByOwner(msgspec.Struct, frozen=True):
    role: str
    owner: str
    means: str
    source: str


def _countries_in_names(lexicon: Lexicon) -> dict[str, str]:
    """Body → ISO code, where its very name tells the country: `Đảng Cộng sản Việt Nam`, but not `Bộ Ngoại giao`."""
    names = {row.iso: name_key(row.name) for row in reversed(lexicon.countries) if row.iso}
    return {
        row.name: row.country
        for row in lexicon.organizations
        if row.country and f" {names.get(row.country, row.country)} " in f" {name_key(row.name)} "
    }


class Roles:
    """The roles of a lexicon by id and by title. A key is the id of a concept, or the folded title where there is none."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_id = {role.id: role for role in lexicon.roles}
        self._by_title: dict[str, str] = {}
        for role in lexicon.roles:
            self._by_title.setdefault(name_key(role.title), role.same_as or role.id)
        for role in lexicon.roles:
            for alias in role.aliases:
                self._by_title.setdefault(name_key(alias), role.same_as or role.id)
        forms = [(name_key(form), role) for role in lexicon.roles if role.complement == "domain" for form in (role.title, *role.aliases)]
        self._before_domains = sorted(forms, key=lambda form: (-len(form[0]), form[0]))
        self._domains: dict[str, tuple[str, Role | None]] = {}
        self._own_countries = _countries_in_names(lexicon)
        self._meant = {(row.role, row.owner): row.means for row in read_table(_ROLES_BY_OWNER, _RoleByOwner)}

    def key(self, holding: Holding) -> str:
        """The role of a holding: its concept, whatever spelling the article uses, else its folded title."""
        return self.key_of_concept(holding.role_id) if holding.role_id else self.key_of_title(holding.role)

    def key_of_concept(self, concept: str) -> str:
        """The role that the id of a concept stands for."""
        known = self._by_id.get(concept)
        return known.same_as or known.id if known else concept

    def key_of_title(self, title: str) -> str:
        """The role that a title names."""
        folded = name_key(title)
        known = self._by_title.get(folded)
        if known is not None:
            return known
        form, role = self._of_domain(folded)
        return f"{name_key(role.title)} {folded.removeprefix(form).strip()}" if role else folded

    def _of_domain(self, folded: str) -> tuple[str, Role | None]:
        """The role of a field that a title no table knows is: `bộ trưởng bộ công thương` is a `Bộ trưởng`, and how that begins."""
        known = self._domains.get(folded)
        if known is None:
            known = next(((form, role) for form, role in self._before_domains if folded.startswith(f"{form} ")), ("", None))
            self._domains[folded] = known
        return known

    def whole_title(self, title: str) -> str:
        """A title with its role as the lexicon writes it: `Bộ trưởng Công Thương` of `bộ trưởng Bộ Công Thương`."""
        form, role = self._of_domain(name_key(title))
        return " ".join((role.title, *title.split()[len(form.split()) :])) if role else title[:1].upper() + title[1:]

    def row(self, key: str) -> Role | None:
        """The lexicon's row of a role; of `bộ trưởng công thương`, which has none, that of `Bộ trưởng`."""
        return self._by_id.get(key) or self._of_domain(key)[1]

    def of_body(self, key: str, body: str) -> str | None:
        """The role that the title and the body's name make together, None where they make none that is known."""
        row = self._by_id.get(key)
        whole = f"{name_key(row.title) if row else key} {name_key(body)}"
        if row is not None and row.complement == "domain" and any(whole.startswith(f"{form} ") for form, _ in self._of_ministry(row)):
            return self.key_of_title(whole)
        return self._by_title.get(whole)

    def _of_ministry(self, row: Role) -> list[tuple[str, Role]]:
        """The forms of a role that hold the word for a ministry: `Bộ trưởng Bộ`."""
        title = name_key(row.title)
        return [(form, role) for form, role in self._before_domains if role is row and form.startswith(f"{title} ")]

    def of_country(self, key: str) -> str:
        """The role that is meant where the title is said of a country outright."""
        return self._meant.get((key, "Country"), key)

    def of_place(self, key: str, kind: str) -> str:
        """The role that is meant where the title is said of a Vietnamese place of a `kind`: `Bí thư Nghệ An` is `Bí thư Tỉnh ủy`."""
        return self._meant.get((key, kind), key)

    def belongs_to_country(self, key: str) -> bool:
        """Whether there is one such office in a country, though an article may say it of a body (`Tổng Bí thư Đảng …`)."""
        row = self.row(key)
        if row is None or row.seats != "1" or self.is_short(key):
            return False
        return row.owner == "country" or (row.kind == "party_leader" and bool(row.implied_owner))

    def is_national(self, key: str) -> bool:
        """Whether the office is one of a country by its nature: `Thủ tướng`, `Ngoại trưởng`."""
        row = self.row(key)
        return row is not None and row.owner == "country"

    def is_short(self, key: str) -> bool:
        """Whether the title wants something after it to be a whole office: `Bộ trưởng`, `Chủ tịch`."""
        row = self._by_id.get(key)
        return row is not None and row.complement != "none"

    def completes(self, short: str, whole: str) -> bool:
        """Whether `whole` is the office that the short title may stand for: `Bộ trưởng` for `Bộ trưởng Công an`."""
        one, other = self._by_id.get(short), self._by_id.get(whole)
        if one is None or not self.is_short(short) or self.is_short(whole):
            return False
        return (name_key(other.title) if other else whole).startswith(f"{name_key(one.title)} ")

    def implied_country(self, key: str) -> str | None:
        """ISO code of the country whose office a Vietnamese paper means by the bare title: `Chủ tịch nước` → VN."""
        row = self._by_id.get(key)
        owner = row.implied_owner if row else ""
        if len(owner) == 2 and owner.isupper():
            return owner
        return self._own_countries.get(owner)

    def names_owner(self, key: str, body: str) -> bool:
        """Whether the title says by itself of which body it is: `Ủy viên Bộ Chính trị` of `Bộ Chính trị`, by its name without country."""
        row = self._by_id.get(key)
        title = name_key(row.title) if row else key
        return f" {name_key(body)} " in f" {title} " or (row is not None and name_key(row.implied_owner) == name_key(body))

    def without_body(self, key: str, body: str) -> str:
        """A title no table knows without the body at its end: `thứ trưởng bộ công an` of `Bộ Công an` is `Thứ trưởng`."""
        ending = f" {name_key(body)}"
        return self.key_of_title(key.removesuffix(ending)) if key not in self._by_id and key.endswith(ending) else key

    def seats(self, key: str, owner: str | None) -> int | None:
        """How many hold the office of `owner` at a time, None where that is not known or the title is not a whole office."""
        row = self.row(key)
        if row is None or owner is None or not row.seats.isdigit():
            return None
        whole = not self.is_short(key) or owner.startswith("organization/")
        return int(row.seats) if whole else None

    def title(self, key: str) -> str | None:
        """How the lexicon writes the role."""
        row = self._by_id.get(key)
        return row.title if row else None
