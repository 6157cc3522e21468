package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

func (p *program) model() *cobra.Command {
	c := &cobra.Command{Use: "model", Args: cobra.NoArgs,
		Short: p.say("Les modèles de ce poste", "The models of this workstation"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("model takes list, import, advise, bench or remove"))
		}}
	c.AddCommand(p.modelList(), p.modelImport(), p.modelAdvise(), p.modelBench(), p.modelRemove())
	return c
}

func (p *program) modelList() *cobra.Command {
	return &cobra.Command{Use: "list", Args: cobra.NoArgs,
		Short: p.say("Voir les modèles et leur vitesse mesurée", "Show the models and their measured speed"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				all, err := d.Models(c.Context())
				if err != nil {
					return err
				}
				return each(all, p.modelLine)
			})
		}}
}

// each shows one thing after the other.
func each[T any](all []T, show func(T) error) error {
	for _, one := range all {
		if err := show(one); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) modelLine(m review.Model) error {
	if p.json {
		return p.line(m)
	}
	name := m.Name
	if m.Embeds {
		name += p.say(" (modèle de sens, pour les fiches)", " (model of meaning, for sheets)")
	}
	return p.printf("%s · %s · %s · %s · %s%s\n", name, m.Quantisation, p.size(m.Bytes), p.licence(m.Licence), short(m.Hash), p.pace(m.Pace))
}

func (p *program) licence(l string) string {
	if l == "" {
		return p.say("licence non précisée", "licence not stated")
	}
	return l
}

func short(hash string) string { return hash[:min(12, len(hash))] }

func (p *program) pace(s *review.Pace) string {
	if s == nil {
		return ""
	}
	return p.decimal(fmt.Sprintf(p.say(" · lit %.0f, écrit %.1f jetons/s · %s par brouillon", " · reads %.0f, writes %.1f tokens/s · %s a draft"),
		s.PromptPerSecond, s.TokensPerSecond, span(s.Draft().Seconds())))
}

// size is a number of bytes as disks and memories are sold: 4.1 GB is 4.1e9.
func (p *program) size(bytes int64) string {
	if bytes < 1e9 {
		return fmt.Sprintf(p.say("%.0f Mo", "%.0f MB"), float64(bytes)/1e6)
	}
	return p.decimal(fmt.Sprintf(p.say("%.1f Go", "%.1f GB"), float64(bytes)/1e9))
}

// decimal writes the point of a number as the language does.
func (p *program) decimal(number string) string {
	return strings.Replace(number, ".", p.say(",", "."), 1)
}

func (p *program) modelImport() *cobra.Command {
	var name string
	c := &cobra.Command{Use: "import FILE.gguf", Args: cobra.ExactArgs(1),
		Short: p.say("Prendre un modèle d’un fichier GGUF", "Take a model from a GGUF file"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error {
				m, err := d.ImportModel(c.Context(), args[0], name, p.progress())
				if err != nil {
					return err
				}
				return p.modelLine(m)
			})
		}}
	c.Flags().StringVar(&name, "name", "", p.say("nom à lui donner ; sinon celui du fichier", "the name to give it; else the file’s"))
	return c
}

// progress shows a step when it begins and every tenth of it.
func (p *program) progress() func(review.Progress) {
	var step string
	var tenth int64
	return func(at review.Progress) {
		now := int64(0)
		if at.Total > 0 {
			now = at.Done * 10 / at.Total
		}
		if at.Step == step && now == tenth {
			return
		}
		step, tenth = at.Step, now
		p.note("%s %d %%%s\n", p.step(at.Step), now*10, p.left(at.Left))
	}
}

// step is what a work on a model is doing, in words.
func (p *program) step(name string) string {
	words := map[string]review.Text{
		"copy": {FR: "Copie", EN: "Copying"}, "hash": {FR: "Empreinte", EN: "Hashing"}, "register": {FR: "Inscription", EN: "Registering"},
		"try": {FR: "Essai", EN: "Trying"}, "load": {FR: "Chargement", EN: "Loading"}, "bench": {FR: "Mesure", EN: "Measuring"},
		"read": {FR: "Lecture", EN: "Reading"}, "index": {FR: "Index", EN: "Indexing"}, "relate": {FR: "Rapprochements", EN: "Relating"}, "write": {FR: "Écriture", EN: "Writing"},
	}
	if text, known := words[name]; known {
		return text.In(p.Language)
	}
	return name
}

func (p *program) left(s float64) string {
	if s == 0 {
		return ""
	}
	return p.say(", encore ", ", left: ") + span(s)
}

func (p *program) modelAdvise() *cobra.Command {
	return &cobra.Command{Use: "advise", Args: cobra.NoArgs,
		Short: p.say("Mesurer ce poste et dire quels modèles lui vont", "Measure this machine and say which models suit it"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error { return p.advise(c.Context(), d) })
		}}
}

