# `make` lists what can be made. Everything installs into .venv; PYTHON names the Python that makes it.
.POSIX:
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.NOTPARALLEL:
SHELL := /bin/sh

PYTHON ?= python3
UV := uv==0.13.9
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
APP_INSTALLED := $(VENV)/.requirements
DEV_INSTALLED := $(VENV)/.requirements-dev
MUTANTS_INSTALLED := $(VENV)/.requirements-mutants
BENCH := .venv-bench
BENCH_INSTALLED := $(BENCH)/.requirements-bench
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --upgrade --quiet --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
# The quick profile tries a quarter of the examples that `make test` tries (tests/conftest.py).
# Unit tests are all but those that open pages (AppTest in tests/pages and tests/test_golden.py, Chromium in
# tests/browser) or start a server to attack it (tests/security). Of them the quick part leaves out those marked slow
# and those that ask the served API and pages (tests/routes).
UNIT := tests --ignore=tests/pages --ignore=tests/test_golden.py --ignore=tests/browser --ignore=tests/security
QUICK_UNIT := $(UNIT) --ignore=tests/routes -m 'not slow'
# A module is a turn, taken in the order of tests/conftest.py by whichever of two processes is free: what a module sets
# up, and the cache of its browser, serve all of it.
PYTEST := $(BIN)/python -m pytest -q -n 2 --durations=15
TURNS := --dist loadscope --no-loadscope-reorder
# Tests are compiled for their asserts, and servers are started many times: what is compiled is kept, whatever the
# environment says.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run serve test check check-format lint types check-data unit-tests all-tests browser-tests format lock audit documents-check golden links rooms citation needs symbols shots bench mutants release clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: $(APP_INSTALLED) ## start the app on http://localhost:8501 (PORT=...)
	@echo "The app starts on http://localhost:$${PORT:-8501}"
	@exec $(BIN)/streamlit run server.py --server.headless true --server.port "$${PORT:-8501}"

serve: $(APP_INSTALLED) ## several processes behind nginx on http://localhost:8501 (REPLICAS=2 PORT=...)
	@exec $(BIN)/python -m deploy --replicas "$${REPLICAS:-2}" --port "$${PORT:-8501}"

test: check-format lint types check-data all-tests ## all of it: format, lint, types, data, unit, page and browser tests

# The tables are checked while the tests run: two processes and one, on two cores. What either says is seen, and a
# failure of either fails.
check: check-format lint types ## the quick part of test, without pages and browser
	@$(MAKE) --no-print-directory check-data & tables=$$!; \
	$(MAKE) --no-print-directory unit-tests; tests=$$?; wait $$tables && exit $$tests

check-format: $(DEV_INSTALLED)
	$(BIN)/ruff format --check .

lint: $(DEV_INSTALLED) ## lint alone
	$(BIN)/ruff check .

types: $(DEV_INSTALLED) ## types alone
	$(BIN)/mypy

check-data: $(DEV_INSTALLED) ## the published tables against their rules
	$(BIN)/python -m data check

unit-tests: $(DEV_INSTALLED)
	$(PYTEST) $(TURNS) --hypothesis-profile=quick $(QUICK_UNIT)

all-tests: $(DEV_INSTALLED)
	$(PYTEST) $(TURNS) tests

browser-tests: $(DEV_INSTALLED) ## browser tests alone (CHROMIUM=...)
	$(PYTEST) $(TURNS) tests/browser

format: $(DEV_INSTALLED) ## put every file in the one format
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

shots: $(DEV_INSTALLED) ## pictures of every page in shots/, and the guide in docs/ with a page a screen
	$(BIN)/python -m tools.shots
	$(BIN)/python -m tools.guide

audit: $(DEV_INSTALLED) ## known holes, bill of materials and licences of the app's packages, in audit/ (asks PyPI)
	@$(BIN)/python -m tools.audit

