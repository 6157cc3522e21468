#!/usr/bin/env bash
# The tests of the set-up, the Go unit tests with the race detector; then what
# is generated must be what the tree holds.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

units() { go test -race . ./internal/... ./app/...; }

# unchanged PATH…: git sees no difference and no new file there.
unchanged() {
  local differs
  differs=$(git status --porcelain -- "$@")
  [ -z "$differs" ] || {
    git --no-pager diff -- "$@"
    stop "Ce qui est engendré diffère de ce qui est versionné : $differs" "What is generated differs from what is committed: $differs"
  }
}

step "Tests de la mise en place" "tests of the set-up" build/setup_test.sh
step "Tests unitaires en Go, avec détection des courses" "Go unit tests with the race detector" units
build/bindings.sh
unchanged frontend/wailsjs
