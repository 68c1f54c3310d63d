"""Static files: compressed, immutable, never stale."""

from pathlib import Path

import pytest
from flask import Flask

from participation.web import bundles, static_files


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(static_files, "STATIC", tmp_path)
    monkeypatch.setattr(static_files, "COMPRESSED", tmp_path / "compressed")
    monkeypatch.setattr(bundles, "STATIC", tmp_path)
    (tmp_path / "css").mkdir()
    (tmp_path / "vendor").mkdir()
    (tmp_path / "css" / "page.css").write_text("a { color: red }\n" * 100)
    return tmp_path


def make_app() -> Flask:
    app = Flask(__name__)
    static_files.register(app)
    return app


def test_compressed_copy_is_served_for_ever(static: Path) -> None:
    make_app().test_cli_runner().invoke(args=["static", "compress"])
    app = make_app()
    address = f"/static/{app.config['STATIC_VERSION']}/site.css"

    with app.test_client().get(address, headers={"Accept-Encoding": "br"}) as response:
        assert response.status_code == 200
        assert response.headers["Content-Encoding"] == "br"
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_changed_file_is_not_served_from_the_old_copy(static: Path) -> None:
    make_app().test_cli_runner().invoke(args=["static", "compress"])

    (static / "css" / "page.css").write_text("a { color: blue }\n")

    assert "STATIC_VERSION" not in make_app().config


def test_compressing_twice_changes_nothing(static: Path) -> None:
    runner = make_app().test_cli_runner()
    runner.invoke(args=["static", "compress"])
    before = sorted((file, file.stat().st_mtime_ns) for file in static.rglob("*"))

    assert runner.invoke(args=["static", "compress"]).exit_code == 0
    assert sorted((file, file.stat().st_mtime_ns) for file in static.rglob("*")) == before
