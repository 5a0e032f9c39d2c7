"""What `communique evaluate` prints and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from etl.evaluate.event_gold import read_event_gold
from etl.intake import ingest

TEXT = "LIMA, May 7, 2019 - Foreign Minister Oda Brekke of Norway said that the quay would open in May. The rain fell all day."
SAID = "Foreign Minister Oda Brekke of Norway said that the quay would open in May."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, ["evaluate", *(str(argument) for argument in arguments)])


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with one article and its gold."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "articles").mkdir()
    (folder / "gold").mkdir()
    (folder / "articles/quay.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index(SAID)
    claim = {"start": start, "end": start + len(SAID), "speakers": ["Oda Brekke"], "on_behalf_of": "NO", "act": "thank"}
    row = {"doc_name": "quay.txt", "claims": [claim], "people": [{"canonical_name": "Oda Brekke"}], "states": ["NO"]}
    (folder / "gold/quay.txt.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def test_the_articles_that_come_with_the_gold_are_read(gold: Path) -> None:
    result = run("--gold", gold, "--misses", 1)
    assert result.exit_code == 0, result.stderr
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["claims", "1.000", "1.000", "1.000", "1", "0", "0"] in lines
    assert ["claim", "act", "0.000", "0", "1"] in lines
    assert "wrong act: quay.txt: 20-95 " in result.stdout
    assert "\x1b" not in result.stdout


def test_reliability_is_shown_when_asked_for(gold: Path) -> None:
    assert "calibration error" not in run("--gold", gold).stdout
    shown = run("--gold", gold, "--reliability").stdout
    assert "calibration error" in shown
    assert [line.split()[0] for line in shown.splitlines() if " to " in line] == ["claim", "person", "person_mention", "state_mention"]
    told = json.loads(run("--gold", gold, "--reliability", "--json").stdout)["reliability"]["claim"]
    assert (told["rows"], told["right"], told["bins"][0]["share"]) == (1, 1, 1)


def test_articles_and_databases_may_be_named(gold: Path, store_url: str) -> None:
    by_articles = run("--gold", gold / "gold", "--articles", gold / "articles", "--json")
    assert by_articles.exit_code == 0, by_articles.stderr
    told = json.loads(by_articles.stdout)
    assert (told["claims"]["tp"], told["states"]["f1"], told["claim act"]["accuracy"]) == (1, 1, 0)
    assert "misses" not in told
    ingest([gold / "articles"], store_url)
    by_store = run("--gold", gold, "--db", store_url, "--json", "--misses", 5, "--reliability")
    assert by_store.exit_code == 0, by_store.stderr
    stored = json.loads(by_store.stdout)
    assert (stored.pop("misses")[0]["kind"], stored.pop("reliability")["claim"]["rows"]) == ("wrong act", 1)
    assert stored == told


def test_attribution_gold_brings_its_texts(tmp_path: Path) -> None:
    file, start = tmp_path / "texts.jsonl", TEXT.index("that the quay")
    attribution = {"source": [37, 47, "Oda Brekke"], "content": [start, start + 31, "that the quay would open in May"], "type": "indirect"}
    file.write_text(json.dumps({"doc_id": "quay", "text": TEXT, "attributions": [attribution]}), encoding="utf-8")
    result = run("--gold", file, "--misses", 3)
    assert result.exit_code == 0, result.stderr
    assert ["content", "and", "speaker", "1.000", "1.000", "1.000", "1", "0", "0"] in [line.split() for line in result.stdout.splitlines()]
    assert json.loads(run("--gold", file, "--json").stdout)["end_to_end"]["tp"] == 1


def test_event_gold_brings_its_articles(tmp_path: Path) -> None:
    said = "Oda Brekke of Norway met President Raúl Ñahui of Peru"
    rows = [{"id": name, "published_on": "2019-05-08", "text": f"LIMA, May 8 - {said} on Tuesday."} for name in ("one", "two")]
    (tmp_path / "articles.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    reports = [{"article": row["id"], "start": 14, "end": 14 + len(said), "text": said} for row in rows]
    people = [{"person": "Oda Brekke", "actor": "NO"}, {"person": "Raúl Ñahui", "actor": "PE"}]
    meeting = {"id": "quay", "status": "held", "date": "2019-05-07", "participants": people, "traps": ["look_back"], "reports": reports}
    gold = {"people": people, "meetings": [meeting], "statements": [], "statements_optional": [], "statements_apart": [], "duplicates": []}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    result = run("--gold", tmp_path, "--misses", 3)
    assert result.exit_code == 0, result.stderr
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["meetings,", "B-cubed", "1.000", "1.000", "1.000"] in lines
    assert ["meetings", "in", "one", "piece:", "look_back", "1.000", "1", "1"] in lines
    assert json.loads(run("--gold", tmp_path, "--json").stdout)["reports"]["tp"] == 2
    other = run("--gold", tmp_path, "--articles", Path(__file__).parent / "../gold/README.md")
    assert 'the gold describes "one", and there is no document of that file name' in other.stderr


def test_wrong_use_and_bad_gold_end_with_one_line(gold: Path, tmp_path: Path) -> None:
    both = run("--gold", gold, "--db", "x.sqlite", "--articles", gold)
    assert (both.exit_code, both.stderr) == (2, "communique: --db and --articles exclude each other\n")
    alone = run("--gold", gold / "gold")
    assert alone.exit_code == 1
    assert "name the articles with --articles, or a store with --db" in alone.stderr
    missing = run("--gold", tmp_path / "none")
    assert missing.stderr == f"communique: {tmp_path / 'none'}: there is no such file or directory\n"
    (tmp_path / "other.txt").write_text("Nobody said anything at all on that day in Lima.", encoding="utf-8")
    other = run("--gold", gold / "gold", "--articles", tmp_path / "other.txt")
    assert 'the gold describes "quay.txt", and there is no document of that file name' in other.stderr


def test_a_document_that_cannot_be_read_is_named_with_its_reason(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_bytes(b"\x00\x01\x02\x03")
    result = run("--gold", gold / "gold", "--articles", tmp_path)
    assert result.exit_code == 1
    assert '"quay.txt", which the gold describes, could not be read: ' in result.stderr
    (tmp_path / "quay.txt").rename(tmp_path / "broken.txt")
    result = run("--gold", gold / "gold", "--articles", tmp_path, "--articles", gold / "articles")
    assert result.exit_code == 3
    assert "quarantined: broken.txt: " in result.stderr
    assert "claims " in result.stdout


def test_the_examples_of_the_documentation_are_gold(tmp_path: Path) -> None:
    page = (Path(cli.__file__).parent / "docs/evaluate.md").read_text(encoding="utf-8")
    (article,) = re.findall(r"^```text\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    document, attributions, events = re.findall(r"^```json\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "articles/harbour.txt").write_text(article, encoding="utf-8")
    (tmp_path / "gold/harbour.json").write_text(document, encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(attributions, encoding="utf-8")
    (tmp_path / "events.json").write_text(events, encoding="utf-8")
    assert read_event_gold(tmp_path / "events.json").articles == ["harbour", "harbour-copied", "week"]
    told = json.loads(run("--gold", tmp_path, "--json").stdout)
    assert [told[name]["f1"] for name in ("claims", "meetings", "participants", "persons", "states")] == [1] * 5
    assert told["claim speaker"]["accuracy"] == told["claim act"]["accuracy"] == told["meeting place"]["accuracy"] == 1
    assert json.loads(run("--gold", tmp_path / "texts.jsonl", "--json").stdout)["end_to_end"]["F1"] == 1
