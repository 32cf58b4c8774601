# make app: set up and serve · make test: set up and check everything · make help: the rest
.DEFAULT_GOAL := help
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8501
SEED ?= 1
STEPS ?= 50
DIR ?= static-files
BIN := .venv/bin
# The tests start many processes, each of which would compile the whole project otherwise.
unexport PYTHONDONTWRITEBYTECODE

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip

# The project itself is installed too, editable: that makes the command .venv/bin/certlens.
INSTALL_PROJECT := $(BIN)/pip install --quiet --no-build-isolation --no-deps --editable .

.venv/run-time.stamp: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet -r requirements.txt
	$(INSTALL_PROJECT)
	@touch $@

.venv/development.stamp: requirements.txt requirements-dev.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet -r requirements-dev.txt
	$(INSTALL_PROJECT)
	@touch $@ .venv/run-time.stamp

# The other rule engines have an environment of their own: the project needs none of them.
.venv-bench/bin/python: requirements.txt requirements-bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet -r requirements-bench.txt
	@touch $@

.PHONY: help setup app check test nginx test-deploy static coverage test-long mutants fuzz browser bench bench-screen bench-search bench-api bench-datasette soak soak-files schema columns api-shapes screenshots

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/development.stamp ## make .venv with everything the project needs

app: .venv/run-time.stamp ## serve the dashboard on http://127.0.0.1:8501
	@$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

check: setup ## style, types, layers and data, without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m cert_model check 2>/dev/null

browser: setup ## find Chromium, or install it
	@$(BIN)/python -m scripts.chromium --install

test: check browser ## everything above, and all tests, those in the browser too
	$(BIN)/pytest -n 2 --dist worksteal --durations=10

nginx: setup ## find nginx, or install it
	@$(BIN)/python -m scripts.nginx --install

test-deploy: setup browser nginx ## try the deployment: nginx before two processes, on free ports
	$(BIN)/pytest tests/deploy --deploy --durations=10

static: .venv/run-time.stamp ## copy what a proxy serves itself, compressed: make static DIR=/srv/certlens
	mkdir -p "$(DIR)"
	cp -r "$$($(BIN)/python -c 'from importlib.resources import files; print(files("streamlit") / "static" / "static")')" "$(DIR)/"
	find "$(DIR)/static" -type f \( -name '*.js' -o -name '*.css' -o -name '*.svg' \) -exec gzip -9 -k -f {} +

coverage: setup ## say which lines of the model the tests without a browser leave out
	$(BIN)/pytest -n 2 --dist worksteal --ignore tests/browser --cov --cov-report=term

test-long: setup browser ## all tests with ten thousand people and many more examples
	$(BIN)/pytest -n 2 --dist worksteal --long --durations=10

mutants: setup ## change the arithmetic of costs bit by bit, and list the changes that no test notices
	$(BIN)/mutmut run --max-children 2 $(if $(MUTANTS),"$(MUTANTS)")
	$(BIN)/python -m scripts.mutants

fuzz: setup ## send junk to every view: make fuzz SEED=7 STEPS=200
	$(BIN)/pytest -n 2 tests/app/test_junk.py --seed $(SEED) --steps $(STEPS)

bench: setup ## measure reruns per second of every page, beside a bare and a stock page
	$(BIN)/python -m benchmarks.serve

bench-screen: .venv-bench/bin/python ## measure how many people a second are screened, beside other rule engines
	.venv-bench/bin/python -m benchmarks.screen

soak-files: setup ## fetch 400 files while 60 others use the app; none may be missing
	$(BIN)/python -m benchmarks.files

bench-search: setup ## measure how long the search takes to answer
	$(BIN)/python -m benchmarks.search

bench-api: setup ## measure calls of the API, and what a click waits beside them
	$(BIN)/python -m benchmarks.api

bench-datasette: .venv-bench/bin/python ## measure calls of the API beside Datasette on the same tables
	.venv-bench/bin/python -m benchmarks.datasette

bench-deploy: setup nginx ## measure 200 visitors behind nginx, alone and beside the API; then an hour's visits
	$(BIN)/python -m benchmarks.deployment
	$(BIN)/python -m benchmarks.deployment --churn 2400 --plot docs/pictures/deployment.png

soak: setup ## have 2,000 sessions come and go; memory may grow by no more than a tenth
	$(BIN)/python -m benchmarks.soak

schema: setup ## write the JSON Schemas that editors use, from the models
	$(BIN)/python -m cert_model schema

columns: setup ## write what the columns of the pandas frames hold, from the model
	$(BIN)/python -m scripts.columns

api-shapes: setup ## write down which fields the answers of the API have, and of what type
	$(BIN)/python -m scripts.api_shapes

screenshots: setup browser ## take the pictures of docs/ anew
	$(BIN)/python -m scripts.screenshots
