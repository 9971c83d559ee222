# make run | test | check | format | mutants | bench | soak | screenshots | requirements
#      | vulnerabilities | wheels | licences | guide | clean

.DEFAULT_GOAL := run
.PHONY: run test check format mutants bench soak screenshots requirements vulnerabilities wheels licences
.PHONY: guide browser office proxy clean
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
UV := uv==0.13.9
MUTMUT := mutmut==3.8.1
AUDIT := pip-audit==2.10.1
# Who asks is who is connected, not whom a request says it is forwarded for.
export FORWARDED_ALLOW_IPS :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Images of containers set it; every start would then compile all libraries anew, three times as long.
unexport PYTHONDONTWRITEBYTECODE

# The pins are complete, and Python compiles what is used on first use.
PINNED := --quiet --no-deps --require-hashes --only-binary :all:

run: $(VENV)/.run
	@echo "Dashboard: http://localhost:$(PORT)  (Ctrl+C stops it)"
	@exec $(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.address $(HOST)

# The whole suite must run so many percent of lib's lines; with ARGS nothing is measured.
FLOOR := 98
COVERAGE := $(VENV)/coverage.json
MEASURED := $(if $(ARGS),,-m slipcover --json --out $(COVERAGE))
test: browser office proxy
	@$(BIN)/python $(MEASURED) -m pytest -n 2 --dist loadgroup $(ARGS)
	@$(if $(MEASURED),$(BIN)/python -m slipcover --merge $(COVERAGE) --out $(COVERAGE) \
		--skip-covered --fail-under $(FLOOR) || { \
		echo "Less than $(FLOOR)% of lib ran; above is what the tests leave out." >&2; exit 1; })

check: $(VENV)/.dev
	@$(BIN)/ruff format --check --output-format concise --silent . || { \
		$(BIN)/ruff format --check --output-format concise .; \
		echo "'make format' puts these right." >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary & here=$$!; \
	$(BIN)/mypy --no-error-summary --platform win32 --cache-dir .mypy_cache/win32 $(OFFICE_PC) && \
	wait $$here || { wait; exit 1; }
	@$(BIN)/python -m pytest -q tests/test_walls.py

# What an office's Windows PC runs: nothing in it may be Linux's alone.
OFFICE_PC := app.py lib pages deploy/office.py

format: $(VENV)/.dev
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

# Changes a module of lib/view line by line and names the changes that tests/view lets pass.
mutants: MODULE ?= lib.view
mutants: $(VENV)/.dev
	@$(BIN)/python -m pip install --quiet $(MUTMUT)
	@$(BIN)/mutmut run "$(MODULE).*"
	@$(BIN)/mutmut results | grep survived || true
	@echo "$(BIN)/mutmut show NAME tells what was changed."

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench $(ARGS)

# Some minutes of edits, outages, kills and readers; not among the tests.
soak: $(VENV)/.dev
	@$(BIN)/python -m tests.soak $(ARGS)

screenshots: browser
	@$(BIN)/python -m tests.screenshots $(ARGS)

requirements: $(BIN)/uv
	@for name in requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --only-binary :all: --no-emit-index-url \
			--custom-compile-command "make requirements" $$name.in -o $$name.txt || exit 1; \
	done
	@$(MAKE) licences

# Asks the package index which of the pins have known vulnerabilities; one it does not answer for is
# a failure, as nothing is known of it then.
vulnerabilities: | $(BIN)/pip
	@$(PYTHON) -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install --quiet $(AUDIT)
	@for name in requirements requirements-dev; do \
		echo "$$name.txt:"; \
		$(VENV)/audit/bin/pip-audit --strict --progress-spinner off --require-hashes --disable-pip \
			-r $$name.txt || exit 1; \
	done

# Every pin must be there, ready built, for the Pythons that an office's Windows PC may have.
WINDOWS_PYTHONS := 3.11 3.12 3.13 3.14
wheels: $(BIN)/uv
	@for version in $(WINDOWS_PYTHONS); do \
		$(BIN)/uv pip install --quiet --dry-run --no-deps --require-hashes --only-binary :all: \
			--python-platform x86_64-pc-windows-msvc --python-version $$version \
			--target $(VENV)/windows -r requirements.txt || exit 1; \
		echo "Windows, Python $$version: every pin is there."; \
	done

# Follows HUONG_DAN.md from a clean clone; as root also the servers', in a copy of this machine.
guide: $(VENV)/.dev
	@$(BIN)/python -m tests.guide $(ARGS)

licences: $(VENV)/.run
	@$(BIN)/python -m deploy.licences > docs/licences.md.new
	@mv docs/licences.md.new docs/licences.md

clean:
	@rm -rf $(VENV) __pycache__ .mypy_cache .pytest_cache .ruff_cache .hypothesis mutants screenshots
	@find app.py lib pages deploy tests -name __pycache__ -prune -exec rm -rf {} +

# What is installed: stamps, so that a second run installs nothing.

$(VENV)/.run: requirements.txt | $(BIN)/pip
	@echo "Installing what the dashboard runs on ..."
	@$(BIN)/python -m pip install $(PINNED) --no-compile -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(BIN)/uv
	@echo "Installing what runs, checks and tests the dashboard ..."
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install $(PINNED) -r requirements.txt -r requirements-dev.txt
	@touch $(VENV)/.run $@

# Installs in seconds what pip takes most of a minute for.
$(BIN)/uv: | $(BIN)/pip
	@$(BIN)/python -m pip install --quiet $(UV)

AS_ROOT := $$([ "$$(id -u)" = 0 ] || echo "sudo -n")
APT := DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0
define apt_install # packages
	command -v apt-get >/dev/null && { [ "$$(id -u)" = 0 ] || sudo -n true 2>/dev/null; } && \
	echo "Installing $(1) ..." && said=$$(mktemp) && { { $(AS_ROOT) env $(APT) update && \
	$(AS_ROOT) env $(APT) install -y --no-install-recommends $(1); } >"$$said" 2>&1 || \
	{ cat "$$said" >&2; false; }; }
endef

# Debian's python3 comes without what makes a virtual environment.
$(BIN)/pip:
	@command -v $(PYTHON) >/dev/null || { $(call apt_install,python3 python3-venv); } || \
		{ echo "Python 3.11 or newer is needed: apt install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is $$($(PYTHON) -V)." \
			"Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(call apt_install,python3-venv); } || \
		{ echo "$(PYTHON) cannot make a virtual environment: apt install python3-venv" >&2; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)

# Chromium, and what Playwright's own Node.js needs to start.
browser: $(VENV)/.dev
	@for name in "$$CHROMIUM" chromium-headless-shell chromium chromium-browser google-chrome \
			google-chrome-stable; do \
		[ -n "$$name" ] && command -v "$$name" >/dev/null && exit 0; \
	done; \
	{ $(call apt_install,chromium-headless-shell fonts-dejavu-core); } || { \
		echo "A browser is needed: apt install chromium (or name one:" \
			"CHROMIUM=/path/to/chromium make test)" >&2; exit 1; }
	@$(BIN)/playwright --version >/dev/null 2>&1 || { $(call apt_install,libatomic1); } || { \
		echo "Playwright does not start: apt install libatomic1" >&2; exit 1; }

# Written files are opened with these; without them the tests that do so are skipped, and CI fails.
OFFICE := libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils
office:
	@{ command -v soffice && command -v pdftotext; } >/dev/null || { $(call apt_install,$(OFFICE)); } || \
		echo "Some tests will be skipped: apt install $(OFFICE)" >&2

# Several processes are tested behind nginx, as a program: the machine's own service stays off.
PROXY := nginx openssl systemd
proxy:
	@PATH="$$PATH:/usr/sbin"; \
	{ command -v nginx && command -v openssl && command -v systemd-analyze; } >/dev/null || \
		{ $(call apt_install,$(PROXY)) && \
		{ $(AS_ROOT) systemctl disable --quiet --now nginx 2>/dev/null || true; }; } || \
		echo "Some tests will be skipped: apt install $(PROXY)" >&2
