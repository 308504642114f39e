# Everything a newcomer needs. `make` alone lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# What may shape the environments from outside must not: each has its own lock file.
unexport PYTHONPATH VIRTUAL_ENV

UV := .tools/bin/uv
UV_VERSION := 0.13.9
# pyenv, where it is there, offers its interpreters only when asked for by version.
PYENV_VERSIONS := $(shell command -v pyenv >/dev/null 2>&1 && pyenv versions --bare 2>/dev/null | grep -E '^3\.(10|11|12|13)\.' | sort -t. -k2,2n -k3,3nr | paste -sd: -)
export PYENV_VERSION := $(PYENV_VERSIONS)
ifeq ($(PYENV_VERSION),)
unexport PYENV_VERSION
endif
HOST_PYTHON := $(shell for each in python3.13 python3.12 python3.11 python3; do \
	command -v $$each >/dev/null 2>&1 && $$each -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$each && break; done)

.PHONY: help run setup environments test lint types unit rasa browser bench lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: environments ## Set everything up and start the bot
	@exec .venv/bin/startpunt run

setup: environments ## Set everything up without starting
	@.venv/bin/startpunt setup

environments: .venv/.bot-done .venv-nlu/.done

$(UV):
	@test -n "$(HOST_PYTHON)" || { echo "Python 3.11 or later (with venv) is needed. On Debian: apt install python3 python3-venv"; exit 1; }
	@$(HOST_PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.bot-done: requirements/bot.lock pyproject.toml | $(UV)
	@echo "Building the bot's environment"
	@test -x .venv/bin/python || $(UV) venv --quiet --python '>=3.11,<3.14' .venv
	@$(UV) pip install --quiet --python .venv/bin/python --require-hashes -r requirements/bot.lock
	@$(UV) pip install --quiet --python .venv/bin/python --no-deps --editable .
	@touch $@

.venv/.dev-done: requirements/dev.lock .venv/.bot-done
	@$(UV) pip install --quiet --python .venv/bin/python --require-hashes -r requirements/dev.lock
	@touch $@

.venv-nlu/.done: requirements/nlu.lock | $(UV)
	@echo "Building the nlu service's environment (Rasa, about 850 MB)"
	@test -x .venv-nlu/bin/python || $(UV) venv --quiet --python 3.10 .venv-nlu
	@$(UV) pip install --quiet --python .venv-nlu/bin/python --require-hashes -r requirements/nlu.lock
	@touch $@

test: lint types unit ## Everything that must hold before a change lands

lint: .venv/.dev-done ## Style, and who may import whom
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports

types: .venv/.dev-done .venv-nlu/.done ## Static types
	.venv/bin/mypy
	.venv/bin/mypy --python-version 3.10 --python-executable .venv-nlu/bin/python nlu

unit: setup .venv/.dev-done ## All tests: units, real Rasa, real PostgreSQL, real browser
	.venv/bin/startpunt content check
	.venv-nlu/bin/python -m pytest tests/nlu
	.venv/bin/python -m pytest tests --ignore tests/nlu --cov --cov-report=term:skip-covered --cov-fail-under=90

bench: setup .venv/.dev-done ## Measure speed and memory, and write docs/measurements.md
	.venv/bin/python -m tests.load.bench

lock: $(UV) ## Write the lock files anew
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bot.in -o requirements/bot.lock
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/dev.in -o requirements/dev.lock
	$(UV) pip compile -q --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-header requirements/nlu.in -o requirements/nlu.lock

clean: ## Remove what can be built again (not data/)
	rm -rf .venv .venv-nlu .tools models build
