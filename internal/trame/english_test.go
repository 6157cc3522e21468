package trame

import (
	"strings"
	"testing"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var englishReviews = []review.Review{
	{Title: "Passport renewal", Text: "The staff at the consulate were friendly and very professional. I got my passport quickly.", Sentiment: review.Positive, Structures: []review.Structure{{Name: "Consulat Général de France à Londres"}}},
	{Title: "Residence permit", Text: "I have been waiting for six months and there is no answer from the prefecture. I sent many emails and nobody replied.", Sentiment: review.Negative, Structures: []review.Structure{{Name: "Préfecture de l'Isère"}}},
	{Title: "Driving licence exchange", Text: "The website does not work and I cannot log in to my account. It is impossible to get an appointment.", Sentiment: review.Negative},
	{Title: "Visa appointment", Text: "The staff were kind and helpful, but there are no appointments for months and the website is confusing.", Sentiment: review.Neutral, Themes: []review.Theme{{Name: review.ThemeRelation, Sentiment: review.Positive}, {Name: review.ThemeAccess, Sentiment: review.Negative}}},
	{Title: "Online voting", Text: "It was easy to use and very fast. Thank you to the team!", Sentiment: review.Positive},
	{Title: "Tax return", Text: "How can I correct my tax return? There is no information about it on the website.", Sentiment: review.Neutral},
	{Title: "Rude staff", Text: "The woman at the desk was rude and arrogant. I was refused without any explanation.", Sentiment: review.Negative, Structures: []review.Structure{{Name: "Mairie de Valbourg"}}},
	{Title: "Health insurance card", Text: "It is far too complicated and the letters are not clear. I am very disappointed with this service.", Sentiment: review.Negative, Typologies: []review.Typology{{Name: "CPAM", Channels: []string{"Courrier"}}}},
	{Title: "Great service", Text: "Excellent service, I am very happy with the help I was given.", Sentiment: review.Positive, Themes: []review.Theme{{Name: review.ThemeReactivity, Sentiment: review.Positive}}},
	{Title: "The queue", Text: "There was a long queue and the office was closed before we could get in.", Sentiment: review.Negative, Typologies: []review.Typology{{Name: "Préfecture", Channels: []string{"Accueil"}}}},
	{Title: "Birth certificate", Text: "I asked for a birth certificate and it came in two days, which was quick.", Sentiment: review.Positive, Themes: []review.Theme{{Name: review.ThemeReactivity, Sentiment: review.Positive}}},
	{Title: "My opinion", Text: "I would like to share what I think about this service and how it was for me.", Sentiment: review.Neutral},
	{Title: "Telephone", Text: "I called many times and I could not reach anyone. I was on hold for an hour.", Sentiment: review.Negative, Typologies: []review.Typology{{Name: "CAF", Channels: []string{"Téléphone"}}}},
	{Title: "Pension", Text: "The explanations were very clear and the lady on the phone was polite and helpful.", Sentiment: review.Positive, Typologies: []review.Typology{{Name: "CARSAT NORD EST", Channels: []string{"Téléphone"}}}},
	{Title: "Fine", Text: "I was fined although I had paid for parking. The answer was a refusal and nobody could help me.", Sentiment: review.Negative, Structures: []review.Structure{{Name: "ANTAI"}}},
}

// An English review is answered in English, as fully as a French one; in
// French where the agent wants it.
func TestEnglishReviews(t *testing.T) {
	for i, r := range englishReviews {
		for _, wish := range allWishes {
			for _, length := range allLengths {
				wish.Length, wish.French = length, false
				b := written(t, New(), review.Assignment{Review: r, Wish: wish})
				sound(t, b, promised[length])
				if reading.LanguageOf(b) != reading.English || strings.ContainsAny(b, "éèàç’«") {
					t.Errorf("review %d is not answered in English: %s", i, b)
				}
				wish.French = true
				b = written(t, New(), review.Assignment{Review: r, Wish: wish})
				sound(t, b, promised[length])
				if reading.LanguageOf(b) != reading.French {
					t.Errorf("review %d is not answered in French: %s", i, b)
				}
			}
		}
	}
}

// Every topic that reading finds in English has its words, its noun and its
// use in English.
func TestEnglishSaysWhatIsReadInEnglish(t *testing.T) {
	for heading, w := range english.say {
		if len(w.sentences) == 0 || w.helps == "" || w.noun == "" && heading != "thanks_staff good" {
			t.Errorf("%s lacks a sentence, a noun or a use", heading)
		}
		if _, ok := french.say[heading]; !ok {
			t.Errorf("%s is not known in French", heading)
		}
	}
	for heading := range french.closing {
		_, ok := english.closing[heading]
		if !ok && heading != "idea" && heading != "foreign" {
			t.Errorf("nothing is said in English under %q", heading)
		}
	}
}

// A review in another language is answered in French, with one sentence that
// says so in English.
func TestOtherLanguages(t *testing.T) {
	for _, text := range []string{
		"Hola, llevo dos meses esperando mi permiso y nadie me dice nada. No hay una respuesta para mi.", "Die Wartezeit ist zu lang und ich habe keine Antwort auf meine Frage. Das ist nicht gut.",
	} {
		for _, length := range allLengths {
			b := written(t, New(), review.Assignment{Review: review.Review{Sentiment: review.Negative, Text: text}, Wish: review.Wish{Length: length}})
			sound(t, b, promised[length])
			if strings.Count(b, "This reply is in French") != 1 || !strings.Contains(b, "ous ") {
				t.Errorf("not in French with one English sentence: %s", b)
			}
		}
	}
}

func TestEnglishDates(t *testing.T) {
	if got := dayEnglish("2020-03-12"); got != "12 March 2020" {
		t.Error(got)
	}
	if got := dayEnglish("soon"); got != "" {
		t.Error(got)
	}
	for d, want := range map[reading.Duration]string{{}: "", {Count: 1, Unit: reading.Hours}: "one hour", {Count: 6, Unit: reading.Months}: "six months", {Unit: reading.Weeks}: "several weeks", {Count: 45, Unit: reading.Minutes}: "", {Count: 20, Unit: reading.Days}: "several weeks"} {
		if got := lastingEnglish(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

// A title in English names the matter as one in French does.
func TestEnglishTitlesNameTheMatter(t *testing.T) {
	bad, plain := review.Negative, review.Neutral
	mended(t, []found{
		{"hours", review.Review{Sentiment: plain, Title: "Opening hours", Text: "The opening hours on the door and on the website are different. I came twice for nothing.", Typologies: at("Collectivités territoriales - Communes")},
			"the opening hours at the town hall", ""},
		{"a fine", review.Review{Sentiment: bad, Title: "A fine I did not deserve", Text: "I received a fine for a car that I sold. I have sent the proof twice, and the amount has been increased.", Typologies: at("ANTAI")},
			"the fine you received", ""},
		{"bins", review.Review{Sentiment: bad, Title: "Waste collection", Text: "The bins have not been collected in our street for two weeks.", Typologies: at("Ville de Pau")},
			"waste collection", ""},
		{"words, and no procedure", review.Review{Sentiment: review.Positive, Title: "Great help", Text: "The lady was patient and explained everything in simple French."},
			"", "simplicity"},
		{"a fine place", review.Review{Sentiment: review.Positive, Title: "Fine place", Text: "The staff were very kind to us and helped with everything.", Typologies: at("CAF")},
			"", "the fine"},
	})
}

// A text without spaces between its words is no bare rating.
func TestTextsOfOtherScriptsAreNotBare(t *testing.T) {
	b := written(t, New(), review.Assignment{Review: review.Review{Sentiment: review.Negative, Text: "我等了三个月才拿到预约，网站总是出错，没有人接电话。", Typologies: at("Préfecture")}})
	if hasAny(b, "quelques précisions nous aideraient") || !hasAny(b, "This reply is in French") {
		t.Error(b)
	}
}
