"""Gold that can be used, and what is said of gold that cannot."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from etl.evaluate import GoldError, read_gold
from etl.evaluate.attribution_gold import read_attribution_gold

DOCUMENT: dict[str, Any] = {
    "doc_name": "quay.txt",
    "claims": [{"start": 10, "end": 40, "speakers": ["Oda Brekke"], "on_behalf_of": "NO", "act": "pledge", "alt_acts": ["announce"]}],
    "meetings": [
        {"status": "held", "kind": "call", "date": "2019-05", "participants": [{"person": "Oda Brekke", "actor": "NO"}, {"actor": "PE"}]}
    ],
    "people": [{"canonical_name": "Oda Brekke", "actor": "NO"}],
    "states": ["NO"],
}
TEXT: dict[str, Any] = {
    "doc_id": "quay",
    "text": "Brekke said it would rain.",
    "attributions": [{"source": [0, 6, "Brekke"], "cue": [7, 11, "said"], "content": [12, 25, "it would rain"], "type": "indirect"}],
}


def change(row: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """The row with another value at a path such as "claims.0.act"."""
    changed = deepcopy(row)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = changed
    for step in steps:
        place = place[step]
    place[last] = value
    return changed


def write(folder: Path, row: dict[str, Any]) -> Path:
    (folder / "quay.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def test_what_is_left_out_is_not_scored_and_what_is_there_has_defaults(tmp_path: Path) -> None:
    (gold,) = read_gold(write(tmp_path, DOCUMENT))
    assert gold.claims and gold.meetings
    assert (gold.name, gold.articles, gold.claims_scope, gold.initiatives) == ("quay.txt", None, None, None)
    assert (gold.claims[0].speakers, gold.claims[0].acts, gold.claims[0].direct) == ((("Oda Brekke",),), ("pledge", "announce"), False)
    assert (gold.meetings[0].wanted, gold.meetings[0].people, gold.meetings[0].places) == (True, ("Oda Brekke",), ())
    assert gold.meetings[0].actors == {"NO", "PE"}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("doc_name", "", "doc_name: must be a text"),
        ("doc_name", None, "doc_name: is missing"),
        ("claims.0.end", 10, "claims[0].end: must be offsets, the first smaller than the second"),
        ("claims.0.start", "10", "claims[0].end: must be offsets"),
        ("claims.0.act", "declare", "claims[0].act: 'declare' is none of assert, assess"),
        ("claims.0.alt_acts", ["announce", "tell"], "claims[0].alt_acts[1]: 'tell' is none of"),
        ("claims.0.speakers", "Oda Brekke", "claims[0].speakers: must be a list"),
        ("claims.0.speakers", [7], "claims[0].speakers: must be a list of texts"),
        ("claims.0.alt_speakers", ["Oda Brekke"], "claims[0].alt_speakers[0]: must be a list of texts"),
        ("claims.0.alt_speaker", [["Oda"]], 'claims[0].alt_speaker: is not known; is "alt_speakers" meant?'),
        ("claims.0.direct", "yes", "claims[0].direct: must be true or false"),
        ("claims", {}, "claims: must be a list"),
        ("claims.0", 5, "claims[0]: must be an object"),
        ("claims_scope", [[4]], "claims_scope[0]: must be offsets"),
        ("meetings.0.date", "May 2019", "meetings[0].date: 'May 2019' is no date such as"),
        ("meetings.0.status", "over", "meetings[0].status: 'over' is none of held"),
        ("meetings.0.kind", None, "meetings[0].kind: is missing"),
        ("meetings.0.participants", None, "meetings[0].participants: is missing"),
        ("meetings.0.participants.1.actor", 4, "meetings[0].participants[1].actor: must be a text"),
        ("people.0.canonical_name", None, "people[0].canonical_name: is missing"),
        ("states", "NO", "states: must be a list"),
    ],
)
def test_bad_gold_is_told_with_file_and_key(tmp_path: Path, path: str, value: object, said: str) -> None:
    folder = write(tmp_path, change(DOCUMENT, path, value))
    with pytest.raises(GoldError) as error:
        read_gold(folder)
    assert f"{tmp_path / 'quay.json'}: {said}" in str(error.value)


def test_files_that_hold_no_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="it holds no"):
        read_gold(tmp_path)
    write(tmp_path, DOCUMENT)
    (tmp_path / "quay2.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    with pytest.raises(GoldError, match=r'quay2\.json: doc_name: "quay\.txt" is also that of .*quay\.json'):
        read_gold(tmp_path)
    (tmp_path / "quay2.json").write_text('{"doc_name": ', encoding="utf-8")
    with pytest.raises(GoldError, match=r"quay2\.json: not JSON"):
        read_gold(tmp_path)
    (tmp_path / "quay2.json").write_bytes(b"\xff\xfe")
    with pytest.raises(GoldError, match=r"quay2\.json: cannot be read"):
        read_gold(tmp_path)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("text", None, "text: is missing"),
        ("attributions.0.content", None, "attributions[0].content: is missing"),
        ("attributions.0.content", [12, 25], "attributions[0].content: must be [start, end, words]"),
        ("attributions.0.content", [12, 99, "it"], "attributions[0].content: ends at 99, behind the end of the text at 26"),
        ("attributions.0.type", "free", "attributions[0].type: 'free' is none of direct, mixed, indirect"),
        ("attributions.0.content_frags", [[25, 12]], "attributions[0].content_frags[0]: must be offsets"),
        ("attributions.0.source_is_pronoun", 1, "attributions[0].source_is_pronoun: must be true or false"),
    ],
)
def test_bad_attribution_gold_is_told_with_line_and_key(tmp_path: Path, path: str, value: object, said: str) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(f"{json.dumps(change(TEXT, 'doc_id', 'other'))}\n\n{json.dumps(change(TEXT, path, value))}\n", encoding="utf-8")
    with pytest.raises(GoldError) as error:
        read_attribution_gold(file)
    assert str(error.value).startswith(f"{file}:3: {said}")


def test_attribution_gold_is_read(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps(TEXT), encoding="utf-8")
    ((attribution,),) = [text.attributions for text in read_attribution_gold(file)]
    assert (attribution.source, attribution.source_is_pronoun, attribution.parts) == ("Brekke", False, ((12, 25),))
    file.write_text(f"{json.dumps(TEXT)}\n{json.dumps(TEXT)}\n", encoding="utf-8")
    with pytest.raises(GoldError, match='"quay" is there twice'):
        read_attribution_gold(file)
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(GoldError, match="holds no row"):
        read_attribution_gold(file)
