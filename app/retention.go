package app

import "ecritoire/internal/review"

// Expired is a dry run of the retention that the settings give.
func (a *Desk) Expired() (review.Expired, error) { return a.desk.Expired(a.ctx) }

// Purge erases for good what the retention has run out for.
func (a *Desk) Purge() (Proof, error) {
	c, err := a.desk.Purge(a.ctx)
	return proof(c), a.changed(err)
}

// FindPerson finds where somebody's words stand, without saying what they are.
func (a *Desk) FindPerson(words string) (review.Traces, error) {
	return a.desk.FindPerson(a.ctx, words)
}

// Erase erases for good every trace of these words.
func (a *Desk) Erase(words, reason string) (Proof, error) {
	c, err := a.desk.Erase(a.ctx, words, reason)
	return proof(c), a.changed(err)
}

// Proof is a certificate of erasure, as the window shows it.
type Proof struct {
	ID          int64  `json:"id"`
	At          string `json:"at"`
	Reason      string `json:"reason"`
	By          string `json:"by"`
	Reviews     int    `json:"reviews"`
	Replies     int    `json:"replies"`
	Quarantined int    `json:"quarantined"`
	Hash        string `json:"hash"`
}

func proof(c review.Certificate) Proof {
	return Proof{c.ID, stamp(c.At), c.Reason, c.By, c.Reviews, c.Replies, c.Quarantined, c.Hash}
}

// Proofs are the certificates of what was erased, the newest first.
func (a *Desk) Proofs() ([]Proof, error) {
	all, err := a.desk.Certificates(a.ctx)
	out := []Proof{}
	for _, c := range all {
		out = append(out, proof(c))
	}
	return out, err
}
