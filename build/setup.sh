#!/usr/bin/env bash
# Checks Go, Node and npm, and installs the Debian packages that are missing.
#   build/setup.sh run       what building and opening the window takes
#   build/setup.sh runtime   what building the model runtime takes
#   build/setup.sh test      all of it, and what the tests take
set -euo pipefail
source "$(dirname "$0")/steps.sh"

readonly GO_NEEDED=1.26 NODE_NEEDED=20.19
readonly WINDOW=(gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev)
readonly RUNTIME=(gcc g++ clang-16 libc6-dev make cmake nlohmann-json3-dev libstb-dev)
readonly TESTS=(git xvfb dbus-daemon webkit2gtk-driver at-spi2-core x11-utils imagemagick chromium fonts-dejavu-core)
readonly mode=${1:-run}
case "$mode" in
  run) packages=("${WINDOW[@]}") ;;
  runtime) packages=("${RUNTIME[@]}") ;;
  test) packages=("${WINDOW[@]}" "${RUNTIME[@]}" "${TESTS[@]}") ;;
  *) stop "Usage : build/setup.sh run|runtime|test" "Usage: build/setup.sh run|runtime|test" ;;
esac

# at_least FOUND NEEDED
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# need NAME NEEDED FOUND SOURCE: FOUND is empty where NAME is not installed.
need() {
  [ -n "$3" ] || stop "Il manque $1 : installez la version $2 ou une plus récente ($4)." \
    "$1 is missing: install version $2 or newer ($4)."
  at_least "$3" "$2" || stop "$1 $3 est trop ancien : il faut la version $2 ou une plus récente ($4)." \
    "$1 $3 is too old: version $2 or newer is needed ($4)."
}

go_found() { (cd / && GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed 's/^go//; s/[^0-9.].*//') || true; }
node_found() { (node --version 2>/dev/null | sed 's/^v//') || true; }
npm_found() { npm --version 2>/dev/null || true; }

missing_packages() {
  local package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
  done
}

# apt COMMAND…: as root, or by sudo where it may ask for a password or needs none.
apt() {
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    sudo DEBIAN_FRONTEND=noninteractive apt-get "$@"
  fi
}

may_install() {
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null || return
  [ -t 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
  apt-get --version >/dev/null 2>&1 && may_install || stop \
    "Il manque des paquets et ce compte ne peut pas les installer. À taper : sudo apt-get install ${missing[*]}" \
    "Packages are missing and this account may not install them. Type: sudo apt-get install ${missing[*]}"
  apt update -q
  apt install -q -y --no-install-recommends "${missing[@]}"
}

elsewhere() {
  [ "$mode" = runtime ] || pkg-config --exists webkit2gtk-4.1 2>/dev/null || stop \
    "Ce système n’a pas dpkg : installez l’équivalent de ${packages[*]}." \
    "This system has no dpkg: install what corresponds to ${packages[*]}."
}

need Go "$GO_NEEDED" "$(go_found)" https://go.dev/dl/
need Node.js "$NODE_NEEDED" "$(node_found)" https://nodejs.org/
need npm 9 "$(npm_found)" https://nodejs.org/
command -v dpkg-query >/dev/null || { elsewhere; exit 0; }
mapfile -t missing < <(missing_packages)
[ ${#missing[@]} = 0 ] || step "Installation des paquets manquants : ${missing[*]}" "installing missing packages" install_packages
