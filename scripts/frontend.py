"""Front-end packages: from package-lock.json to `static/vendor/NAME-VERSION/`."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts import python_packages
from scripts.console import give_up, run
from scripts.paths import BIN, PYTHON, ROOT, VENDOR
from scripts.stamps import Stamp

MODULES = ROOT / "node_modules"
OLDEST_NODE = 18

# What is copied: name used by `asset()`, npm package, {folder in static/vendor: files in the package}.
PACKAGES: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...] = (
    (
        "dkfds",
        "dkfds",
        {
            "": ("dist/LICENSE.md",),
            "css": ("dist/css/dkfds.min.css",),
            "js": ("dist/js/dkfds.min.js",),
            "img": ("dist/img/all-svg-icons.svg", "dist/img/*.png"),
            "img/svg-icons": ("dist/img/svg-icons/*.svg",),
        },
    ),
    ("htmx", "htmx.org", {"": ("LICENSE",), "js": ("dist/htmx.min.js",)}),
)

FONTS = "fonts/IBMPlexSans"

FACES = {
    "Regular": (400, "normal"),
    "Italic": (400, "italic"),
    "Medium": (500, "normal"),
    "MediumItalic": (500, "italic"),
    "SemiBold": (600, "normal"),
    "SemiBoldItalic": (600, "italic"),
    "Bold": (700, "normal"),
    "BoldItalic": (700, "italic"),
}

# The package's own split files and the characters in them. A Danish page needs the first, and the second
# for arrows and ticks: 24 kB a weight, where the complete font weighs 57 and is left for other alphabets.
CHARACTERS = {
    "Latin1": "U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2013-2014, "
    "U+2018-201A, U+201C-201E, U+2020-2022, U+2026, U+2030, U+2039-203A, U+2044, U+20AC, U+2122, U+2212",
    "Pi": "U+2032-2033, U+2070, U+2074-2079, U+2080-2089, U+2116, U+2153-215E, U+2190-2199, "
    "U+2248, U+2260, U+2264-2265, U+25CA, U+2713, U+274C",
}


def install() -> None:
    """Build `static/vendor/` anew when the lock or this recipe changed."""
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", Path(__file__)]
    stamp = Stamp(VENDOR / ".stamp", inputs)
    if stamp.is_current():
        return
    run(
        [*_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        {"PATH": f"{os.environ['PATH']}:{BIN}"},
    )
    _build()
    run([PYTHON, "-m", "whitenoise.compress", "--quiet", VENDOR])
    stamp.set()


def _npm() -> list[object]:
    """The machine's npm, or the one from the Python package index where Node is missing or too old."""
    npm = shutil.which("npm")
    if npm is None or _node_version() < OLDEST_NODE:
        python_packages.install("requirements-node.lock")
        npm = str(BIN / "npm")
    return [npm]


def _node_version() -> int:
    node = shutil.which("node")
    if node is None:
        return 0
    printed = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", printed)
    return int(found[1]) if found else 0


def _build() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    folders = {}
    for name, package, contents in PACKAGES:
        version = json.loads((MODULES / package / "package.json").read_text())["version"]
        folders[name] = f"{name}-{version}"
        for folder, patterns in contents.items():
            _copy(_matching(MODULES / package, patterns), VENDOR / folders[name] / folder)
    _put_fonts(MODULES / "dkfds" / "dist" / FONTS, VENDOR / folders["dkfds"])
    (VENDOR / "manifest.json").write_text(json.dumps(folders, indent=2, sort_keys=True) + "\n")


def _matching(package: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        files = list(package.glob(pattern))
        if not files:
            give_up(f"{package.name} has no {pattern} any more: mend PACKAGES in {Path(__file__).name}.")
        yield from files


def _copy(files: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(file, folder / file.name)


def _put_fonts(source: Path, dkfds: Path) -> None:
    """Replace the package's font rules: theirs make a browser fetch an EOT file that it cannot read."""
    pieces = [f"IBMPlexSans-{face}-{part}.woff2" for face in FACES for part in CHARACTERS]
    _copy((source / "split" / "woff2" / piece for piece in pieces), dkfds / FONTS)
    whole = [f"IBMPlexSans-{face}.woff2" for face in FACES]
    _copy((source / "complete" / "woff2" / name for name in whole), dkfds / FONTS)
    _copy([source / "complete" / "woff2" / "license.txt"], dkfds / FONTS)
    sheet = dkfds / "css" / "dkfds.min.css"
    rules = re.sub(r"@font-face\{[^}]*\}|/\*# sourceMappingURL[^*]*\*/", "", sheet.read_text())
    sheet.write_text(rules + _font_rules())


def _font_rules() -> str:
    # Where several rules match a character the last wins, so the complete font comes first.
    ranges = [("", ""), *((f"-{part}", f"unicode-range:{text};") for part, text in CHARACTERS.items())]
    return "".join(
        f"@font-face{{font-family:IBM Plex Sans;font-display:swap;font-style:{style};font-weight:{weight};"
        f'src:url(../{FONTS}/IBMPlexSans-{face}{part}.woff2) format("woff2");{range_}}}'
        for face, (weight, style) in FACES.items()
        for part, range_ in ranges
    )
