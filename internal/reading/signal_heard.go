package reading

import "strings"

// heard gives the words of a sentence as they are meant, for alarms alone:
// whoever writes in haste or despair drops apostrophes and endings ("jvai me
// jeter"). Each word keeps its place; one that stands for several has the
// place of the whole. A wrong guess costs an agent a look, a missed one more.
func heard(ws []word) []word {
	out := make([]word, 0, len(ws))
	for _, w := range ws {
		said, short := spoken[w.plain]
		if !short {
			out = append(out, w)
			continue
		}
		for _, plain := range strings.Fields(said) {
			out = append(out, word{w.start, w.end, plain, stemPlain(plain), w.opens && plain == strings.Fields(said)[0]})
		}
	}
	return out
}

// spoken is what short and glued forms stand for.
var spoken = pairsOf(`
	jai=j ai; jen=j en; jsuis=je suis; jsui=je suis; chui=je suis; chuis=je suis; jvais=je vais; jvai=je vais; jv=je vais; jveux=je veux; jveu=je veux; jve=je veux
	jpeux=je peux; jpeu=je peux; jpe=je peux; jme=je me; jte=je te; jle=je le; jla=je la; jsais=je sais; jsai=je sais; jcrois=je crois; jaimerais=j aimerais; jaimerai=j aimerais
	g=j ai; ge=j ai; nai=n ai; nest=n est; cest=c est; sest=s est; mest=m est; ya=y a; yaura=y aura; dun=d un; dune=d une; den=d en; quil=qu il; quelle=qu elle; quon=qu on; quils=qu ils
	vai=vais; vou=vous; vs=vous; ns=nous; nou=nous; plu=plus; peu=peux; veu=veux; pa=pas; ds=dans; tt=tout; tou=tout; fain=faim; mor=mort; lair=l air
	jms=jamais; jamai=jamais; svp=s il vous plait; stp=s il te plait; bcp=beaucoup; tro=trop; oci=aussi; osi=aussi; ki=qui; ke=que; kel=quel; ske=ce que; moin=moins; secour=secours
	mn=mon; frap=frappe; frape=frappe; komen=comment; pr=pour; bb=bebe; mm=meme; avc=avec; avk=avec; koi=quoi; fo=faut; fodra=faudra
	famme=femme; enfan=enfant; enfans=enfants; gamain=gamin; suicid=suicide; suisside=suicide; suissider=suicider; suicidais=suicider; dmain=demain; demin=demain; ojd=aujourd; sr=soir
	cant=can t; wont=won t; im=i m; wanna=want to; gonna=going to; youll=you ll`)

func pairsOf(text string) map[string]string {
	all := map[string]string{}
	for _, pair := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if short, long, found := strings.Cut(strings.TrimSpace(pair), "="); found {
			all[short] = long
		}
	}
	return all
}
