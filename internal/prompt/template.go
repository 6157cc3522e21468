package prompt

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"ecritoire/internal/review"
)

//go:embed templates/system.fr.tmpl
var systemText string

//go:embed templates/user.fr.tmpl
var userText string

// Templates are the two texts that a prompt is made of, in the language of
// text/template: one for the service, one for the review. A service may bring
// its own. The zero Templates are the bundled ones.
type Templates struct {
	system, user             string
	systemParsed, userParsed *template.Template
}

var bundled = must(Parse(systemText, userText))

func must(t Templates, err error) Templates {
	if err != nil {
		panic(err)
	}
	return t
}

// Bundled are the templates that come with Écritoire.
func Bundled() Templates { return bundled }

// ErrTemplate: a service's own template cannot be used. The line is that of
// its file; the cause never repeats what the template was filled with.
var ErrTemplate = &review.Error{Code: "prompt_template", Kind: review.Misused,
	Message: review.Text{FR: "Le modèle de consigne « %s » est inutilisable à la ligne %d.", EN: "The prompt template “%s” cannot be used at line %d."},
	Hint: review.Text{FR: "Corrigez ce fichier, ou retirez-le pour reprendre celui d’Écritoire. Il doit montrer le texte de l’avis ({{.Text}}).",
		EN: "Mend that file, or take it away to use Écritoire’s own. It must show the review’s text ({{.Text}})."}, Lasting: true}

// Parse reads a service's own templates; "" stands for the bundled one. Both
// are tried on a sample in which every field is filled, and the one for the
// review must show its text: else ErrTemplate names the template, "system" or
// "user", and the line (0 for the file as a whole).
func Parse(system, user string) (Templates, error) {
	t := Templates{system: or(system, systemText), user: or(user, userText)}
	var err error
	if t.systemParsed, err = parse("system", t.system); err != nil {
		return Templates{}, err
	}
	if t.userParsed, err = parse("user", t.user); err != nil {
		return Templates{}, err
	}
	if _, err = render(t.systemParsed, sampleService); err != nil {
		return Templates{}, err
	}
	shown, err := render(t.userParsed, samplePage)
	if err == nil && !strings.Contains(shown, samplePage.Text) {
		err = ErrTemplate.Naming("user", 0)
	}
	if err != nil {
		return Templates{}, err
	}
	return t, nil
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// Version names the templates: "fr-" and the first eight hexadecimal digits of
// their SHA-256, so that a changed word is a changed version.
func (t Templates) Version() string {
	return versionOf(t.Texts())
}

func versionOf(system, user string) string {
	sum := sha256.Sum256([]byte(system + "\x00" + user))
	return "fr-" + hex.EncodeToString(sum[:4])
}

// Texts are the templates as they were written; Parse takes them back.
func (t Templates) Texts() (system, user string) {
	t = t.orBundled()
	return t.system, t.user
}

func (t Templates) orBundled() Templates {
	if t.userParsed == nil {
		return bundled
	}
	return t
}

// parsed reads a template that comes with Écritoire.
func parsed(name, text string) *template.Template {
	t, err := parse(name, text)
	if err != nil {
		panic(err)
	}
	return t
}

func parse(name, text string) (*template.Template, error) {
	t, err := template.New(name).Funcs(template.FuncMap{"line": line, "lines": block}).Parse(text)
	if err != nil {
		return nil, at(name, err)
	}
	return t, nil
}

// render fills a template. Its output is bounded: a template that goes round
// in circles is an error, not a full memory.
func render(t *template.Template, data any) (string, error) {
	var out strings.Builder
	if err := t.Execute(&bounded{&out, maxRendered}, data); err != nil {
		return "", at(t.Name(), err)
	}
	return strings.TrimSpace(out.String()), nil
}

const maxRendered = 1 << 20 // bytes; a prompt has about 20,000

type bounded struct {
	to   io.Writer
	room int
}

var errTooLong = errors.New("the template gives too much text")

func (b *bounded) Write(p []byte) (int, error) {
	if b.room -= len(p); b.room < 0 {
		return 0, errTooLong
	}
	return b.to.Write(p)
}

var place = regexp.MustCompile(`^template: [^:]*:(\d+)`)

// at keeps the line of an error of text/template and drops its words, which
// may hold what the template was filled with.
func at(name string, err error) error {
	row := 0
	if m := place.FindStringSubmatch(err.Error()); m != nil {
		row, _ = strconv.Atoi(m[1]) // digits alone; 0 is right for too many
	}
	return ErrTemplate.Naming(name, row)
}
