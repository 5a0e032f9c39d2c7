# Needs a Python from 3.11 on and nothing else: everything is installed into .venv, by the first command that needs it.
PYTHON ?= python3
VENV ?= .venv
DEMO_DB ?= demo.sqlite
# What `make demo` reads: `make demo ARTICLES="articles/*.html"` reads yours.
ARTICLES ?= --samples
# Where `make test-bi` puts its pictures: those of the documentation are made with PICTURES=docs/pictures.
PICTURES ?= build/pictures

# What `make bench` measures: the last of the stores is the one that is asked the documented questions; 100,000 articles take hours.
BENCH_SIZES ?= 1000 10000 50000
BENCH_STORES ?= 10000 100000
CORPUS ?=
BENCH_CORPUS := $(if $(CORPUS),--corpus $(CORPUS))

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-bi test-consumers test-crashes test-recipes lint install-dev docs golden calibrate bench compiled pure constraints

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## read the sample articles into demo.sqlite and show the meetings
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	$(BIN)/communique ingest $(ARTICLES) --db $(DEMO_DB)
	$(BIN)/communique meetings --db $(DEMO_DB)
	@echo "communique is installed in $(BIN); what it read is in $(DEMO_DB)"

test-crashes: $(VENV)/.installed-dev ## kill the nightly job 100 times on each database and compare what is left: some twenty minutes
	COMMUNIQUE_CRASHES=100 $(BIN)/python -m pytest -s tests/nightly/test_crashes.py

test-consumers: $(VENV)/.installed-dev ## open what is exported with DuckDB, pandas, polars, FollowTheMoney and others, installed apart into .venv/consumers
	$(PYTHON) -m venv $(VENV)/consumers
	$(VENV)/consumers/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/consumers/requirements.txt
	COMMUNIQUE_CONSUMERS=$(VENV)/consumers/bin/python $(BIN)/python -m pytest tests/consumers

test-bi: $(VENV)/.installed-dev ## import the dashboards into a real Superset, installed apart into .venv/superset, ask every chart, look in Chromium: some five minutes
	$(PYTHON) -m venv $(VENV)/superset
	$(VENV)/superset/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/bi/requirements.txt
	COMMUNIQUE_SUPERSET=$(abspath $(VENV)/superset/bin) COMMUNIQUE_PICTURES=$(abspath $(PICTURES)) $(BIN)/python -m pytest tests/bi

test-recipes: $(VENV)/.installed-dev ## run the recipes for Airflow and Dagster in these, installed apart into .venv/airflow and .venv/dagster
	$(PYTHON) -m venv $(VENV)/airflow
	$(VENV)/airflow/bin/python -m pip install --quiet --disable-pip-version-check 'apache-airflow>=3.0,<4'
	$(PYTHON) -m venv $(VENV)/dagster
	$(VENV)/dagster/bin/python -m pip install --quiet --disable-pip-version-check 'dagster>=1.11,<2'
	COMMUNIQUE_AIRFLOW=$(abspath $(VENV)/airflow/bin/airflow) COMMUNIQUE_DAGSTER=$(abspath $(VENV)/dagster/bin/dagster) \
		$(BIN)/python -m pytest tests/nightly/test_recipes.py

test: lint ## lint, types, and all tests (migrations and schema drift on SQLite and Postgres among them), as many at once as there are processors
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.installed-dev ## ruff and strict mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

install-dev: $(VENV)/.installed-dev ## install the program and what its tests need into .venv

.PHONY: site test-new-user
site: $(VENV)/.installed-dev ## build the documentation as a site, into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet
	@echo "the site begins at build/site/index.html"

test-new-user: $(VENV)/.installed-dev ## do what the tutorial says in a fresh clone and an empty environment, from the package index: some minutes
	COMMUNIQUE_NEW_USER=1 $(BIN)/python -m pytest tests/test_walkthrough.py -k new_user

docs: $(VENV)/.installed-dev ## write anew what the documentation takes from the program: data dictionary, commands, what pages show of its output
	$(BIN)/python docs/generate.py

golden: $(VENV)/.installed-dev ## write the golden files of the sample articles anew; then review what changed
	$(BIN)/python -m tests.golden

calibrate: $(VENV)/.installed-dev ## fit the confidence of rows to the development gold anew
	$(BIN)/python -m bench.calibrate

bench: $(VENV)/.installed-dev ## all benchmarks, each a table and JSON; CORPUS=PATH takes articles of yours, BENCH_SIZES and BENCH_STORES other sizes
	$(BIN)/python -m bench.extract $(BENCH_CORPUS)
	$(BIN)/python -m bench.load $(BENCH_CORPUS)
	$(BIN)/python -m bench.end_to_end --sizes $(BENCH_SIZES) $(BENCH_CORPUS)
	mkdir -p build/bench
	rm -f build/bench/store.sqlite*
	$(BIN)/python -m bench.resolve --stores $(BENCH_STORES) --db build/bench/store.sqlite $(BENCH_CORPUS)
	$(BIN)/python -m bench.query build/bench/store.sqlite

compiled: $(VENV)/.installed-dev pure ## compile the extractor where it stands, twice as fast: needs GCC and some ten minutes, and must be repeated after a change
	COMMUNIQUE_COMPILE=counting $(BIN)/python setup.py --quiet build_ext --inplace
	$(BIN)/python -m bench.extract --articles 300 --json > build/counting.json
	COMMUNIQUE_COMPILE=counted $(BIN)/python setup.py --quiet build_ext --inplace --force

pure: ## take away what `make compiled` made: the program is pure Python again
	rm -rf build communique__mypyc.*.so
	find etl -name '*.so' -delete

constraints: ## write constraints.txt anew: the newest versions that pyproject.toml allows
	rm -rf build/constraints
	$(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	head -n 1 constraints.txt > build/constraints.txt
	build/constraints/bin/python -m pip freeze --all --exclude pip --exclude-editable >> build/constraints.txt
	mv build/constraints.txt constraints.txt
	rm -rf build/constraints

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "communique needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + "; try: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable '.[dev]'
	@touch $(VENV)/.installed $@
