# make demo   sets up, then plays the main job on embedded servers
# make test   sets up, then runs the tests (real servers where they are installed)
# make scenarios  plays the stories of tests/scenarios (docs/scenarios.md): make scenarios FILES=path/to/one.txt
# make soak   plays a hundred small schemes for three months each and many lives of worries (docs/simulation.md), and reads
#             every mail of our own changed in all ways (docs/reading.md)
# make learn  learns anew from the labelled mails how likely words are for what a mail says (docs/reading.md)
# make fuzz   looks for mails that break the reading (docs/fuzzing.md): make fuzz TARGET=dates SECONDS=600
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
READY   = $(VENV)/.ready

TARGET  ?= all
SECONDS ?= 60
FUZZ     = .venv-fuzz
LEARN    = .venv-learn

.PHONY: demo serve test scenarios soak check format learn fuzz lock clean

demo: $(READY)
	@$(BIN)/mailbot demo --html demo.html

serve: $(READY)
	@$(BIN)/mailbot demo --serve

test: $(READY)
	$(BIN)/pytest -n auto --dist worksteal

scenarios: $(READY)
	@$(BIN)/python -m tests.scenarios $(FILES)

soak: $(READY)
	$(BIN)/mailbot simulate --months 3 --volunteers 12 --seeds 100
	$(BIN)/python -m tests.model --examples 500 --steps 30
	$(BIN)/python -m tests.mails.changed

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

fuzz: $(FUZZ)/.ready
	$(FUZZ)/bin/python -m tests.fuzz $(TARGET) --seconds $(SECONDS)

$(FUZZ)/.ready: requirements-fuzz.lock
	@$(PYTHON) -m venv $(FUZZ)
	@$(FUZZ)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@

learn: $(LEARN)/.ready
	@# One thread each: more add up in another order, and round otherwise.
	OMP_NUM_THREADS=1 XLA_FLAGS=--xla_cpu_multi_thread_eigen=false $(LEARN)/bin/python -m tests.mails.learn

$(LEARN)/.ready: requirements-learn.lock
	@$(PYTHON) -m venv $(LEARN)
	@$(LEARN)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-learn.lock
	@touch $@

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mailbot needs Python 3.11 or newer: run make PYTHON=python3.12 demo, naming one that is")'
	@echo "Setting up $(VENV): once, about a minute"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

LOCK = uv pip compile --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header --no-annotate

lock:
	$(LOCK) --extra dev pyproject.toml -o requirements.lock
	$(LOCK) --extra fuzz -c requirements.lock pyproject.toml -o requirements-fuzz.lock
	$(LOCK) --extra learn -c requirements.lock pyproject.toml -o requirements-learn.lock

clean:
	rm -rf $(VENV) $(FUZZ) $(LEARN) .fuzz demo.html simulation.html
