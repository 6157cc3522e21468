package ollama

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"ecritoire/internal/ollama/child"
	"ecritoire/internal/review"
)

// stateFile says which process is the server, and where it listens.
const stateFile = "state.json"

type state struct {
	child.Mark
	Address string `json:"address"`
	Version string `json:"version"`
}

func writeState(c RuntimeConfig, m child.Mark, address string) error {
	b, err := json.Marshal(state{m, address, RuntimeVersion})
	if err != nil {
		return err
	}
	// Renamed into place: another process may be reading it.
	if err := os.WriteFile(c.path(stateFile+".new"), b, 0o600); err != nil {
		return err
	}
	return os.Rename(c.path(stateFile+".new"), c.path(stateFile))
}

func readState(dir string) (s state, err error) {
	b, err := os.ReadFile(filepath.Join(dir, "runtime", stateFile))
	if err == nil {
		err = json.Unmarshal(b, &s)
	}
	return s, err
}

// patience is how long a server may take to say how it is: one that computes
// on every core is slow to answer.
const patience = 2 * time.Second

// Status says how the bundled server of the profile in dir is doing, whoever
// has started it; it starts nothing. binary is its program, "" for none. A
// server that runs but does not answer in 2 s is Running without a Version.
func Status(ctx context.Context, dir, binary string) (review.RuntimeStatus, error) {
	s := review.RuntimeStatus{Bundled: true}
	if _, err := os.Stat(binary); err == nil {
		s.Present = true
	}
	known, err := readState(dir)
	if errors.Is(err, os.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, review.ErrInternal.With(err)
	}
	if !known.Mark.Alive() { // a crash has left the file
		return s, nil
	}
	s.Running, s.PID, s.Address, s.Memory = true, known.PID, known.Address, known.Mark.Resident()
	return s, look(ctx, &s)
}

// StatusAt says the same of the server at an address that the settings name.
// Whether its program is here is known only while it answers.
func StatusAt(ctx context.Context, address string) (review.RuntimeStatus, error) {
	base, err := parseAddress(address)
	if err != nil {
		return review.RuntimeStatus{}, err
	}
	s := review.RuntimeStatus{Address: base.Host}
	if err := look(ctx, &s); err != nil || s.Version == "" {
		return review.RuntimeStatus{}, err
	}
	s.Present, s.Running = true, true
	return s, nil
}

// look asks a server for its version and for the model that it holds. Only
// the end of ctx is an error: a server that does not answer is an answer.
func look(ctx context.Context, s *review.RuntimeStatus) error {
	short, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	client := clientAt(s.Address)
	version, err := client.Version(short)
	if err != nil {
		return ctx.Err()
	}
	s.Version = version
	loaded, err := client.ListRunning(short)
	if err != nil || len(loaded.Models) == 0 {
		return ctx.Err()
	}
	s.Model = loaded.Models[0].Name
	s.WarmFor = max(0, time.Until(loaded.Models[0].ExpiresAt).Seconds())
	return nil
}