documents-check: $(DEV_INSTALLED) ## the brief in every format, each page as a picture to look at, in shots/documents/ (needs LibreOffice)
	@$(BIN)/python -m tools.documents

golden: $(DEV_INSTALLED) ## write anew what tests/golden/ records of pages and answers (a change needs a line in CHANGELOG.md)
	$(BIN)/python -m tools.golden

links: $(DEV_INSTALLED) ## write docs/links.md anew: every parameter and address
	$(BIN)/python -m tools.links

rooms: $(DEV_INSTALLED) ## write the list of rooms in docs/architecture.md anew
	$(BIN)/python -m tools.rooms

citation: $(DEV_INSTALLED) ## write CITATION.cff anew from what the tables' descriptor says of itself
	$(BIN)/python -m tools.citation

needs: $(DEV_INSTALLED) ## write anew which tables and columns the code needs (data/package/declaration/needs.json)
	$(BIN)/python -m tools.needs

symbols: $(DEV_INSTALLED) ## draw the symbols of the map anew (static/symbols.svg and .json)
	$(BIN)/python -m tools.symbols

bench: $(DEV_INSTALLED) $(BENCH_INSTALLED) ## how long readers wait beside other frameworks, in README and bench/results.json (QUICK=1: a minute, nothing written)
	@$(BIN)/python -m bench $${QUICK:+--quick}

# From nothing each time: what mutmut kept of an earlier run it would not judge by tests that have changed since.
mutants: $(MUTANTS_INSTALLED) ## how many small faults in four modules the tests find (a table; less than 80 % fails it)
	@rm -rf mutants
	@$(BIN)/mutmut run --max-children 2
	@$(BIN)/mutmut results --all true | $(BIN)/python -m tools.mutants

release: $(DEV_INSTALLED) ## freeze the tables as a data release (VERSION=2026-11-24)
	@$(BIN)/python -m data release '$(VERSION)'
	@$(BIN)/python -m tools.citation

lock: $(BIN)/python ## pin the newest releases that pyproject.toml allows
	$(PIP) install '$(UV)'
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(COMPILE) --extra bench -c requirements-dev.txt pyproject.toml -o requirements-bench.txt
	$(COMPILE) --extra mutants -c requirements-dev.txt pyproject.toml -o requirements-mutants.txt

clean: ## remove .venv, caches, pictures and mutants
	rm -rf $(VENV) $(BENCH) .mypy_cache .ruff_cache .pytest_cache .hypothesis audit shots mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(APP_INSTALLED): requirements.txt | $(BIN)/python
	@echo "Installing requirements.txt into $(VENV) (once)"
	@$(PIP) install --no-warn-script-location -r requirements.txt
	@touch $@

# The development lock holds the app's lock at the same versions, so one install is enough for both.
$(DEV_INSTALLED): requirements-dev.txt | $(BIN)/python
	@echo "Installing requirements-dev.txt into $(VENV) (once)"
	@$(PIP) install --no-warn-script-location -r requirements-dev.txt
	@touch $(APP_INSTALLED) $@

# In an environment of its own, so that no package that is only measured comes into that of the app.
$(BENCH_INSTALLED): requirements-bench.txt $(BIN)/python
	@echo "Installing requirements-bench.txt into $(BENCH) (once)"
	@$(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet install --no-warn-script-location -r requirements-bench.txt
	@touch $@

# Beside the development lock, at the same versions, as `make mutants` alone needs it.
$(MUTANTS_INSTALLED): requirements-mutants.txt $(DEV_INSTALLED)
	@echo "Installing requirements-mutants.txt into $(VENV) (once)"
	@$(PIP) install --no-warn-script-location -r requirements-mutants.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer with its venv module is needed, and '$(PYTHON)' is not that: install python3 and" \
			"python3-venv (Debian, Ubuntu) or Python from python.org, or name another one: make run PYTHON=python3.12" >&2; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV)
