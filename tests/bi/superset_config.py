"""Settings of the Superset that the tests start: everything in one folder, SQLite allowed, nobody else may come in."""

import os
from pathlib import Path

HOME = Path(os.environ["COMMUNIQUE_SUPERSET_HOME"])
SECRET_KEY = "for the tests alone, which listen on this machine"
SQLALCHEMY_DATABASE_URI = f"sqlite:///{HOME / 'superset.db'}"
PREVENT_UNSAFE_DB_CONNECTIONS = False
TALISMAN_ENABLED = False
RATELIMIT_ENABLED = False
AUTH_RATE_LIMITED = False
