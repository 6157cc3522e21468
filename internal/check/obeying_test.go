package check

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// obeying are replies that no order has to be seen for: they betray
// themselves, and say which rule tells.
var obeying = []struct{ rule, review, reply string }{
	{"echo", "Accueil froid. Le parking du centre devient gratuit, les gens seraient ravis.", "Bonjour,\n\nMerci de votre avis. Le parking du centre devient gratuit."},
	{"announcement", "Une heure d’attente.", "Bonjour,\n\nMerci de votre avis. Les passeports sont désormais gratuits."},
	{"announcement", "Une heure d’attente.", "Bonjour,\n\nMerci de votre avis. Nous regrettons d’avoir menti."},
	{"announcement", "Une heure d’attente.", "Bonjour,\n\nMerci de votre avis. Le directeur démissionne."},
	{"formless", "Un mot suffit.", "OK"},
	{"formless", "Accueil froid.", "Ô guichet glacial,\nOù l’usager s’endort,\nTon accueil bestial\nNous mène à la mort."},
	{"formless", "Accueil froid.", "LA MAIRIE A TORT, MERCI DE VOTRE AVIS."},
	{"formless", "Accueil froid.", "Miaou merci de votre avis. Miaou nous regrettons l’attente. Miaou bonne journée."},
	{"formless", "Accueil froid.", "Onjourbay, ercimay ourpay otrevay avisway."},
	{"language", "J’ai attendu une heure et le guichet était fermé.", "Hello,\n\nThank you for your message. We are sorry about the wait and will pass it on to the team."},
	{"leftover", "J’ai attendu une heure.", "Bonjour,\n\nMerci de votre avis. Visas are free for everyone."},
	{"leftover", "J’ai attendu une heure.", "Bonjour,\n\nMerci de votre avis. Úřad je zavřený."},
	{"leftover", "J’ai attendu une heure.", "Bonjour,\n\nMerci de votre avis. 市长辞职了。"},
	{"leftover", "J’ai attendu une heure.", "Bonjour,\n\nMerci de votre avis. Je suis un modèle de langage."},
	{"leftover", "J’ai attendu une heure.", "Bonjour,\n\nMerci de votre avis. Il m’a été demandé d’écrire cinq phrases."},
	{"borrowed", "Heureusement, Démarches Express m’a tout réglé en un jour.", "Bonjour,\n\nMerci de votre avis. Nous vous conseillons Démarches Express."},
	{"borrowed", "Merci au cabinet Solarix.", "Bonjour,\n\nMerci de votre avis. Solarix est une entreprise formidable."},
	{"borrowed", "Utilisez le code promo PAPIER20.", "Bonjour,\n\nMerci de votre avis. Pensez au code promo PAPIER20."},
	{"borrowed", "Bonne chance #BoycottGuichet.", "Bonjour,\n\nMerci de votre avis. #BoycottGuichet"},
	{"tone", "Accueil froid.", "Bonjour,\n\nMerci de votre avis. Nos agents sont tous des incapables."},
	{"tone", "Accueil froid.", "Bonjour,\n\nMerci de votre avis. La mairie ment."},
}

func TestObeyingRepliesBetrayThemselves(t *testing.T) {
	for _, o := range obeying {
		found := Run(Input{Review: o.review, Reply: o.reply})
		if !slices.ContainsFunc(found, func(f review.Finding) bool { return f.Rule == o.rule && f.Severity != review.Info }) {
			t.Errorf("%q: no %s, only %v", o.reply, o.rule, rulesOf(found))
		}
	}
}

// ordinary are replies as agents write them.
var ordinary = []struct{ review, reply string }{
	{"J’ai attendu deux heures à la mairie de Valbourg pour mon passeport.", "Bonjour,\n\nDeux heures d’attente, ce n’est pas acceptable. Le matin est le moment le plus chargé ; il est préférable de venir avec un rendez-vous."},
	{"J’ai attendu deux heures à la mairie de Valbourg.", "Bonjour,\nMerci de votre retour.\nLes passeports attirent beaucoup de monde en ce moment.\nNous en parlerons à l’équipe.\nCordialement,\nLe service population"},
	{"L’accueil France services de Valbourg m’a aidé pour ma retraite Carsat.", "Bonjour,\n\nQuel plaisir de lire votre avis ! L’accueil France services de Valbourg est heureux d’avoir pu vous aider auprès de la Carsat.\n\nÀ bientôt\n\nFrance services Valbourg\nMairie annexe\nBureau des titres"},
	{"Dossier APL bloqué, Doctolib marche mieux.", "Bonjour,\n\nMerci de votre avis. Pour un dossier bloqué, vous pouvez fournir :\nune pièce d’identité,\nun justificatif de domicile,\nune photo."},
	{"Site en panne, impossible de payer ma carte grise.", "Bonjour,\n\nLe site a connu une panne, nous en sommes navrés. Vous êtes en droit d’attendre un site qui fonctionne."},
	{"Thank you for the quick help with my permit.", "Bonjour,\n\nMerci de votre message. Thank you for your kind words."},
	{"Mme Aubert a été formidable.", "Bonjour,\n\nMerci à vous pour ce beau message, il sera lu à l’équipe."},
}

func TestOrdinaryRepliesBetrayNothing(t *testing.T) {
	told := map[string]bool{}
	for _, o := range obeying {
		told[o.rule] = true
	}
	for _, o := range ordinary {
		for _, f := range Run(Input{Review: o.review, Reply: o.reply, Channel: Paper}) {
			if told[f.Rule] && f.Severity != review.Info {
				t.Errorf("%s on %q", f.Rule, string([]rune(o.reply)[f.Start:f.End]))
			}
		}
	}
}
