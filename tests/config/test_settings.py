"""`communique.toml`: what it may say, and what is said of one that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.config import Files, Settings, load_settings
from etl.errors import ConfigError

GOOD = """
[job]
workers = 2
[[sources]]
name = "archive"
kind = "files"
paths = ["archive/*.warc.gz"]
time_zone = "Asia/Almaty"
include = ["*/2024/*"]
exclude = ["*/sport/*"]
[[sources]]
name = "ministry"
kind = "feed"
url = "https://ministry.example/news.rss"
"""

TWIN = '\n[[sources]]\nname = "a"\nkind = "files"\npaths = ["y"]'


def write(folder: Path, text: str) -> Path:
    file = folder / "communique.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_paths_are_meant_from_where_the_file_is(tmp_path: Path) -> None:
    files, feed = load_settings(write(tmp_path, GOOD)).sources
    assert isinstance(files, Files)
    assert files.paths == (str(tmp_path / "archive/*.warc.gz"),)
    assert (feed.kind, feed.name) == ("feed", "ministry")


def test_a_source_takes_what_it_includes_and_does_not_exclude(tmp_path: Path) -> None:
    files, feed = load_settings(write(tmp_path, GOOD)).sources
    assert files.takes("/a/2024/talks.html")
    assert not files.takes("/a/2023/talks.html")
    assert not files.takes("/a/2024/sport/match.html")
    assert feed.takes("https://ministry.example/anything")


def test_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_JOB__WORKERS", "7")
    settings = load_settings(write(tmp_path, GOOD))
    assert (settings.job.workers, settings.job.batch_size) == (7, Settings().job.batch_size)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[job]\nworkerz = 2", "job.workerz: Extra inputs"),
        ("[job]\nworkers = 0", "job.workers: Input should be greater"),
        ('[[sources]]\nname = "a"\nkind = "feed"\nurl = "ftp://ministry.example"', "sources.0.feed.url: URL scheme"),
        ('[[sources]]\nname = "a"\nkind = "carrier pigeon"', "sources.0: Input tag 'carrier pigeon'"),
        ('[[sources]]\nname = "a"\nkind = "files"\npaths = ["x"]\ntime_zone = "Astana"', "no time zone is called 'Astana'"),
        (
            '[[sources]]\nname = "a"\nkind = "files"\npaths = ["x"]' + TWIN,
            "two sources are called a",
        ),
        ("workers == 2", "is not TOML"),
    ],
)
def test_what_cannot_be_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as told:
        load_settings(file)
    assert said in str(told.value)
    assert str(file) in str(told.value)


def test_no_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no .*communique\.toml: write one"):
        load_settings(tmp_path / "communique.toml")
