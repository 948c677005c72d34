# Everything sets itself up: `make demo` and `make test` work in a fresh clone.
.DEFAULT_GOAL := help
.PHONY: help demo test setup check format lint types imports templates migrations translations
export PYTHON

BIN := .venv/bin
TEMPLATES = $(shell find kladka -path '*/templates/*' -name '*.html')

help:
	@echo "make demo     the product with invented people, http://localhost:8000 (PORT and KLADKA_DATA move it)"
	@echo "make test     all tests, on a PostgreSQL of their own"
	@echo "make check    lint, types, import order, templates, migrations, translations"
	@echo "make format   put code and templates into shape"
	@echo "make setup    only set up"

demo:
	@scripts/setup run
	@exec $(BIN)/kladka demo

test: setup
	@$(BIN)/python -m pytest -n 2 $(ARGS)

setup:
	@scripts/setup dev

check: lint types imports templates migrations translations

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

templates: setup
	$(BIN)/djlint --lint --quiet kladka
	$(BIN)/djade --check $(TEMPLATES)

migrations: setup
	$(BIN)/kladka makemigrations --check --dry-run

translations: setup
	$(BIN)/python -m kladka.core.translations check

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade $(TEMPLATES)
