package desk

import (
	"context"
	"regexp"

	"ecritoire/internal/review"
)

// ErrPackName: the name cannot be that of a file on every system.
var ErrPackName = &review.Error{Code: "pack_name", Kind: review.Misused,
	Message: review.Text{FR: "Ce nom de paquet ne convient pas.", EN: "This name will not do for a pack."},
	Hint:    review.Text{FR: "De petites lettres sans accent, des chiffres et des traits d’union, 40 au plus.", EN: "Small letters without accents, digits and hyphens, 40 at most."}}

var packName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// BuildSheets makes a pack of reference sheets of that name from sources: npm
// packages, DILA's archive, a folder of the service's own documents, a CSV of
// canned answers. One of that name that was there is replaced at the very end.
func (d *Desk) BuildSheets(ctx context.Context, name string, sources []string, progress func(review.Progress)) (review.Pack, error) {
	if !packName.MatchString(name) {
		return review.Pack{}, ErrPackName
	}
	p, err := d.parts.Sheets.Build(ctx, name, sources, progress)
	return p, asStopped(err)
}

// Packs lists the packs of reference sheets.
func (d *Desk) Packs(ctx context.Context) ([]review.Pack, error) { return d.parts.Sheets.Packs(ctx) }

// SearchSheets gives at most n sheets for a question, 1 to 50, the likeliest
// first.
func (d *Desk) SearchSheets(ctx context.Context, question string, n int) ([]review.Hit, error) {
	return d.parts.Sheets.Search(ctx, question, min(max(n, 1), 50))
}
