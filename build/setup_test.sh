#!/usr/bin/env bash
# Tests build/setup.sh with a Go, a Node, a dpkg and an apt that only pretend.
set -euo pipefail
cd "$(dirname "$0")/.."

fakes=$(mktemp -d)
trap 'rm -rf "$fakes"' EXIT

# fake NAME BODY: the next runs see a command NAME that does BODY.
fake() {
  printf '#!/bin/sh\n%s\n' "$2" >"$fakes/$1"
  chmod +x "$fakes/$1"
}

# machine: everything installed, root.
machine() {
  rm -f "$fakes"/*
  fake go 'echo go1.26.8'
  fake node 'echo v20.20.2'
  fake npm 'echo 11.0.0'
  fake dpkg-query 'echo installed'
  fake apt-get 'echo "$@" >>"$(dirname "$0")/apt-calls"'
  fake id 'echo 0'
  fake sudo 'exit 1'
}

# expect STATUS PATTERN [apt PATTERN] runs setup.sh for $mode and compares.
mode=run
expect() {
  local status=0 said calls
  said=$(PATH="$fakes:/usr/bin:/bin" build/setup.sh "$mode" 2>&1 </dev/null) || status=$?
  calls=$(cat "$fakes/apt-calls" 2>/dev/null || true)
  [ "$status" = "$1" ] || fail "ended with $status instead of $1: $said"
  [[ $said =~ $2 ]] || fail "did not say “$2”: $said"
  [[ $calls =~ ${3:-^--version$|^$} ]] || fail "called apt-get with: $calls"
}

fail() {
  printf '✗ setup.sh, %s: it %s\n' "$case" "$1" >&2
  exit 1
}

lacks='[ "$4" = gcc ] && echo not-installed || echo installed'

case="nothing missing"; machine; expect 0 '^$' '^$'
case="a newer Go"; machine; fake go 'echo go1.30rc1'; expect 0 '^$' '^$'
case="no Go"; machine; fake go 'exit 127'; expect 1 'Il manque Go.*1\.26.*Go is missing.*1\.26' '^$'
case="an old Go"; machine; fake go 'echo go1.25.9'; expect 1 'Go 1\.25\.9 est trop ancien.*1\.26.*too old'
case="an old Node"; machine; fake node 'echo v18.19.0'; expect 1 'Node\.js 18\.19\.0 est trop ancien.*20\.19'
case="no Node"; machine; fake node 'exit 127'; expect 1 'Il manque Node\.js'
case="no npm"; machine; fake npm 'exit 127'; expect 1 'Il manque npm'
case="a package missing, root"; machine; fake dpkg-query "$lacks"; expect 0 'gcc' 'install -q -y --no-install-recommends gcc$'
case="a package missing, sudo without a password"; machine; fake dpkg-query "$lacks"; fake id 'echo 1000'
fake sudo '[ "$1" = -n ] && exit 0; shift; exec "$@"'; expect 0 'gcc' 'install -q -y --no-install-recommends gcc$'
case="a package missing, neither root nor sudo"; machine; fake dpkg-query "$lacks"; fake id 'echo 1000'
expect 1 'À taper : sudo apt-get install gcc'
case="the runtime’s packages"; mode=runtime; machine; fake dpkg-query 'echo not-installed'
expect 0 'nlohmann-json3-dev' 'install .* gcc g\+\+ clang-16 libc6-dev make cmake nlohmann-json3-dev libstb-dev$'
case="the tests need the runtime’s too"; mode=test; expect 0 'webkit2gtk-driver' 'libwebkit2gtk-4.1-dev .*libstb-dev .*xvfb'
case="running needs none of the runtime’s"; mode=run; machine; fake dpkg-query '[ "$4" = cmake ] && echo not-installed || echo installed'
expect 0 '^$' '^$'
case="no such mode"; mode=everything; machine; expect 1 'Usage' '^$'
printf 'setup.sh: ok\n'
