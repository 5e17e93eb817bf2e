# `make run` opens the dashboard on the seeds, `make test` checks everything; both set up .venv first, once.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench lock clean

run: .venv/.ready
	$(BIN)/streamlit run app.py

test: .venv/.ready-dev lint
	$(BIN)/pytest -n 2 --dist loadfile

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports

# Speed of each stage and of the comparison; the accuracy benchmarks need their data (see tests/benchmarks).
bench: .venv/.ready-dev
	$(BIN)/python -m tests.benchmarks.speed

# Pins every package with its hashes for all systems and Python versions that are supported.
lock: .venv/.ready-dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
		--custom-compile-command "make lock" pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate \
		--custom-compile-command "make lock" --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Variorum needs Python 3.11 or newer; try: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.ready: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@
