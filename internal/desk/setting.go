package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
)

// Settings are the choices of a service and of the person at the desk.
type Settings struct {
	Service       review.Service
	Person        string
	Writer        review.WriterName
	OllamaAddress string // host:port, loopback only; "" for the bundled server
	OllamaModel   string // "" until chosen
	Form          bool   // models are held to a form of sentences
	Keep          int    // minutes that a model stays in memory after the last draft
	Ahead         int    // reviews that a model drafts ahead of the agent's reading
	Clocks        []review.Clock
	SheetModel    string // that orders sheets by meaning, "" for none
}

// Kind is how a setting is entered.
type Kind string

// The kinds of settings. Lines hold one entry a line.
const (
	KindText   Kind = "text"
	KindLines  Kind = "lines"
	KindBool   Kind = "bool"
	KindNumber Kind = "number"
	KindChoice Kind = "choice"
)

// Setting is one key with all that an agent needs to set it.
type Setting struct {
	Key     string
	Kind    Kind
	Default string
	Choices []string
	Label   review.Text
	Help    review.Text
	apply   func(*Settings, string) bool
}

// settings is the one list of keys; the verbs, the window and the guide read
// it.
var settings = []Setting{
	text("service.name", "", "Nom du service", "Service name", "Tel qu’il paraît dans la signature.", "As it stands in the signature.", func(s *Settings) *string { return &s.Service.Name }),
	text("person", "", "Votre nom", "Your name", "Qui valide répond de chaque mot.", "Who validates answers for every word.", func(s *Settings) *string { return &s.Person }),
	text("contact.phone", "", "Téléphone du service", "Service telephone", "Le seul numéro qu’une réponse peut donner.", "The only number a reply may give.", func(s *Settings) *string { return &s.Service.Phone }),
	text("contact.email", "", "Courriel du service", "Service e-mail", "La seule adresse qu’une réponse peut donner.", "The only address a reply may give.", func(s *Settings) *string { return &s.Service.Email }),
	text("contact.url", "", "Site du service", "Service website", "Le seul lien qu’une réponse peut donner.", "The only link a reply may give.", func(s *Settings) *string { return &s.Service.URL }),
	text("contact.address", "", "Adresse postale", "Postal address", "Où venir ou écrire.", "Where to come or write.", func(s *Settings) *string { return &s.Service.Address }),
	text("frame.greeting", "Bonjour,", "Salutation", "Greeting", "Ouvre chaque réponse.", "Opens every reply.", func(s *Settings) *string { return &s.Service.Greeting }),
	lines("frame.closings", "Nous restons à votre écoute.\nBien cordialement,", "Formules de fin", "Closing formulas", "Une par ligne ; la première sert d’abord.", "One a line; the first is the default.", func(s *Settings) *[]string { return &s.Service.Closings }),
	lines("frame.signatures", "L’équipe chargée des avis", "Signatures", "Signatures", "Une par ligne ; nommée ou non, le service décide.", "One a line; named or not, the service decides.", func(s *Settings) *[]string { return &s.Service.Signatures }),
	text("frame.greeting_en", "Hello,", "Salutation en anglais", "Greeting in English", "Ouvre une réponse rédigée en anglais.", "Opens a reply drafted in English.", func(s *Settings) *string { return &s.Service.GreetingEnglish }),
	text("frame.closing_en", "Kind regards,", "Formule de fin en anglais", "Closing formula in English", "Vide : celle du français.", "Empty: the French one.", func(s *Settings) *string { return &s.Service.ClosingEnglish }),
	text("frame.signature_en", "", "Signature en anglais", "Signature in English", "Vide : celle du français.", "Empty: the French one.", func(s *Settings) *string { return &s.Service.SignatureEnglish }),
	lines("frame.phrases", "", "Phrases de la maison", "House phrases", "Une par ligne ; prêtes à être insérées dans une réponse.", "One a line; ready to be put into a reply.", func(s *Settings) *[]string { return &s.Service.Phrases }),
	lines("rules.forbidden", "", "Mots interdits", "Forbidden words", "Un par ligne, tels qu’ils s’écrivent : le pluriel est un autre mot. Une réponse qui en contient un est bloquée.", "One a line, as they are written: a plural is another word. A reply that holds one is blocked.", func(s *Settings) *[]string { return &s.Service.Forbidden }),
	lined("rules.house", "", "Consignes de la maison", "House rules", "Données au modèle, jamais montrées à l’usager.", "Given to the model, never shown to the user.", func(s *Settings) *string { return &s.Service.Rules }),
	lined("rules.tutoring", "", "Exemples de bonnes réponses", "Examples of good replies", "Donnés au modèle avec chaque avis ; sans nom ni cas réel.", "Given to the model with every review; no name, no real case.", func(s *Settings) *string { return &s.Service.Tutoring }),
	text("rules.ai_notice", "", "Mention d’aide par IA", "Notice of AI help", "Ajoutée sous une réponse rédigée par un modèle ; vide pour aucune.", "Added under a reply that a model drafted; empty for none.", func(s *Settings) *string { return &s.Service.AINotice }),
	{Key: "rules.limits", Kind: KindLines, Label: review.Text{FR: "Longueurs à ne pas dépasser", EN: "Lengths not to exceed"},
		Help:  review.Text{FR: "Une par ligne, comme « google 1500 » ; lieux : spplus, google, play, paper.", EN: "One a line, such as “google 1500”; places: spplus, google, play, paper."},
		apply: func(s *Settings, v string) bool { return setLimits(&s.Service.Limits, v) }},
	{Key: "rules.four_eyes", Kind: KindBool, Default: "false", Label: review.Text{FR: "Double regard", EN: "Four eyes"},
		Help:  review.Text{FR: "Une autre personne que celle qui rédige valide chaque réponse.", EN: "Somebody else validates every reply."},
		apply: func(s *Settings, v string) bool { return setBool(&s.Service.FourEyes, v) }},
	{Key: "rules.delay_days", Kind: KindNumber, Default: "5", Label: review.Text{FR: "Délai de réponse annoncé (jours)", EN: "Announced answering delay (days)"},
		Help:  review.Text{FR: "De 1 à 365 ; il fixe les échéances de la file.", EN: "From 1 to 365; it sets the queue’s deadlines."},
		apply: func(s *Settings, v string) bool { return setNumber(&s.Service.DelayDays, v, 1, 365) }},
	{Key: "rules.working_days", Kind: KindBool, Default: "false", Label: review.Text{FR: "Délai en jours ouvrés", EN: "Delay in working days"},
		Help:  review.Text{FR: "Sans les samedis, les dimanches et les jours fériés.", EN: "Without Saturdays, Sundays and public holidays."},
		apply: func(s *Settings, v string) bool { return setBool(&s.Service.Working, v) }},
	{Key: "rules.moselle", Kind: KindBool, Default: "false", Label: review.Text{FR: "Jours fériés d’Alsace-Moselle", EN: "Holidays of Alsace and Moselle"},
		Help:  review.Text{FR: "Vendredi saint et 26 décembre, pour un délai en jours ouvrés.", EN: "Good Friday and 26 December, for a delay in working days."},
		apply: func(s *Settings, v string) bool { return setBool(&s.Service.Moselle, v) }},
	{Key: "rules.retention", Kind: KindLines, Label: review.Text{FR: "Durées de conservation", EN: "Retention"},
		Help: review.Text{FR: "Une par ligne, en mois depuis le dernier acte : « exporté 24 », « google écarté 6 ». Rien n’est effacé sans votre commande.",
			EN: "One a line, in months since the last act: “exported 24”, “google dismissed 6”. Nothing is erased without your word."},
		apply: func(s *Settings, v string) bool { return setClocks(&s.Clocks, v) }},
	{Key: "writer", Kind: KindChoice, Default: string(review.WriterTrame), Choices: []string{"trame", "ollama"}, Label: review.Text{FR: "Rédacteur des brouillons", EN: "Writer of drafts"},
		Help:  review.Text{FR: "La trame écrit sans modèle ; « ollama » est le modèle local de ce poste.", EN: "Trame writes without a model; “ollama” is the local model of this workstation."},
		apply: func(s *Settings, v string) bool { return setWriter(&s.Writer, v) }},
	text("ollama.address", "", "Autre serveur Ollama", "Another Ollama server", "Vide : celui d’Écritoire. Sinon l’adresse d’un Ollama de ce poste, comme 127.0.0.1:11434.", "Empty: Écritoire’s own. Else the address of an Ollama on this workstation, such as 127.0.0.1:11434.", func(s *Settings) *string { return &s.OllamaAddress }),
	text("ollama.model", "", "Modèle", "Model", "Un modèle présent sur ce poste.", "A model present on this workstation.", func(s *Settings) *string { return &s.OllamaModel }),
	{Key: "ollama.form", Kind: KindBool, Default: "true", Label: review.Text{FR: "Tenir le modèle à des phrases", EN: "Hold the model to sentences"},
		Help:  review.Text{FR: "Ni titre, ni liste, ni signature ; à couper si un modèle écrit mal ainsi.", EN: "No heading, list or signature; switch it off if a model writes badly this way."},
		apply: func(s *Settings, v string) bool { return setBool(&s.Form, v) }},
	text("sheets.model", "", "Modèle de sens pour les fiches", "Model of meaning for sheets", "Un modèle de plongement multilingue du serveur Ollama ; vide, les fiches sont classées sans modèle.", "A multilingual embedding model of the Ollama server; empty, sheets are ranked without a model.", func(s *Settings) *string { return &s.SheetModel }),
	{Key: "ollama.keep_minutes", Kind: KindNumber, Default: "2", Label: review.Text{FR: "Garder le modèle en mémoire (minutes)", EN: "Keep the model in memory (minutes)"},
		Help:  review.Text{FR: "De 0 à 120, après le dernier brouillon ; ensuite sa mémoire est rendue.", EN: "From 0 to 120, after the last draft; then its memory is given back."},
		apply: func(s *Settings, v string) bool { return setNumber(&s.Keep, v, 0, 120) }},
	{Key: "drafts.ahead", Kind: KindNumber, Default: "2", Label: review.Text{FR: "Brouillons d’avance", EN: "Drafts ahead"},
		Help:  review.Text{FR: "De 0 à 10 avis suivants, rédigés par le modèle pendant votre lecture.", EN: "From 0 to 10 reviews that follow, drafted by the model while you read."},
		apply: func(s *Settings, v string) bool { return setNumber(&s.Ahead, v, 0, 10) }},
}

