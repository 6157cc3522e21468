package check

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// valbourg is the service of these tests.
var valbourg = review.Service{
	Name: "Mairie de Valbourg", Phone: "01 99 00 11 22", Email: "contact@valbourg.example", URL: "https://www.valbourg.example",
	Address: "1 place du Lavoir, Valbourg", Greeting: "Bonjour,",
	Closings: []string{"Nous restons à votre écoute."}, Signatures: []string{"Le service état civil, mairie de Valbourg"},
	Forbidden: []string{"administré"}, DelayDays: 15,
}

const (
	complaint = "J’ai déposé ma demande de carte d’identité le 12 juin, on m’avait dit trois semaines. Le timbre m’a coûté 2 000 centimes et 25 €. Personne ne répond au téléphone le matin."
	courteous = "Merci d’avoir pris le temps de nous écrire. Trois mois d’attente pour une carte d’identité, alors que trois semaines vous avaient été annoncées, c’est trop long et nous le regrettons. " +
		"Le service état civil vous dira où en est votre demande au 01 99 00 11 22. Vos remarques sur l’accueil téléphonique du matin ont été transmises à son responsable."
)

func framed(body string) string { return valbourg.Frame().Around(body) }

func run(reply string) []review.Finding {
	return Run(Input{Review: complaint + " Voilà trois mois que j’attends.", Reply: reply, Service: valbourg})
}

func rulesOf(findings []review.Finding) map[string]bool {
	names := map[string]bool{}
	for _, f := range findings {
		names[f.Rule] = true
	}
	return names
}

func TestCourteousRepliesAreClean(t *testing.T) {
	for _, body := range []string{
		courteous,
		"Merci pour votre message et pour vos mots sur l’accueil. Nous les avons transmis à l’équipe du guichet, qui y sera sensible. Au plaisir de vous revoir dans nos locaux.",
		"Nous sommes désolés que le formulaire vous ait ramené à la première page. Nous ne pouvons pas traiter votre situation dans une réponse publique : le plus simple est d’écrire à contact@valbourg.example. " +
			"Un agent regardera avec vous ce qui bloque. Vous trouverez aussi les horaires sur www.valbourg.example.",
		"Nous comprenons votre colère : attendre si longtemps sans réponse est éprouvant. Votre demande de carte d’identité, faite le 12 juin, dépend maintenant d’un autre service. Nous ne pouvons pas vous donner de date ici. " +
			"En cas de détresse, vous pouvez appeler le 3114 à toute heure.",
		"Merci pour votre avis. Nous allons contacter le service des espaces verts, et nous vous invitons à consulter le plan affiché en mairie. Votre demande sera étudiée par la commission, qui seule peut décider.",
		"Soyez assurée que vos propos ont été lus : vous n’avez pas su à qui vous adresser, et nous avons été incapables de vous orienter. Nous le regrettons. Votre demande reste ouverte auprès du service état civil, et vous êtes la seule personne à pouvoir la retirer.",
		"Merci de nous avoir signalé ce problème. Nous avons vérifié : la porte était fermée par erreur, et nous vous prions de nous en excuser. Il est possible de prendre rendez-vous en ligne ou par téléphone. Nous répondons en moyenne sous 15 jours. Le site service-public.fr présente la démarche.",
	} {
		for _, f := range run(framed(body)) {
			if f.Rule != "unanswered" { // most of these replies answer another review
				t.Errorf("false finding %+v on %q", f, body)
			}
		}
	}
}

