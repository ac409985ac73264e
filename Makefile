# `make` alone says what there is. Needs a Python 3.11 or newer, make, and a network the first time.
#   make lab lang=ja port=9000     the language and the first port of JupyterLab
#   make slides lesson=2-1         slides of a lesson
#   make lab PYTHON=python3.13     the Python to make .venv with

BIN := .venv/bin

ifdef lang
export MLCURRIC_LANG := $(lang)
endif

# A shim of a version manager can stand on the PATH and not run, so each is tried.
define bootstrap
@for python in $(PYTHON) python3 python python3.13 python3.12 python3.11; do \
	if "$$python" -c "" 2>/dev/null; then exec "$$python" bootstrap.py $(1); fi; \
done; echo "No Python was found: install Python 3.11 or newer (python.org has it) and try again." >&2; exit 1
endef

.DEFAULT_GOAL := help
.PHONY: help lab doctor test build check slides bench lint format pins wheel clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

lab: ## Open the lessons in JupyterLab (lang=ja, port=9000)
	$(call bootstrap,lab)
	@$(BIN)/mlcurric start $(if $(lang),--lang $(lang)) $(if $(port),--port $(port))

doctor: ## Say what works on this machine, and what to do about what does not
	$(call bootstrap,lab)
	@$(BIN)/mlcurric doctor $(if $(lang),--lang $(lang))

test: ## Run everything: linters, build in step, unit tests, every notebook
	$(call bootstrap,test)
	@# loadscope: a notebook's cells share one kernel, so they stay with one worker.
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadscope $(args)

build: ## Build the notebooks of both languages from their sources
	$(call bootstrap,test)
	@$(BIN)/mlcurric build

check: ## Fail if a built notebook is out of step with its source
	$(call bootstrap,test)
	@$(BIN)/mlcurric build --check

slides: ## Make slides of a lesson (lesson=2-1, lang=ja)
	$(call bootstrap,test)
	@$(BIN)/mlcurric slides $(or $(lesson),$(error Say which: make slides lesson=2-1)) $(if $(lang),--lang $(lang))

bench: ## Time what has to be fast, as ratios within one run (only=grading; args=--quick: less of the grading)
	$(call bootstrap,test)
	@# All of them are timed, also where a target was missed before.
	@missed=0; for each in $(or $(only),simulation board report grading); do \
	if [ $$each = grading ]; then set -- $(args); else set --; fi; \
	$(BIN)/python benchmarks/$$each.py "$$@" || missed=1; done; exit $$missed

lint: ## Check the code's style
	$(call bootstrap,test)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: ## Put the code into style
	$(call bootstrap,test)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

pins: ## Choose the newest versions anew and write constraints.txt (needs uv)
	@printf 'hatchling\n' | uv pip compile pyproject.toml - --universal --python-version 3.11 --extra test --upgrade \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file constraints.txt

wheel: ## Build the wheel into dist/
	$(call bootstrap,test)
	@PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt $(BIN)/python -m build --wheel

clean: ## Remove what was made here, except my-work/
	rm -rf .venv dist install.log .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
