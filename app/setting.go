package app

import "ecritoire/internal/desk"

// Setting is a setting with all that the form needs.
type Setting struct {
	Key     string    `json:"key"`
	Kind    desk.Kind `json:"kind"`
	Value   string    `json:"value"`
	Choices []string  `json:"choices"`
	Label   string    `json:"label"`
	Help    string    `json:"help"`
}

// Settings lists every setting with its value.
func (a *Desk) Settings() ([]Setting, error) {
	all, err := a.desk.AllSettings(a.ctx)
	out := []Setting{}
	for _, s := range all {
		choices := append([]string{}, s.Choices...)
		out = append(out, Setting{s.Key, s.Kind, s.Value, choices, s.Label.In(a.about.Language), s.Help.In(a.about.Language)})
	}
	return out, err
}

// Set changes one setting.
func (a *Desk) Set(key, value string) error { return a.changed(a.desk.Set(a.ctx, key, value)) }

// Figures computes the service's figures.
func (a *Desk) Figures() (desk.Figures, error) { return a.desk.Figures(a.ctx) }

// Preferences are what the window remembered: the widths of its panes, its
// keys, its look, the agent's own words.
func (a *Desk) Preferences() (map[string]string, error) { return a.desk.Preferences(a.ctx) }

// Remember keeps a choice of the window for its next start.
func (a *Desk) Remember(name, value string) error { return a.desk.Remember(a.ctx, name, value) }
