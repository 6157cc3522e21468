package app

import (
	"log/slog"
	"time"
)

// Painted notes when the page first showed itself.
func (a *Desk) Painted() {
	slog.Info("painted", "ms", time.Since(a.about.Started).Milliseconds())
	a.mu.Lock()
	defer a.mu.Unlock()
	if !a.painted {
		a.painted = true
		close(a.shown)
	}
}

// Shown is closed when the page has painted.
func Shown(a *Desk) <-chan struct{} { return a.shown }
