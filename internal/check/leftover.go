package check

import (
	"regexp"
	"strings"

	"ecritoire/internal/review"
)

var (
	placeholderText = review.Text{
		FR: "Un emplacement n’a pas été rempli\u00a0: complétez-le ou retirez-le.",
		EN: "A placeholder was left unfilled: fill it in or take it out."}
	promptText = review.Text{
		FR: "Ce passage parle de la rédaction, pas à l’usager\u00a0: retirez-le.",
		EN: "This passage is about the drafting, not to the user: take it out."}
	markText = review.Text{
		FR: "Ce signe de mise en forme paraîtra tel quel\u00a0: retirez-le.",
		EN: "This formatting sign will show as it is: take it out."}
)

var none = ""

// leftovers are what templates and models leave behind. Brackets are cut at a
// line's end: a lone one is not a placeholder.
var leftovers = append(append(
	removable(placeholderText,
		`\{\{[^}\n]{0,80}\}\}|\{\{|\}\}`, `\$\{[^}\n]{0,80}\}`, `\x03[^\x04\n]{0,80}\x04|\x03|\x04`,
		// A placeholder of a person's data that the model bent out of shape.
		`[\[({<]{0,2} ?(personnes?|madame|monsieur|courriel|telephone|adresse|naissance|nir|fiscal|iban|carte|plaque|allocataire|dossier|etranger|permis|passeport|identite|signe)_ ?\d{1,3} ?[\])}>]{0,2}`,
		`[\[({<]{1,2} ?(personnes?|madame|monsieur|courriel|telephone|adresse|naissance|nir|fiscal|iban|carte|plaque|allocataire|dossier|etranger|permis|passeport|identite|signe)[ -]?\d{1,3} ?[\])}>]{1,2}`,
		`\[[a-z][^\]\n]{1,60}\]`, `\[\.{2,}\]`, `\[ *\]`, `_{4,}`, `jj/mm/aaaa`, `xx[ .]xx[ .]xx[^\n.]{0,12}`, `(a|reste a) completer par[^.\n]*`, `\((a completer|a preciser|votre nom|nom du service|insere[rz]? [^)\n]{1,40}|numero|lien)\)`, `inserer (ici )?(le|la|les|un|votre) [^.\n]{1,40}`, `lorem ipsum[^\n.]*`, `xxx+`, `todo ?:`, `<(nom|prenom|date|service|name|numero)[^>\n]{0,30}>`),
	removable(promptText,
		`</?[a-z_]{2,20}>`, `</?(think|thinking|reasoning|analysis|final|answer|scratchpad)[^>\n]{0,30}>?`, `</?s>`, `\[/?(inst|sys|system|user|assistant|think)\]`, `<</?sys>>`, `<\|[^|\n]{0,40}\|>`, `###+[^\n]*`, "```[a-z]*", `\{ ?"[a-z_]{2,20}" ?: ?[^}\n]{0,200}\}?`)...),
	phrases(promptText,
		`(okay|d'accord|bien|alors),? (l'utilisateur|le user|the user|je dois|il faut que je) (rediger|demande|veut|wants|reponde|redige)[^.\n]*`,
		`(je vais|laissez-moi|il me faut|je dois) (maintenant |d'abord )?(rediger|reflechir|analyser|generer|reformuler)[^.\n]*`, `(let me|i need to|i should|i will) (write|draft|think|analyze|respond)[^.\n]*`,
		`\(?(note|nb|remarque|explication|commentaire) ?: ?(j'ai|cette reponse|ce brouillon|la reponse|je n'ai|this|i have|pensez a|n'oubliez pas)[^\n]*`, `(cette|la) reponse (respecte|suit|tient compte de|est conforme a) (les|vos|toutes les) (consignes|instructions|regles)[^.\n]*`,
		`(nombre de mots|word count|version (courte|longue|plus courte)|option \d|variante \d|brouillon \d) ?:`, `selon (les|vos) (consignes|instructions)( fournies| donnees)?`, `(fiche|extrait|passage|source) n?\x02? ?\d+ ?:`,
		`en tant que (modele|grand modele|robot|chatbot)[^.\n]*`, `en tant qu'(ia|intelligence artificielle|assistant (virtuel|numerique|ia|d'ia))[^.\n]*`,
		`as an? (ai|large language model|language model)\b[^.\n]*`, `(bien sur|certainement|d'accord|avec plaisir) ?[!,.] ?voici[^\n]*`,
		`voici (la|une|ma|votre|un|le|ta) (proposition de |projet de |exemple de |suggestion de )?(reponse|brouillon)[^.\n:]{0,80}( ?:|\n)`,
		`(here is|here's) (the|a|your) (reply|response|draft)[^.\n]*`, `(reponse|brouillon|corps du message|corps de la reponse|objet|instructions?|prompt|consignes?) (proposee?|suggeree?) ?:`,
		`(je suis|moi,?|ici) (mistral|chat ?gpt|gpt|claude|gemini|llama|qwen|gemma|copilot|une? (ia|intelligence artificielle|chatbot|robot|modele|assistant(e)? (virtuel(le)?|numerique|automatique)))\b[^.\n]*`, `(j'ai|je) (ete |suis |me suis )?(concue?|entraine(e)?|programmee?|developpee?|fabriquee?) par [^.\n]*`, `(voici|ci-dessous) (la|une|le|un) (version (revisee|corrigee|finale|amelioree)|reformulation|texte)[^.\n]{0,60}:`, `(un|mon|grand) modele de lang(ue|age)[^.\n]*`,
		`(j'ai recu|il m'a ete|on m'a|il m'est) (demande|donne|fourni|ordonne|interdit|le texte|la consigne|pour consigne|comme consigne|les consignes|l'instruction)\b[^.\n]*`, `(tu es|vous redigez|tu rediges|vous etes|tu reponds) [^.\n]{0,40}\b(la reponse|une reponse|le corps|un agent|l'agent|d'un service public|redacteur)\b[^.\n]*`, `(ce qu'il faut ecrire|ce qu'il ne faut jamais ecrire|(donnee|donnees), jamais (un|des) ordres?)[^\n]*`,
		`(au |le )?debut de (la|notre|cette) conversation[^.\n]*`, `(vu|lu|recu|traite) (aussi |egalement )?(d'autres avis|un avis de|les avis de)[^.\n]*`,
		`system prompt`, `(mes|mon|my) (propres |own )?(instructions?|consignes?( internes)?|directives|prompt|system prompt|regles internes|message systeme|rules)\b[^.\n]*`, `(l'avis|la review) (ci-dessus|fourni|entre balises)`, `n'hesitez pas a (adapter|modifier|personnaliser) (cette|ce) (reponse|brouillon|texte)`)...)

