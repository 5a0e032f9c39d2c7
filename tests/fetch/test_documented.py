"""The settings of fetching are documented, with their defaults."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

import cli
from etl.config import Http, Sitemap, WebSource

PAGE = Path(cli.__file__).parent / "docs" / "fetching.md"
ROW = re.compile(r"^\| `(\w+)` \| (?:`(.*?)`|none) \|", re.MULTILINE)


def shown(default: object) -> str:
    return default if isinstance(default, str) else json.dumps(default) if default is not None else ""


@pytest.mark.parametrize("model", [Http, WebSource])
def test_every_setting_with_its_default(model: type[BaseModel]) -> None:
    fields = {name: field for name, field in model.model_fields.items() if name in Http.model_fields or name in WebSource.__annotations__}
    documented = dict(ROW.findall(PAGE.read_text(encoding="utf-8")))
    assert {name: documented.get(name) for name in fields} == {name: shown(field.default) for name, field in fields.items()}
    assert set(documented) <= {*Http.model_fields, *Sitemap.model_fields, "feed", "pages"}
