package desk

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"ecritoire/internal/review"
)

// pace finds what was measured of a model: of this very one where hash is
// given, else of the newest that bears its name.
func (d *Desk) pace(ctx context.Context, model, hash string) (review.Pace, bool, error) {
	all, err := d.parts.Store.Paces(ctx)
	if err != nil {
		return review.Pace{}, false, err
	}
	for _, p := range all {
		if sameModel(p.Model, model) && (hash == "" || p.Hash == hash) {
			return p, true, nil
		}
	}
	return review.Pace{Model: model, Hash: hash}, false, nil
}

// sameModel compares names as the server does: without a tag, "latest" is
// meant, and case does not matter.
func sameModel(a, b string) bool {
	return strings.EqualFold(strings.TrimSuffix(a, ":latest"), strings.TrimSuffix(b, ":latest"))
}

// timed keeps how long a draft took. A figure that cannot be kept is no reason
// to lose the draft: it goes to the log.
func (d *Desk) timed(ctx context.Context, r review.Reply, took time.Duration) {
	if r.Writer != review.WriterOllama || r.Model == "" {
		return
	}
	p, _, err := d.pace(ctx, r.Model, r.ModelHash)
	if err == nil {
		err = d.parts.Store.SetPace(ctx, p.Timed(took, r.Speed))
	}
	if err != nil {
		slog.Warn("pace not kept", "cause", err)
	}
}
