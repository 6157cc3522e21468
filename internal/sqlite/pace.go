package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// Paces reads what was measured of every model on this machine, the newest
// first.
func (s *Store) Paces(ctx context.Context) ([]review.Pace, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT hash, model, load_s, first_token_s, prompt_tokens, prompt_tokens_per_s, tokens_per_s,
		measured_at, drafts, draft_s, cache_reuse FROM pace ORDER BY measured_at DESC, model, hash`)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, scanPace)
	return all, explain(err)
}

func scanPace(rows *sql.Rows) (p review.Pace, err error) {
	var at int64
	err = rows.Scan(&p.Hash, &p.Model, &p.Load, &p.FirstToken, &p.PromptTokens, &p.PromptPerSecond, &p.TokensPerSecond,
		&at, &p.Drafts, &p.DraftSeconds, &p.CacheReuse)
	if at != 0 {
		p.MeasuredAt = time.UnixMilli(at).UTC()
	}
	return p, err
}

// SetPace keeps what is known of one model's pace.
func (s *Store) SetPace(ctx context.Context, p review.Pace) error {
	at := int64(0)
	if !p.MeasuredAt.IsZero() {
		at = millis(p.MeasuredAt)
	}
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO pace (hash, model, load_s, first_token_s, prompt_tokens, prompt_tokens_per_s, tokens_per_s,
			measured_at, drafts, draft_s, cache_reuse) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
			p.Hash, p.Model, p.Load, p.FirstToken, p.PromptTokens, p.PromptPerSecond, p.TokensPerSecond, at, p.Drafts, p.DraftSeconds, p.CacheReuse)
		return err
	})
}
