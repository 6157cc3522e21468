package check

import "testing"

func TestPromises(t *testing.T) {
	for _, body := range []string{
		"Nous vous rappellerons.", "Nous vous recontacterons dès lundi.", "Vous serez remboursé.", "Vous serez intégralement remboursée de vos frais.", "Votre dossier sera réglé avant la fin du mois.",
		"Le problème sera résolu rapidement.", "Un agent vous contactera.", "Un conseiller du service prendra contact avec vous.", "Nous ferons le nécessaire.", "Nous allons corriger cette erreur.",
		"Je m’engage à suivre votre dossier.", "Je m’en occupe personnellement.", "Nous reviendrons vers vous.", "Nous vous tiendrons informée.", "Vous recevrez votre titre de séjour.", "Vous recevrez une réponse sous huitaine.",
		"Cela n’arrivera plus.", "Une enquête sera menée.", "Votre demande sera acceptée.", "Nous réglerons ce litige.", "L’amende sera annulée.", "Comptez sur nous.", "Nous recruterons deux agents.",
		"Votre demande est prioritaire.", "Le guichet sera ouvert dès lundi.", "Nous vous enverrons le formulaire.", "We will refund you.", "You will receive your passport soon.", "It will not happen again.", "C’est promis.", "Vous aurez gain de cause.",
		"Votre demande aura une suite favorable.", "Nous traiterons votre dossier en premier.", "Notre équipe vous rappellera.", "Le nécessaire sera fait avant vendredi.",
	} {
		if !rulesOf(run(framed(courteousPlain + " " + body)))["promise"] {
			t.Errorf("no promise seen in %q", body)
		}
	}
}

func TestNoPromises(t *testing.T) {
	for _, body := range []string{
		"Nous espérons que la suite se passera mieux.", "Nous regrettons cette attente.", "Nous ferons part de votre remarque à l’équipe.", "Nous serons heureux de vous accueillir.", "Nous resterons attentifs à ce point.",
		"Le service pourra vous dire où en est votre dossier.", "Vous pourrez vérifier cela dans votre espace.", "Si vous écrivez au service, un agent vous répondra.", "On vous avait dit que vous seriez rappelée.",
		"Vous attendiez un remboursement.", "Nous tiendrons compte de votre avis.", "Votre demande est en cours d’examen.", "Vous trouverez les horaires sur le site.", "Votre témoignage sera lu par l’équipe.",
		"Le service état civil vous dira ce qu’il en est.", "Nous ne pouvons pas vous dire quand vous serez remboursé.", "Nous comprenons que vous espériez être remboursé.", "Un agent vous accueille le matin.", "Nous prendrons en compte votre suggestion.",
		"Nous transmettons vos remarques.", "Il vous sera possible de modifier la demande.", "Avez-vous été rappelée ?", "Nous préférons vous le dire franchement.", "Nous améliorons le site.", "Nous assurons l’accueil.",
		"Vous avez attendu que votre dossier soit traité avant de partir.", "Votre avis nous aide à repérer ce qui bloque.", "We hope you will receive it.",
	} {
		if f, ok := first(run(framed(courteousPlain+" "+body)), "promise"); ok {
			t.Errorf("a promise was seen in %q: %+v", body, f.Span)
		}
	}
}