func (p *program) advise(ctx context.Context, d *desk.Desk) error {
	a, err := d.Advise(ctx)
	if err != nil {
		return err
	}
	if p.json {
		return p.line(a)
	}
	m := a.Machine
	if err := p.tell("Mémoire %s dont %s libre, %d cœur{|s}, %v, %.1f Go/s lus en mémoire\n", "Memory %s, %s of it free, %d core{|s}, %v, %.1f GB/s read from memory\n",
		p.size(m.Memory), p.size(m.Free), m.Cores, m.Instructions, m.Bandwidth/1e9); err != nil {
		return err
	}
	return each(a.Candidates, p.candidate)
}

func (p *program) candidate(c review.Candidate) error {
	mark, fits := " ", p.say("trop grand", "too large")
	if c.Recommended {
		mark = "*"
	}
	if c.Fits {
		fits = p.say("convient", "fits")
	}
	seconds := ""
	if c.DraftSeconds > 0 {
		how := p.say("estimé", "estimated")
		if c.Measured {
			how = p.say("mesuré", "measured")
		}
		seconds = ", " + span(c.DraftSeconds) + p.say(" par brouillon, ", " a draft, ") + how
	}
	if c.Origin == "" {
		return p.printf("%s %-28s %8s  %s%s · %s\n", mark, c.Name, p.size(c.Bytes), fits, seconds, p.say("importé sur ce poste", "imported here"))
	}
	return p.printf("%s %-28s %8s  %s%s · %s\n    %s · %s\n    %s\n", mark, c.Name, p.size(c.Bytes), fits, seconds, c.Licence, c.Origin, c.URL, c.Tried.In(p.Language))
}

func (p *program) modelBench() *cobra.Command {
	return &cobra.Command{Use: "bench [NAME]", Args: cobra.MaximumNArgs(1),
		Short: p.say("Mesurer la vitesse d’un modèle sur ce poste", "Measure how fast a model is on this machine"),
		RunE: func(c *cobra.Command, args []string) error {
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			return p.writing(c.Context(), func(d *desk.Desk) error {
				pace, err := d.BenchModel(c.Context(), name, p.progress())
				if err != nil {
					return err
				}
				return p.paceLine(pace)
			})
		}}
}

func (p *program) paceLine(s review.Pace) error {
	if p.json {
		return p.line(s)
	}
	return p.tell("%s : chargé en %.1f s, premier mot après %.1f s (%d jeton{|s} lu{|s})%s\n", "%s: loaded in %.1f s, first word after %.1f s (%d token{|s} read)%s\n",
		s.Model, s.Load, s.FirstToken, s.PromptTokens, p.pace(&s))
}

func (p *program) modelRemove() *cobra.Command {
	return &cobra.Command{Use: "remove NAME", Args: cobra.ExactArgs(1),
		Short: p.say("Retirer un modèle de ce poste", "Take a model off this workstation"),
		RunE: func(c *cobra.Command, args []string) error {
			return p.writing(c.Context(), func(d *desk.Desk) error { return d.RemoveModel(c.Context(), args[0]) })
		}}
}

func (p *program) runtime() *cobra.Command {
	c := &cobra.Command{Use: "runtime", Args: cobra.NoArgs,
		Short: p.say("Le serveur de modèle d’Écritoire", "Écritoire’s model server"),
		RunE: func(*cobra.Command, []string) error {
			return errCall.With(errors.New("runtime takes status"))
		}}
	c.AddCommand(&cobra.Command{Use: "status", Args: cobra.NoArgs,
		Short: p.say("Dire comment il va, sans le démarrer", "Say how it is doing, without starting it"),
		RunE: func(c *cobra.Command, _ []string) error {
			return p.reading(c.Context(), func(d *desk.Desk) error {
				s, err := d.Runtime(c.Context())
				if err != nil {
					return err
				}
				return p.runtimeStatus(s)
			})
		}})
	return c
}

func (p *program) runtimeStatus(s review.RuntimeStatus) error {
	if p.json {
		return p.line(s)
	}
	return p.printf("%s\n", p.runtimeText(s))
}

func (p *program) runtimeText(s review.RuntimeStatus) string {
	switch {
	case !s.Present && !s.Running:
		return p.say("Aucun serveur de modèle sur ce poste. « make runtime » le construit ; un paquet installé le contient.", "No model server on this workstation. “make runtime” builds it; an installed package holds it.")
	case !s.Running:
		return p.say("Le serveur de modèle est là, à l’arrêt : il démarre au premier brouillon.", "The model server is here and stopped: it starts with the first draft.")
	}
	text := fmt.Sprintf(p.say("Ollama %s à %s, mémoire %s", "Ollama %s at %s, memory %s"), s.Version, s.Address, p.size(s.Memory))
	if s.Model == "" {
		return text + p.say(", aucun modèle en mémoire", ", no model in memory")
	}
	text += fmt.Sprintf(p.say(", modèle %s en mémoire encore %s", ", model %s in memory for %s more"), s.Model, span(s.WarmFor))
	if s.CacheReuse != nil {
		text += fmt.Sprintf(p.say(", %.0f %% de la consigne déjà lus", ", %.0f%% of the prompt already read"), *s.CacheReuse*100)
	}
	return text
}
