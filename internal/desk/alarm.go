package desk

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// alarms are what an agent is told for each kind of danger that a review
// speaks of, the gravest first. The helplines are the national ones; agents
// under threat are protected by article L. 134-5 of the civil service code
// (code général de la fonction publique).
var alarms = []struct {
	kind    string // of an urgent signal of package reading
	message review.Text
}{
	{"self_harm", review.Text{
		FR: "Cet avis parle de mourir ou de se faire du mal\u00a0: lisez-le d’abord et alertez votre responsable sans attendre. Numéro national de prévention du suicide\u00a0: 3114, à toute heure\u202f; danger immédiat\u00a0: 15 ou 112 (114 par SMS).",
		EN: "This review speaks of dying or of self-harm: read it first and tell your superior at once. National suicide prevention line: 3114, at any hour; immediate danger: 15 or 112 (114 by text message)."}},
	{"violence", review.Text{
		FR: "Cet avis parle de violences subies\u00a0: lisez-le d’abord et passez le relais. Danger immédiat\u00a0: 17 ou 112 (114 par SMS)\u202f; violences faites aux femmes\u00a0: 3919\u202f; enfant en danger\u00a0: 119. Ne publiez rien qui permette de retrouver la personne.",
		EN: "This review speaks of violence suffered: read it first and hand over. Immediate danger: 17 or 112 (114 by text message); violence against women: 3919; child in danger: 119. Publish nothing by which the person could be found."}},
	{"threat", review.Text{
		FR: "Cet avis menace des agents ou des locaux\u00a0: prévenez votre responsable et gardez l’avis tel quel, il sert de preuve. Danger immédiat\u00a0: 17 ou 112. L’agent visé peut porter plainte et demander la protection fonctionnelle (article L.\u00a0134-5 du code général de la fonction publique).",
		EN: "This review threatens agents or premises: tell your superior and keep the review as it is, it is evidence. Immediate danger: 17 or 112. The agent aimed at may lodge a complaint and ask for the employer’s protection (article L. 134-5 of the French civil service code)."}},
	{"distress", review.Text{
		FR: "Cet avis parle de détresse (sans toit, sans repas, sans soins, à bout de forces)\u00a0: lisez-le d’abord et passez le relais aux services sociaux (CCAS, assistante sociale). Sans abri\u00a0: 115\u202f; urgence médicale\u00a0: 15 ou 112 (114 par SMS)\u202f; idées de suicide\u00a0: 3114.",
		EN: "This review speaks of distress (no roof, food, care or strength left): read it first and hand over to the social services. Without shelter: 115; medical emergency: 15 or 112 (114 by text message); thoughts of suicide: 3114."}},
}

// alarmed is the notice on a review that speaks of danger: one sentence for
// each kind of it.
func alarmed(signals []reading.Signal) Notice {
	kinds := map[string]bool{}
	for _, s := range signals {
		kinds[s.Kind] = true
	}
	fr, en := []string{}, []string{}
	for _, a := range alarms {
		if kinds[a.kind] {
			fr, en = append(fr, a.message.FR), append(en, a.message.EN)
		}
	}
	return Notice{Urgent, review.Text{FR: strings.Join(fr, " "), EN: strings.Join(en, " ")}}
}
