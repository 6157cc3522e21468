package desk

import (
	"context"
	"slices"
	"strings"
)

// preferenceKey is the setting that a window's own choice is kept under. It is
// no setting that an agent enters.
const preferenceKey = "window."

// preferences are what a window may remember, each as text of its own making:
// the widths of its panes, its keys, its look, the agent's own words.
var preferences = []string{"panes", "keys", "look", "words"}

// longestPreference bounds what a window may remember under one name, in bytes.
const longestPreference = 1 << 14

// Preferences are what the window remembered, by name.
func (d *Desk) Preferences(ctx context.Context) (map[string]string, error) {
	kept, err := d.parts.Store.Settings(ctx)
	all := map[string]string{}
	for key, value := range kept {
		if name, ours := strings.CutPrefix(key, preferenceKey); ours {
			all[name] = value
		}
	}
	return all, err
}

// Remember keeps a choice of the window: "panes", "keys", "look" or "words".
// Another name is ErrSetting, a text of over 16 KiB ErrSettingValue.
func (d *Desk) Remember(ctx context.Context, name, value string) error {
	if !slices.Contains(preferences, name) {
		return ErrSetting.Naming(name)
	}
	if len(value) > longestPreference {
		return ErrSettingValue.Naming(name)
	}
	return d.parts.Store.Set(ctx, preferenceKey+name, value)
}
