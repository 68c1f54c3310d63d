"""The reader of .po files forgives what a merge line by line leaves behind."""

from pathlib import Path

from babel.messages.catalog import Catalog

from scripts import po_files

MERGED = """\
msgid ""
msgstr ""
"Language: da\\n"

msgid ""
msgstr ""
"Language: da\\n"
"Language: da\\n"

msgid "Hello"
msgstr ""
msgid "Hello"
msgstr "Hej"
msgid "Hello"
msgstr "Dav"

msgctxt "verb"
msgid "Open"
msgstr ""
msgstr "Åbn"

msgid "Open"
msgid "Long"
msgstr ""
"Lang "
"\\"tekst\\""

#, python-format
msgid "%(num)d idea"
msgid_plural "%(num)d ideas"
msgstr[0] "%(num)d idé"
msgstr[1] "%(num)d idéer"

#~ msgid "Gone"
#~ msgstr "Væk"
"""

WORDS = {
    (None, "Hello"): ("Hej",),
    ("verb", "Open"): ("Åbn",),
    (None, "Long"): ('Lang "tekst"',),
    (None, "%(num)d idea"): ("%(num)d idé", "%(num)d idéer"),
}


def test_read_takes_the_first_translation_that_is_not_empty(tmp_path: Path) -> None:
    file = tmp_path / "messages.po"
    file.write_text(MERGED)

    assert po_files.read(file) == WORDS


def test_write_is_sorted_unwrapped_and_undated(tmp_path: Path) -> None:
    catalog = Catalog(locale="da")
    catalog.add("Zebra", "En zebra " * 30, locations=[("a.py", 3)])
    catalog.add("Ape", "En abe")
    file = tmp_path / "messages.po"

    po_files.write(file, catalog)

    written = file.read_text()
    assert written.index("Ape") < written.index("Zebra")
    assert not any(word in written for word in ("Date", "a.py", "fuzzy"))
    assert po_files.read(file) == {(None, "Zebra"): ("En zebra " * 30,), (None, "Ape"): ("En abe",)}
