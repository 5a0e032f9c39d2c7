"""A trained spaCy pipeline as a reader: loaded, checked for what reading needs, asked for each article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import spacy
from spacy.language import Language

from etl.errors import ReaderError
from etl.extract.layers import Annotations
from etl.extract.readers.aligning import ORGANIZATION, PERSON, SUBJECT, annotations_of
from etl.extract.sentences import is_hard_wrapped
from etl.extract.tokens import Tokens

_UNREAD = ("lemmatizer",)
"""Components whose work nobody here would look at."""
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """A spaCy pipeline with a parser and an entity recognizer."""

    name: str
    version: str
    nlp: Language

    def annotate(self, tokens: Tokens) -> Annotations:
        """Entities, subjects and clauses as the pipeline sees them."""
        text = _LINE_BREAK.sub(" ", tokens.text) if is_hard_wrapped(tokens.text) else tokens.text
        with self.nlp.memory_zone():  # or its vocabulary would grow with every article
            return annotations_of(self.nlp(text), tokens)


def load_trained(name: str) -> TrainedReader:
    """Load a pipeline by the name of its package or by its folder. Raises ReaderError when it is not there or cannot be used."""
    if not spacy.util.is_package(name) and not Path(name).is_dir():
        raise ReaderError(
            f'there is no reader "{name}": it is neither "rules" nor an installed spaCy pipeline nor the folder of one; '
            "install the pipeline or name another"
        )
    try:
        nlp = spacy.load(name, exclude=_UNREAD)
    except Exception as error:  # whatever a package's own code raises
        said = str(error).strip().splitlines()
        raise ReaderError(f'the spaCy pipeline "{name}" cannot be loaded: {said[0] if said else type(error).__name__}') from error
    _check(name, nlp)
    return TrainedReader(name, _version(nlp), nlp)


def _check(name: str, nlp: Language) -> None:
    """Raise ReaderError when a pipeline lacks a parser or an entity recognizer, or they speak of other things than are wanted here."""
    if nlp.lang != "en":
        raise ReaderError(f'the spaCy pipeline "{name}" reads "{nlp.lang}", and articles are read in English: name one for "en"')
    for what, attribute, wanted in (
        ("parser", "token.dep", SUBJECT),
        ("entity recognizer", "doc.ents", PERSON | ORGANIZATION),
    ):
        makers = [pipe for pipe in nlp.pipe_names if attribute in nlp.get_pipe_meta(pipe).assigns]
        if not makers:
            has = ", ".join(nlp.pipe_names) or "nothing"
            raise ReaderError(f'the spaCy pipeline "{name}" has no {what} (it has: {has}): name one with a parser and an entity recognizer')
        labels = {label for pipe in makers for label in nlp.pipe_labels.get(pipe, ())}
        if not labels & wanted:
            raise ReaderError(f'the {what} of the spaCy pipeline "{name}" knows none of {", ".join(sorted(wanted))}: name another pipeline')


def _version(nlp: Language) -> str:
    """Name, version and a hash of the pipeline's files: one that was trained anew under its old name is another."""
    digest = blake2b(digest_size=6)
    for path in sorted(path for path in nlp.path.rglob("*") if path.is_file()) if nlp.path else ():
        digest.update(path.relative_to(nlp.path).as_posix().encode())
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}-{digest.hexdigest()}"
