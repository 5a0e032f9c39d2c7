"""Reference facts: who can act, under which names; places, people, offices and initiatives. Loaded from `seeds/`, widened by articles."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, MappedColumn, mapped_column

from models import vocabularies as words
from models.base import Base, dated, key, ref, word


def source() -> MappedColumn[str | None]:
    """Return the column that says where a reviewed fact was taken from."""
    return mapped_column(comment="Where the fact was taken from (ISO 3166-1, UN M49, official site, …); empty for what articles brought.")


def provisional() -> MappedColumn[bool]:
    """Return the column that separates what articles brought from what was reviewed."""
    return mapped_column(comment="True when the row was found in articles and is not in the reviewed seeds.")


class Actor(Base):
    """A state or an organization: whoever can meet, claim and be claimed about."""

    __tablename__ = "actors"
    __table_args__ = (
        UniqueConstraint("kind", "name"),
        {"comment": "Whoever can act. The details of each are in states or in organizations, under the same key."},
    )

    id: Mapped[int] = key("actor, kind, name")
    kind: Mapped[str] = word("kind", words.ACTOR_KINDS, "Which of the two kinds of actor this is.")
    name: Mapped[str] = mapped_column(
        index=True, comment="How the views show the actor: a state's ISO 3166-1 alpha-2 code, an organization's canonical name."
    )
    provisional: Mapped[bool] = provisional()
    source: Mapped[str | None] = source()


class State(Base):
    """A state (or territory with an ISO code)."""

    __tablename__ = "states"
    __table_args__ = (
        UniqueConstraint("alpha2"),
        UniqueConstraint("alpha3"),
        {"comment": "States and territories with an ISO 3166-1 code: the details of actors of kind state."},
    )

    actor_id: Mapped[int] = ref("actors.id", "The actor that this state is.", key=True, ondelete="CASCADE")
    alpha2: Mapped[str] = mapped_column(
        CheckConstraint("length(alpha2) = 2", name="alpha2"), comment="ISO 3166-1 alpha-2 code; the same as the actor's name."
    )
    alpha3: Mapped[str | None] = mapped_column(CheckConstraint("length(alpha3) = 3", name="alpha3"), comment="ISO 3166-1 alpha-3 code.")
    m49: Mapped[str | None] = mapped_column(
        CheckConstraint("length(m49) = 3", name="m49"), comment="UN M49 code, three digits with leading zeros."
    )
    common_name: Mapped[str] = mapped_column(comment="Common short English name, as the press prints it.")
    official_name: Mapped[str | None] = mapped_column(comment="Official English name.")
    region: Mapped[str | None] = mapped_column(comment="UN geographic region or subregion.")
    capital: Mapped[str | None] = mapped_column(comment="Name of the capital in English.")


class Organization(Base):
    """An organization, a state organ, a party, a company."""

    __tablename__ = "organizations"
    __table_args__ = (
        {"comment": "International organizations, state organs, parties, companies: the details of actors of kind organization."},
    )

    actor_id: Mapped[int] = ref("actors.id", "The actor that this organization is.", key=True, ondelete="CASCADE")
    kind: Mapped[str] = word("kind", words.ORGANIZATION_KINDS, "What sort of body this is.", index=True)
    seat: Mapped[str | None] = mapped_column(comment="Town of the headquarters.")
    parent_id: Mapped[int | None] = ref("actors.id", "The state or organization that it belongs to.", nullable=True)


class ActorName(Base):
    """A name under which articles speak of an actor."""

    __tablename__ = "actor_names"
    __table_args__ = (
        UniqueConstraint("actor_id", "kind", "name", "language"),
        {"comment": "Names of actors: full and short names, demonyms (Uzbek), metonyms (Tashkent), acronyms, former names."},
    )

    id: Mapped[int] = key("actor_name, actor, kind, name, language")
    actor_id: Mapped[int] = ref("actors.id", "Whose name this is.", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(index=True, comment="The name as it stands in texts.")
    kind: Mapped[str] = word("kind", words.ACTOR_NAME_KINDS, "What sort of name this is.")
    language: Mapped[str] = mapped_column(comment="ISO 639-1 code of the language that the name is in.")
    source: Mapped[str | None] = source()


class Place(Base):
    """A place where meetings are held and articles are datelined."""

    __tablename__ = "places"
    __table_args__ = (
        UniqueConstraint("state_id", "kind", "name"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates"),
        {"comment": "Places: capitals, cities, regions and venues."},
    )

    id: Mapped[int] = key("place, state, kind, name")
    name: Mapped[str] = mapped_column(index=True, comment="Canonical English name.")
    state_id: Mapped[int | None] = ref("states.actor_id", "The state that it lies in.", nullable=True)
    kind: Mapped[str] = word("kind", words.PLACE_KINDS, "What sort of place this is.")
    latitude: Mapped[float | None] = mapped_column(
        CheckConstraint("latitude >= -90 AND latitude <= 90", name="latitude"), comment="Degrees north (WGS 84)."
    )
    longitude: Mapped[float | None] = mapped_column(
        CheckConstraint("longitude >= -180 AND longitude <= 180", name="longitude"), comment="Degrees east (WGS 84)."
    )
    source: Mapped[str | None] = source()


class PlaceName(Base):
    """Another name of a place."""

    __tablename__ = "place_names"
    __table_args__ = (UniqueConstraint("place_id", "name"), {"comment": "Other names and spellings of places."})

    id: Mapped[int] = key("place_name, place, name")
    place_id: Mapped[int] = ref("places.id", "Whose name this is.", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(index=True, comment="The name as it stands in texts.")


class Person(Base):
    """A person, as the world knows them."""

    __tablename__ = "people"
    __table_args__ = ({"comment": "People: those of the reviewed seeds, and those that resolving made of what articles say."},)

    id: Mapped[int] = key("person, name for the seeds; otherwise person, folded name, actor")
    name: Mapped[str] = mapped_column(index=True, comment="Canonical name, as the English press prints it.")
    family_name: Mapped[str | None] = mapped_column(index=True, comment="Family name, whichever end of the name it stands at.")
    gender: Mapped[str | None] = word("gender", words.GENDERS, "Grammatical gender in English texts; empty when unknown.", nullable=True)
    actor_id: Mapped[int | None] = ref(
        "actors.id", "The state or organization that the person is chiefly known to stand for.", nullable=True
    )
    provisional: Mapped[bool] = provisional()
    source: Mapped[str | None] = source()


class PersonName(Base):
    """Another name or spelling of a person."""

    __tablename__ = "person_names"
    __table_args__ = (UniqueConstraint("person_id", "name"), {"comment": "Other names and spellings of people (Zhaparov for Japarov)."})

    id: Mapped[int] = key("person_name, person, name")
    person_id: Mapped[int] = ref("people.id", "Whose name this is.", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(index=True, comment="The name as it stands in texts.")
    kind: Mapped[str] = word("kind", words.PERSON_NAME_KINDS, "What sort of name this is.")
    source: Mapped[str | None] = source()


class Office(Base):
    """A person's term in an office."""

    __tablename__ = "offices"
    __table_args__ = (
        dated("valid_from", "valid_from_precision"),
        dated("valid_until", "valid_until_precision"),
        CheckConstraint("valid_until >= valid_from", name="term"),
        {"comment": "Who held which office, and when: dated terms of the reviewed seeds, and what resolving adds from articles."},
    )

    id: Mapped[int] = key("office, person, title, actor, valid_from")
    person_id: Mapped[int] = ref("people.id", "Who holds the office.", ondelete="CASCADE")
    title: Mapped[str] = mapped_column(comment="Title of the office in English.")
    kind: Mapped[str] = word("kind", words.OFFICE_KINDS, "Which office this is, whatever its local title.", index=True)
    actor_id: Mapped[int | None] = ref("actors.id", "The state or organization that the office belongs to.", nullable=True)
    valid_from: Mapped[date | None] = mapped_column(comment="First day of the term, or of the month or year that it began in.")
    valid_from_precision: Mapped[str] = word("valid_from_precision", words.DATE_PRECISIONS, "How exactly the beginning is known.")
    valid_until: Mapped[date | None] = mapped_column(
        comment="Last day of the term, or first day of the month or year that it ended in; empty while it lasts or when unknown."
    )
    valid_until_precision: Mapped[str] = word("valid_until_precision", words.DATE_PRECISIONS, "How exactly the end is known.")
    known_by: Mapped[str] = word("known_by", words.OFFICE_KNOWN_BY, "How the term is known.")
    source: Mapped[str | None] = source()


