"""Where things lie in the working copy."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
BYTECODE = BUILD / "bytecode"
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
STATIC = ROOT / "static"
VENDOR = STATIC / "vendor"
TRANSLATIONS = ROOT / "participation" / "translations"

# Written by the last loading, shown by `make run`.
ACCOUNTS = BUILD / "demonstration-accounts.txt"
