package check_test

import (
	"slices"
	"testing"

	"ecritoire/internal/check"
	"ecritoire/internal/review"
)

// What a reply has from the review alone is told, whether or not the review
// gave an order; what the service or the State answers for is not.
func TestBorrowedContacts(t *testing.T) {
	const said = "J’ai trouvé sur https://aide-rapide.example/pro et sur www.ants.gouv.fr ; j’ai écrit à contact@aide-rapide.example."
	service := review.Service{Name: "Mairie de Valbourg", URL: "https://valbourg.example", Email: "mairie@valbourg.example"}
	for reply, want := range map[string]bool{
		"Bonjour,\n\nVous trouverez tout sur https://aide-rapide.example/pro.\n\nCordialement": true,
		"Bonjour,\n\nVous trouverez tout sur www.ants.gouv.fr.\n\nCordialement":                false,
		"Bonjour,\n\nVous trouverez tout sur https://valbourg.example.\n\nCordialement":        false,
		"Bonjour,\n\nVous pouvez appeler le 3919.\n\nCordialement":                             false,
	} {
		found := check.Run(check.Input{Review: said, Reply: reply, Service: service})
		told := slices.ContainsFunc(found, func(f review.Finding) bool { return f.Rule == "borrowed" && f.Severity == review.Warn })
		if told != want {
			t.Errorf("%q: told %v, want %v: %+v", reply, told, want, found)
		}
	}
}
