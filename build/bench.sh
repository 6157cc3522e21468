#!/usr/bin/env bash
# Every figure of the documents, measured on this machine: each benchmark five
# times, and the median of what it reports; all of it is in artifacts/bench.txt.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

rooms() {
  mkdir -p artifacts
  go test -run '^$' -bench . -count 5 ./internal/... ./app | tee artifacts/bench.txt | medians
}

# medians reads benchmark lines, “name runs value unit value unit…”, and gives
# one line per name and unit.
medians() {
  awk '/^Benchmark/ { for (i = 3; i < NF; i += 2) print $1, $(i + 1), $i }' |
    sort -k1,1 -k2,2 -k3,3g |
    awk '{ if ($1 " " $2 != at) { show(); at = $1 " " $2; n = 0 } all[n++] = $3 }
         END { show() }
         function show() { if (n) printf "  %-32s %14s %s\n", name(at, 1), all[int(n / 2)], name(at, 2) }
         function name(s, i,  part) { split(s, part, " "); return part[i] }'
}

# planted prints the tables of what is found of planted data and planted facts.
planted() { go test -run '^$' -bench Planted "./internal/$1"; }

case "${1:-all}" in
  privacy)
    step "Données personnelles : ce qui est trouvé, par sorte" "personal data: what is found, by kind" planted privacy
    step "Contrôles : ce qui est trouvé des faits faux" "checks: what is found of false facts" planted check
    exit
    ;;
  all) ;;
  *) stop "Usage : build/bench.sh [privacy]" "Usage: build/bench.sh [privacy]" ;;
esac

step "Mesures des pièces : médianes de cinq (quelques minutes)" "the rooms’ benchmarks: medians of five (some minutes)" rooms
build/window.sh paint
