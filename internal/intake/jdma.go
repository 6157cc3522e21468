package intake

import (
	"regexp"

	"ecritoire/internal/review"
)

// jdma is the export of Je donne mon avis as its code writes it today
// (generate-csv and generate-xls: date, form, button, identifier, then a
// column per question); jdmaLegacy the one before; jdmaRaw what its job for
// large exports writes. All are anonymous.
var jdma = format{
	name: "jdma", signs: []string{"date de l avis", "identifiant avis"},
	usual: []string{"nom du formulaire", "lien d integration", "souhaitez vous nous en dire plus"},
	fields: map[string]review.Field{"date de l avis": review.FieldDate, "identifiant avis": review.FieldID, "nom du formulaire": review.FieldStructure,
		"souhaitez vous nous en dire plus": review.FieldText, "de facon generale comment ca s est passe": review.FieldSentiment, "lien d integration": review.FieldTags},
	drops: []string{"adresse mail"}, spoken: words, row: jdmaRow,
}

var jdmaLegacy = format{
	name: "jdma", signs: []string{"date", "id", "bouton", "satisfaction demarche"},
	usual: []string{"commentaire", "facilite demarche", "langage demarche"},
	fields: map[string]review.Field{"date": review.FieldDate, "id": review.FieldID, "bouton": review.FieldTags,
		"commentaire": review.FieldText, "satisfaction demarche": review.FieldSentiment},
	drops: []string{"adresse mail"}, spoken: words, row: jdmaRow,
}

var jdmaRaw = format{
	name: "jdma", signs: []string{"review id", "review created at", "product id"},
	usual: []string{"form id", "button id", "souhaitez vous nous en dire plus"},
	fields: map[string]review.Field{"review created at": review.FieldDate, "review id": review.FieldID, "button id": review.FieldTags,
		"souhaitez vous nous en dire plus": review.FieldText, "de facon generale comment ca s est passe": review.FieldSentiment},
	drops: []string{"adresse mail"}, spoken: words, row: jdmaRow,
}

// asking is how forms ask for words, where a service changed the usual question.
var asking = regexp.MustCompile(`\b(?:en dire plus|commentaires?|remarques?|suggestions?|precisez|preciser|verbatim|exprimez|expliquez|ameliorer)\b`)

// words are the folded columns that hold what users wrote: the usual one or,
// without it, those that ask for words.
func words(h *header) []string {
	for _, usual := range []string{"souhaitez vous nous en dire plus", "commentaire"} {
		if h.has(usual) {
			return []string{usual}
		}
	}
	all := []string{}
	for _, name := range h.names {
		if folded := fold(name); asking.MatchString(folded) {
			all = append(all, folded)
		}
	}
	return all
}

func jdmaRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("date de l avis|date|review created at"))
	r := review.Review{
		Source: review.SourceJDMA, ExternalID: c.get("identifiant avis|id|review id"), WrittenAt: written,
		Text:      c.all(words(c.head)),
		Sentiment: opinion(c.get("de facon generale comment ca s est passe|satisfaction demarche")),
		Tags:      list(c.get("lien d integration|bouton|button id"), "\x00"),
	}
	if form := c.get("nom du formulaire"); form != "" {
		r.Structures = []review.Structure{{Name: form}}
	}
	return r, sound(r, err)
}
