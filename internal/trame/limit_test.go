package trame

import (
	"testing"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// A draft fits where it is to appear, frame included: a check would block it.
func TestDraftsFitTheirPlace(t *testing.T) {
	service := review.Service{Phone: "01 99 00 11 22", Greeting: "Bonjour,", Closings: []string{"Nous restons à votre écoute."}, Signatures: []string{"L’équipe chargée des avis"},
		Limits: map[string]int{"spplus": 260}}
	for _, source := range []review.Source{review.SourcePlay, review.SourceSPPlus} {
		for _, text := range []string{
			"Aucun créneau pour ma carte d’identité à la mairie. J’ai essayé tous les matins pendant trois semaines. Le standard raccroche, et personne ne répond aux courriels.",
			"L’application se bloque au démarrage depuis la mise à jour. Impossible de me connecter. Je veux mourir.",
			"Les agents de la préfecture ont été aimables, rapides et compétents, et la démarche simple.",
		} {
			for _, wish := range []review.Wish{{Length: review.LengthShort}, {}, {Length: review.LengthLong}, {Warmer: true}, {Precise: true}} {
				r := review.Review{Source: source, Text: text, Sentiment: review.Negative, Typologies: at("Collectivités territoriales - Communes")}
				whole := service.Frame().Around(written(t, New(), review.Assignment{Review: r, Service: service, Wish: wish}))
				if n, limit := utf8.RuneCountInString(whole), service.Limit(string(source)); n > limit {
					t.Errorf("%s, %+v: %d of %d in %q", source, wish, n, limit, whole)
				}
			}
		}
	}
}
