package sheet

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"ecritoire/internal/review"
)

// Compare tells what changed from one pack to another, by audience and sheet.
// A sheet whose date alone moved is not changed: it was looked at again and
// says the same.
func Compare(ctx context.Context, before, after *Pack) ([]review.SheetChange, error) {
	was, err := before.versions(ctx)
	if err != nil {
		return nil, err
	}
	is, err := after.versions(ctx)
	if err != nil {
		return nil, err
	}
	changes := []review.SheetChange{}
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
			c := now.change(review.SheetAdded)
			c.After, c.Lost = now.date, []string{}
			changes = append(changes, c)
		}
	}
	slices.SortFunc(changes, func(a, b review.SheetChange) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Sheet, b.Sheet))
	})
	return changes, nil
}

// changed tells what became of a sheet; now is empty where it is gone.
func changed(ctx context.Context, before *Pack, old version, after *Pack, now version) (review.SheetChange, error) {
	c := old.change(review.SheetGone)
	if now.hash != "" {
		c = now.change(review.SheetChanged)
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

func (v version) change(what string) review.SheetChange {
	return review.SheetChange{What: what, Sheet: v.sheet, Kind: v.kind, Title: v.title, URL: v.url}
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
