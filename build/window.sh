#!/usr/bin/env bash
# Drives bin/ecritoire through its window, on a display of its own.
#   build/window.sh test    the journeys, and the page in Chromium; pictures in artifacts/
#   build/window.sh bench   first paint, frames, filters, growth, at a million reviews
#   build/window.sh paint   from start to first paint, alone
#   build/window.sh memory  what it holds after a night of drafts
set -euo pipefail
source "$(dirname "$0")/steps.sh"

# Where a part is missing the tests skip; here it was installed, so they fail.
export ECRITOIRE_WINDOW=required

shim() {
  # shellcheck disable=SC2046 # several flags
  cc -shared -fPIC -Wall -O2 $(pkg-config --cflags webkit2gtk-4.1) -o bin/webdriver-shim.so build/webdriver/shim.c
}

# displayed COMMAND… runs it on a display and a bus of its own. -noreset: else
# the display starts over when one application ends, and fails the next.
displayed() {
  local number server
  coproc DISPLAY_SERVER { exec Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp -noreset 2>/dev/null; }
  server=$DISPLAY_SERVER_PID
  # shellcheck disable=SC2064 # the pid as it is now
  trap "kill $server" EXIT
  read -r number <&"${DISPLAY_SERVER[0]}"
  env -u WAYLAND_DISPLAY GDK_BACKEND=x11 "DISPLAY=:$number" dbus-run-session -- "$@"
}

# million makes the profile once, through the store itself; one that was left
# half made is made anew.
million() {
  [ -f artifacts/million/whole ] && return
  rm -rf artifacts/million
  mkdir -p artifacts/million
  ECRITOIRE_MILLION=$PWD/artifacts/million go test -run '^$' -bench Million -benchtime 1x -timeout 30m ./internal/sqlite
  touch artifacts/million/whole
}

case "${1:-test}" in
  test)
    shim
    step "Parcours au clavier dans la vraie fenêtre" "journeys by keyboard in the real window" \
      displayed go test -count=1 -tags window -v ./internal/windowtest
    step "Écrans mesurés par axe dans Chromium" "screens measured by axe in Chromium" \
      go test -count=1 -tags window -timeout 40m ./internal/browsertest
    ;;
  bench)
    shim
    step "Un million d’avis, gardé dans artifacts/million (deux minutes la première fois)" "a million reviews, kept in artifacts/million (two minutes the first time)" million
    step "Fenêtre sur un million d’avis" "the window on a million reviews" \
      displayed env "ECRITOIRE_BENCH_PROFILE=$PWD/artifacts/million" go test -count=1 -tags window -run '^$' -bench 'Frames|Typed|Walk' -benchtime 1x -timeout 30m ./internal/windowtest
    build/window.sh paint
    ;;
  paint)
    step "Premier affichage de la fenêtre" "first paint of the window" \
      displayed go test -tags window -run '^$' -bench FirstPaint -benchtime 7x ./internal/windowtest
    ;;
  memory)
    step "Mémoire au repos, après une file de brouillons" "memory at rest, after a queue of drafts" \
      displayed go test -tags window -run '^$' -bench IdleMemory -benchtime 1x ./internal/windowtest
    ;;
  *) stop "Usage : build/window.sh test|bench|paint|memory" "Usage: build/window.sh test|bench|paint|memory" ;;
esac
