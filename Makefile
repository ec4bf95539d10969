# Two commands on a fresh machine (python3.11 or newer, make, gcc): `make demo` and `make test`.
# The first of these that really runs and is new enough (a version manager's shim may exist without its Python).
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check install notebooks clean help

help:
	@echo "make demo       set up .venv, build the graph of corpus/ into build/, say where the page is"
	@echo "make test       set up .venv with everything the tests need, run the whole test suite"
	@echo "make check      ruff and mypy --strict"
	@echo "make notebooks  make notebooks/*.ipynb from their sources and run them"
	@echo "make clean      remove build/ and the caches"

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say where it is with  make demo PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,notebooks,serve]'
	@touch $@

install: $(VENV)/.installed

demo: $(VENV)/.installed
	$(BIN)/kg build corpus/articles -o build
	$(BIN)/kg view -b build
	@echo
	@echo "The page:   build/graph.html   (open it in a browser; it needs no network)"
	@echo "The graph:  build/graph.ttl  build/graph.nq  build/store"
	@echo "Ask it:     $(BIN)/kg query --list"
	@echo "            $(BIN)/kg query who-held-which-office -b build"
	@echo "Your own:   $(BIN)/kg build FOLDER -o my-build && $(BIN)/kg view -b my-build"

test: $(VENV)/.installed-test
	@sh scripts/find-chromium.sh
	$(BIN)/ruff check kg tests
	$(BIN)/mypy
	$(BIN)/pytest

check: $(VENV)/.installed-test
	$(BIN)/ruff check kg tests
	$(BIN)/mypy

notebooks: $(VENV)/.installed-test
	$(BIN)/jupytext --to ipynb --execute notebooks/*.py

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache
