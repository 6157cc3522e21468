package desk

import (
	"context"
	"strings"

	"ecritoire/internal/reading"
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

// ErrEraseNamed: the certificate outlasts what was erased.
var ErrEraseNamed = &review.Error{Code: "erase_named", Kind: review.Refused,
	Message: review.Text{FR: "Ce motif nomme la personne à effacer.", EN: "This reason names the person to erase."},
	Hint:    review.Text{FR: "Le certificat le garderait\u00a0: écrivez par exemple «\u00a0demande du 3 mars\u00a0».", EN: "The certificate would keep it: write “request of 3 March”, say."}}

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
	return d.purge(ctx, review.Traces{Reviews: x.IDs, Quarantined: x.Quarantined}, "conservation")
}

// FindPerson finds where these words stand: in reviews, replies, reasons, rows
// kept aside.
func (d *Desk) FindPerson(ctx context.Context, words string) (review.Traces, error) {
	words, err := person(words)
	if err != nil {
		return review.Traces{}, err
	}
	return d.parts.Store.FindPerson(ctx, words)
}

// person makes a search of the words that point to somebody: whole words, for
// Martin is not Martinique, and none to leave out, for Jean -Marc is not Jean
// without Marc. A star or a quote says more, as in every search.
func person(words string) (string, error) {
	parts := strings.Fields(words)
	for i := range parts {
		parts[i] = strings.TrimLeft(parts[i], "-")
	}
	words = strings.TrimSpace(strings.Join(parts, " "))
	if len([]rune(words)) < 3 {
		return "", ErrEraseWords
	}
	return words + " ", nil
}

// Erase erases for good every trace of these words, the assistant's history and
// the searches kept as views included, and gives the certificate.
func (d *Desk) Erase(ctx context.Context, words, reason string) (review.Certificate, error) {
	if strings.TrimSpace(reason) == "" {
		return review.Certificate{}, ErrEraseReason
	}
	words, err := person(words)
	if err != nil {
		return review.Certificate{}, err
	}
	if reading.ReadQuery(words).Matches(reading.Stems(reason)) {
		return review.Certificate{}, ErrEraseNamed
	}
	t, err := d.parts.Store.FindPerson(ctx, words)
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