class Initiative(Base):
    """A programme, principle, mechanism or event that states speak for and against."""

    __tablename__ = "initiatives"
    __table_args__ = (
        UniqueConstraint("name"),
        {"comment": "Initiatives, programmes, principles, mechanisms and events that claims are about."},
    )

    id: Mapped[int] = key("initiative, name")
    name: Mapped[str] = mapped_column(comment="Canonical English name.")
    kind: Mapped[str] = word("kind", words.INITIATIVE_KINDS, "What sort of initiative this is.", index=True)
    parent_id: Mapped[int | None] = ref("initiatives.id", "The wider initiative that it belongs to.", nullable=True)
    provisional: Mapped[bool] = provisional()
    source: Mapped[str | None] = source()


class InitiativeProposer(Base):
    """An actor that put an initiative forward."""

    __tablename__ = "initiative_proposers"
    __table_args__ = ({"comment": "Which actors put an initiative forward."},)

    initiative_id: Mapped[int] = ref("initiatives.id", "What was put forward.", key=True, ondelete="CASCADE")
    actor_id: Mapped[int] = ref("actors.id", "Who put it forward.", key=True, index=True)


class InitiativeName(Base):
    """A name under which articles speak of an initiative."""

    __tablename__ = "initiative_names"
    __table_args__ = (
        UniqueConstraint("initiative_id", "name"),
        {"comment": "Names of initiatives: full and short names, acronyms, variants."},
    )

    id: Mapped[int] = key("initiative_name, initiative, name")
    initiative_id: Mapped[int] = ref("initiatives.id", "Whose name this is.", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(index=True, comment="The name as it stands in texts.")
    kind: Mapped[str] = word("kind", words.INITIATIVE_NAME_KINDS, "What sort of name this is.")
    source: Mapped[str | None] = source()


class Topic(Base):
    """A subject that claims are about: one of a closed list."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("name"), {"comment": "The subjects that claims are told apart by: a closed list, reviewed."})

    id: Mapped[int] = key("topic, name")
    name: Mapped[str] = mapped_column(comment="Name of the topic, as the views show it.")
    definition: Mapped[str] = mapped_column(comment="What belongs to the topic, in a sentence.")
    source: Mapped[str | None] = source()
