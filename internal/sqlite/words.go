package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// seatBits is how many bits of a seat are the review's id: sixteen million
// reviews to a profile.
const seatBits = 24

// seat is the place of a review in the queue as one number, as the column of
// that name has it.
func seat(r review.Review) int64 { return r.WrittenAt.Unix()<<seatBits | r.ID }

// heldMost is how many bytes of stems wait before they are filed.
const heldMost = 4 << 20

// wordIndex files the stems of reviews for the full-text search, inside one
// transaction. FTS5 takes rows fastest in the order of their rowids, so that
// they wait and go in sorted.
type wordIndex struct {
	ctx                  context.Context
	insert, delete, tell *sql.Stmt
	clean                *sql.Stmt
	indexer              *reading.Indexer
	held                 []heldStems
	seats                map[int64]bool // of held
	bytes                int
}

type heldStems struct {
	seat  int64
	stems string
}

func newWordIndex(ctx context.Context, tx *sql.Tx) (*wordIndex, error) {
	w := &wordIndex{ctx: ctx, indexer: reading.NewIndexer(), seats: map[int64]bool{}}
	return w, prepareAll(ctx, tx, []wanted{
		{&w.insert, `INSERT INTO review_stems (rowid, stems) VALUES (?, ?)`},
		{&w.delete, `DELETE FROM review_stems WHERE rowid = ?`},
		{&w.tell, `INSERT INTO stem (stem, docs) VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET docs = docs + excluded.docs`},
		{&w.clean, `DELETE FROM stem WHERE stem = ? AND docs <= 0`},
	})
}

func (w *wordIndex) read(r review.Review) reading.Indexed { return w.indexer.Read(r.Title, r.Text) }

// add files a review under the stems that were read in it.
func (w *wordIndex) add(r review.Review, x reading.Indexed) error {
	if r.ID >= 1<<seatBits {
		return ErrFull
	}
	place := seat(r)
	w.held, w.seats[place] = append(w.held, heldStems{place, x.Stems}), true
	if w.bytes += len(x.Stems); w.bytes < heldMost {
		return nil
	}
	return w.flush()
}

// drop takes a review, with the title and the text it was filed under, out of
// the index.
func (w *wordIndex) drop(r review.Review) error {
	place := seat(r)
	if w.seats[place] {
		w.held = slices.DeleteFunc(w.held, func(h heldStems) bool { return h.seat == place })
		delete(w.seats, place)
	} else if _, err := w.delete.ExecContext(w.ctx, place); err != nil {
		return err
	}
	stems := reading.Stems(r.Title + "\n" + r.Text)
	slices.Sort(stems)
	for _, stem := range slices.Compact(stems) {
		if err := w.count(stem, -1); err != nil {
			return err
		}
	}
	return nil
}

// count adds to the number of reviews that hold a stem; a stem that stands in
// none leaves no trace.
func (w *wordIndex) count(stem string, more int) error {
	if _, err := w.tell.ExecContext(w.ctx, stem, more); err != nil || more > 0 {
		return err
	}
	_, err := w.clean.ExecContext(w.ctx, stem)
	return err
}

func (w *wordIndex) flush() error {
	slices.SortFunc(w.held, func(a, b heldStems) int {
		if a.seat < b.seat {
			return -1
		}
		return 1
	})
	for _, h := range w.held {
		if _, err := w.insert.ExecContext(w.ctx, h.seat, h.stems); err != nil {
			return err
		}
	}
	w.held, w.bytes = w.held[:0], 0
	clear(w.seats)
	return w.indexer.Counts(w.count)
}
