// Package power knows what the workstation runs on: a model drains a battery
// within the hour.
package power
