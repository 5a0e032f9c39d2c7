"""Settings of the nightly job, from a file and the environment, validated before anything runs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from etl.config.sources import Source
from etl.errors import ConfigError

CONFIG_FILE = Path("communique.toml")


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Job(_Section):
    """How a night runs."""

    batch_size: int = Field(default=50, ge=1, le=10_000, description="Documents in one transaction.")
    workers: int = Field(default=1, ge=1, le=256, description="Processes that extract.")
    seconds_per_document: float = Field(default=60.0, gt=0, description="A document that takes longer is quarantined.")
    megabytes_per_worker: int = Field(default=2000, ge=300, description="A worker that needs more loses its document to the quarantine.")
    reader: str = "rules"


class Http(_Section):
    """How sources are asked over HTTP."""

    user_agent: str = Field(default="communique/0.1 (news reader; no contact given)", min_length=1, description="Name one can write to.")
    seconds_to_connect: float = Field(default=10.0, gt=0)
    seconds_to_answer: float = Field(default=60.0, gt=0, description="For a whole answer, however slowly it drips.")
    megabytes: float = Field(default=20.0, gt=0, description="A larger answer is refused.")
    retries: int = Field(default=4, ge=0, le=20, description="After 429, 5xx and broken connections; Retry-After counts.")
    longest_wait: float = Field(default=120.0, ge=0, description="Seconds; a longer Retry-After leaves the source for the next night.")
    redirects: int = Field(default=5, ge=0, le=20)
    proxy: str | None = Field(
        default=None,
        pattern=r"^https?://",
        description="Ask through it; it then resolves names, so they may lead into private networks. HTTP_PROXY is not looked at.",
    )


class Notify(_Section):
    """Whom a run's summary is sent to, by apprise: mailto://…, slack://…, json://… and many more."""

    urls: tuple[str, ...] = ()
    only_when: tuple[str, ...] = Field(default=(), description="Run statuses that are told; empty: all.")


class Metrics(_Section):
    """A text file for node-exporter's textfile collector."""

    file: Path | None = None


class Settings(BaseSettings):
    """All of `communique.toml`. The environment wins: COMMUNIQUE_JOB__WORKERS=2."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, env_prefix="COMMUNIQUE_", env_nested_delimiter="__")

    database_url: str = "communique.sqlite"
    job: Job = Job()
    http: Http = Http()
    notify: Notify = Notify()
    metrics: Metrics = Metrics()
    sources: tuple[Source, ...] = ()

    @field_validator("sources")
    @classmethod
    def _names_differ(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        names = [source.name for source in sources]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two sources are called {', '.join(twice)}")
        return sources

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is the base class's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before file; nothing else is looked at."""
        return env_settings, init_settings


def load_settings(file: Path = CONFIG_FILE, *, needed: bool = True) -> Settings:
    """Return the settings of a file. Relative paths in it are meant from where the file is. One that is not `needed` may be missing.

    Raises ConfigError, naming the file, the place in it and the reason, when it is missing, no TOML, or says what cannot be.
    """
    try:
        said: dict[str, Any] = TomlConfigSettingsSource(Settings, toml_file=file)() if file.is_file() else _missing(file, needed)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}") from error
    try:
        return _from_its_folder(Settings(**said), file.parent)
    except ValidationError as error:
        lines = [f"{'.'.join(str(part) for part in one['loc']) or 'the file'}: {one['msg']}" for one in error.errors()]
        raise ConfigError(f"{file} says what cannot be:\n  " + "\n  ".join(lines)) from error


def _missing(file: Path, needed: bool) -> dict[str, Any]:
    if not needed:
        return {}
    raise ConfigError(f"there is no {file}: write one (docs/nightly.md shows how), or name another with --config")


def _from_its_folder(settings: Settings, folder: Path) -> Settings:
    def found(source: Source) -> Source:
        if source.kind == "files":
            return source.model_copy(update={"paths": tuple(path if "://" in path else str(folder / path) for path in source.paths)})
        if source.kind == "pages" and source.file:
            return source.model_copy(update={"file": str(folder / source.file)})
        return source

    return settings.model_copy(update={"sources": tuple(map(found, settings.sources))})
