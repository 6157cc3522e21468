package reading

import (
	"encoding/base64"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ecritoire/internal/review"
)

// turn is a turn of phrase by which a text speaks to a machine. Its pattern is
// tried, on flat and lower-case text, only where one of its hints stands.
type turn struct {
	hints   []string
	pattern *regexp.Regexp
}

// orders lists where a text gives orders to a model, in code points: the turns
// of phrase in several languages, the marks of chats and templates, links set
// to be clicked, signs that nobody sees, and text in base64.
func orders(text string) []review.Span {
	plain, places := Unveil(text)
	flat := strings.ToLower(Flatten(plain))
	spans := append(hidden(text), encoded(flat, plain)...)
	spelled := unspell(flat)
	for _, list := range [][]turn{turns, talk} {
		for _, t := range list {
			spans = append(spans, t.find(flat)...)
			if spelled != "" {
				spans = append(spans, t.find(spelled)...)
			}
		}
	}
	spans = append(spans, ciphered(plain)...)
	spans = append(spans, foreign(plain)...)
	return placed(spans, places)
}

// find tries the pattern around each of its hints, which spares nearly all of
// an ordinary review.
func (t turn) find(flat string) []review.Span {
	found := []review.Span{}
	for _, h := range t.hints {
		for from := 0; len(found) < mostOrders; {
			at := strings.Index(flat[from:], h)
			if at < 0 {
				break
			}
			start, end := around(flat, from+at, from+at+len(h))
			if m := t.pattern.FindStringIndex(flat[start:end]); m != nil {
				words := strings.TrimLeft(flat[start+m[0]:start+m[1]], beforeOrder) // what an order begins behind is not its own
				found = append(found, review.Span{Start: start + m[1] - len(words), End: start + m[1]})
			}
			from = end
		}
		if len(found) > 0 {
			break
		}
	}
	return found
}

// beforeOrder are the signs that may stand before an order.
const beforeOrder = " .!?:;,\"()\n"

// mostOrders bounds how many places of one turn are told.
const mostOrders = 8

// around gives the stretch in which a turn with a hint stands: from the start
// of its clause or of the one before, so that "^" means what it should.
func around(flat string, at, end int) (int, int) {
	least, start := max(0, at-2*reach), at
	for range 2 {
		if at-start > reach/2 || start <= least {
			break
		}
		start = max(least, least+strings.LastIndexAny(flat[least:start-1], ".!?\n")+1)
	}
	return start, min(len(flat), end+reach)
}

// reach is how far behind its hint a turn may end, in code points.
const reach = 160

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

var base64Run = regexp.MustCompile(`[A-Za-z0-9+/]{24,}={0,2}`)

// encoded finds readable text in base64.
func encoded(flat, plain string) []review.Span {
	found := []review.Span{}
	if len(flat) != len(plain) { // base64 is plain ASCII, but what stands around it need not be
		plain = Flatten(plain)
	}
	for _, at := range base64Run.FindAllStringIndex(plain, 8) {
		run := strings.TrimRight(plain[at[0]:at[1]], "=")
		run = run[:len(run)-len(run)%4]
		if words, err := base64.StdEncoding.DecodeString(run); err == nil && readable(words) {
			found = append(found, review.Span{Start: at[0], End: at[1]})
		}
	}
	return found
}

// readable tells words from the noise that a long identifier decodes to.
func readable(text []byte) bool {
	letters := 0
	for _, c := range text {
		switch {
		case c >= 'a' && c <= 'z' || c == ' ':
			letters++
		case c < ' ' && c != '\n':
			return false
		}
	}
	return letters*10 >= len(text)*7
}

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
