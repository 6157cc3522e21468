package sheet

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
)

// What befell a sheet from one pack to the next.
const (
	Added   = "added"
	Changed = "changed"
	Gone    = "gone"
)

// Change is one sheet that is not the same in two packs.
type Change struct {
	What   string   `json:"what"` // Added, Changed or Gone
	Sheet  string   `json:"sheet"`
	Kind   string   `json:"kind"`
	Title  string   `json:"title"`
	URL    string   `json:"url"`
	Before string   `json:"before"` // the old sheet's date, YYYY-MM-DD, "" where it is new
	After  string   `json:"after"`  // the new sheet's date, "" where it is gone
	Lost   []string `json:"lost"`   // passages of the old sheet that the new one does not hold: what a reply must not stand on any more
}

// Compare tells what changed from one pack to another, by audience and sheet.
// A sheet whose date alone moved is not changed: it was looked at again and
// says the same.
func Compare(ctx context.Context, before, after *Pack) ([]Change, error) {
	was, err := before.versions(ctx)
	if err != nil {
		return nil, err
	}
	is, err := after.versions(ctx)
	if err != nil {
		return nil, err
	}
	changes := []Change{}
	for key, old := range was {
		now := is[key]
		if now.hash == old.hash {
			continue
		}
		c, err := changed(ctx, before, old, after, now)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	for key, now := range is {
		if _, stood := was[key]; !stood {
			c := now.change(Added)
			c.After, c.Lost = now.date, []string{}
			changes = append(changes, c)
		}
	}
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Sheet, b.Sheet)) })
	return changes, nil
}

// changed tells what became of a sheet; now is empty where it is gone.
func changed(ctx context.Context, before *Pack, old version, after *Pack, now version) (Change, error) {
	c := old.change(Gone)
	if now.hash != "" {
		c = now.change(Changed)
	}
	c.Before, c.After = old.date, now.date
	var err error
	c.Lost, err = lost(ctx, before, old, after, now)
	return c, err
}

// version is a sheet as it stands in one pack.
type version struct {
	number                              int
	sheet, kind, title, url, date, hash string
}

func (v version) change(what string) Change {
	return Change{What: what, Sheet: v.sheet, Kind: v.kind, Title: v.title, URL: v.url}
}

func (p *Pack) versions(ctx context.Context) (map[[2]string]version, error) {
	all := map[[2]string]version{}
	err := p.rows(ctx, "SELECT id, sheet, kind, title, url, date, hash FROM sheet", func(r *sql.Rows) error {
		v := version{}
		err := r.Scan(&v.number, &v.sheet, &v.kind, &v.title, &v.url, &v.date, &v.hash)
		if err == nil && (v.number < 0 || v.number >= len(p.sheets)) {
			err = errDamaged
		}
		all[[2]string{v.kind, v.sheet}] = v
		return err
	})
	return all, err
}

// lost gives the old sheet's passages that the new one does not hold; all of
// them where the sheet is gone.
func lost(ctx context.Context, before *Pack, old version, after *Pack, now version) ([]string, error) {
	had, err := before.texts(ctx, old.number)
	if err != nil {
		return nil, err
	}
	has := []string{}
	if now.hash != "" {
		if has, err = after.texts(ctx, now.number); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(had, func(s string) bool { return slices.Contains(has, s) }), nil
}

func (p *Pack) texts(ctx context.Context, number int) ([]string, error) {
	all := []string{}
	err := p.rows(ctx, "SELECT text FROM passage WHERE id >= ? AND id < ? ORDER BY id", func(r *sql.Rows) error {
		text := ""
		err := r.Scan(&text)
		all = append(all, text)
		return err
	}, p.first[number], p.first[number+1])
	return all, err
}
