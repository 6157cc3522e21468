package power

import (
	"os"
	"path/filepath"
	"testing"
)

func TestOnBattery(t *testing.T) {
	type supply map[string]string
	mains := func(online string) supply { return supply{"type": "Mains", "online": online} }
	battery := func(status string) supply { return supply{"type": "Battery", "status": status} }
	for name, c := range map[string]struct {
		supplies []supply
		want     bool
	}{
		"a tower":                       {nil, false},
		"unplugged":                     {[]supply{mains("0"), battery("Discharging")}, true},
		"plugged in":                    {[]supply{mains("1"), battery("Charging")}, false},
		"plugged in, yet drained":       {[]supply{battery("Discharging"), mains("1")}, false},
		"full, no mains shown":          {[]supply{battery("Full")}, false},
		"charged over USB":              {[]supply{battery("Discharging"), {"type": "USB", "online": "1"}}, false},
		"a tower with a cordless mouse": {[]supply{{"type": "Battery", "status": "Discharging", "scope": "Device"}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for i, s := range c.supplies {
				one := filepath.Join(dir, string(rune('A'+i)))
				if err := os.Mkdir(one, 0o700); err != nil {
					t.Fatal(err)
				}
				for attribute, says := range s {
					if err := os.WriteFile(filepath.Join(one, attribute), []byte(says+"\n"), 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
			if got := onBattery(dir); got != c.want {
				t.Errorf("on battery: %v", got)
			}
		})
	}
}
