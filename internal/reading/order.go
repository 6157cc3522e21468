package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// orders lists where a text gives orders to a model, in code points: the turns
// of phrase in several languages, the marks of chats and templates, links set
// to be clicked, signs that nobody sees, and text in base64.
func orders(text string) []review.Span {
	plain, places := Unveil(text)
	flat := strings.ToLower(Flatten(plain))
	spans := append(hidden(text), encoded(flat, plain)...)
	spans = append(spans, turned(flat, unspell(flat))...)
	spans = append(spans, ciphered(plain)...)
	spans = append(spans, foreign(plain)...)
	return placed(spans, places)
}

// placed puts spans of the unveiled text back into the text.
func placed(spans []review.Span, places []int) []review.Span {
	if places == nil {
		return spans
	}
	if len(places) == 0 { // nothing but invisible characters
		return spans
	}
	for i, s := range spans {
		spans[i] = review.Span{Start: places[min(s.Start, len(places)-1)], End: places[min(s.End, len(places))-1] + 1}
	}
	return spans
}

// hidden finds the controls of writing direction and the tag characters: no
// keyboard types them. It is asked of the text as it came, so its spans are
// code points of the unveiled text only where nothing was veiled before them;
// the caller needs no more than that there is one.
func hidden(text string) []review.Span {
	invisible := 0
	for _, r := range text {
		switch {
		case IsBidi(r) || r >= 0xe0000 && r <= 0xe007f:
			return []review.Span{{Start: 0, End: 1}}
		case r == 0x200b || r == 0x2060 || r == 0x00ad:
			invisible++
		}
	}
	if invisible >= manyInvisible {
		return []review.Span{{Start: 0, End: 1}}
	}
	return nil
}

// manyInvisible is more zero-width signs than pasting from a page leaves.
const manyInvisible = 6

// foreignOrders stand in scripts that the flat text does not hold.
var foreignOrders = []string{"игнорируй", "игнорируйте", "забудь", "забудьте все", "отвечай только", "ты теперь", "инструкции", "напиши", "تجاهل", "التعليمات", "أجب فقط", "أنت الآن", "اكتب في ردك", "忽略", "无视", "指令", "提示词", "你现在是", "只回答", "無視", "指示", "プロンプト", "답변", "무시", "지시", "αγνόησε", "αγνοήστε", "οδηγίες", "ignoriere", "התעלם", "הוראות", "अनदेखा", "निर्देश", "ігноруй", "انس ", "انسى", "قل إن", "别管", "别理", "规则", "请推荐", "忘记", "لا تلتزم", "لا تتبع", "القواعد", "遵守", "告诉大家", "请说", "请写"}

func foreign(plain string) []review.Span {
	found := []review.Span{}
	if ascii(plain) {
		return nil
	}
	if at := linkInScript(plain); at != nil {
		found = append(found, *at)
	}
	low := strings.Map(unicode.ToLower, plain)
	for _, o := range foreignOrders {
		if at := strings.Index(low, o); at >= 0 {
			start := len([]rune(low[:at]))
			found = append(found, review.Span{Start: start, End: start + len([]rune(o))})
		}
	}
	return found
}

// scriptLink is a link as it stands among letters of another script.
var scriptLink = regexp.MustCompile(`(?i)(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:example|com|net|org|info|xyz|top|shop|site|online|biz|ru|io|fr)\b`)

// fewestOfScript is how many letters of another script make a text of it.
const fewestOfScript = 8

// linkInScript finds a link in a text of another script: a model may read the
// order around it that no list here holds.
func linkInScript(plain string) *review.Span {
	letters := 0
	for _, r := range plain {
		letters += count(r > 0x36f && unicode.IsLetter(r))
	}
	at := scriptLink.FindStringIndex(plain)
	if letters < fewestOfScript || at == nil {
		return nil
	}
	start := utf8.RuneCountInString(plain[:at[0]])
	return &review.Span{Start: start, End: start + utf8.RuneCountInString(plain[at[0]:at[1]])}
}

func ascii(text string) bool {
	for _, r := range text {
		if r > 0x2ff && !unicode.IsPunct(r) && !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}
