package prompt

import "ecritoire/internal/review"

// chatTokens is what a model's own chat template adds around the two texts: 26
// tokens with TinyLlama's, which spells its roles out; fewer where they are
// single tokens.
const chatTokens = 40

// leastReview is how much of a review is worth a reply, in code points: where
// even that has no room, nothing is asked.
const leastReview = 400

// fitting looks for the fullest user's part that has room.
type fitting struct {
	request Request
	page    page   // without the parts that may be cut
	text    string // of the review, fenced
	stable  int    // tokens of the system's part and of the chat's own

	user    string
	tokens  int
	omitted Omitted
}

// share is how much of each part that may be cut goes in: examples and
// passages from the first, code points of the review.
type share struct{ examples, passages, review int }

func (f *fitting) fit() error {
	s := share{len(f.request.Examples), len(f.request.Passages), MaxReview}
	fits, err := f.try(s)
	for ; err == nil && !fits && s.examples > 0; fits, err = f.try(s) {
		s.examples--
	}
	for ; err == nil && !fits && s.passages > 0; fits, err = f.try(s) {
		s.passages--
	}
	if err != nil || fits {
		return err
	}
	return f.cutReview(s)
}

// cutReview finds the longest review that has room, by halves.
func (f *fitting) cutReview(s share) error {
	low, high := leastReview, min(MaxReview, runes(f.text))
	for low+1 < high {
		s.review = (low + high) / 2
		fits, err := f.try(s)
		if err != nil {
			return err
		}
		if fits {
			low = s.review
		} else {
			high = s.review
		}
	}
	s.review = low
	fits, err := f.try(s)
	if err == nil && !fits {
		return ErrNoRoom.Naming(f.tokens, f.request.Room)
	}
	return err
}

// try lays out the user's part for these shares and says whether it has room.
func (f *fitting) try(s share) (bool, error) {
	p := f.page
	f.omitted = Omitted{}
	p.Text, f.omitted.ReviewRunes = fitReview(f.text, s.review)
	p.Omitted = f.omitted.ReviewRunes
	p.Examples = fitExamples(f.request.Examples[:s.examples])
	f.omitted.Examples = len(f.request.Examples) - len(p.Examples)
	var left []review.Passage
	p.Sheets, f.omitted.PassageRunes, left = fitPassages(f.request.Passages[:s.passages])
	f.omitted.Passages = append(left[:len(left):len(left)], f.request.Passages[s.passages:]...)
	var err error
	if f.user, err = render(f.request.Templates.userParsed, p); err != nil {
		return false, err
	}
	f.tokens = f.stable + f.request.Count(f.user)
	return f.request.Room <= 0 || f.tokens <= f.request.Room, nil
}
