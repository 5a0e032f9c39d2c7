"""Texts are cut as spaCy's tokenizer cuts them, though it is asked only for runs that have not been seen."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract import cutting
from etl.extract.pipeline import build_pipeline
from etl.extract.tokens import Tokens
from etl.extract.wordlists import WordList

TEXTS = [
    "U.S.-China ties, he can't say; cannot, will not. Mr. Ilves's pier (3.5km, $4m) isn't open.",
    "Zofia–Marek talks:\n\nQ. Why?\r\n A. (laughs): we, uh, don't.\u00a0 \t See https://ports.example/otters, p.m.",
    "“Ö, é, ñ.” No. I. said Mr. X. etc., e.g., gonna. 'Tis Ph.D., A.B. and C; and/or 5pm.",
    "Ye. Tulegen met Ts.Oyun, Yu.A. Sarsen and Kh. Dzh. Amir. Yes.No, Dz., and Sh.",
    " \n\n Once more\u2028Once more ",
]
RUNS = st.sampled_from(
    ["pier", "Pier", "I", "cannot", "etc", "don't", "U.S", "No", "é", "ß", "3", "a", "km", "-", "–", ",", ".", "(", "“", "'s"]
)


def _spacy_words(text: str) -> list[tuple[str, int]]:
    return [(token.text, token.idx) for token in build_pipeline().make_doc(text) if not token.text.isspace()]


@pytest.mark.parametrize("text", TEXTS)
def test_as_the_tokenizer_cuts(text: str) -> None:
    tokens = Tokens.from_text(text)
    assert list(zip(tokens.words, tokens.starts, strict=True)) == _spacy_words(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


@given(st.lists(RUNS, max_size=5).map("".join))
def test_any_run_as_the_tokenizer_cuts_it(run: str) -> None:
    assert Tokens.from_text(run).words == [word for word, _ in _spacy_words(run)]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "_KEPT", 40)
    cuts = cutting.Cuts()
    runs = [f"pier-{letter}t" for letter in ascii_lowercase]
    assert all(tuple(word for word, *_ in cuts[run] or ()) == tuple(run.partition("-")) for run in runs)
    assert sum(map(len, cuts)) <= 40 + len(runs[-1])


def test_newlines_before_a_token_and_capitals() -> None:
    tokens = Tokens.from_text("\nThe pier\n \n\nOf Öland don’t\nX")
    assert tokens.breaks == [1, 0, 2, 0, 0, 0, 1]
    assert tokens.capitalized == [True, False, True, True, False, False, True]
    assert tokens.lower == ["the", "pier", "of", "öland", "do", "n't", "x"]


def test_where_words_stand_also_those_of_a_list_that_is_made_later() -> None:
    tokens = Tokens.from_text("Otters, 3 piers.\n\nUS otters tell us of 12 Otters.")
    words, written, figures = WordList({"otters", "piers"}), WordList(written={"US", "Otters"}), WordList(form=str.isdigit)
    for read in (tokens, Tokens.from_text(tokens.text)):
        assert [read.words[index] for index in read.where(words)] == ["Otters", "piers", "otters", "Otters"]
        assert [read.words[index] for index in read.where(written)] == ["Otters", "US", "Otters"]
        assert [read.words[index] for index in read.where(figures)] == ["3", "12"]
        assert read.where_within(words, 5, len(read)) == read.where(words)[2:]


@pytest.mark.parametrize("run", ["(" * 5000, "a.b" * 3000, "\u00a0".join(["pier,"] * 900)])
def test_a_run_longer_than_any_word_is_cut_in_parts_and_nothing_is_lost(run: str) -> None:
    tokens = Tokens.from_text(run)
    assert "".join(tokens.words) == run.replace("\u00a0", "")
    assert [run[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert max(map(len, tokens.words)) <= 400
