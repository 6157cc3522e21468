package ollama

import (
	"os"
	"path/filepath"

	"ecritoire/internal/ollama/child"
)

// tidy makes the profile's folders as a start needs them, with nothing of a
// former crash in them or running. Call it under the lock.
func (c RuntimeConfig) tidy() error {
	if err := c.endLeftovers(); err != nil {
		return err
	}
	if err := os.RemoveAll(c.path("tmp")); err != nil {
		return err
	}
	for _, dir := range []string{c.path("home"), c.path("tmp"), c.models(), filepath.Join(c.Dir, "logs")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	return nil
}

// endLeftovers ends the server of the state file, and every process of this
// program in this profile's environment: so a runner whose server has died is
// found too.
func (c RuntimeConfig) endLeftovers() error {
	left := child.Leftovers(c.Binary, ownLines(c)...)
	if s, err := readState(c.Dir); err == nil && s.Mark.Alive() {
		left = append(left, s.Mark)
	}
	for _, m := range left {
		if err := m.Kill(); err != nil {
			return err
		}
	}
	return nil
}
