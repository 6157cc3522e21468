package eval

import "ecritoire/internal/review"

// ruleNames are the rules of package check in a service's words.
var ruleNames = map[string]review.Text{
	"empty_reply":     {FR: "Réponse vide", EN: "Empty reply"},
	"personal_data":   {FR: "Donnée personnelle", EN: "Personal data"},
	"unknown_contact": {FR: "Coordonnées inconnues", EN: "Unknown contact details"},
	"borrowed":        {FR: "Coordonnées ou nom tirés de l’avis seul", EN: "Contact details or a name from the review alone"},
	"unknown_fact":    {FR: "Fait inconnu des sources", EN: "Fact unknown to the sources"},
	"unknown_name":    {FR: "Nom inconnu des sources", EN: "Name unknown to the sources"},
	"unknown_number":  {FR: "Nombre inconnu des sources", EN: "Number unknown to the sources"},
	"obeyed_order":    {FR: "Ordre de l’avis suivi", EN: "Obeyed an order in the review"},
	"echo":            {FR: "Affirmation tirée de l’avis seul", EN: "Statement from the review alone"},
	"announcement":    {FR: "Annonce ou aveu sans source", EN: "Announcement or admission without a source"},
	"formless":        {FR: "Texte sans forme de réponse", EN: "Text without the form of a reply"},
	"invisible":       {FR: "Signes invisibles", EN: "Invisible signs"},
	"leftover":        {FR: "Reste de modèle ou de consigne", EN: "Leftover of a template or prompt"},
	"refusal":         {FR: "Refus d’écrire", EN: "Refusal to write"},
	"forbidden_word":  {FR: "Mot interdit", EN: "Forbidden word"},
	"promise":         {FR: "Promesse", EN: "Promise"},
	"greeting":        {FR: "Salutation ou formule", EN: "Greeting or closing"},
	"tone":            {FR: "Ton", EN: "Tone"},
	"jargon":          {FR: "Jargon", EN: "Jargon"},
	"unanswered":      {FR: "Plainte sans réponse", EN: "Complaint unanswered"},
	"length":          {FR: "Longueur", EN: "Length"},
	"language":        {FR: "Langue de l’avis", EN: "Language of the review"},
	"order":           {FR: "Avis qui s’adresse à la machine", EN: "Review that speaks to the machine"},
}

// ruleName is a rule in words; one that is not known here keeps its code.
func ruleName(code string) review.Text {
	if name, known := ruleNames[code]; known {
		return name
	}
	return review.Text{FR: code, EN: code}
}
