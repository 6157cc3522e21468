#!/usr/bin/env bash
# Opens the window on the bundled sample queue; without a display, takes that
# queue through the whole job and says where the replies are.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

readonly OUT=artifacts/demo

build/sheets.sh fetch
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  build/sheets.sh install
  printf '\n▸ Ouverture de la fenêtre · opening the window\n'
  exec bin/ecritoire --sample
fi
rm -rf "$OUT"
step "Pas d’écran ici : démonstration sans fenêtre" "no display here: the demonstration without a window" \
  bin/ecritoire demo --out "$OUT"
printf '\nLes réponses sont dans %s · the replies are in %s\n' "$PWD/$OUT" "$PWD/$OUT"
