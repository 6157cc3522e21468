# Sourced by the scripts beside it: where they stand, how they speak.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What the window is built with. The tests’ tags "window" and "model" are added for vet and
# staticcheck only.
readonly TAGS=desktop,production,webkit2_41
readonly EVERY_TAG=$TAGS,window,model

# step FRENCH ENGLISH COMMAND… announces a command, runs it, says how long it took.
step() {
  local began=$SECONDS
  printf '\n▸ %s · %s\n' "$1" "$2"
  "${@:3}"
  printf '  %d s\n' "$((SECONDS - began))"
}

# stop FRENCH ENGLISH ends with both sentences on stderr.
stop() {
  printf '✗ %s\n  %s\n' "$1" "$2" >&2
  exit 1
}
