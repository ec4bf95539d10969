"""One sentence as the grammars see it: tokens, lexicon hits, and the questions they ask of both."""

from __future__ import annotations

from kg.extraction.sentence.context_words import beginnings, words
from kg.extraction.sentence.gazetteer import Gazetteer, Hit
from kg.language import Token, tokenize
from kg.language.compounds import compound_end, inside_compound
from kg.lexicon.rows import Country
from kg.model import Sentence

__all__ = ["SentenceView"]

_CAPS_SHARE = 0.6  # a sentence with more letters in capitals than this is set in capitals: case tells nothing there


class SentenceView:
    """The tokens and hits of one sentence; positions are token indices, half-open."""

    def __init__(self, text: str, sentence: Sentence, index: int, gazetteer: Gazetteer) -> None:
        self.text = text
        self.sentence = sentence
        self.index = index
        self.tokens: list[Token] = tokenize(text, sentence.start, sentence.end)
        # asked for hundreds of times a sentence
        self.token_keys = [t.key for t in self.tokens]
        self._uppers = [t.upper and t.kind in ("word", "abbr") for t in self.tokens]
        self._size = len(self.tokens)
        self.hits = gazetteer.hits(self.tokens)
        self.lexicon = gazetteer.lexicon
        letters = [t for t in self.tokens if t.kind in ("word", "abbr") and len(t.text) > 1]
        capitals = sum(len(t.text) for t in letters if t.caps)
        self.in_capitals = len(letters) >= 3 and capitals > _CAPS_SHARE * sum(len(t.text) for t in letters)

    def __len__(self) -> int:
        return self._size

    def key(self, i: int) -> str:
        """Look-up key of token i, empty outside the sentence."""
        return self.token_keys[i] if 0 <= i < self._size else ""

    def keys(self, i: int, count: int) -> str:
        """The keys of `count` tokens from i, joined by spaces; empty where the sentence does not have so many."""
        return " ".join(self.token_keys[i : i + count]) if 0 <= i <= self._size - count else ""

    def upper(self, i: int) -> bool:
        """Whether token i is a word or abbreviation written with a capital."""
        return 0 <= i < self._size and self._uppers[i]

    def surface(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)` with white space folded to one space."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of tokens `[start, end)`."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def hit(self, i: int, *kinds: str) -> Hit | None:
        """The longest hit of these kinds that begins at token i."""
        for hit in self.hits.get(i, ()):
            if hit.kind in kinds:
                return hit
        return None

    def hits_at(self, i: int, *kinds: str) -> list[Hit]:
        """All hits of these kinds that begin at token i, longest first."""
        return [hit for hit in self.hits.get(i, ()) if hit.kind in kinds]

    def compound(self, i: int) -> int:
        """The token after the Vietnamese word of several syllables that begins at token i (`Phát triển`), i + 1 for a single syllable.

        A capital inside ends the word, and the end of a name begins none (`Thái |Nguyên do`).
        """
        end = compound_end(self.token_keys, i)
        if end == i + 1 or (self._uppers[i] and self._ends_name(i)):
            return i + 1
        return next((k for k in range(i + 1, end) if self.tokens[k].upper), end)

    def _ends_name(self, i: int) -> bool:
        """Whether a country, place or body of the tables that began before token i ends with it."""
        return any(
            hit.end == i + 1 and hit.kind in ("country", "place", "organization") and self.upper(k)
            for k in range(max(i - 3, 0), i)
            for hit in self.hits.get(k, ())
        )

    def inside_word(self, i: int) -> bool:
        """Whether token i continues a Vietnamese word that began before it (`cảnh |báo`, `thị |trường`)."""
        return inside_compound(self.token_keys, i)

    def is_quote_or_bracket(self, i: int) -> bool:
        """Whether token i is a quotation mark or bracket."""
        return self.key(i) in {'"', "“", "”", "'", "‘", "’", "(", ")", "[", "]"}

    def country(self, i: int) -> tuple[Country, int] | None:
        """The country named at token i by a form that is written as a name, and the token after it."""
        if not self.upper(i):
            return None
        hit = self.hit(i, "country")
        if hit is None:
            return None
        if self.key(i) in beginnings("not_a_country") and any(self.keys(i, len(w.split())) == w for w in words("not_a_country")):
            return None  # `Đức Pháp chủ`, `Anh dũng`
        if not isinstance(hit.row, Country) or (hit.end == i + 1 and self.compound(i) > hit.end):
            return None  # none, or the first syllable of a common word (`Pháp luật`)
        if any(other.end > hit.end and all(self.upper(k) for k in range(i, other.end)) for other in self.hits_at(i, "place")):
            return None  # the first syllable of a place (`Lào Cai`)
        return hit.row, hit.end
