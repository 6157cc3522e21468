package desk

import (
	"context"
	"strings"

	"ecritoire/internal/review"
)

// ErrEraseWords: too few letters to look for somebody.
var ErrEraseWords = &review.Error{Code: "erase_words", Kind: review.Misused,
	Message: review.Text{FR: "Indiquez les mots à chercher, trois lettres au moins.", EN: "Give the words to look for, three letters at least."},
	Hint:    review.Text{FR: "Un nom, une adresse, un numéro de dossier : tout ce qui désigne la personne.", EN: "A name, an address, a file number: whatever points to the person."}}

// ErrEraseReason: an erasure is proved by its reason.
var ErrEraseReason = &review.Error{Code: "erase_reason", Kind: review.Refused,
	Message: review.Text{FR: "Un effacement demande un motif.", EN: "An erasure needs a reason."},
	Hint:    review.Text{FR: "Donnez-le sans nommer la personne : il reste dans le certificat.", EN: "Give it without naming the person: it stays in the certificate."}}

// expiredMost bounds the reviews of one purge: the next one takes the rest.
const expiredMost = 10_000

// Expired is a dry run of the retention that the settings give.
func (d *Desk) Expired(ctx context.Context) (review.Expired, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Expired{}, err
	}
	return d.parts.Store.Expired(ctx, s.Clocks, d.now(), expiredMost)
}

// Purge erases for good what the retention has run out for, at most 10,000
// reviews at once, and gives the certificate.
func (d *Desk) Purge(ctx context.Context) (review.Certificate, error) {
	x, err := d.Expired(ctx)
	if err != nil {
		return review.Certificate{}, err
	}
	return d.purge(ctx, review.Traces{Reviews: x.IDs, Quarantined: []int64{}}, "conservation")
}

// FindPerson finds where these words stand: in reviews, replies, reasons, rows
// kept aside.
func (d *Desk) FindPerson(ctx context.Context, words string) (review.Traces, error) {
	if len([]rune(strings.TrimSpace(words))) < 3 {
		return review.Traces{}, ErrEraseWords
	}
	return d.parts.Store.FindPerson(ctx, words)
}

// Erase erases for good every trace of these words, the assistant's history
// included, and gives the certificate.
func (d *Desk) Erase(ctx context.Context, words, reason string) (review.Certificate, error) {
	if strings.TrimSpace(reason) == "" {
		return review.Certificate{}, ErrEraseReason
	}
	t, err := d.FindPerson(ctx, words)
	if err != nil {
		return review.Certificate{}, err
	}
	if err := d.parts.Store.ForgetAbout(ctx, words); err != nil {
		return review.Certificate{}, err
	}
	return d.purge(ctx, t, reason)
}

func (d *Desk) purge(ctx context.Context, t review.Traces, reason string) (review.Certificate, error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return review.Certificate{}, err
	}
	return d.parts.Store.Purge(ctx, t, reason, s.Person, d.now())
}

// Certificates reads what was erased, without a word of it.
func (d *Desk) Certificates(ctx context.Context) ([]review.Certificate, error) {
	return d.parts.Store.Certificates(ctx)
}
