package sheet

import (
	"context"
	"database/sql"
	"errors"

	"ecritoire/internal/review"
)

// ErrNoSuchSheet: the pack does not hold it.
var ErrNoSuchSheet = &review.Error{Code: "sheets_no_such_sheet", Kind: review.Misused,
	Message: review.Text{FR: "Cette fiche n’est pas dans le paquet.", EN: "This sheet is not in the pack."},
	Hint:    review.Text{FR: "Elle a pu être retirée par la source : cherchez celle qui la remplace.", EN: "Its source may have withdrawn it: look for the one that replaces it."}}

// Read gives a whole sheet by its audience and id.
func (p *Pack) Read(ctx context.Context, kind, id string) (review.Sheet, error) {
	s, path, number := review.Sheet{Pack: p.info.Name, Sections: []review.Section{}}, "", 0
	row := p.db.QueryRowContext(ctx, `SELECT sheet.id, sheet, kind, title, url, sheet.date, summary, path, source.name, licence
		FROM sheet JOIN source ON source.id = sheet.source WHERE kind = ? AND sheet = ?`, kind, id)
	err := row.Scan(&number, &s.Sheet, &s.Kind, &s.Title, &s.URL, &s.Date, &s.Summary, &path, &s.Source, &s.Licence)
	if errors.Is(err, sql.ErrNoRows) {
		return review.Sheet{}, ErrNoSuchSheet
	}
	if err != nil {
		return review.Sheet{}, refused(ctx, err)
	}
	if number < 0 || number >= len(p.sheets) {
		return review.Sheet{}, ErrNotAPack.With(errDamaged)
	}
	if s.Path, err = listed(path); err != nil {
		return review.Sheet{}, ErrNotAPack.With(err)
	}
	err = p.readSections(ctx, &s, number)
	return s, err
}

func (p *Pack) readSections(ctx context.Context, s *review.Sheet, number int) error {
	err := p.rows(ctx, "SELECT heading, text FROM passage WHERE id >= ? AND id < ? ORDER BY id", func(r *sql.Rows) error {
		one, heading := review.Section{}, ""
		if err := r.Scan(&heading, &one.Text); err != nil {
			return err
		}
		var err error
		one.Heading, err = listed(heading)
		s.Sections = append(s.Sections, one)
		return err
	}, p.first[number], p.first[number+1])
	if err != nil {
		return refused(ctx, err)
	}
	return nil
}
