//go:build window

package windowtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// session is one WebDriver session: one window of one application.
type session struct {
	url    string // http://127.0.0.1:port/session/id
	client *http.Client
	pid    int // of the application
}

// failure is what a driver answers when a command went wrong.
type failure struct {
	Code    string `json:"error"`
	Message string `json:"message"`
}

func (f *failure) Error() string { return f.Code + ": " + f.Message }

// openSession asks the driver at base to start binary with args.
func openSession(base, binary string, args ...string) (*session, error) {
	s := &session{url: base, client: &http.Client{Timeout: time.Minute}}
	var opened struct {
		ID string `json:"sessionId"`
	}
	err := s.do("POST", "/session", object{"capabilities": object{"alwaysMatch": object{
		"webkitgtk:browserOptions": object{"binary": binary, "args": args}}}}, &opened)
	s.url = base + "/session/" + opened.ID
	return s, err
}

type object map[string]any

// do sends one command and reads the value of its answer into value, which
// may be nil.
func (s *session) do(method, path string, body, value any) error {
	sent := &bytes.Buffer{}
	if body != nil {
		if err := json.NewEncoder(sent).Encode(body); err != nil {
			return err
		}
	}
	request, err := http.NewRequest(method, s.url+path, sent)
	if err != nil {
		return err
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return read(answer, value)
}

func read(answer *http.Response, value any) error {
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	var envelope struct {
		Value json.RawMessage `json:"value"`
	}
	if err := json.Unmarshal(raw, &envelope); err != nil {
		return fmt.Errorf("the driver answered %s: %w", answer.Status, err)
	}
	if answer.StatusCode != http.StatusOK {
		f := &failure{}
		if err := json.Unmarshal(envelope.Value, f); err != nil {
			return err
		}
		return f
	}
	if value == nil {
		return nil
	}
	return json.Unmarshal(envelope.Value, value)
}

// run gives what a synchronous script returns.
func (s *session) run(value any, script string, args ...any) error {
	return s.do("POST", "/execute/sync", object{"script": script, "args": append([]any{}, args...)}, value)
}

// await gives what the promise in expression comes to; a rejection is an error.
func (s *session) await(value any, expression string, args ...any) error {
	var settled struct {
		Value json.RawMessage `json:"value"`
		Error string          `json:"error"`
	}
	script := `const done = arguments[arguments.length - 1];
Promise.resolve(` + expression + `).then(
  (value) => done({ value: value ?? null }),
  (error) => done({ error: error?.code ?? String(error) }))`
	err := s.do("POST", "/execute/async", object{"script": script, "args": append([]any{}, args...)}, &settled)
	if err == nil && settled.Error != "" {
		err = fmt.Errorf("the call was refused: %s", settled.Error)
	}
	if err != nil || value == nil {
		return err
	}
	return json.Unmarshal(settled.Value, value)
}

// close ends the session and with it the application.
func (s *session) close() error { return s.do("DELETE", "", nil, nil) }
