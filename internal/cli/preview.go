package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

var errMap = &review.Error{Code: "map", Kind: review.Misused,
	Message: review.Text{FR: "La correspondance « %s » n’est pas comprise.", EN: "The mapping “%s” is not understood."},
	Hint:    review.Text{FR: "Écrivez champ=colonne ; champs : " + fieldList() + ".", EN: "Write field=column; fields: " + fieldList() + "."}}

func fieldList() string {
	all := []string{}
	for _, f := range review.Fields() {
		all = append(all, string(f))
	}
	return strings.Join(all, ", ")
}

// mapping reads "field=column" pairs; nil where there are none.
func mapping(pairs []string) (review.Mapping, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	m := review.Mapping{}
	for _, pair := range pairs {
		field, column, found := strings.Cut(pair, "=")
		if !found || column == "" || !slices.Contains(review.Fields(), review.Field(field)) {
			return nil, errMap.Naming(pair)
		}
		m[review.Field(field)] = column
	}
	return m, nil
}

func (p *program) previewAll(ctx context.Context, d *desk.Desk, files []string, o desk.ImportOptions) error {
	for _, f := range files {
		v, err := d.Look(ctx, f, o)
		if err != nil {
			return err
		}
		if err := p.preview(v); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) preview(v review.Preview) error {
	if p.json {
		return p.line(struct {
			review.Preview
			Rows []any `json:"rows"`
		}{v, previewRows(v.Rows)})
	}
	format := v.Format
	if format == "" {
		format = p.say("format incertain", "format unsure")
	}
	err := p.printf(p.say("%s (sûr à %.0f %%) · %s, %s\n", "%s (%.0f%% sure) · %s, %s\n"), format, 100*v.Confidence, v.Container, v.Encoding)
	for _, c := range v.Columns {
		err = errors.Join(err, p.printf("  %s → %s\n", c.Name, p.becomes(c)))
	}
	for _, r := range v.Rows {
		err = errors.Join(err, p.previewRow(r))
	}
	return err
}

func (p *program) becomes(c review.Column) string {
	switch {
	case c.Dropped:
		return p.say("non importée", "dropped at the door")
	case c.Field == "":
		return p.say("non utilisée", "not used")
	default:
		return string(c.Field)
	}
}

func (p *program) previewRow(r review.Row) error {
	if r.Rejected != nil {
		return p.printf(p.say("  ligne %d mise de côté : %s\n", "  line %d kept aside: %s\n"), r.Rejected.Line, r.Rejected.Reason.In(p.Language))
	}
	return p.printf("  %s · %s · %s\n", r.Review.WrittenAt.In(review.Paris).Format("2006-01-02"), r.Review.Sentiment, headline(r.Review))
}

func previewRows(rows []review.Row) []any {
	all := []any{}
	for _, r := range rows {
		if r.Rejected != nil {
			all = append(all, map[string]any{"line": r.Rejected.Line, "rejected": r.Rejected.Reason.EN})
			continue
		}
		all = append(all, reviewJSON(r.Review))
	}
	return all
}
