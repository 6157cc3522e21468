package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"ecritoire/internal/review"
)

// writeReply stores the version that a step writes and puts it in force. A
// numbered version is rewritten only while it is in force, by hand or partial,
// and never sealed; anything else becomes a new version.
func writeReply(ctx context.Context, tx *sql.Tx, m review.Move) (int, error) {
	number, err := current(ctx, tx, m.Review.ID)
	if err != nil || m.Reply == nil {
		return number, err
	}
	p := *m.Reply
	open, err := rewritable(ctx, tx, m.Review.ID, p.Number)
	if err != nil {
		return 0, err
	}
	if p.Number == 0 || p.Number != number || !open {
		return insertReply(ctx, tx, m.Review.ID, p)
	}
	return number, updateReply(ctx, tx, m.Review.ID, p)
}

func rewritable(ctx context.Context, tx *sql.Tx, id int64, number int) (open bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT sealed = 0 AND (partial = 1 OR writer = 'hand') FROM reply WHERE review = ? AND number = ?`, id, number).Scan(&open)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return open, err
}

func insertReply(ctx context.Context, tx *sql.Tx, id int64, p review.Reply) (int, error) {
	err := tx.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) + 1 FROM reply WHERE review = ?`, id).Scan(&p.Number)
	if err != nil {
		return 0, err
	}
	args, err := replyArgs(p)
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO reply (greeting, body, closing, signature, writer, model, model_hash, prompt_version, actor, partial,
		written_at, sources, findings, first_token, tokens, tokens_per_s, wish, recipe, review, number) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`, append(args, id, p.Number)...)
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE review SET reply = ? WHERE id = ?`, p.Number, id)
	return p.Number, err
}

func updateReply(ctx context.Context, tx *sql.Tx, id int64, p review.Reply) error {
	args, err := replyArgs(p)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE reply SET greeting = ?, body = ?, closing = ?, signature = ?, writer = ?, model = ?, model_hash = ?, prompt_version = ?,
		actor = ?, partial = ?, written_at = ?, sources = ?, findings = ?, first_token = ?, tokens = ?, tokens_per_s = ?, wish = ?, recipe = ? WHERE review = ? AND number = ?`, append(args, id, p.Number)...)
	return err
}

func replyArgs(p review.Reply) ([]any, error) {
	sources, err1 := json.Marshal(p.Sources)
	findings, err2 := json.Marshal(p.Findings)
	wish, err3 := json.Marshal(p.Wish)
	recipe, err4 := json.Marshal(p.Recipe)
	f, s := p.Frame, p.Speed
	return []any{f.Greeting, p.Body, f.Closing, f.Signature, p.Writer, p.Model, p.ModelHash, p.Prompt, p.By, p.Partial,
		millis(p.WrittenAt), string(sources), string(findings), int64(s.FirstToken), s.Tokens, s.TokensPerSecond, string(wish), string(recipe)}, errors.Join(err1, err2, err3, err4)
}

// Progress keeps what a writer has written so far of the version under way,
// so that a crash loses about a second of it.
func (s *Store) Progress(ctx context.Context, id int64, number int, body string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE reply SET body = ? WHERE review = ? AND number = ? AND partial = 1 AND sealed = 0`, body, id, number)
		return err
	})
}

// Replies reads the versions of the reply, newest first, at most limit.
func (s *Store) Replies(ctx context.Context, id int64, limit int) ([]review.Reply, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT number, greeting, body, closing, signature, writer, model, model_hash, prompt_version, actor, partial,
		written_at, sources, findings, first_token, tokens, tokens_per_s, wish, recipe FROM reply WHERE review = ?
		ORDER BY number = (SELECT reply FROM review WHERE id = ?) DESC, number DESC LIMIT ?`, id, id, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, scanReply)
	return all, explain(err)
}

func scanReply(rows *sql.Rows) (p review.Reply, err error) {
	var at, first int64
	var sources, findings, wish, recipe string
	f, s := &p.Frame, &p.Speed
	err = rows.Scan(&p.Number, &f.Greeting, &p.Body, &f.Closing, &f.Signature, &p.Writer, &p.Model, &p.ModelHash, &p.Prompt, &p.By, &p.Partial,
		&at, &sources, &findings, &first, &s.Tokens, &s.TokensPerSecond, &wish, &recipe)
	p.WrittenAt, s.FirstToken = time.UnixMilli(at).UTC(), time.Duration(first)
	return p, errors.Join(err, json.Unmarshal([]byte(sources), &p.Sources), json.Unmarshal([]byte(findings), &p.Findings),
		json.Unmarshal([]byte(wish), &p.Wish), json.Unmarshal([]byte(recipe), &p.Recipe))
}
