# RadPlan Desktop. `make help` lists the commands; `make run` and `make test` do everything on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN_STAMP := $(VENV)/.run-requirements
DEV_STAMP := $(VENV)/.dev-requirements

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench pictures ids lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: $(RUN_STAMP) ## start RadPlan (without a display: print the example's documents)
	@sh packaging/system-packages.sh run
	@$(BIN)/python packaging/run.py

test: $(DEV_STAMP) lint ## everything that must be green before a commit
	@sh packaging/system-packages.sh test
	@$(BIN)/python -m pytest

lint: $(DEV_STAMP) ## style, types, import rules and the size budget
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.gates.size_budget

format: $(DEV_STAMP) ## rewrite the code in the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(DEV_STAMP) ## measure the figures of docs/benchmarks.md
	@$(BIN)/python -m benchmarks

pictures: $(DEV_STAMP) ## write the screenshots of docs/pictures from the shipped examples
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures

ids: $(DEV_STAMP) ## add new questions to forms/ids.lock
	@$(BIN)/python packaging/ids_lock.py

lock: ## choose versions anew (needs uv) and write requirements/*.txt
	uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/run.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/dev.txt

clean: ## remove what was built, not the virtual environment
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage htmlcov

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "RadPlan heeft Python 3.11 of nieuwer nodig (make PYTHON=python3.12 ...)."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements/run.txt pyproject.toml | $(VENV)/pyvenv.cfg
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml | $(VENV)/pyvenv.cfg
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(RUN_STAMP)
