#!/usr/bin/env bash
# artifacts/ecritoire_VERSION_ARCH.deb, with the model runtime inside; then looks
# into it: unpacked, the application must find its runtime by itself.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

VERSION=$(sed -n 's/^var version = "\(.*\)"$/\1/p' main.go)
ARCH=$(go env GOARCH)
export VERSION ARCH
readonly PACKAGE=artifacts/ecritoire_${VERSION}_$ARCH.deb

pack() {
  mkdir -p artifacts
  GOOS='' GOARCH='' go tool -modfile=build/package/go.mod nfpm package --config build/package/nfpm.yaml --packager deb --target "$PACKAGE"
}

# unpacked runs what the package holds, away from this repository.
unpacked() {
  local root said
  root=$(mktemp -d)
  dpkg-deb -x "$PACKAGE" "$root"
  said=$(env -u ECRITOIRE_RUNTIME "$root/usr/bin/ecritoire" runtime status --data "$root/profile" --json)
  [[ $said == *'"present":true'* ]] ||
    stop "Le paquet ne trouve pas son moteur : $said" "The package does not find its runtime: $said"
  [ "$(ls "$root"/usr/lib/ecritoire/lib/ollama/libggml-cpu-*.so | wc -l)" -ge 7 ] ||
    stop "Il manque des variantes au paquet" "The package lacks variants"
  rm -r "$root"
}

step "Paquet Debian" "Debian package" pack
step "Le paquet déballé trouve son moteur" "unpacked, the package finds its runtime" unpacked
printf '  %s, %s\n' "$PACKAGE" "$(du -h "$PACKAGE" | cut -f 1)"
