"""The store in the browser, over real HTTP from a server of its own."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

import cli
from etl.intake import ingest, sample_paths
from etl.questions import questions
from models.views import VIEWS

ROOT = Path(cli.__file__).parent
HOSTILE = "TALLINN, 3 May 2021 -- Estonian Foreign Minister Anu Raud said <script>alert(1)</script> that the port is open & safe."


@pytest.fixture(scope="module")
def store(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browse")
    path = Path(shutil.copy(sqlite_template, folder / "a name with-dots.v1.sqlite"))
    (folder / "hostile.jsonl").write_text(
        json.dumps({"id": "x", "title": "<b>Port</b> open", "published_on": "2021-05-03", "text": HOSTILE}) + "\n"
    )
    ingest([*sample_paths(), folder / "hostile.jsonl"], f"sqlite:///{path}")
    return path


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[httpx.Client]:
    """The site of the samples, as `communique browse` serves it."""
    run = [sys.executable, "-c", "from cli import app; app()", "browse", "--port", "0", "--no-open", "--db", str(store)]
    with subprocess.Popen(run, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}) as server:
        assert server.stdout
        address = server.stdout.readline().partition(" ")[0]
        with httpx.Client(base_url=address, timeout=60) as client:
            yield client
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


def key(store: Path, sql: str) -> int:
    with sqlite3.connect(store) as connection:
        return int(connection.execute(sql).fetchone()[0])


def test_views_are_shown_with_what_they_mean_and_tables_are_not(site: httpx.Client) -> None:
    page = site.get("/communique").text
    assert sorted(re.findall(r'<li><a href="/communique/((?:v|dim|fact)_\w+)">', page)) == sorted(VIEWS)
    assert "<h3><a" not in page, "a table is shown among the views"
    assert "Meetings, each once" in site.get("/communique/v_meetings").text


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens(site: httpx.Client, view: str) -> None:
    assert site.get(f"/communique/{view}").status_code == 200


@pytest.mark.parametrize(("view", "words"), [("v_claims", "label story"), ("v_articles", "lighthouse pupils")])
def test_claims_and_articles_are_searched_by_words(site: httpx.Client, view: str, words: str) -> None:
    found = site.get(f"/communique/{view}.json", params={"_search": words, "_shape": "array"}).json()
    everything = site.get(f"/communique/{view}.json", params={"_shape": "array", "_size": "max"}).json()
    assert 0 < len(found) < len(everything)
    if view == "v_claims":
        assert all("label" in row["text"] and "story" in row["text"] for row in found)


def test_keys_of_others_read_as_names(site: httpx.Client, store: Path) -> None:
    participants = site.get("/communique/meeting_participants").text
    assert re.search(r'<a href="/communique/people/\d+">Baek Do-yeon</a>', participants)
    meeting = key(store, "SELECT meeting_id FROM v_meetings WHERE title = 'Grace Mbote – Luo Wenqing meeting'")
    assert f'<a href="/-/meeting/{meeting}">' in site.get("/communique/v_meetings").text


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_is_asked(site: httpx.Client, name: str) -> None:
    answer = site.get(f"/communique/{name}.json")
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"], answer.text


def test_a_question_takes_parameters_and_has_defaults(site: httpx.Client) -> None:
    asked = site.get("/communique/busiest-people.json", params={"since": "2023-05-01", "until": "2023-05-31", "_shape": "array"}).json()
    assert [(row["person"], row["meetings"]) for row in asked] == [("Baek Do-yeon", 2), ("Wiratno Hadikusuma", 2)]
    assert "Fields left empty mean: since = 2024-07-01" in site.get("/communique/busiest-people").text


def test_charts_of_the_dashboard_have_data(site: httpx.Client) -> None:
    page = site.get("/-/dashboards/overview").text
    assert "Who meets whom" in page
    queries = [chart["query"] for chart in map(json.loads, re.findall(r"renderChart\('\w+', (\{.*?\}), '", page)) if "query" in chart]
    assert len(queries) == 8
    for query in queries:
        answer = site.get("/communique.json", params={"sql": query, "_shape": "array"})
        assert answer.json(), query
    places = site.get("/communique.json", params={"sql": next(q for q in queries if "latitude" in q), "_shape": "array"}).json()
    [nairobi] = [row for row in places if row["place"] == "Nairobi"]
    assert (round(nairobi["latitude"]), round(nairobi["longitude"])) == (-1, 37)


def test_an_article_shows_its_claims_where_they_stand(site: httpx.Client, store: Path) -> None:
    article = key(store, "SELECT article_id FROM v_articles WHERE title LIKE 'Kenya, China plan%'")
    page = site.get(f"/-/article/{article}").text
    with sqlite3.connect(store) as connection:
        [(text,)] = connection.execute("SELECT text FROM articles WHERE id = ?", [article]).fetchall()
        claims = connection.execute("SELECT claim_id, text FROM v_claims WHERE article_id = ?", [article]).fetchall()
    [box] = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", box)) == text
    assert claims
    for claim, words in claims:
        begun = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", box.partition(f'<span id="c{claim}"></span>')[2]))
        assert begun.startswith(words)
        assert f'href="/-/claim/{claim}"' in page


def test_a_meeting_and_a_claim_lead_into_the_text(site: httpx.Client, store: Path) -> None:
    meeting = key(store, "SELECT meeting_id FROM v_meetings WHERE title = 'Ingrid Haugtveit – Rubens Tavares meeting' AND status = 'held'")
    page = site.get(f"/-/meeting/{meeting}").text
    evidence = re.findall(r'href="(/-/article/\d+)#(r\d+)"', page)
    assert len({article for article, _ in evidence}) == 2
    for article, anchor in evidence:
        assert f'<span id="{anchor}"></span>' in site.get(article).text
    claim = key(store, "SELECT claim_id FROM v_claims WHERE text LIKE '%label with a long story%'")
    told = site.get(f"/-/claim/{claim}").text
    [(article, anchor)] = re.findall(r'class="source"><a href="(/-/article/\d+)#(c\d+)"', told)
    assert f'<span id="{anchor}"></span>' in site.get(article).text
    assert "NO" in told


def test_words_of_articles_are_no_markup(site: httpx.Client, store: Path) -> None:
    article = key(store, "SELECT article_id FROM v_articles WHERE title LIKE '%Port%open'")
    page = site.get(f"/-/article/{article}").text
    assert "<script>alert" not in page
    assert "<b>Port" not in page
    assert "&lt;b&gt;Port" in page


@pytest.mark.parametrize("path", ["/-/article/1", "/-/claim/1", "/-/meeting/1", "/-/claim/99999999999999999999"])
def test_what_is_not_there_is_not_found(site: httpx.Client, path: str) -> None:
    assert site.get(path).status_code == 404


def test_nothing_can_be_written(site: httpx.Client) -> None:
    assert site.get("/communique.json", params={"sql": "DELETE FROM claims"}).status_code == 400
    assert site.get("/communique.db").status_code in (403, 404)


def test_a_night_may_write_meanwhile(site: httpx.Client, store: Path) -> None:
    before = site.get("/communique.json", params={"sql": "SELECT COUNT(*) AS n FROM v_articles", "_shape": "array"}).json()[0]["n"]
    new = store.with_name("new.txt")
    new.write_text("OSLO, 4 May 2021 -- The ministers of Norway and Chile met in Oslo on Tuesday.\n")
    ingest([new], f"sqlite:///{store}")
    after = site.get("/communique.json", params={"sql": "SELECT COUNT(*) AS n FROM v_articles", "_shape": "array"}).json()[0]["n"]
    assert after == before + 1


def test_wrong_use_is_told(store: Path, tmp_path: Path, postgres_template: Engine) -> None:
    def browse(*arguments: str) -> str:
        done = CliRunner().invoke(cli.app, ["browse", "--no-open", *arguments])
        assert done.exit_code == 1
        return done.stderr

    assert "no communique store" in browse("--db", str(tmp_path / "nothing.sqlite"))
    url = postgres_template.url.render_as_string(hide_password=False)
    assert "browse shows SQLite stores" in browse("--db", url)
    assert "cannot listen" in browse("--db", str(store), "--host", "192.0.2.1", "--port", "0")
