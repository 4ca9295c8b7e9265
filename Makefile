# Every target works on a fresh machine with Python 3.11 or newer and make; `.venv` is made on the way.
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

help: ## what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# $PYTHON, else python3.11 or newer, else python3: the first that runs and is new enough.
$(READY): requirements.lock pyproject.toml
	@set -e; for python in "$$PYTHON" python3.11 python3.12 python3.13 python3.14 python3; do \
	  [ -n "$$python" ] || continue; \
	  if "$$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found="$$python"; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "error: no Python 3.11 or newer found" >&2; echo "hint: name one, as in: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }; \
	echo "setting up $(VENV) with $$($$found --version)" >&2; \
	"$$found" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $(READY)

setup: $(READY) ## make .venv with everything pinned; after it .venv/bin/standoff is the command

demo: $(READY) ## read the shipped pages and print the brief
	@$(BIN)/standoff demo

serve: $(READY) ## the demo's record as a web page
	@$(BIN)/standoff demo --quiet
	@$(BIN)/standoff serve --record standoff-demo-kaesong.db --open

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/python -m pytest

gate: $(READY)
	$(BIN)/python gate/run.py

test: lint types tests gate ## lint, types, tests with doc examples, the floors of gate/

validators: $(READY) ## what two tests of exports need besides: followthemoney (built with ICU) and Datasette
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-validators.lock

bench: $(READY) ## speed and memory as ratios against peers in the same run
	$(BIN)/python -m benchmarks

lock: $(READY) ## pin the dependencies anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev --extra parquet --extra pandas --extra pdf pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group validators --constraint requirements.lock pyproject.toml -o requirements-validators.lock

.PHONY: help setup demo serve lint types tests gate test validators bench lock
