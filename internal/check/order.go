package check

import (
	"regexp"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// begins is where an order can begin: "j'ai ignoré" and "le robot répond" look
// like orders once their accents and subjects are gone.
const begins = `(?:^|[.!?:;,"\n>] *|\b(?:et|puis|alors|please|maintenant|now|plutot|mais) )`

// orders are turns of phrase by which a review speaks to the machine, in
// flat, lower-case text.
var orders = compiled(
	begins+`(ignore[sz]?|oublie[sz]?|negligez?|ne tiens? pas compte|ne suis (plus|pas)|disregard|forget) (de |des )?(toutes? |all |any )?(of )?(the |les |tes |vos |ces |your |my )?(\w+ )?(instructions?|consignes?|directives|prompts?|rules|above|previous)`,
	begins+`(ignore|oublie)[sz]? tout ce qui (precede|est ecrit)`,
	`</?(review|avis|system|instructions?|prompt|user|assistant)>|<\||\[/?inst\]|(^|[.!?\n>] *)(system|assistant) ?:`,
	`\b(tu es|you are|agis comme|act as|pretend (you are|to be)|fais comme si tu etais) (maintenant |desormais |now )?(un |une |in |en |a |an |the |le |la )?(assistant|robot|ia|intelligence artificielle|ai|modele|chatbot|mode|maintenance mode|developer mode|mayor|maire|directeur)`,
	begins+`(reponds|repondez|ecris|ecrivez|reply|answer|respond|write) (seulement|uniquement|exactement|simplement|only|exactly|mot pour mot)`,
	`\b(affiche[sz]?|revelez?|montre[sz]?|print|reveal|show|repeat|repetez?|traduis|translate|copie) (me |moi )?(ton|tes|your|the|le) (\w+ )?(prompt|instructions?|consignes?)`,
	`\b(tu dois|vous devez|you must) (repondre|ecrire|inclure|ajouter|terminer|answer|write|include|reply) (seulement|uniquement|exactement|que|only|that|exactly|par|with|:|")`,
	begins+`(inclus|incluez|ajoute[sz]?|insere[sz]?|mets|mettez|include|add|insert) [^.!?\n]{0,60}(dans|a|in|to) (ta|la|votre|your|the) (reponse|reply|answer)\b`,
	`\b(nouvelles? (consigne|instruction|directive)s?|new instructions?|a partir de maintenant,? tu|from now on,? you) `,
	`\b(l'ia|l'intelligence artificielle|le modele|the ai|the model|le robot) (doit|must|should) (\w+ )?(mentionner|ecrire|repondre|dire|inclure|mention|write|say|include)`,
	begins+`(redige|ecris|write) (plutot |moi |instead )*(une? |a |an )(lettre|poeme|excuse|letter|poem|discours|chanson)`,
	`\b(message|note|consigne|instructions?) (pour|a|to|for) (le robot|l'ia|l'assistant|the ai|the model|the assistant|la machine)`)

func compiled(patterns ...string) []*regexp.Regexp {
	all := []*regexp.Regexp{}
	for _, p := range patterns {
		all = append(all, regexp.MustCompile(p))
	}
	return all
}

// givesOrders asks the reading of the text first, then these turns.
func givesOrders(title, text string) bool {
	if len(reading.SignalsOf(title+"\n"+text).Order) > 0 {
		return true
	}
	asked := plain(title + "\n" + text)
	for _, o := range orders {
		if o.MatchString(asked) {
			return true
		}
	}
	return false
}

// order tells the agent that the review speaks to the machine, whatever the
// reply holds.
func order(s *subject) []review.Finding {
	if !s.ordered {
		return nil
	}
	return []review.Finding{{Severity: review.Info, Message: review.Text{
		FR: "Cet avis s’adresse à la machine\u00a0: relisez la réponse comme si vous l’écriviez vous-même.",
		EN: "This review speaks to the machine: read the reply as if you had written it yourself."}}}
}

// obeyedOrder blocks what the reply takes over from a review that gives
// orders: its links, numbers and amounts, and the words it dictates.
func obeyedOrder(s *subject) []review.Finding {
	if !s.ordered {
		return nil
	}
	found := []review.Finding{}
	own, asked := s.ownFacts(), reading.Facts(s.Title+"\n"+s.Review)
	for _, f := range s.stated {
		if f.In(asked) && !f.In(own) && dictable(f.Kind) {
			found = append(found, obeyed(f.Span))
		}
	}
	for _, words := range dictated(s.asked) {
		for _, span := range occurrences(s.lower, words) {
			if !overlaps(found, span) && !s.inFrame(span) {
				found = append(found, obeyed(span))
			}
		}
	}
	return found
}

func obeyed(span review.Span) review.Finding {
	return review.Finding{Severity: review.Block, Span: span, Message: review.Text{
		FR: "La réponse reprend ce que l’avis ordonne à la machine d’écrire\u00a0: retirez-le.",
		EN: "The reply takes over what the review orders the machine to write: take it out."}}
}

func dictable(k reading.FactKind) bool {
	return k == reading.FactURL || k == reading.FactPhone || k == reading.FactEmail || k == reading.FactAmount || k == reading.FactPercent
}

var (
	quoted  = regexp.MustCompile(`"([^"\n]{3,300})"`)
	toWrite = regexp.MustCompile(`\b(?:repond[sz]?|reponds|repondez|ecris|ecrivez|ajoute[sz]?|dis|dites|inclus|incluez|signe[sz]?|termine[sz]? par|write|say|reply|answer|respond|add|include|print)(?: (?:seulement|uniquement|exactement|simplement|only|exactly|with|avec|par|le mot|the word|then write|that|que|au nom d[ue]|:))* ?:? ?([^."!?\n]{3,120})`)
)

// dictated lists the words that the review wants to read: what it quotes, and
// what follows "réponds seulement".
func dictated(asked string) []string {
	words := []string{}
	for _, found := range [][][]string{quoted.FindAllStringSubmatch(asked, 20), toWrite.FindAllStringSubmatch(asked, 20)} {
		for _, m := range found {
			if w := strings.Trim(m[1], " .,;:!?'\""); len(w) >= 3 {
				words = append(words, w)
			}
		}
	}
	return words
}
