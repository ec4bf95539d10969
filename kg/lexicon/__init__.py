"""What is known of the world before reading: countries, places, organisations, offices, documents, names, in tables with a source a row."""

from __future__ import annotations

from kg.lexicon.loader import Lexicon, load_lexicon
from kg.lexicon.rows import (
    AgreementHead,
    AgreementRow,
    Country,
    DeathRow,
    Domain,
    OrganizationHead,
    OrganizationRow,
    PersonRow,
    PlaceRow,
    Role,
    StatusWord,
    SuccessionRow,
    TermRow,
    TitleWord,
)

__all__ = [
    "AgreementHead",
    "AgreementRow",
    "Country",
    "DeathRow",
    "Domain",
    "Lexicon",
    "OrganizationHead",
    "OrganizationRow",
    "PersonRow",
    "PlaceRow",
    "Role",
    "StatusWord",
    "SuccessionRow",
    "TermRow",
    "TitleWord",
    "load_lexicon",
]
