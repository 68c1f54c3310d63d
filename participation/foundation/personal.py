"""Finding what must not stand in public: CPR numbers, and e-mail addresses, telephone numbers and links.

A CPR number is six digits that are a day in ddmmyy and four more, with a separator between at most. There
is no modulus 11 test: since 2007 numbers are given out that fail it. So a ten-digit account number that
begins with a day is found too; somebody looks at it and lets it pass.
"""

import re
import unicodedata
from calendar import monthrange
from functools import lru_cache
from html import unescape

# Read as digits or not at all, these are shown in the midst of a number without dividing it.
UNSEEN = frozenset({"Cf", "Mn", "Me", "Cc", "Co", "Cn"})
MARKDOWN = frozenset("*`~\\")
DASHES = frozenset("\u2212\u2043\u02d7\u00af\u2027\u00b7\u2022_")
GAP = r"(?: {0,3}-{0,3} {0,3}|[./])"
PLAIN = re.compile(rf"(?<![0-9])([0-9]{{6}}){GAP}[0-9]{{4}}(?![0-9])")
AS_DATE = re.compile(r"(?<![0-9])([0-9]{2}[ ./-][0-9]{2}[ ./-][0-9]{2}) ?- ?[0-9]{4}(?![0-9])")
NAMED = re.compile(
    r"(?:cpr|c\.p\.r|person(?:lige)? ?-?(?:nummer|nr|id)|fødselsnummer|foedselsnummer)[^0-9]{0,20}"
    r"([0-9](?:[^0-9a-zæøå]{0,3}[0-9]){5})(?:[^0-9a-zæøå]{0,3}[0-9]){4}(?![0-9])"
)
SPELLINGS = (PLAIN, AS_DATE, NAMED)
HIDDEN_DIGIT = "•"
REMEMBERED = 20_000

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[(\[](?:at|a|snabel-?a)[)\]] ?)[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}",
    re.IGNORECASE,
)
SPACE = "[ \u00a0\u2007\u2009\u202f]"
PHONE = re.compile(
    rf"(?<![\w/=&?#%@-])(?<![0-9][.,])(?<![0-9]{SPACE})"
    rf"(?:(?P<abroad>(?:\+|00)(?!45)[0-9]{{1,3}}{SPACE}?(?:[0-9]{SPACE}?){{6,12}}[0-9])"
    rf"|(?P<country>\(?(?:\+|00)45\)?{SPACE}?)?"
    rf"(?P<local>[0-9]{{8}}|[0-9]{{4}}{SPACE}[0-9]{{4}}"
    rf"|[0-9]{{2}}(?P<gap>{SPACE}|[.-])[0-9]{{2}}(?P=gap)[0-9]{{2}}(?P=gap)[0-9]{{2}}"
    rf"|[0-9]{{2}}{SPACE}[0-9]{{3}}{SPACE}[0-9]{{3}}|[0-9]{{3}}{SPACE}[0-9]{{2}}{SPACE}[0-9]{{3}}))"
    rf"(?![\w@]|{SPACE}?[0-9]|[.,-][0-9])"
)
# Eight digits that are called something else, or counted in something.
NO_PHONE_BEFORE = re.compile(
    r"(?:cvr|se|ean|gln|sags?|journal|konto|matrikel|p|id|ref|kr\.?)[ .:-]*(?:nr|nummer|no)?[ .:-]*$",
    re.IGNORECASE,
)
NO_PHONE_AFTER = re.compile(
    rf"{SPACE}?(?:kr\b|kroner|mio|m2|m²|km|meter|timer|børn|borgere|%|,-)", re.IGNORECASE
)
YEARS = re.compile(rf"(?:19|20)[0-9]{{2}}{SPACE}(?:19|20)[0-9]{{2}}")
LINK = re.compile(
    r"https?://|\bwww\.|\]\(|\b[\w-]{2,}\.(?:dk|com|net|org|info|biz|ru|cn|io|shop|xyz|top)\b", re.I
)
LINKED = re.compile(r"\[([^\]\n]*)\]\((?:mailto|tel):[^)\n]*\)", re.IGNORECASE)
ANGLED = re.compile(r"<(?:mailto:)?([^<>\s]+@[^<>\s]+)>", re.IGNORECASE)


def has_cpr(text: str) -> bool:
    """Whether the text holds what looks like a CPR number, however it is spelled."""
    return any(
        _is_day(found[1]) for read in _readings(text) for each in SPELLINGS for found in each.finditer(read)
    )


@lru_cache(maxsize=REMEMBERED)
def without_cpr(text: str) -> str:
    """The text with unreadable digits if it holds such a number: for titles, mails and addresses."""
    if not has_cpr(text):
        return text
    return "".join(
        HIDDEN_DIGIT if unicodedata.digit(letter, None) is not None else letter for letter in unescape(text)
    )


def has_email(text: str) -> bool:
    """Whether the text holds an e-mail address."""
    return EMAIL.search(text) is not None


def has_phone(text: str) -> bool:
    """Whether the text holds a telephone number."""
    return any(map(_is_phone, PHONE.finditer(text)))


def has_link(text: str) -> bool:
    """Whether the text leads to another site."""
    return LINK.search(EMAIL.sub("", text)) is not None


def masked(text: str, *, email: str, phone: str) -> str:
    """The text with these words in place of addresses and telephone numbers, Markdown links to them too."""
    bare = ANGLED.sub(r"\1", LINKED.sub(rf"\1 {email}" if email else r"\1", text))
    hidden = EMAIL.sub(lambda _found: email, bare)
    return PHONE.sub(lambda found: phone if _is_phone(found) else found[0], hidden)


def _readings(text: str) -> set[str]:
    """The text as it is written and as Markdown shows it, in digits, hyphens, spaces and small letters."""
    return {_folded(text), _folded(unescape(text))}


def _folded(text: str) -> str:
    return "".join(map(_read, text)).casefold()


def _read(letter: str) -> str:
    """One character as a reader takes it."""
    digit = unicodedata.digit(letter, None)
    if digit is not None:
        return str(digit)
    if letter.isspace():
        return " "
    kind = unicodedata.category(letter)
    if kind == "Pd" or letter in DASHES:
        return "-"
    return "" if kind in UNSEEN or letter in MARKDOWN else letter


def _is_day(digits: str) -> bool:
    """Whether ddmmyy is a day in one of the centuries; 29 February '00 was one in 2000."""
    only = re.sub(r"[^0-9]", "", digits)
    day, month, year = int(only[:2]), int(only[2:4]), int(only[4:])
    return 1 <= month <= 12 and 1 <= day <= max(monthrange(c + year, month)[1] for c in (1900, 2000))


def _is_phone(found: re.Match[str]) -> bool:
    """Eight digits are a telephone number unless they are a date, two years, or something with a name."""
    if found["abroad"] or found["country"]:
        return True
    local = found["local"]
    if local[0] in "01" or YEARS.fullmatch(local) or _is_date(local):
        return False
    before = found.string[max(0, found.start() - 20) : found.start()]
    return not (NO_PHONE_BEFORE.search(before) or NO_PHONE_AFTER.match(found.string, found.end()))


def _is_date(digits: str) -> bool:
    """20260522 and 22052026."""
    if not digits.isdecimal():
        return False
    turned = digits[6:] + digits[4:6] + digits[2:4] if digits[:2] in ("19", "20") else ""
    straight = digits[:4] + digits[6:] if digits[4:6] in ("19", "20") else ""
    return any(_is_day(each) for each in (turned, straight) if each)
