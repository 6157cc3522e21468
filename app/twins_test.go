package app

import (
	"context"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// endless never finds twins: it searches until it is ended.
type endless struct {
	desk.Store
	began chan struct{}
}

func (s endless) Twins(ctx context.Context, _ int64, _ int) ([]review.Review, error) {
	s.began <- struct{}{}
	<-ctx.Done()
	return nil, ctx.Err()
}

// TestLeafingEndsTheSearchBefore: of a thousand reviews opened one after the
// other, one search is at work.
func TestLeafingEndsTheSearchBefore(t *testing.T) {
	store := endless{began: make(chan struct{})}
	a := New(desk.New(desk.Parts{Store: store}), About{})
	ended := make(chan error)
	for id := range int64(20) {
		go func() { _, err := a.Twins(id); ended <- err }()
		<-store.began
		if id == 0 {
			continue
		}
		if err := <-ended; err != nil {
			t.Fatalf("the search that was ended: %v", err)
		}
	}
	a.twins.stop()
	<-ended
}
