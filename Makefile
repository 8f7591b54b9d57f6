# Every task by name; `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help setup demo quick test coverage bench soak fuzz mutants release lint docs links nbval colab-check checkpoints lab \
	clean

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := -m pytest --numprocesses auto --dist loadfile
COLAB := .venv-colab
INITDB := $(or $(lastword $(sort $(wildcard /usr/lib/postgresql/*/bin/initdb))),initdb)
SITE := $(BIN)/sphinx-build --quiet --fresh-env --write-all --fail-on-warning --keep-going
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A program from a package of Debian's or Ubuntu's, unless it is there: $(call install,program,package,what for)
install = command -v $(1) > /dev/null || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null \
	&& apt-get update -qq && apt-get install -y -qq $(2) > /dev/null; } \
	|| echo "$(3) needs $(2): sudo apt-get install $(2)"

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: $(VENV)/.installed  ## make .venv from requirements.txt; install bubblewrap, chromium and postgresql where apt may

demo: setup  ## all of an instructor's way with a sample class of 24; stopped, it goes on where it was
	@$(BIN)/python -m tools.demo

quick: setup  ## run the tests that are fast: no browser, no whole class
	$(BIN)/python $(PYTEST) -m "not slow and not network"

test: setup  ## run all tests, the answer bank included
	$(if $(COVERAGE),$(BIN)/coverage erase)
	$(BIN)/$(if $(COVERAGE),coverage run,python) $(PYTEST)
	$(if $(COVERAGE),$(BIN)/coverage combine --quiet)
	$(if $(COVERAGE),$(BIN)/coverage report)

coverage: COVERAGE = 1
coverage: test  ## the same, measured: fails where too little of the code has run

bench: setup  ## time grading beside nbgrader's own autograde; compares the gradebooks
	$(BIN)/python -m tools.bench

soak: setup  ## kill processes of the grader at random, and try every damage on every answer
	$(BIN)/python -m tools.soak
	$(BIN)/python -m tools.damage_matrix

fuzz: setup  ## hand the grader archives, notebooks and answers that nobody would send
	$(BIN)/python -m tools.fuzz

mutants: setup  ## change every solution in one place at a time: does a check take one for right?
	$(BIN)/python -m tools.mutants

release: setup  ## build notebooks/ and solutions/ from source/
	$(BIN)/grader release

lint: setup  ## ruff, the floors of the house, types, and the rules of the course for source/
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	$(BIN)/grader lint

docs: setup  ## build the site, in English and Korean: build/site/index.html
	$(SITE) -d build/doctrees/en docs build/site
	$(SITE) -d build/doctrees/ko -t ko -c docs docs/ko build/site/ko

links: setup  ## ask other sites for what the docs link to; needs the network
	$(SITE) -b linkcheck docs build/links

nbval: setup  ## re-execute the Korean solutions, each in a folder of its own, and compare what they print
	rm -rf build/nbval
	$(foreach path,$(wildcard solutions/ko/*.ipynb),install -D $(path) -t build/nbval/$(basename $(notdir $(path)));)
	NLPLAB_OFFLINE=1 NLPLAB_NSMC= NLPLAB_HIDDEN="$(CURDIR)/source" OMP_NUM_THREADS=1 $(BIN)/python $(PYTEST) \
		--nbval-lax --nbval-current-env --nbval-cell-timeout=900 build/nbval

colab-check: setup $(COLAB)/.installed  ## student notebooks and answer bank on Colab's versions
	$(BIN)/python $(PYTEST) tests/whole/test_student.py tests/whole/test_bank.py \
		--kernel-python $(abspath $(COLAB))/bin/python

checkpoints: setup  ## train, measure and describe the small models that nlplab ships
	$(BIN)/python -m pretraining

lab: setup  ## open JupyterLab here, with nbgrader's Formgrader on class/
	@mkdir -p class
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/jupyter lab

clean:  ## remove the environments and everything built
	rm -rf $(VENV) $(COLAB) build

$(VENV)/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer with venv is needed: apt install python3 python3-venv (or make PYTHON=/path/to/python3.11)"; exit 1; }
	@echo "Making $(VENV) from requirements.txt; the first time this takes a few minutes."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/pip install --quiet --requirement requirements.txt
	@$(BIN)/pip install --quiet --no-deps --editable .
	@$(call install,bwrap,bubblewrap,Grading in a sandbox)
	@$(call install,chromium,chromium,Testing feedback and reports)
	@$(call install,$(INITDB),postgresql,Testing gradebooks on a server)
	@touch $@

$(COLAB)/.installed: tests/colab/versions.txt pyproject.toml $(shell find nlplab -type f -not -name '*.pyc')
	@echo "Making $(COLAB) with the versions that Colab has."
	@$(PYTHON) -m venv --clear $(COLAB)
	@$(COLAB)/bin/pip install --quiet torch==2.13.0 --requirement tests/colab/versions.txt
	@$(COLAB)/bin/pip install --quiet .
	@touch $@
