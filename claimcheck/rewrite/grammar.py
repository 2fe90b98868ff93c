"""Small grammar: capitals, articles, sentence ends, title case, and how a verb agrees with its subject."""

from __future__ import annotations

import re

_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_ARTICLE = re.compile(r"\b([Aa])(n?) (?=(\w))")
_VOWEL = re.compile(r"[aeiou]", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def capitalized(text: str) -> str:
    """With a capital at its start, where the first word has none inside ("iPS" stays)."""
    match = _WORD.search(text)
    if match is None or any(letter.isupper() for letter in match[0][1:]):
        return text
    at = match.start()
    return text[:at] + text[at].upper() + text[at + 1 :]


def uncapitalized(text: str) -> str:
    """With a small letter at its start, unless the first word is a name, an abbreviation or "I"."""
    match = _WORD.match(text)
    if match is None or match[0] == "I" or any(letter.isupper() for letter in match[0][1:]):
        return text
    return text[0].lower() + text[1:]


def article(text: str) -> str:
    """With each indefinite article as the word after it sounds, by its letter."""

    def chosen(match: re.Match[str]) -> str:
        vowel = bool(_VOWEL.match(match[3])) and match.string[match.end() : match.end() + 3].casefold() not in (
            "uni",
            "use",
            "one",
            "eur",
        )
        return (
            f"{match[1]}{'n' if vowel else ''} "
            if vowel != bool(match[2]) and match.string[match.end() : match.end() + 3].isalpha()
            else match[0]
        )

    return _ARTICLE.sub(chosen, text)


def ended(text: str, like: str) -> str:
    """With the end mark that a text like `like` has: its full stop, or none."""
    text = text.rstrip(" ,;:-–—")
    last = like.rstrip()[-1:]
    return text if text.endswith((".", "!", "?")) or last not in ".!?" else text + "."


def titled(text: str) -> str:
    """In title case; words with capitals inside stay as they are."""

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        if any(letter.isupper() for letter in word[1:]):
            return word
        first = match.start() == 0 or text[: match.start()].endswith(": ")
        if word.casefold() in _SMALL and not first:
            return word.lower()
        return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))

    return _WORD.sub(cased, text)


def is_title_case(text: str) -> bool:
    """True where most words that could be small begin with a capital."""
    found = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return len(found) > 1 and sum(word[0].isupper() for word in found) >= 0.75 * len(found)


def agreement(plural: bool) -> dict[str, str]:
    """The slots that agree with the treatment."""
    if plural:
        return {
            "is": "are",
            "has": "have",
            "does": "do",
            "it": "they",
            "works": "work",
            "suits": "suit",
            "compares": "compare",
        }
    return {
        "is": "is",
        "has": "has",
        "does": "does",
        "it": "it",
        "works": "works",
        "suits": "suits",
        "compares": "compares",
    }