// Formatting signs are read by machines only: every platform shows them as
// they are.
var marks = removable(markText, `\*\*`, `__`, `(^|\n)#{1,6} `, `(^|\n) *[*-] `, `&(nbsp|amp|lt|gt|quot|#39);`)

var openings = regexp.MustCompile(`(?m)^[ "]*((voici (la|une|ma|votre|un|le) (proposition de |projet de |exemple de |suggestion de )?(reponse|brouillon))|reponse ?:|brouillon ?:|draft ?:|reply ?:)`)

func removable(message review.Text, patterns ...string) []phrase {
	all := phrases(message, patterns...)
	for i := range all {
		all[i].repair = &none
	}
	return all
}

// leftover blocks placeholders and prompt text, and warns of formatting signs.
func leftover(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range append(find(s.lower, leftovers, review.Block), find(s.lower, marks, review.Warn)...) {
		if !s.inFrame(f.Span) {
			found = append(found, f)
		}
	}
	for _, span := range roles(s.lower) {
		if !overlaps(found, span) && !s.inFrame(span) {
			found = append(found, review.Finding{Severity: review.Block, Span: span, Message: promptText, Repair: &none})
		}
	}
	for _, at := range openings.FindAllStringIndex(s.lower, -1) {
		if span := (review.Span{Start: at[0], End: at[1]}); !overlaps(found, span) {
			found = append(found, review.Finding{Severity: review.Block, Span: span, Message: promptText})
		}
	}
	return append(found, s.strayTongues(found)...)
}

// roleNames stand before a colon where a model plays both sides of a talk.
var roleNames = wordSet("assistant user system human utilisateur systeme agent ia ai bot model modele reponse redacteur usager")

// roles finds the lines that begin with a role and a colon.
func roles(text string) []review.Span {
	found, start := []review.Span{}, 0
	for line := range strings.Lines(text) {
		name, _, ok := strings.Cut(line, ":")
		if ok && roleNames[strings.Trim(name, " *#[]\"")] {
			found = append(found, review.Span{Start: start, End: start + len(name) + 1})
		}
		start += len(line)
	}
	return found
}
