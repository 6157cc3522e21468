#!/usr/bin/env bash
# The bundled model runtime, from the Go module that build/runtime/go.mod pins.
#   build/runtime.sh server      bin/ollama
#   build/runtime.sh variants    lib/ollama/*.so: the same arithmetic for every family of processor
#   build/runtime.sh stock       what ours are measured against: artifacts/stock, with the variants as
#                                Ollama ships them, and artifacts/plain, with none
set -euo pipefail
source "$(dirname "$0")/steps.sh"

readonly MODULE=github.com/ollama/ollama VERSION=0.17.4
readonly WORK=artifacts/runtime
# What our variants have beyond Ollama's own; docs/decisions/0009-runtime.md says
# what each gave.
readonly CLANG=clang-16
readonly OURS=(-DGGML_CPU_REPACK=ON -DCMAKE_C_COMPILER=$CLANG -DCMAKE_CXX_COMPILER=clang++-16
  -DCMAKE_PROJECT_Ollama_INCLUDE="$PWD/build/runtime/variants.cmake")

in_module() { (cd build/runtime && GOFLAGS="${GOFLAGS:-} -mod=readonly" go "$@"); }

# folder_of MODULE prints where its sources lie, fetched first where they are not.
folder_of() {
  in_module mod download "$1"
  in_module list -m -f '{{.Dir}}' "$1"
}

# recipe COMMAND… is all that a result depends on: the scripts, the pinned
# modules, the compilers, the flags.
recipe() {
  cat build/runtime.sh build/runtime/*
  go version
  gcc --version
  $CLANG --version 2>/dev/null || true # bin/ollama does without it
  printf '%s\n' "$@"
}

# cached RESULT COMMAND… runs COMMAND, unless this very recipe has made RESULT.
cached() {
  local stamp="$WORK/${1//\//-}.recipe" wanted
  wanted=$(recipe "$@" | sha256sum)
  [ -e "$1" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  mkdir -p "$WORK"
  rm -f "$stamp"
  "${@:2}"
  printf '%s\n' "$wanted" >"$stamp"
}

# Ollama's module has no vendor folder, where three headers are: Debian has two
# (nlohmann-json3-dev, libstb-dev), the module malgo the third.
headers() {
  mkdir -p "$WORK/include/miniaudio"
  install -m 644 "$(folder_of github.com/gen2brain/malgo)/miniaudio.h" "$WORK/include/miniaudio/"
}

server() {
  headers
  mkdir -p bin
  CGO_ENABLED=1 CGO_CPPFLAGS="-I$PWD/$WORK/include -I/usr/include/stb" in_module build -trimpath -buildvcs=false \
    -ldflags "-s -w -X $MODULE/version.Version=$VERSION" -o "$PWD/bin/ollama" "$MODULE"
}

# variants FOLDER FLAG… compiles them in a folder of their own, and puts what is
# finished into FOLDER/lib/ollama, where bin/ollama beside it looks.
variants() {
  local made="$WORK/variants"
  rm -rf "$made" "$1/lib"
  mkdir -p "$1/lib"
  {
    cmake -S "$(folder_of $MODULE)" -B "$made" -DCMAKE_BUILD_TYPE=Release -DCMAKE_DISABLE_FIND_PACKAGE_Vulkan=ON \
      -DCMAKE_BUILD_WITH_INSTALL_RPATH=ON -DCMAKE_INSTALL_RPATH='$ORIGIN' "${@:2}" &&
      cmake --build "$made" --target ggml-cpu --parallel "$(nproc)"
  } >"$made.log" 2>&1 || stop "Compilation manquée : voir $made.log" "Compiling failed: see $made.log"
  cp -a "$made/lib/ollama" "$1/lib/"
  strip "$1"/lib/ollama/*.so
  rm -rf "$made"
}

# agrees: our product of rows gives what llama.cpp's plain one gives.
agrees() {
  grep -qm 1 avx512_vnni /proc/cpuinfo || {
    printf '  SKIPPED: ce processeur n’a pas AVX-512 VNNI · this processor has no AVX-512 VNNI\n'
    return
  }
  local sources
  sources="$(folder_of $MODULE)/ml/backend/ggml/ggml"
  $CLANG -O2 -march=icelake-server -Wall -Wextra -I"$sources/src" -I"$sources/include" -I"$sources/src/ggml-cpu" \
    build/runtime/q6k_check.c build/runtime/q6k_vnni.c -w "$sources/src/ggml-cpu/quants.c" \
    -Llib/ollama -lggml-base -Wl,-rpath,"$PWD/lib/ollama" -lm -o "$WORK/q6k_check"
  "$WORK/q6k_check"
}

# answers: bin/ollama starts and is the pinned version. No server is asked.
answers() {
  local said
  said=$(HOME=$PWD/$WORK OLLAMA_HOST=127.0.0.1:1 bin/ollama --version 2>&1) ||
    stop "bin/ollama ne démarre pas : $said" "bin/ollama does not start: $said"
  [[ $said == *"version is $VERSION"* ]] ||
    stop "bin/ollama n’est pas en version $VERSION : $said" "bin/ollama is not version $VERSION: $said"
}

case "${1:-}" in
  server)
    step "Moteur de modèles : bin/ollama (sept minutes de calcul la première fois)" \
      "model runtime: bin/ollama (seven minutes of computing the first time)" cached bin/ollama server
    answers
    printf '  Ollama %s, %s\n' "$VERSION" "$(du -h bin/ollama | cut -f 1)"
    ;;
  variants)
    step "Moteur de modèles : les variantes par processeur (quatre minutes de calcul la première fois)" \
      "model runtime: the variants by processor (four minutes of computing the first time)" cached lib/ollama variants . "${OURS[@]}"
    step "Notre produit de lignes contre celui de llama.cpp : plus grand écart" \
      "our product of rows against llama.cpp’s: the largest difference" agrees
    printf '  %s, %s\n' "$(ls lib/ollama/libggml-cpu-*.so | wc -l) × libggml-cpu-*.so" "$(du -sh lib/ollama | cut -f 1)"
    ;;
  stock)
    step "Variantes telles qu’Ollama les livre, pour comparer" \
      "variants as Ollama ships them, to compare" cached artifacts/stock/lib/ollama variants artifacts/stock
    mkdir -p artifacts/stock/bin artifacts/plain/bin
    cp bin/ollama artifacts/stock/bin/
    cp bin/ollama artifacts/plain/bin/
    ;;
  *) stop "Usage : build/runtime.sh server|variants|stock" "Usage: build/runtime.sh server|variants|stock" ;;
esac
