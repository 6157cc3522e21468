package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"unicode"

	"ecritoire/internal/reading"
)

// forgotten is where a person may be named beside the reviews: questions to the
// assistant, missing sheets, searches kept as views, and the columns of files
// without a header, whose first row stands for one.
var forgotten = []struct{ look, forget string }{
	{`SELECT id, text || char(10) || answer FROM question`, `DELETE FROM question WHERE id = ?`},
	{`SELECT id, question FROM missing_sheet`, `DELETE FROM missing_sheet WHERE id = ?`},
	{`SELECT name, name || char(10) || coalesce(filter ->> '$.filter.search', '') FROM named_view`, `DELETE FROM named_view WHERE name = ?`},
	{`SELECT key, value FROM setting WHERE key LIKE 'mapping.%'`, `DELETE FROM setting WHERE key = ?`},
	{`SELECT id, origin FROM batch`, `UPDATE batch SET origin = json_remove(origin, '$.header', '$.mapping') WHERE id = ?`},
}

// person is the words that point to somebody. They are found as a search finds
// them, and then as they are written, but for case and accents: a name has no
// stem, and Martin is not Martinique.
type person struct {
	query reading.Query
	words []string // folded; those with a star are left to the search
}

func pointer(words string) person {
	who := person{query: reading.ReadQuery(words)}
	for word := range strings.FieldsSeq(words) {
		if !strings.HasSuffix(word, "*") {
			who.words = append(who.words, plainWords(word)...)
		}
	}
	return who
}

func plainWords(text string) []string {
	return strings.FieldsFunc(reading.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func (p person) named(text string) bool {
	if !p.query.Matches(reading.Stems(text)) {
		return false
	}
	there := plainWords(text)
	return !slices.ContainsFunc(p.words, func(word string) bool { return !slices.Contains(there, word) })
}

// ForgetAbout erases all but reviews and the quarantine in which all of these
// words stand.
func (s *Store) ForgetAbout(ctx context.Context, words string) error {
	who := pointer(words)
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, f := range forgotten {
			keys, err := naming(ctx, tx, who, f.look)
			if err != nil {
				return err
			}
			for _, key := range keys {
				if _, err := tx.ExecContext(ctx, f.forget, key); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// naming gives the keys of the rows whose text matches.
func naming(ctx context.Context, tx *sql.Tx, who person, question string) (keys []any, err error) {
	rows, err := tx.QueryContext(ctx, question)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var key any
		var text string
		if err := rows.Scan(&key, &text); err != nil {
			return nil, err
		}
		if who.named(text) {
			keys = append(keys, key)
		}
	}
	return keys, rows.Err()
}
