"""A trained pipeline as a reader: loading it, what it adds, and what a store makes of it. The pipeline is the tests' own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import spacy
from extract.reading import attributed, make_article, names, speakers
from load.seeded import Maker, make_seeded
from sqlalchemy import text as sql
from typer.testing import CliRunner, Result

import cli
from etl.commands.options import DEFAULT_READER
from etl.errors import ReaderError
from etl.extract.pipeline import extract, extractor_version, read_layers
from etl.extract.readers.reader import RULES, Reader
from etl.extract.readers.registry import READERS, load_reader
from etl.intake import ingest
from etl.queries import reading

__all__ = ["make_seeded"]

ROOT = Path(cli.__file__).parent
NEWS = (
    "Velislava Harketova, never shy of a microphone, said that the port would close.\n\n"
    "The Lindholt Reindeer Institute opened a school near Osterwick. Growers praised the Lindholt Reindeer Institute.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def test_sees_entities_subjects_and_clauses_at_our_tokens(trained: Reader) -> None:
    layers = read_layers(make_article(NEWS), trained)
    tokens, seen = layers.tokens, layers.annotations
    assert [tokens.surface(*span) for span in seen.persons] == ["Velislava Harketova"]
    assert [tokens.surface(*span) for span in seen.organizations] == ["Lindholt Reindeer Institute"] * 2
    subjects = {tokens.words[verb]: tokens.words[subject.head] for verb, subject in seen.subjects.items()}
    assert subjects == {"said": "Harketova", "close": "port", "opened": "Institute", "praised": "Growers"}


def test_lines_broken_inside_sentences_are_read_as_one(trained: Reader) -> None:
    plain = NEWS.replace("\n\n", " ").strip()
    wrapped = plain.replace("Velislava ", "Velislava\n").replace("that ", "that\n").replace("the L", "the\nL")
    assert read_layers(make_article(wrapped), trained).annotations == read_layers(make_article(plain), trained).annotations


@pytest.mark.parametrize(
    ("text", "complements", "adverbials"),
    [
        ("Velislava Harketova said the boats were safe as fog lifted over the bay.", ["the boats were safe"], []),
        ("Velislava Harketova said that the harbour would open in May.", [], []),  # nothing follows: the end of the sentence is ours to say
        ("When the fog had lifted, Jorunda Aspelund said, the boats were gone.", [], ["When the fog had lifted"]),
    ],
)
def test_sees_where_clauses_end(trained: Reader, text: str, complements: list[str], adverbials: list[str]) -> None:
    layers = read_layers(make_article(text), trained)
    assert [layers.tokens.surface(*span) for span in layers.annotations.complements.values()] == complements
    assert [layers.tokens.surface(*span) for span in layers.annotations.adverbials.values()] == adverbials


def test_finds_a_speaker_whom_the_rules_do_not(trained: Reader) -> None:
    article = make_article(NEWS)
    plain, seen = extract(article), extract(article, trained)
    assert names(plain) == set()
    assert plain.organizations == ()
    assert names(seen) == {"Velislava Harketova"}
    assert [source for source, _, _ in attributed(NEWS, plain)] == ["Growers"]
    assert attributed(NEWS, seen)[0] == ("Velislava Harketova", "said", "the port would close")
    assert speakers(seen, seen.claims[0]) == ("Velislava Harketova",)
    assert seen.organizations == ("Lindholt Reindeer Institute",)


def test_the_same_text_gives_the_same_whatever_was_read_before(trained: Reader) -> None:
    article, other = make_article(NEWS), make_article("Jorunda Aspelund praised the Sundale Glass Society.")
    first = extract(article, trained)
    extract(other, trained)
    assert extract(article, trained) == first


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "“", "🙂", "a\n\nb", "\x00"])
def test_reads_next_to_nothing(trained: Reader, text: str) -> None:
    assert extract(make_article(text), trained).mentions == ()


def test_the_rules_alone_are_the_default(trained: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(spacy, "load")
    assert load_reader(DEFAULT_READER) is RULES is READERS[RULES.name]
    assert extract(make_article(NEWS)) == extract(make_article(NEWS), RULES) != extract(make_article(NEWS), trained)
    assert extractor_version() == extractor_version(RULES)


def test_the_version_names_the_reader(trained: Reader) -> None:
    rules, _, reader = extractor_version(trained).rpartition("+")
    assert rules == extractor_version()
    assert reader.startswith("en_trained_by_tests-0.1.0-")


def test_a_pipeline_with_other_weights_is_another_reader(trained: Reader, pipeline: Path, tmp_path: Path) -> None:
    again = shutil.copytree(pipeline, tmp_path / "moved")
    assert load_reader(str(again)).version == trained.version
    nlp = spacy.load(again)
    nlp.get_pipe("ner").cfg["note"] = "other"
    nlp.to_disk(again)
    assert load_reader(str(again)).version != trained.version


def _without(pipeline: Path, to: Path, *components: str) -> Path:
    nlp = spacy.load(pipeline, exclude=components)
    nlp.to_disk(to)
    return to


@pytest.mark.parametrize(
    ("lacks", "message"),
    [
        (("parser",), "has no parser (it has: tok2vec, tagger, ner)"),
        (("ner",), "has no entity recognizer (it has: tok2vec, tagger, parser)"),
        (("tok2vec", "tagger", "parser", "ner"), "has no parser (it has: nothing)"),
    ],
)
def test_a_pipeline_that_lacks_something_is_refused(pipeline: Path, tmp_path: Path, lacks: tuple[str, ...], message: str) -> None:
    with pytest.raises(ReaderError) as refused:
        load_reader(str(_without(pipeline, tmp_path / "less", *lacks)))
    assert message in str(refused.value)


def test_a_pipeline_that_knows_no_persons_is_refused(pipeline: Path, tmp_path: Path) -> None:
    nlp = spacy.load(_without(pipeline, tmp_path / "less", "ner"))
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "CHEMICAL", "pattern": "salt"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "other")
    with pytest.raises(ReaderError, match="knows none of ORG, PER, PERSON"):
        load_reader(str(tmp_path / "other"))


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("nb").to_disk(tmp_path / "nb")
    with pytest.raises(ReaderError, match='reads "nb"'):
        load_reader(str(tmp_path / "nb"))


@pytest.mark.parametrize("command", [("ingest", "--samples"), ("evaluate", "--gold", ROOT / "tests" / "development")])
def test_the_command_line_says_what_is_missing(command: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, message in (("en_no_such_pipeline", "there is no reader"), (tmp_path, "cannot be loaded")):
        result = run(*command, "--reader", name)
        assert result.exit_code == 2
        assert message in result.stderr
        assert str(name) in result.stderr
        assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []  # no database was made


def test_a_store_that_has_been_read_is_not_read_again_for_an_evaluation() -> None:
    result = run("evaluate", "--gold", ROOT / "tests" / "development", "--db", "any.sqlite", "--reader", "en_core_web_sm")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_an_evaluation_reads_by_the_reader(pipeline: Path, tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles/news.txt").write_text(NEWS, encoding="utf-8")
    gold = {"doc_name": "news.txt", "people": [{"canonical_name": "Velislava Harketova"}]}
    (tmp_path / "gold/news.txt.json").write_text(json.dumps(gold), encoding="utf-8")
    found = {}
    for reader in ("rules", pipeline):
        result = run("evaluate", "--gold", tmp_path, "--reader", reader, "--json")
        assert result.exit_code == 0, result.stderr
        found[reader] = json.loads(result.stdout)
    assert found["rules"] != found[pipeline]


def test_rows_of_another_reader_are_stale(pipeline: Path, make_seeded: Maker, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text(NEWS, encoding="utf-8")
    url = make_seeded("sqlite")
    assert ingest([file], url).loaded == 1
    assert _rows(url) == ([], [])
    assert ingest([file], url, reader=str(pipeline)).loaded == 1
    assert _rows(url) == ([("Velislava Harketova", "ner", 0.6)], [("Lindholt Reindeer Institute", True)])
    assert ingest([file], url, reader=str(pipeline)).unchanged == 1
    assert ingest([file], url).loaded == 1
    assert _rows(url) == ([], [])


def _rows(url: str) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Persons that were seen, and organizations that no reference table has."""
    with reading(url) as connection:
        people = connection.execute(sql("SELECT name, rule, confidence FROM person_references")).all()
        actors = connection.execute(sql("SELECT name, provisional FROM actors WHERE provisional")).all()
    return [tuple(row) for row in people], [(name, bool(provisional)) for name, provisional in actors]
