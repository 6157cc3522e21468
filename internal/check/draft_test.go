package check_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"ecritoire/internal/check"
	"ecritoire/internal/intake"
	"ecritoire/internal/review"
	"ecritoire/internal/trame"
)

// service is the one of these measurements; it is fictitious.
var service = review.Service{
	Name: "Mairie de Valbourg", Phone: "01 99 00 11 22", Email: "contact@valbourg.example", URL: "https://www.valbourg.example",
	Address: "1 place du Lavoir, Valbourg", Greeting: "Bonjour,",
	Closings: []string{"Nous restons à votre écoute."}, Signatures: []string{"Le service usagers"}, DelayDays: 13,
}

// sheets are fictitious passages, for every third draft.
var sheets = []string{
	"Le renouvellement coûte 86 euros en timbres fiscaux (article R. 113-2). Comptez six semaines. Le dossier se remplit sur www.demarches.example, formulaire cerfa n° 12100*02. Guichet ouvert de 8 h 05 à 11 h 55.",
	"La demande se fait auprès de la caisse d’allocations familiales, par téléphone au 3230. 40 % du montant est versé sous deux mois.",
}

// drafted is a reply that trame wrote, with what it may stand on.
type drafted struct {
	in   check.Input
	body string
}

const realFile = "../../../shared/data/experiences-spplus-dev.csv"

// drafts writes one for each review that waits for a reply: the real ones
// where they are, else the bundled ones. They are written once for all tests,
// which run at the same time.
func drafts(tb testing.TB) []drafted {
	tb.Helper()
	writing.Lock()
	defer writing.Unlock()
	if written == nil {
		written = writeDrafts(tb)
	}
	return written
}

var (
	writing sync.Mutex
	written []drafted
)

func writeDrafts(tb testing.TB) []drafted {
	tb.Helper()
	all := []drafted{}
	for i, r := range reviews(tb) {
		draft, err := trame.New().Write(context.Background(), review.Assignment{Review: r, Service: service}, nil)
		if err != nil {
			tb.Fatal(err)
		}
		in := check.Input{Title: r.Title, Review: r.Text, Sources: platformNames(r), Channel: check.SPPlus, Service: service}
		if i%3 == 0 {
			in.Sources = append(in.Sources, sheets...)
		}
		in.Reply = service.Frame().Around(draft.Body)
		all = append(all, drafted{in, draft.Body})
	}
	return all
}

// platformNames are what the desk gives too: the services that the platform
// itself names beside the review.
func platformNames(r review.Review) []string {
	names := []string{}
	for _, t := range r.Typologies {
		names = append(names, t.Name)
	}
	for _, s := range r.Structures {
		names = append(names, s.Name)
	}
	return names
}

func reviews(tb testing.TB) []review.Review {
	f, err := os.Open(realFile)
	if errors.Is(err, fs.ErrNotExist) {
		tb.Log("SKIPPED in part: the file of real reviews is not on this machine; the bundled ones serve")
		return bundled(tb)
	}
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	all := []review.Review{}
	for _, row := range rows[1:] {
		if r := realReview(rows[0], row); r.Status == "A traiter" {
			all = append(all, r.Review)
		}
	}
	return all
}

func bundled(tb testing.TB) []review.Review {
	f, err := intake.Sample()
	if err != nil {
		tb.Fatal(err)
	}
	all := []review.Review{}
	for row, err := range f.Rows() {
		if err != nil || row.Rejected != nil {
			tb.Fatalf("%v, %+v", err, row.Rejected)
		}
		all = append(all, row.Review)
	}
	return all
}

type realRow struct {
	review.Review
	Status string
}

func realReview(header, row []string) realRow {
	r := realRow{}
	for i, name := range header {
		value := repaired(row[i])
		switch name = strings.TrimPrefix(name, "\ufeff"); {
		case name == "ID expérience":
			r.ExternalID = value
		case name == "Etat expérience":
			r.Status = value
		case name == "Titre":
			r.Title = value
		case name == "Description":
			r.Text = value
		case strings.HasPrefix(name, "Intitulé Typologie") && value != "":
			r.Typologies = append(r.Typologies, review.Typology{Name: value})
		case strings.HasPrefix(name, "Intitulé structure") && value != "":
			r.Structures = append(r.Structures, review.Structure{Name: value})
		}
	}
	return r
}

// repaired reads C1 characters as what they were in windows-1252.
func repaired(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xa0 {
			return charmap.Windows1252.DecodeByte(byte(r))
		}
		return r
	}, s)
}

// grounding are the rules that judge facts.
var grounding = map[string]bool{"unknown_contact": true, "unknown_fact": true, "unknown_name": true, "unknown_number": true}

// grounded gives the findings of those rules, as an agent would see them.
func grounded(in check.Input) []review.Finding {
	found := []review.Finding{}
	for _, f := range check.Run(in) {
		if grounding[f.Rule] && f.Severity != review.Info {
			found = append(found, f)
		}
	}
	return found
}

// TestCleanDraftsPass: trame states nothing that it was not given.
func TestCleanDraftsPass(t *testing.T) {
	t.Parallel()
	all := drafts(t)
	wrong, rules := 0, map[string]int{}
	for _, d := range all {
		found := grounded(d.in)
		wrong += min(1, len(found))
		for _, f := range found {
			rules[f.Rule]++
			if os.Getenv("ECRITOIRE_SHOW") != "" {
				t.Logf("%s %q", f.Rule, string([]rune(d.in.Reply)[f.Start:f.End]))
			}
		}
	}
	t.Logf("%d of %d clean drafts flagged: %v", wrong, len(all), rules)
	if wrong*100 > 3*len(all) {
		t.Errorf("%d of %d clean drafts flagged, want at most 3 in 100", wrong, len(all))
	}
}
