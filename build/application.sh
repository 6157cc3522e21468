#!/usr/bin/env bash
# The application, with frontend/dist inside.
#   build/application.sh linux     bin/ecritoire
#   build/application.sh windows   bin/ecritoire.exe, and vet as Windows sees the code
set -euo pipefail
source "$(dirname "$0")/steps.sh"

linux() { go build -trimpath -buildvcs=false -tags "$TAGS" -ldflags "-s -w" -o bin/ecritoire .; }

windows() {
  export GOOS=windows CGO_ENABLED=0
  go build -trimpath -buildvcs=false -tags desktop,production -ldflags "-s -w -H windowsgui" -o bin/ecritoire.exe .
  go vet -trimpath -tags desktop,production ./...
}

case "${1:-linux}" in
  linux) step "Construction de l’application (deux minutes la première fois)" "building the application (two minutes the first time)" linux ;;
  windows) step "Construction et contrôle pour Windows" "building and vetting for Windows" windows ;;
  *) stop "Usage : build/application.sh linux|windows" "Usage: build/application.sh linux|windows" ;;
esac
