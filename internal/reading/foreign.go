package reading

import (
	"strings"
	"unicode"
)

// Foreign reports whether a sentence is written in another language than
// French: it holds words that French has not, and more of them than of the
// words that hold French sentences together. Names count for nothing.
func Foreign(sentence string) bool {
	strange, french, script := 0, 0, 0
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) }) {
		lower := strings.ToLower(w)
		switch {
		case otherScript(w):
			script++
		case strangeWords[lower]:
			strange++
		case w == lower && strings.ContainsAny(lower, strangeLetters):
			strange++
		case frenchWords[Fold(lower)]:
			french++
		}
	}
	return script > 0 && script >= french || strange > 1 && strange > french || strange == 1 && french == 0
}

// strangeLetters stand in no French word.
const strangeLetters = "ěščřžýůťďňąęłńśźżğışțţăãõñßäöőűåø¿¡"

// strangeWords hold the sentences of other languages together and are no
// French words; accents are told.
var strangeWords = wordSet(`the and is are was were you your we our with this that they have has will of be been everyone free please thank thanks
	el los las una por para muy gracias está usted ustedes nuestro nuestra del todos
	os uma não são é foi muito obrigado você vocês nosso nossa
	è sono della delle dei gli che molto grazie nostro nostra più perché
	der das und ist nicht wir sie mit auf eine zu danke werden wird ihr ihre alle sind
	een het niet wij van voor zijn
	nie jest jsou jako není bude úřad
	este sunt și pentru vă
	bir için değil`)

func otherScript(word string) bool {
	for _, r := range word {
		if r > 0x36f && !unicode.Is(unicode.Latin, r) && !unicode.Is(unicode.Greek, r) {
			return true
		}
	}
	return false
}