func text(key, value, fr, en, helpFR, helpEN string, field func(*Settings) *string) Setting {
	s := lined(key, value, fr, en, helpFR, helpEN, field)
	s.Kind = KindText
	return s
}

// lined is one text that may run over several lines.
func lined(key, value, fr, en, helpFR, helpEN string, field func(*Settings) *string) Setting {
	return Setting{Key: key, Kind: KindLines, Default: value, Label: review.Text{FR: fr, EN: en}, Help: review.Text{FR: helpFR, EN: helpEN},
		apply: func(s *Settings, v string) bool { *field(s) = strings.TrimSpace(v); return true }}
}

func lines(key, value, fr, en, helpFR, helpEN string, field func(*Settings) *[]string) Setting {
	s := lined(key, value, fr, en, helpFR, helpEN, nil)
	s.apply = func(to *Settings, v string) bool {
		*field(to) = []string{}
		for line := range strings.Lines(v) {
			if line = strings.TrimSpace(line); line != "" {
				*field(to) = append(*field(to), line)
			}
		}
		return true
	}
	return s
}

func setBool(to *bool, v string) (ok bool) {
	b, err := strconv.ParseBool(v)
	if err == nil {
		*to = b
	}
	return err == nil
}

func setNumber(to *int, v string, low, high int) bool {
	n, err := strconv.Atoi(v)
	if err != nil || n < low || n > high {
		return false
	}
	*to = n
	return true
}

