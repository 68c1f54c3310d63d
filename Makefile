# Thin on purpose: what a target does stands in scripts/.
PYTHON ?= python3
.DEFAULT_GOAL := help
.PHONY: help run test test-fast bench screenshots lint format types lock catalogues set-up clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Set up what is missing, load the demonstration, serve on http://127.0.0.1:8000
	@exec $(PYTHON) -m scripts.serve

test: ## Everything: lint, types, contracts, catalogues, tests on SQLite and PostgreSQL, browser
	@exec $(PYTHON) -m scripts.test

test-fast: ## The inner loop: tests on SQLite, no browser
	@exec $(PYTHON) -m scripts.test --fast

bench: dev ## Measure with 1,000, 10,000 and 100,000 ideas on PostgreSQL
	@exec .venv/bin/python -m scripts.bench

screenshots: dev ## Take the pictures of README.md and docs/ anew
	@exec .venv/bin/python -m scripts.screenshots

lint: dev ## Ruff and the import contracts
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/lint-imports

format: dev ## Put code in order with ruff
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format .

types: dev ## mypy --strict
	@.venv/bin/mypy

catalogues: dev ## Collect the messages, keep their Danish, compile
	@.venv/bin/python -m scripts.catalogues

lock: ## Remake the lock files from pyproject.toml
	@$(PYTHON) -m scripts.lock

set-up: ## What `make run` needs, without running
	@$(PYTHON) -m scripts.set_up

clean: ## Remove what was built; instance/ with its database stays
	@rm -rf .venv node_modules build static/vendor static/compressed .*_cache
	@find participation -name '*.mo' -delete

.PHONY: dev
dev:
	@$(PYTHON) -m scripts.set_up --dev
