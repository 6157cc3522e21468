package reading

import "strings"

// Language is the language of a text: French, English or Other. Unlike
// review.Language it is about what a user wrote, not about the interface.
type Language string

// The languages told apart. Unknown is for a text too short to say.
const (
	French  Language = "fr"
	English Language = "en"
	Other   Language = "other"
	Unknown Language = ""
)

var (
	frenchWords  = wordSet("le la les de des du un une et est en que qui a au aux pour par sur pas ne je j ai il d l c n s on ce dans avec ma mon mes me vous nous suis sont tout tres fait votre vos notre tres merci bonjour plus mais si cette y ete ou sans bien rien trop bon bonne service accueil")
	englishWords = wordSet("the of and to in is was were it i you that for on with my have has had this be are not at they we but from or an very your there which would could no their our been me so if about all will can service staff thank thanks good great bad")
	otherWords   = wordSet("el los las que por con para una muy gracias hola desde hace dos siempre dice hay veces nadie otra otro como pero esta este porque cuando donde mi su lo se del he tengo der die das und ist nicht ich sie mit auf ein eine zu danke il che di non per sono molto grazie o os nao uma com obrigado het een niet van voor ik en dank bardzo nie jest dziekuje muito " +
		"al sin pero llevo meses esperando cita una nadie contesta funciona telefono estoy fue muchas buena bueno ayuda fueron " +
		"sito funziona riesco ho hanno senza risposta gentile gentili veloce sono stato stata della dei gli anche molto " +
		"estou espera meu minha seis ninguem responde aos meus tem nao pela pelo atendimento " +
		"seit habe haben wir warte meine meinen niemand sehr war keine kein wurde vielen wirklich aber auch von dem " +
		"werkt kan geen afspraak maken niemand neemt telefoon wij naar heeft ook maar deze zijn heb " +
		"randevu almak imkansiz hata veriyor kimse telefona cevap vermiyor bir bu icin degil yok cok tesekkur tesekkurler surekli hic " +
		"astept nimeni raspunde sunt foarte este pentru multumesc nemultumit")
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// LanguageOf tells the language of a text by its everyday words. Text without
// Latin letters is Other; text of fewer than two known words is Unknown.
func LanguageOf(text string) Language { return languageIn(words(text, 0)) }

func languageIn(all []word) Language {
	fr, en, other, latin := 0, 0, 0, 0
	for _, w := range all {
		fr += count(frenchWords[w.plain])
		en += count(englishWords[w.plain])
		other += count(otherWords[w.plain] && !frenchWords[w.plain])
		latin += count(w.plain[0] < 0x80)
	}
	switch best := max(fr, en, other); {
	case len(all) > 0 && latin*2 < len(all):
		return Other
	case best == 0 || best < 2 && len(all) > 2:
		return Unknown
	case fr == best:
		return French
	case en == best:
		return English
	}
	return Other
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
