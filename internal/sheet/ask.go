package sheet

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// wanted is one term of a query, its own or one that a bridge added.
type wanted struct {
	term      string
	own, pair bool
	gain      float64 // its rarity times how far it is believed
	postings  []byte
	places    []byte
	vector    []byte
}

// queryMost bounds the words of a query that are read: a long review is
// searched by its beginning.
const queryMost = 64

// ask looks the query's words up, with those that the bridges lead to. A word
// that the pack does not know is read as the nearest one that it knows; where
// there is none it stays, without postings: what it tells is missing.
func (p *Pack) ask(ctx context.Context, query string, w weighing) ([]wanted, error) {
	own := terms(query)
	own = own[:min(queryMost, len(own))]
	if err := p.correct(ctx, own); err != nil {
		return nil, err
	}
	sought := p.beyond(own, w)
	for _, t := range pairs(own) {
		sought[t] = wanted{term: t, own: true, pair: true, gain: 1}
	}
	for _, t := range own {
		sought[t] = wanted{term: t, own: true, gain: 1}
	}
	all, err := p.lookUp(ctx, sought)
	for _, t := range sought {
		if t.own && !t.pair {
			t.gain = p.rarity(t.term, 0)
			all = append(all, t)
		}
	}
	return all, err
}

// lookUp takes what the pack knows out of sought.
func (p *Pack) lookUp(ctx context.Context, sought map[string]wanted) ([]wanted, error) {
	all, names := []wanted{}, []any{}
	for t := range sought {
		names = append(names, t)
	}
	if len(names) == 0 {
		return all, nil
	}
	marks := strings.Repeat(",?", len(names))[1:]
	err := p.rows(ctx, "SELECT term, sheets, postings, places, vector FROM term WHERE term IN ("+marks+") ORDER BY term", func(r *sql.Rows) error {
		found, holding := wanted{}, 0
		err := r.Scan(&found.term, &holding, &found.postings, &found.places, &found.vector)
		t := sought[found.term]
		t.postings, t.places, t.vector = found.postings, found.places, found.vector
		t.gain *= p.rarity(found.term, holding)
		all = append(all, t)
		delete(sought, found.term)
		return err
	}, names...)
	return all, err
}

// correct puts the nearest known word in the place of an unknown one.
func (p *Pack) correct(ctx context.Context, own []string) error {
	for i, t := range own {
		known := 0
		err := p.db.QueryRowContext(ctx, "SELECT 1 FROM term WHERE term = ?", t).Scan(&known)
		if errors.Is(err, sql.ErrNoRows) {
			own[i] = p.nearest(t)
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// beyond gives what the bridges add to a query, each at the best of its leads.
func (p *Pack) beyond(own []string, w weighing) map[string]wanted {
	sought := map[string]wanted{}
	for _, b := range []struct {
		bridge bridge
		counts float64
	}{{curated, w.curated}, {p.shorts, w.short}, {p.families, w.family}} {
		for _, l := range b.bridge.from(own) {
			if gain := l.weight * b.counts; gain > sought[l.term].gain {
				sought[l.term] = wanted{term: l.term, gain: gain}
			}
		}
	}
	return sought
}
