package app

import (
	"slices"
	"testing"
)

func TestTheReadyWordsAreTheServicesOwn(t *testing.T) {
	a, _ := window(t, slow{})
	none, err := a.Phrases()
	if err != nil || none.House == nil || len(none.House) > 0 || none.Contacts == nil || len(none.Contacts) > 0 {
		t.Errorf("nothing set: %+v, %v", none, err)
	}
	for key, value := range map[string]string{
		"frame.phrases": "Nous ouvrons le samedi.\n\nÉcrivez-nous.", "contact.email": "accueil@valbourg.example", "contact.address": "1 place de la Mairie",
	} {
		if err := a.Set(key, value); err != nil {
			t.Fatal(err)
		}
	}
	got, err := a.Phrases()
	if err != nil || !slices.Equal(got.House, []string{"Nous ouvrons le samedi.", "Écrivez-nous."}) ||
		!slices.Equal(got.Contacts, []string{"accueil@valbourg.example", "1 place de la Mairie"}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAReplysLimitIsThatOfItsPlace(t *testing.T) {
	a, _ := window(t, slow{})
	id := first(t, a).ID
	for value, want := range map[string]int{"": 0, "spplus 900\ngoogle 300": 900} {
		if err := a.Set("rules.limits", value); err != nil {
			t.Fatal(err)
		}
		if f, err := a.Open(id); err != nil || f.Limit != want {
			t.Errorf("%q: %d, %v", value, f.Limit, err)
		}
	}
}

func TestTheWindowKeepsAnAgentsOwnWords(t *testing.T) {
	a, _ := window(t, slow{})
	if err := a.Remember("words", `{"own":["guichetier"]}`); err != nil {
		t.Fatal(err)
	}
	if all, err := a.Preferences(); err != nil || all["words"] != `{"own":["guichetier"]}` {
		t.Errorf("%v, %v", all, err)
	}
}

func TestTheFramesMenusOfferEnglishToo(t *testing.T) {
	a, _ := window(t, slow{})
	for english, want := range map[string][]string{
		"Kind regards,": {"À bientôt.", "Kind regards,"}, "": {"À bientôt."}, "À bientôt.": {"À bientôt."},
	} {
		for key, value := range map[string]string{"frame.closings": "À bientôt.", "frame.closing_en": english} {
			if err := a.Set(key, value); err != nil {
				t.Fatal(err)
			}
		}
		if f, err := a.Frames(); err != nil || !slices.Equal(f.Closings, want) {
			t.Errorf("%q: %v, %v", english, f.Closings, err)
		}
	}
}
