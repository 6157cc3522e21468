#!/usr/bin/env bash
# What can be said of the Go code without running it: gofmt, vet, staticcheck.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

formatted() {
  local ill
  ill=$(find . -name '*.go' -not -path '*/node_modules/*' -exec gofmt -l {} +)
  [ -z "$ill" ] || stop "À reformater (gofmt -w) : $ill" "To be formatted (gofmt -w): $ill"
}

# -trimpath everywhere: vet and staticcheck then share what the build compiled.
export GOFLAGS="${GOFLAGS:-} -trimpath -buildvcs=false"
step "Forme du code Go (gofmt)" "formatting" formatted
step "go vet" "vet" go vet -tags "$EVERY_TAG" ./...
step "staticcheck" "staticcheck" go tool staticcheck -tags "$EVERY_TAG" ./...
