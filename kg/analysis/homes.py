"""Which country a person acts for, by the offices that the articles show."""

from __future__ import annotations

from kg.analysis.asking import Build, ask

__all__ = ["homes"]

_COUNTRIES = """
SELECT ?person ?serving ?iso (COUNT(DISTINCT ?holding) AS ?offices) WHERE {
  ?holding kg:holder ?person ; kg:office ?office ; kg:status ?status .
  BIND(?status IN ("current", "acting") AS ?serving)
  OPTIONAL { ?office (kg:ofCountry|((kg:ofOrganization|kg:ofPlace)/kg:inCountry))/kg:iso ?iso }
} GROUP BY ?person ?serving ?iso ORDER BY ?person DESC(?serving) DESC(BOUND(?iso)) DESC(?offices) ?iso"""


def homes(build: Build) -> dict[str, str]:
    """Person (identifier) → ISO code of the country that most offices are of in which the articles show the person serving, else most former
    ones; "" where those are of no country (a secretary-general of the UN) or of an unknown one.
    """
    found: dict[str, str] = {}
    for row in ask(build, _COUNTRIES).itertuples():
        found.setdefault(str(row.person), row.iso if isinstance(row.iso, str) else "")
    return found
