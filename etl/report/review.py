"""Questions to a person on the terminal, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.report.passages import features_line, passage_text, source_of
from etl.report.tables import make_console

if TYPE_CHECKING:
    from etl.decisions import Answer, Doubt, Reviewed

_KEYS: dict[str, Answer] = {"s": "same", "d": "different", "a": "accept", "r": "reject", "k": "skip", "q": "quit"}


def ask_person(doubt: Doubt, number: int, of: int) -> Answer:
    """Show a doubt and return the answer; the end of the input means quit."""
    from rich.padding import Padding
    from rich.text import Text

    from etl.decisions import answers_to

    console = make_console()
    console.print()
    console.print(Text(f"{number} of {of}  {doubt.question}", style="bold"))
    for told in doubt.passages:
        console.print(Padding(Text(source_of(told), style="italic"), (0, 0, 0, 2), expand=False))
        console.print(Padding(passage_text(told), (0, 0, 0, 4), expand=False))
    if doubt.score is not None:
        features = f" ({features_line(doubt.features)})" if doubt.features else ""
        console.print(Text(f"  {'score' if doubt.pair else 'confidence'} {doubt.score:.2f}{features}"))
    for reason in doubt.reasons:
        console.print(Padding(Text(reason), (0, 0, 0, 4), expand=False))
    possible = answers_to(doubt)
    keys = {key: answer for key, answer in _KEYS.items() if answer in possible}
    prompt = ", ".join(f"{key} {answer}" for key, answer in keys.items())
    while True:
        try:
            said = input(f"{prompt}: ").strip().lower()
        except EOFError:
            print()
            return "quit"
        answer = keys.get(said) or next((a for a in possible if a == said), None)
        if answer:
            return answer
        print(f"{said!r} is no answer here")


def print_reviewed(reviewed: Reviewed) -> None:
    """Say what came of a walk."""
    if not reviewed.shown:
        print("nothing is in doubt")
        return
    print(f"{reviewed.answered} of {reviewed.shown} answered, {reviewed.documents} documents read anew")
