package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ecritoire/internal/review"
)

// opinion reads a sentiment in words, or a mark: from 1 to 5, of another scale
// that it names ("8/10"), or in stars.
func opinion(s string) review.Sentiment {
	if of5, is := outOfFive(s); is {
		return marked(of5)
	}
	switch fold(s) {
	case "five", "four", "bien", "tres bien", "excellent", "satisfait", "tres satisfait", "positif", "positive", "good":
		return review.Positive
	case "three", "moyen", "neutre", "neutral", "medium", "ni satisfait ni insatisfait":
		return review.Neutral
	case "two", "one", "mauvais", "tres mauvais", "mal", "pas bien", "tres mal", "insatisfait", "tres insatisfait", "negatif", "negative", "bad":
		return review.Negative
	}
	return ""
}

var (
	numeral = regexp.MustCompile(`^(\d{1,2}(?:[.,]\d+)?)(?: ?(?:/|sur) ?(5|10|20))?(?: ?(?:étoiles?|etoiles?|stars?|★|⭐))?$`)
	stars   = regexp.MustCompile(`^[★⭐☆\x{fe0f}]+$`)
)

// outOfFive reads a mark as one of the scale from 1 to 5.
func outOfFive(s string) (of5 float64, is bool) {
	if stars.MatchString(s) {
		return float64(strings.Count(s, "★") + strings.Count(s, "⭐")), true
	}
	m := numeral.FindStringSubmatch(strings.ToLower(s))
	if m == nil {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	scale := 5.0
	if m[2] != "" {
		scale, _ = strconv.ParseFloat(m[2], 64) // one of three numbers
	}
	return value * 5 / scale, err == nil && value <= scale && (value >= 1 || m[2] != "")
}

func marked(of5 float64) review.Sentiment {
	switch {
	case of5 >= 3.5:
		return review.Positive
	case of5 >= 2.5:
		return review.Neutral
	}
	return review.Negative
}
