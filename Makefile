# Each target does all of its own set-up: a .venv with pinned packages and the system libraries Qt needs (installer/setup.sh).
SHELL := /bin/bash
PY := .venv/bin/python
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help run test lint bench pictures installer test-installer

help:
	@echo "make run    - open the window with the sample workspace (without a display: files and pictures in build/demo)"
	@echo "make test   - ruff, mypy, pytest"
	@echo "make lint   - ruff and mypy only"
	@echo "make bench  - the budgets, as ratios"
	@echo "make pictures - the pictures of the README, taken anew"
	@echo "make installer - dist/KH-Desktop-VERSION-setup.exe for Windows (on Debian, with Wine)"
	@echo "make test-installer - the installer made and tried from end to end under Wine"

$(READY): installer/setup.sh installer/requirements.txt installer/requirements-dev.txt
	@bash installer/setup.sh
	@touch $@

run: $(READY)
	@bash installer/run.sh

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m mypy

test: lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

pictures: $(READY)
	$(PY) installer/pictures.py

installer: $(READY)
	@bash installer/build.sh

test-installer: $(READY)
	@bash installer/test_installer.sh
