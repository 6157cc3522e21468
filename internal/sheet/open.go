package sheet

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"
)

// Pack is an open pack. It is safe for several searches at once.
type Pack struct {
	db         *sql.DB
	info       Info
	sheets     []entry
	first      []int // the first passage of each sheet, and one past the last
	lengths    [fields][]float32
	mean       [fields]float64
	passages   []float32  // length of each passage, in terms
	passage    float64    // their mean
	popular    []float32  // how many pages speak of each sheet, as a logarithm
	edges      [][2]int32 // which sheet speaks of which
	words      []string   // stems that typing errors may be read as, the commonest first
	dimensions int
	scales     []float32 // of each sheet's vector
	vectors    []int8    // dimensions for each sheet, one sheet behind the other
	families   bridge    // stems of one family
	shorts     bridge    // abbreviations
}

// entry is what a search must know of each sheet.
type entry struct {
	sheet, kind string
	asks        bool // its title is a question
	servants    bool // for public servants alone
	twin        int  // the sheet that stands for all with its id, itself for most
}

// Open opens a pack for searching. The file is never written to, and is
// looked at before anything is believed: ErrNotAPack, ErrPackFormat.
func Open(ctx context.Context, path string) (*Pack, error) {
	db, err := sql.Open("sqlite", fileURL(path, "mode=ro&immutable=1&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=query_only(1)"))
	if err != nil {
		return nil, ErrNotAPack.With(err)
	}
	p := &Pack{db: db}
	if err := p.load(ctx); err != nil {
		return nil, errors.Join(refused(ctx, err), db.Close())
	}
	return p, nil
}

// refused turns what SQLite says of a file that is no pack into our words.
func refused(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrPackFormat):
		return err
	default:
		return ErrNotAPack.With(err)
	}
}

// Close closes the file.
func (p *Pack) Close() error { return p.db.Close() }

// Info gives what the pack says of itself.
func (p *Pack) Info() Info { return p.info }

func (p *Pack) load(ctx context.Context) error {
	if err := p.identify(ctx); err != nil {
		return err
	}
	if err := p.loadInfo(ctx); err != nil {
		return err
	}
	if err := p.loadSheets(ctx); err != nil {
		return err
	}
	if err := p.loadBridges(ctx); err != nil {
		return err
	}
	return p.loadArrays(ctx)
}

func (p *Pack) identify(ctx context.Context) error {
	id, format := 0, 0
	if err := p.db.QueryRowContext(ctx, "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version").Scan(&id, &format); err != nil {
		return err
	}
	if id != packID {
		return errors.New("another kind of file")
	}
	if format != packFormat {
		return ErrPackFormat
	}
	return nil
}

func (p *Pack) loadInfo(ctx context.Context) error {
	built := ""
	row := p.db.QueryRowContext(ctx, "SELECT name, hash, built_at, sheets, passages, dimensions FROM pack")
	if err := row.Scan(&p.info.Name, &p.info.Hash, &built, &p.info.Sheets, &p.info.Passages, &p.dimensions); err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, built)
	if err != nil {
		return err
	}
	p.info.BuiltAt = at
	return p.rows(ctx, "SELECT name, licence, date, hash, sheets, unread FROM source ORDER BY id", func(r *sql.Rows) error {
		s := Source{}
		err := r.Scan(&s.Name, &s.Licence, &s.Date, &s.Hash, &s.Sheets, &s.Unread)
		p.info.Sources = append(p.info.Sources, s)
		return err
	})
}

func (p *Pack) loadSheets(ctx context.Context) error {
	err := p.rows(ctx, "SELECT sheet, kind, title, path, first FROM sheet ORDER BY id", func(r *sql.Rows) error {
		e, first, title, path := entry{}, 0, "", ""
		if err := r.Scan(&e.sheet, &e.kind, &title, &path, &first); err != nil {
			return err
		}
		e.asks, e.servants = strings.HasSuffix(title, "?"), forServants(title, path)
		p.sheets, p.first = append(p.sheets, e), append(p.first, first)
		return nil
	})
	p.first = append(p.first, p.info.Passages)
	p.pair()
	return err
}

func (p *Pack) loadBridges(ctx context.Context) error {
	var err error
	if p.families, err = loadBridge(ctx, p, "family"); err != nil {
		return err
	}
	p.shorts, err = loadBridge(ctx, p, "short")
	return err
}

func (p *Pack) rows(ctx context.Context, query string, each func(*sql.Rows) error, args ...any) error {
	rows, err := p.db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func listed(s string) ([]string, error) {
	all := []string{}
	err := json.Unmarshal([]byte(s), &all)
	if all == nil {
		all = []string{} // what a pack says for none
	}
	return all, err
}
