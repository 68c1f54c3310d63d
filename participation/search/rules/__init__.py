"""Words as the index holds them: folded, without accents, stemmed, Danish letters spelled out.

Both databases get the same words from here, so that they find the same texts.
"""

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

LONGEST_WORD = 60
MOST_WORDS = 8
SHORTEST_BEGINNING = 3

WORD = re.compile(r"[^\W_]+")
SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
WITH_DANISH_LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
SWEDISH = str.maketrans({"ä": "æ", "ö": "ø"})

# The stemmer leaves short words alone and does not know vowels that change; these are common in ideas.
FORMS = {
    "by": "byen byer byerne byens byers byernes",
    "træ": "træet træer træerne træets træers træernes",
    "sti": "stien stier stierne stiens stiers stiernes",
    "cykel": "cyklen cykler cyklerne cyklens cykels cyklers",
    "grøn": "grønt grønne grønnere grønnest grønneste",
    "barn": "barnet børn børnene børns børnenes barnets barns",
    "sø": "søen søer søerne søens",
    "bro": "broen broer broerne broens",
    "bog": "bogen bøger bøgerne bogens",
    "sne": "sneen sneens",
    "å": "åen åens åer åerne",
    "ø": "øen øens øer øerne",
    "kro": "kroen kroer kroerne kroens",
    "ældre": "ældres ældste",
    "idé": "ideen ideer ideerne",
}


def _folded(text: str) -> str:
    """Case-folded and without accents, but with æ, ø and å."""
    composed = unicodedata.normalize("NFC", text).casefold().translate(SWEDISH)
    return "".join(letter if letter in "æøå" else _bare(letter) for letter in composed)


def _bare(letter: str) -> str:
    return "".join(
        part for part in unicodedata.normalize("NFKD", letter).casefold() if not unicodedata.combining(part)
    )


BASE_OF = {_folded(form): _folded(base) for base, forms in FORMS.items() for form in forms.split()}
_danish = stemmer("danish")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word; the stem of a stem is itself."""
    base = BASE_OF.get(word, word)
    shorter = base
    while base not in BASE_OF.values() and (shorter := _danish.stemWord(base)) != base:
        base = BASE_OF.get(shorter, shorter)
    return base


def _spellings(word: str) -> list[str]:
    """A word, and the Danish word it may be on a keyboard without æ, ø and å."""
    danish = word
    for spelled, letter in WITH_DANISH_LETTERS:
        danish = danish.replace(spelled, letter)
    return [word] if danish == word else [word, danish]


def stems(word: str) -> tuple[str, ...]:
    """The stems of a folded word in each of its spellings, written without æ, ø and å."""
    found = (stem(spelling).translate(SPELLED_OUT) for spelling in _spellings(word))
    return tuple(dict.fromkeys(found))


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word[:LONGEST_WORD] for word in WORD.findall(_folded(text))]


def index_words(text: str) -> list[str]:
    """What the index holds of a text, each word once."""
    return list(dict.fromkeys(found for word in words(text) for found in stems(word)))


def wanted(query: str) -> list[tuple[tuple[str, ...], bool]]:
    """What must be found: for each word its possible stems, and whether the beginning of a word will do."""
    asked = words(query)[:MOST_WORDS]
    last = len(asked) - 1
    return [
        (stems(word), place == last and len(word) >= SHORTEST_BEGINNING) for place, word in enumerate(asked)
    ]