// setLimits reads lines of a place and a number of characters.
func setLimits(to *map[string]int, v string) bool {
	*to = map[string]int{}
	for line := range strings.Lines(v) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		var n int
		if len(words) != 2 || !slices.Contains([]string{"spplus", "google", "play", "paper"}, words[0]) || !setNumber(&n, words[1], 100, 20000) {
			return false
		}
		(*to)[words[0]] = n
	}
	return true
}

func setWriter(to *review.WriterName, v string) bool {
	*to = review.WriterName(v)
	return *to == review.WriterTrame || *to == review.WriterOllama
}

// Settings reads the settings, defaults where nothing was set. A stored value
// that no longer fits is an error, never silently a default.
func (d *Desk) Settings(ctx context.Context) (Settings, error) {
	stored, err := d.parts.Store.Settings(ctx)
	if err != nil {
		return Settings{}, err
	}
	s := Settings{}
	for _, each := range settings {
		if !each.apply(&s, value(stored, each)) {
			return s, ErrSettingValue.Naming(each.Key)
		}
	}
	return s, nil
}

func value(stored map[string]string, s Setting) string {
	if v, ok := stored[s.Key]; ok {
		return v
	}
	return s.Default
}

// Valued is a setting with its value.
type Valued struct {
	Setting
	Value string
}

// AllSettings lists every setting with its value, in the order of the list.
func (d *Desk) AllSettings(ctx context.Context) ([]Valued, error) {
	stored, err := d.parts.Store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	all := []Valued{}
	for _, s := range settings {
		all = append(all, Valued{s, value(stored, s)})
	}
	return all, nil
}

// Set changes one setting, or refuses the value and changes nothing. A new
// delay moves every deadline.
func (d *Desk) Set(ctx context.Context, key, v string) error {
	i := slices.IndexFunc(settings, func(s Setting) bool { return s.Key == key })
	if i < 0 {
		return ErrSetting.Naming(key)
	}
	s, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	if !settings[i].apply(&s, v) {
		return ErrSettingValue.Naming(key)
	}
	if slices.Contains(prompted, key) && utf8.RuneCountInString(v) > prompt.MaxRules {
		return prompt.ErrRulesTooLong.Naming(prompt.MaxRules)
	}
	if slices.Contains(dating, key) {
		return d.parts.Store.Redate(ctx, key, v, s.Service.Calendar().Due)
	}
	return d.parts.Store.Set(ctx, key, v)
}

// dating are the settings that deadlines follow from.
var dating = []string{"rules.delay_days", "rules.working_days", "rules.moselle"}

// prompted are the settings that stand whole in every prompt.
var prompted = []string{"rules.house", "rules.tutoring"}
