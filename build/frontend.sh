#!/usr/bin/env bash
# The frontend, one step at a time.
#   build/frontend.sh install   the packages of package-lock.json, exactly
#   build/frontend.sh build     frontend/dist, which the application embeds
#   build/frontend.sh check     types, formatting, unit tests
set -euo pipefail
source "$(dirname "$0")/steps.sh"
cd frontend

build() {
  npm run --silent build
}

# The largest script, as it is sent: a window must stand at once on an old laptop.
most=350000 # bytes, gzipped
weigh() {
  local script bytes
  for script in dist/assets/*.js; do
    bytes=$(gzip -c "$script" | wc -c)
    ((bytes <= most)) || stop "$script pèse $bytes octets, plus que $most." "$script weighs $bytes bytes, more than $most."
  done
}

check() {
  weigh
  npm run --silent check
  npm run --silent lint
  npm run --silent test
}

case "${1:-}" in
  install)
    step "Téléchargement des paquets de la fenêtre (npm)" "fetching the window’s packages" npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json # make’s stamp
    ;;
  build) step "Construction de la fenêtre (Svelte)" "building the window" build ;;
  check) step "Contrôle de la fenêtre : types, forme, tests" "checking the window: types, formatting, tests" check ;;
  *) stop "Usage : build/frontend.sh install|build|check" "Usage: build/frontend.sh install|build|check" ;;
esac
