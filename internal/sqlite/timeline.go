package sqlite

import (
	"context"
	"database/sql"
	"time"

	"ecritoire/internal/review"
)

// Timeline reads what happened when. Reviews are counted by the hour, so that
// a day can be cut where the clock of Paris cuts it.
func (s *Store) Timeline(ctx context.Context) (review.Timeline, error) {
	t := review.Timeline{Arrivals: map[time.Time]int{}}
	rows, err := s.db.QueryContext(ctx, `SELECT written_at / 3600, count(*) FROM review GROUP BY 1`)
	if err != nil {
		return t, explain(err)
	}
	hours, err := collect(rows, scanHour)
	if err != nil {
		return t, explain(err)
	}
	for _, h := range hours {
		t.Arrivals[h.at] = h.reviews
	}
	t.Replies, err = s.replyTallies(ctx)
	return t, err
}

type hour struct {
	at      time.Time
	reviews int
}

func scanHour(rows *sql.Rows) (h hour, err error) {
	var since int64
	err = rows.Scan(&since, &h.reviews)
	h.at = time.Unix(since*3600, 0)
	return h, err
}
