"""`make test` lets no setting of a running installation through to the tests."""

import re
from pathlib import Path

from participation import config
from scripts import serve
from scripts.test import SETTINGS

READ = re.compile(r'(?:environ\.get\(|environ\[|\bflag\(|_path\()\s*"(\w+)"')


def test_every_setting_of_an_installation_is_taken_out() -> None:
    read = set(READ.findall(Path(config.__file__).read_text("utf-8")))
    assert {"DATABASE_URL", "BASE_URL", "INCOMING_MAILDIR", "DEMO"} <= read
    assert read - SETTINGS == set()


def test_a_switch_is_read_alike_before_and_after_installing() -> None:
    assert serve.SWITCHED_ON == config.SWITCHED_ON
