"""The typed rows of the lexicon's tables; a field is a column, a tuple is a cell with values separated by `|`."""

from __future__ import annotations

import msgspec

__all__ = [
    "AgreementHead",
    "AgreementRow",
    "Country",
    "DeathRow",
    "Domain",
    "OrganizationHead",
    "OrganizationRow",
    "PersonRow",
    "PlaceRow",
    "Role",
    "StatusWord",
    "SuccessionRow",
    "TermRow",
    "TitleWord",
]

Values = tuple[str, ...]


class Country(msgspec.Struct, frozen=True):
    """A state or territory. `short` forms name it only in a pair (`Việt - Mỹ`); `ambiguous` ones are words or name syllables too."""

    iso: str
    name: str
    name_en: str
    source: str
    aliases: Values = ()
    short: Values = ()
    ambiguous: Values = ()
    kind: str = "state"
    capital: str = ""
    qid: str = ""


_CITIES = ("Hà Nội", "Hồ Chí Minh")
_OF_STATES = frozenset({"ministry", "parliament", "state_body", "court", "army", "police", "party", "party_body"})


class PlaceRow(msgspec.Struct, frozen=True):
    """A city, province, sea, region, building …; `ambiguous` names want a preposition or a kind word before them."""

    name: str
    kind: str
    source: str
    country: str = ""
    aliases: Values = ()
    ambiguous: str = ""


class OrganizationRow(msgspec.Struct, frozen=True):
    """A named body with its other names and acronyms."""

    name: str
    kind: str
    source: str
    name_en: str = ""
    aliases: Values = ()
    acronyms: Values = ()
    country: str = ""
    parent: str = ""
    ambiguous: str = ""

    def shares(self, form: str) -> bool:
        """Whether bodies of other states go by `form` too: `Bộ Quốc phòng`, not `Ngân hàng Nhà nước Việt Nam`, `Học viện Quốc phòng`.

        Two fields in one ministry are Vietnam's own way to join them (`Bộ Giáo dục và Đào tạo`); a city in the row's name is Vietnam's.
        """
        own = any(part in form.lower() for part in ("việt nam", " và ", " - ", ",")) or any(city in self.name for city in _CITIES)
        return self.country == "VN" and self.kind in _OF_STATES and not own


class OrganizationHead(msgspec.Struct, frozen=True):
    """A word that begins an organisation's name, and what must follow it (`complement`) for it to be one.

    `words` wants words of its own beside a country (`lực lượng Quds`, not `lực lượng Mỹ`); `lower` tells whether the head may be written in lower
    case: always (`yes`), only before a country (`country`: `đại sứ quán Pháp`), never (`no`).
    """

    head: str
    kind: str
    complement: str
    source: str
    alone: str = "no"
    lower: str = "no"


class Domain(msgspec.Struct, frozen=True):
    """The field of a ministry, department or commission: `Ngoại giao`, `An ninh Nội địa`."""

    domain: str
    en: str
    source: str
    aliases: Values = ()


class AgreementRow(msgspec.Struct, frozen=True):
    """A named treaty, declaration, framework, law."""

    name: str
    kind: str
    source: str
    name_en: str = ""
    aliases: Values = ()
    acronyms: Values = ()


class AgreementHead(msgspec.Struct, frozen=True):
    """A word that begins a document's name, and what must follow (`needs`: name, number, parties, nothing)."""

    head: str
    kind: str
    needs: str
    source: str
    lower: str = "no"


class Role(msgspec.Struct, frozen=True):
    """An office's title. `owner` and `complement` tell what it belongs to and what follows it; `seats` how many hold it at a time."""

    id: str
    title: str
    title_en: str
    kind: str
    owner: str
    source: str
    aliases: Values = ()
    complement: str = "none"
    implied_owner: str = ""
    seats: str = ""
    rank: str = ""
    same_as: str = ""


class StatusWord(msgspec.Struct, frozen=True):
    """A word before or after a title that tells its status: `cựu` → former."""

    word: str
    status: str
    position: str
    source: str


class TitleWord(msgspec.Struct, frozen=True):
    """A rank, honorific, academic title or profession: no office, but often followed by a person's name."""

    word: str
    kind: str
    source: str
    person_follows: str = ""


class PersonRow(msgspec.Struct, frozen=True):
    """A person in the news known by more than one spelling, or by a single name."""

    name: str
    source: str
    aliases: Values = ()
    country: str = ""


class SuccessionRow(msgspec.Struct, frozen=True):
    """A body that went into another on the day `since`: both are names of `organizations.tsv`."""

    name: str
    successor: str
    since: str = msgspec.field(name="from")
    source: str


class DeathRow(msgspec.Struct, frozen=True):
    """Somebody whom the news still calls by an office of old, and when they died, as far as the source goes (a year, a month or a day)."""

    person: str
    died: str
    source: str


class TermRow(msgspec.Struct, frozen=True):
    """Who held an office when, as a source outside the articles has it: `of` is an ISO code or the name of a body.

    `begin` and `until` (half-open) are given as far as the source goes: a year, a month or a day. A term without `until` says nothing
    after `as_of`. `acting` is `yes` for one who only stood in.
    """

    person: str
    role: str
    role_id: str
    of: str
    begin: str = msgspec.field(name="from")
    as_of: str
    source: str
    until: str = ""
    acting: str = ""
