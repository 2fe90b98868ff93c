"""Ways to spell a word so that a filter does not find it; each takes a word and a source of choices.

Made apart from the tables by which claimcheck reads them: the look-alikes here are typed in, the slips drawn at random.
"""

import random
import re

_CYRILLIC = dict(zip("aeopcxyiskhjABEKMHOPCTX", "аеорсхуіѕкһјАВЕКМНОРСТХ", strict=True))
_GREEK = dict(zip("aoepuvixtnkABEHIKMNOPTXYZ", "αοερυνιχτηκΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1", "b": "8", "g": "9"}
_ZERO = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_ACCENTS = dict(zip("aeiouncy", "áéíóúñçý", strict=True))
_SMALL_CAPS = dict(zip("abcdeghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
_WORD = re.compile(r"[A-Za-z]+")


def _some(word, table, pick):
    """Letters that the table has exchanged, at least one and about half."""
    places = [at for at, letter in enumerate(word) if letter in table or letter.lower() in table]
    chosen = set(pick.sample(places, (len(places) + 1) // 2)) if places else ()
    return "".join(
        pick.choice(table.get(letter) or table[letter.lower()]) if at in chosen else letter
        for at, letter in enumerate(word)
    )


def _between(word, signs, pick):
    return "".join(letter + (pick.choice(signs) if at + 1 < len(word) else "") for at, letter in enumerate(word))


def _styled(first_small, first_large):
    def style(word, pick):
        return "".join(chr(first_small + ord(c) - 97) if c.islower() else chr(first_large + ord(c) - 65) for c in word)

    return style


def _masked(word, pick):
    if len(word) < 4:
        return word
    at = pick.randrange(1, len(word) - 1)
    vowels = [place for place in range(1, len(word) - 1) if word[place] in "aeiou"]
    at = pick.choice(vowels) if vowels else at
    return word[:at] + "*" + word[at + 1 :]


def _drawn(word, pick):
    at = pick.randrange(len(word))
    return word[:at] + word[at] * pick.randint(3, 6) + word[at + 1 :]


def _slip(word, pick):
    """One slip of the hand, after the first letter: two letters exchanged, one left out, one doubled."""
    if len(word) < 5:
        return word
    at = pick.randrange(1, len(word) - 1)
    kind = pick.choice("xod")
    if kind == "x":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if kind == "o" else word[:at] + word[at] + word[at:]


def _vowel(word, pick):
    places = [at for at in range(1, len(word)) if word[at] in "aeiou"]
    if len(word) < 5 or not places:
        return word
    at = pick.choice(places)
    return word[:at] + pick.choice({"a": "eu", "e": "ai", "i": "ea", "o": "ua", "u": "oa"}[word[at]]) + word[at + 1 :]


def _cut(word, pick):
    if len(word) < 6:
        return word
    first, second = sorted(pick.sample(range(1, len(word)), 2))
    return f"{word[:first]}-{word[first:second]}-{word[second:]}"


DISGUISES = {
    "look-alikes (Cyrillic)": lambda word, pick: _some(word, _CYRILLIC, pick),
    "look-alikes (Greek)": lambda word, pick: _some(word, _GREEK, pick),
    "zero-width, soft hyphen": lambda word, pick: _between(word, _ZERO, pick),
    "struck through": lambda word, pick: "".join(letter + "\u0336" for letter in word),
    "piled accents": lambda word, pick: "".join(letter + "\u0301\u0330\u0353" for letter in word),
    "accents": lambda word, pick: _some(word, _ACCENTS, pick),
    "full-width": _styled(0xFF41, 0xFF21),
    "mathematical": _styled(0x1D41A, 0x1D400),
    "circled": _styled(0x24D0, 0x24B6),
    "small capitals": lambda word, pick: "".join(_SMALL_CAPS.get(letter, letter) for letter in word),
    "leetspeak": lambda word, pick: _some(word, _LEET, pick),
    "spaced": lambda word, pick: " ".join(word) if len(word) > 3 else word,
    "dotted": lambda word, pick: ".".join(word) if len(word) > 3 else word,
    "other signs between": lambda word, pick: _between(word, "*_~", pick) if len(word) > 3 else word,
    "hyphenated": _cut,
    "masked": _masked,
    "drawn out": _drawn,
    "slips of the hand": _slip,
    "wrong vowels": _vowel,
    "MiXeD cAsE": lambda word, pick: "".join(c.upper() if at % 2 else c.lower() for at, c in enumerate(word)),
    "ALL CAPS": lambda word, pick: word.upper(),
}


def disguise(text, spans, kind, salt):
    """The text with the words in `spans` disguised; the same for the same salt."""
    pieces, at = [], 0
    for start, end in spans:
        pick = random.Random(f"{kind} {salt} {start}")
        pieces += text[at:start], _WORD.sub(lambda match, pick=pick: DISGUISES[kind](match[0], pick), text[start:end])
        at = end
    return "".join((*pieces, text[at:]))
