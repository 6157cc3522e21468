SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test lint bench build bindings clean setup setup-test

window_sources := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -name '*.test.ts')
installed := frontend/node_modules/.package-lock.json
dist := frontend/dist/index.html

help: ## Liste des cibles · lists the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: setup build ## Prépare tout et ouvre la fenêtre sur la file d’exemple · sets all up and opens the window on the sample queue
	@build/run.sh

test: setup-test lint build ## Tout vérifier, fenêtre comprise · checks everything, window included
	@build/frontend.sh check
	@build/test.sh
	@build/window.sh test
	@build/application.sh windows

lint: setup ## gofmt, go vet et staticcheck · gofmt, go vet and staticcheck
	@build/lint.sh

bench: setup-test build ## Mesure ce que les documents annoncent · measures what the documents claim
	@build/bench.sh

build: setup $(dist) ## Construit bin/ecritoire · builds bin/ecritoire
	@build/application.sh linux

bindings: setup ## Réécrit frontend/wailsjs d’après app.Desk · writes frontend/wailsjs anew from app.Desk
	@build/bindings.sh

clean: ## Efface ce qui est construit · removes what is built
	rm -rf bin artifacts
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

setup:
	@build/setup.sh run

setup-test:
	@build/setup.sh test

$(installed): frontend/package-lock.json
	@build/frontend.sh install

$(dist): $(installed) $(window_sources)
	@build/frontend.sh build