func TestRules(t *testing.T) {
	tests := []struct {
		rule, body string
		want       review.Severity
		span       string // the text found, "" for the whole reply
	}{
		{"unknown_contact", courteous + " Appelez le 04 76 00 11 23.", review.Block, "04 76 00 11 23"},
		{"unknown_contact", courteous + " Composez le 3939.", review.Block, "3939"},
		{"unknown_contact", courteous + " Voir service-public.fr/particuliers/F1342.", review.Block, "service-public.fr/particuliers/F1342"},
		{"unknown_contact", courteous + " Écrivez à aide@mairie-valbourg.example.", review.Block, "aide@mairie-valbourg.example"},
		{"unknown_contact", courteous + " Voir https://ants.gouv.fr/suivi.", review.Block, "https://ants.gouv.fr/suivi"},
		{"unknown_fact", courteous + " Ce sera le 3 octobre.", review.Warn, "3 octobre"},
		{"unknown_fact", courteous + " Le timbre coûte 42 €.", review.Warn, "42 €"},
		{"unknown_fact", courteous + " Nous avons perdu 30 % de l’effectif.", review.Warn, "30 %"},
		{"unknown_fact", courteous + " C’est l’article L. 114-5.", review.Warn, "article L. 114-5"},
		{"unknown_fact", courteous + " Il faut compter six semaines.", review.Warn, "six semaines"},
		{"unknown_fact", courteous + " Nous ouvrons à 9 h 30.", review.Warn, "9 h 30"},
		{"promise", courteous + " Nous vous rappellerons demain.", review.Warn, "Nous vous rappellerons demain"},
		{"promise", courteous + " Vous serez remboursée.", review.Warn, "Vous serez remboursée"},
		{"promise", courteous + " Nous nous engageons à faire mieux.", review.Warn, "Nous nous engageons à faire mieux"},
		{"promise", courteous + " Votre dossier sera traité sous peu.", review.Warn, "sera traité sous peu"},
		{"promise", courteous + " Mme Durand vous rappellera.", review.Warn, "vous rappellera"},
		{"promise", courteous + " Nous allons vous rembourser.", review.Warn, "Nous allons vous rembourser"},
		{"promise", courteous + " Vous recevrez un courrier sous huitaine.", review.Warn, "Vous recevrez un courrier sous huitaine"},
		{"promise", courteous + " Cela ne se reproduira plus.", review.Warn, "Cela ne se reproduira plus"},
		{"jargon", courteous + " J’ai l’honneur d’accuser réception de votre avis.", review.Warn, "J’ai l’honneur d’accuser réception de votre avis"},
		{"jargon", courteous + " Nous reviendrons vers vous dans les plus brefs délais.", review.Info, "dans les plus brefs délais"},
		{"tone", courteous + " Vous auriez dû lire le courrier.", review.Warn, "Vous auriez dû lire le courrier"},
		{"leftover", courteous + " Cordialement, [NOM]", review.Block, "[NOM]"},
		{"leftover", courteous + " Bonjour {{prenom}}", review.Block, "{{prenom}}"},
		{"leftover", courteous + " </review>", review.Block, "</review>"},
		{"leftover", courteous + " ⟦PERSONNE_1⟧ vous salue.", review.Block, "⟦PERSONNE_1⟧"},
		{"leftover", "Voici la réponse\u00a0: " + courteous, review.Block, "Voici la réponse\u00a0:"},
		{"leftover", "En tant que modèle de langage, je salue. " + courteous, review.Block, "En tant que modèle de langage, je salue"},
		{"leftover", courteous + " Lorem ipsum dolor sit amet.", review.Block, "Lorem ipsum dolor sit amet"},
		{"leftover", courteous + " C’est **important**.", review.Warn, "**"},
		{"refusal", courteous + " Je suis désolé, mais je ne peux pas répondre.", review.Block, "Je suis désolé, mais je ne peux pas répondre"},
		{"refusal", "I’m sorry, I can’t help. " + courteous, review.Block, "I’m sorry, I can’t help"},
		{"forbidden_word", courteous + " Cher ADMINISTRÉ, merci.", review.Block, "ADMINISTRÉ"},
		{"length", "D’accord.", review.Info, ""},
		{"length", strings.Repeat(courteous+" ", 8), review.Info, "-"},
		{"empty_reply", "…", review.Block, ""},
	}
	for _, tt := range tests {
		reply := framed(tt.body)
		if tt.rule == "length" && tt.span == "" {
			reply = "Bonjour, d’accord."
		}
		f, ok := first(run(reply), tt.rule)
		switch {
		case !ok:
			t.Errorf("%s: nothing found in %q", tt.rule, tt.body)
		case f.Severity != tt.want:
			t.Errorf("%s: %s, want %s", tt.rule, f.Severity, tt.want)
		case tt.span != "-" && string([]rune(reply)[f.Start:f.End]) != tt.span:
			t.Errorf("%s: found %q, want %q", tt.rule, string([]rune(reply)[f.Start:f.End]), tt.span)
		case f.Message.FR == "" || f.Message.EN == "":
			t.Errorf("%s: no message", tt.rule)
		}
	}
}

func first(findings []review.Finding, rule string) (review.Finding, bool) {
	for _, f := range findings {
		if f.Rule == rule {
			return f, true
		}
	}
	return review.Finding{}, false
}

