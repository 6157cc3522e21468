package intake

import (
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
	drops: []string{"adresse mail"}, row: jdmaRow,
}

var jdmaLegacy = format{
	name: "jdma", signs: []string{"date", "id", "bouton", "satisfaction demarche"},
	usual: []string{"commentaire", "facilite demarche", "langage demarche"},
	fields: map[string]review.Field{"date": review.FieldDate, "id": review.FieldID, "bouton": review.FieldTags,
		"commentaire": review.FieldText, "satisfaction demarche": review.FieldSentiment},
	drops: []string{"adresse mail"}, row: jdmaRow,
}

var jdmaRaw = format{
	name: "jdma", signs: []string{"review id", "review created at", "product id"},
	usual: []string{"form id", "button id", "souhaitez vous nous en dire plus"},
	fields: map[string]review.Field{"review created at": review.FieldDate, "review id": review.FieldID, "button id": review.FieldTags,
		"souhaitez vous nous en dire plus": review.FieldText, "de facon generale comment ca s est passe": review.FieldSentiment},
	drops: []string{"adresse mail"}, row: jdmaRow,
}

func jdmaRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("date de l avis|date|review created at"))
	r := review.Review{
		Source: review.SourceJDMA, ExternalID: c.get("identifiant avis|id|review id"), WrittenAt: written,
		Text:      c.get("souhaitez vous nous en dire plus|commentaire"),
		Sentiment: opinion(c.get("de facon generale comment ca s est passe|satisfaction demarche")),
		Tags:      list(c.get("lien d integration|bouton|button id"), "\x00"),
	}
	if form := c.get("nom du formulaire"); form != "" {
		r.Structures = []review.Structure{{Name: form}}
	}
	return r, sound(r, err)
}

// opinion reads a sentiment in words, or a mark from 1 to 5.
func opinion(s string) review.Sentiment {
	switch fold(s) {
	case "5", "4", "5 0", "4 0", "five", "four", "bien", "tres bien", "excellent", "satisfait", "tres satisfait", "positif", "positive", "good":
		return review.Positive
	case "3", "3 0", "three", "moyen", "neutre", "neutral", "medium", "ni satisfait ni insatisfait":
		return review.Neutral
	case "2", "1", "2 0", "1 0", "two", "one", "mauvais", "tres mauvais", "mal", "pas bien", "tres mal", "insatisfait", "tres insatisfait", "negatif", "negative", "bad":
		return review.Negative
	}
	return ""
}
