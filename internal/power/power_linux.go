package power

import (
	"os"
	"path/filepath"
	"strings"
)

// supplies is where the kernel shows mains and batteries, one folder each:
// Documentation/ABI/testing/sysfs-class-power.
const supplies = "/sys/class/power_supply"

// OnBattery says whether the workstation runs on its battery now. One that
// has none, or does not say, runs on the mains.
func OnBattery() bool { return onBattery(supplies) }

func onBattery(dir string) bool {
	all, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		panic(err) // the pattern is a constant
	}
	drained := false
	for _, supply := range all {
		switch {
		case says(supply, "type") != "Battery" && says(supply, "online") == "1":
			return false
		case says(supply, "scope") == "Device": // of a mouse or a headset
		case says(supply, "type") == "Battery" && says(supply, "status") == "Discharging":
			drained = true
		}
	}
	return drained
}

// says reads one attribute; "" where the kernel does not give it.
func says(supply, attribute string) string {
	text, err := os.ReadFile(filepath.Join(supply, attribute))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}