func TestUnanswered(t *testing.T) {
	tests := map[string]int{
		courteous: 0,
		"Merci d’avoir pris le temps de nous écrire. Le délai de trois mois que vous décrivez est trop long, et nous le regrettons vraiment.":                                        1,
		"Merci d’avoir pris le temps de nous écrire. Nous regrettons que personne n’ait répondu à vos appels du matin ; le délai de votre carte d’identité est anormal, c’est vrai.": 0,
	}
	for body, want := range tests {
		got := 0
		for _, f := range run(framed(body)) {
			if f.Rule == "unanswered" {
				got++
			}
		}
		if got != want {
			t.Errorf("%d points left unanswered by %q, want %d", got, body, want)
		}
	}
}

func TestForbiddenIsAWholeWord(t *testing.T) {
	if rulesOf(run(framed(courteous + " Les administrés apprécieront.")))["forbidden_word"] {
		t.Error("a longer word was taken for the forbidden one")
	}
}

func TestKnownFactsPass(t *testing.T) {
	in := Input{Review: "Payé 2 000 € le 12/06/2026, trois jours d’attente.", Sources: []string{"Le timbre coûte 25 euros (article R113-2). Ouvert à 9 h."}, Service: valbourg,
		Reply: framed("Vous avez payé deux mille euros le 12 juin et attendu 3 jours. Le timbre est à 25 €, selon l’art. R. 113-2, et le guichet ouvre à 9 heures. Nous le regrettons vraiment.")}
	if found := rulesOf(Run(in)); found["unknown_fact"] || found["unknown_contact"] {
		t.Errorf("known facts were flagged: %v", found)
	}
}

func TestGreeting(t *testing.T) {
	found, ok := first(run(courteous), "greeting")
	if !ok || found.Severity != review.Warn || found.Repair == nil || *found.Repair != "Bonjour,\n\n" {
		t.Errorf("greeting = %+v, %v", found, ok)
	}
	if rulesOf(run("Madame, Monsieur,\n" + courteous))["greeting"] {
		t.Error("“Madame, Monsieur” greets")
	}
}

func TestPlayLength(t *testing.T) {
	in := Input{Review: complaint, Channel: Play, Service: valbourg, Reply: "Bonjour, " + strings.Repeat("é", 342)}
	found, ok := first(Run(in), "length")
	if !ok || found.Severity != review.Block || found.Start != 350 || found.End != 351 {
		t.Errorf("351 code points: %+v, %v", found, ok)
	}
	in.Reply = "Bonjour, " + strings.Repeat("é", 341)
	if rulesOf(Run(in))["length"] {
		t.Error("350 code points are allowed")
	}
}

func TestAServicesOwnLimit(t *testing.T) {
	own := valbourg
	own.Limits = map[string]int{"spplus": 400, "play": 900}
	for channel, limit := range map[string]int{"": 400, SPPlus: 400, Play: 350} {
		for _, n := range []int{limit, limit + 1} {
			in := Input{Review: complaint, Channel: channel, Service: own, Reply: "Bonjour, " + strings.Repeat("é", n-9)}
			found, tooLong := first(Run(in), "length")
			if tooLong != (n > limit) || tooLong && found.Severity != review.Block {
				t.Errorf("%s, %d code points: %+v, %v", channel, n, found, tooLong)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	in := Input{Review: "The lady at the desk was very kind and I thank her for the help.", Reply: framed(courteous), Service: valbourg}
	if found, ok := first(Run(in), "language"); !ok || found.Severity != review.Info {
		t.Errorf("language = %+v, %v", found, ok)
	}
}

func TestSorted(t *testing.T) {
	found := run(courteous + " Nous vous rappellerons demain au 04 76 00 11 23. [NOM] dans les plus brefs délais.")
	for i := 1; i < len(found); i++ {
		if graver(found[i-1], found[i]) > 0 {
			t.Fatalf("out of order: %+v", found)
		}
	}
	if len(found) < 4 {
		t.Errorf("only %d findings", len(found))
	}
}

func TestRulesAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range Rules() {
		if name == "" || seen[name] {
			t.Errorf("rule %q", name)
		}
		seen[name] = true
	}
}

// BenchmarkTyping checks one reply after the other to the same long review: what
// an agent who types waits for.
func BenchmarkTyping(b *testing.B) {
	asked := strings.Repeat("J’ai appelé le service trois fois au sujet de ma carte grise et personne ne m’a répondu, le site affiche une erreur. ", 17)
	reply := "Bonjour,\n\n" + strings.Repeat("Nous vous remercions de votre message et regrettons que votre demande soit restée sans réponse auprès du service. ", 15)
	for n := 0; b.Loop(); n++ {
		Run(Input{Review: asked, Reply: reply + strings.Repeat("a", n%20)})
	}
}
