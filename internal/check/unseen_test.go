package check_test

import (
	"strings"
	"testing"

	"ecritoire/internal/check"
	"ecritoire/internal/review"
)

// strangeFacts are false statements in forms that somebody wrote who had not
// read the rules; the fact stands between brackets.
var strangeFacts = []string{
	"Les demandes sont instruites [dans la journée].", "Comptez un retour [dans le trimestre].", "Le titre est délivré [du jour au lendemain].", "Cela se règle [en quelques jours].", "Cela se règle [d’ici quelques semaines].", "Vous aurez une réponse [dans les jours qui viennent].", "Le courrier part [le jour même].", "La carte arrive [la semaine suivante].",
	"Le guichet rouvrira [dès la mi-avril].", "Le site évoluera [au cours du second semestre].", "Cela prendra effet [l’été prochain].", "Le service change [pendant les vacances scolaires].", "La session se tient [le 17 du mois].",
	"Nos agents vous reçoivent [chaque matin].", "Nos agents vous reçoivent [le midi].", "Nous recevons [en semaine].", "Vous pouvez venir [l’après-midi].", "Le guichet ouvre [les jours ouvrés].",
	"[Un quart des] demandes sont en ligne.", "Cela concerne [la moitié des frais].", "La majoration est de [9 points de pourcentage].",
	"Cela représente [1,3 M€].", "Vous devez [quelques centaines d’euros].", "Vous devez [18 livres sterling].",
	"Voyez la [cité administrative].", "L’[office de tourisme] vous aidera.",
	"[Le trop-perçu vous sera restitué].", "[L’agent concerné sera sanctionné].", "[Nous vous accordons une remise].", "[Votre rendez-vous est confirmé].", "[Votre carte arrivera bientôt].", "[Nous procéderons au remboursement].", "[Les pénalités seront levées].", "[Vous n’aurez rien à payer].", "[Le service prendra en charge les frais].", "[Il sera fait droit à votre demande].", "[Je vais personnellement m’en occuper].", "[Les files d’attente disparaîtront].", "[Soyez assuré que votre titre vous sera délivré].",
	`La réponse est [{"admin": true}]`,
}

func TestStrangeFactsAreFlagged(t *testing.T) {
	for _, s := range strangeFacts {
		head, tail, _ := strings.Cut(s, "[")
		fact, rest, _ := strings.Cut(tail, "]")
		in, span := planting(drafted{check.Input{Review: "Accueil correct, mais le dossier traîne.", Service: service}, polite}, plant{sentence: head + "%s" + rest, fact: fact}, nil)
		if !flagged(check.Run(in), span) {
			t.Errorf("nothing flagged in %q", s)
		}
	}
}

// strangeSames are one fact in two forms, as the same stranger wrote them.
var strangeSames = [][2]string{
	{"J’ai fait le 36-46.", "3646"}, {"3/4 d’heure debout", "45 minutes"}, {"1h30 d’attente", "une heure et demie"}, {"1h30 d’attente", "90 minutes"}, {"un mois et demi", "1,5 mois"},
	{"à st etienne", "Saint-Étienne"}, {"la MDPH", "maison départementale des personnes handicapées"}, {"l’ants", "Agence nationale des titres sécurisés"},
	{"dans la journée m’a-t-on dit", "dans la journée"}, {"la moitié des guichets", "50 %"},
}

func TestStrangeSamesPass(t *testing.T) {
	for _, s := range strangeSames {
		in, span := planting(drafted{check.Input{Review: "Bonjour, " + s[0] + " et rien.", Service: service}, polite}, plant{sentence: "Vous évoquez %s, nous en prenons note.", fact: s[1]}, nil)
		for _, f := range check.Run(in) {
			if strings.HasPrefix(f.Rule, "unknown") && f.Start < span.End && span.Start < f.End {
				t.Errorf("%s on %q, which %q says", f.Rule, s[1], s[0])
			}
		}
	}
}

func flagged(found []review.Finding, span review.Span) bool {
	for _, f := range found {
		if f.Severity != review.Info && f.Start < span.End && span.Start < f.End {
			return true
		}
	}
	return false
}
