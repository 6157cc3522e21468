//go:build !linux && !windows

package power

// OnBattery is not known here: the workstation counts as plugged in.
func OnBattery() bool { return false }
