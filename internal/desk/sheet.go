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

// Built is a pack that was made, with what is not the same as in the one of
// that name before: none where there was none.
type Built struct {
	review.Pack
	Changes []review.SheetChange `json:"-"`
	Added   int                  `json:"added"`
	Changed int                  `json:"changed"`
	Gone    int                  `json:"gone"`
	Cited   int                  `json:"cited"` // versions in force that cite a sheet which changed or went away
}

// BuildSheets makes a pack of reference sheets of that name from sources: npm
// packages, DILA's archive, a folder of the service's own documents, a CSV of
// canned answers. One of that name that was there is replaced at the very end,
// and the replies that cite what changed are listed for a look (Alerts).
func (d *Desk) BuildSheets(ctx context.Context, name string, sources []string, progress func(review.Progress)) (Built, error) {
	if !packName.MatchString(name) {
		return Built{}, ErrPackName
	}
	p, changes, err := d.parts.Sheets.Build(ctx, name, sources, progress)
	if err != nil {
		return Built{}, asStopped(err)
	}
	b := counted(p, changes)
	b.Cited, err = d.alert(ctx, changes)
	return b, err
}

func counted(p review.Pack, changes []review.SheetChange) Built {
	b := Built{Pack: p, Changes: changes}
	for _, c := range changes {
		switch c.What {
		case review.SheetAdded:
			b.Added++
		case review.SheetChanged:
			b.Changed++
		default:
			b.Gone++
		}
	}
	return b
}

// alert lists the replies that cite what changed or went away.
func (d *Desk) alert(ctx context.Context, changes []review.SheetChange) (int, error) {
	concerned := []review.SheetChange{}
	for _, c := range changes {
		if c.What != review.SheetAdded {
			concerned = append(concerned, c)
		}
	}
	if len(concerned) == 0 {
		return 0, nil
	}
	return d.parts.Store.Alert(ctx, concerned, d.now())
}

// CompareSheets tells what changed from one pack to another that stands beside
// it, and lists the replies that cite what changed (Alerts).
func (d *Desk) CompareSheets(ctx context.Context, before, after string) (Built, error) {
	changes, err := d.parts.Sheets.Compare(ctx, before, after)
	if err != nil {
		return Built{}, err
	}
	b := counted(review.Pack{Name: after, Sources: []review.PackSource{}}, changes)
	b.Cited, err = d.alert(ctx, changes)
	return b, err
}

// Alerts reads the replies and drafts that cite a sheet which changed, those
// already public first, at most 500.
func (d *Desk) Alerts(ctx context.Context, limit int) ([]review.Alert, error) {
	return d.parts.Store.Alerts(ctx, min(max(limit, 1), 500))
}

// SeeAlert takes an alert off the list, as the agent looked at the reply, or
// puts it back there.
func (d *Desk) SeeAlert(ctx context.Context, id int64, seen bool) error {
	return d.parts.Store.SeeAlert(ctx, id, seen)
}

// ReadSheet gives a whole sheet by its audience and id.
func (d *Desk) ReadSheet(ctx context.Context, kind, sheet string) (review.Sheet, error) {
	return d.parts.Sheets.Read(ctx, kind, sheet)
}

// Packs lists the packs of reference sheets.
func (d *Desk) Packs(ctx context.Context) ([]review.Pack, error) { return d.parts.Sheets.Packs(ctx) }

// SearchSheets gives at most n sheets for a question, 1 to 50, the likeliest
// first.
func (d *Desk) SearchSheets(ctx context.Context, question string, n int) ([]review.Hit, error) {
	n = min(max(n, 1), 50)
	hits, err := d.parts.Sheets.Search(ctx, question, max(n, fusedAmong))
	if err != nil {
		return nil, err
	}
	among := min(fusedAmong, len(hits))
	ordered := append(d.byMeaning(ctx, question, hits[:among:among]), hits[among:]...)
	return ordered[:min(n, len(ordered))], nil
}
