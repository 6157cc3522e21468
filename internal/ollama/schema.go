package ollama

import (
	"encoding/json"
	"errors"
	"strings"

	"ecritoire/internal/review"
)

// format holds a model to an object with two to eight sentences, so that
// neither headings, lists nor signatures find a place. The server makes a
// grammar of it and lets through only the tokens that fit (llm/server.go of
// Ollama 0.17.4).
//
// It is not always followed. A model that can think and has one of Ollama's
// own parsers (gpt-oss, the library's qwen3, nemotron…) is held to it only once
// its thinking has ended; told not to think, as here, it is never held to it at
// all (ChatHandler in server/routes.go). Such a model answers in plain text,
// which is then taken as it is.
var format = json.RawMessage(`{"type":"object","required":["phrases"],"properties":{"phrases":{"type":"array","minItems":2,"maxItems":8,"items":{"type":"string"}}}}`)

// ErrSchema: the model began an object and did not go on as asked.
var ErrSchema = &review.Error{Code: "schema", Kind: review.Failed,
	Message: review.Text{FR: "Le modèle n’a pas gardé la forme demandée jusqu’au bout.", EN: "The model did not keep to the form asked for until its end."},
	Hint:    review.Text{FR: "Le texte déjà écrit est gardé\u00A0: terminez-le, ou relancez le brouillon.", EN: "What was written is kept: finish it, or draft again."}}

// maxAnswer bounds an answer in JSON, in bytes: ten times the longest reply.
const maxAnswer = 64 << 10

// What becomes of an answer that is read before its end, or that breaks off.
var (
	errMore   = errors.New("the answer goes on")
	errBroken = errors.New("the answer is not of the form")
)

// readAnswer gives the text of an answer so far: its sentences one after the
// other, or the answer itself where it is no object. The text only ever grows
// with the answer. The error is nil at the end of an object, errMore before
// it, errBroken where it is not the object asked for.
func readAnswer(raw string) (text string, err error) {
	if len(raw) > maxAnswer {
		raw, err = raw[:maxAnswer], errBroken
	}
	if start := strings.TrimLeft(raw, jsonSpace); start != "" && start[0] != '{' {
		return raw, err
	}
	s := scan{rest: raw}
	if scanned := s.object(); err == nil {
		err = scanned
	}
	return s.text.String(), err
}

const jsonSpace = " \t\r\n"

// scan walks through an object that may end anywhere.
type scan struct {
	rest string
	text prose
}

func (s *scan) object() error {
	for _, token := range []string{"{", `"phrases"`, ":", "["} {
		if err := s.expect(token); err != nil {
			return err
		}
	}
	for {
		if err := s.sentence(); err != nil {
			return err
		}
		if s.expect(",") != nil {
			break
		}
	}
	for _, token := range []string{"]", "}"} {
		if err := s.expect(token); err != nil {
			return err
		}
	}
	if strings.Trim(s.rest, jsonSpace) != "" {
		return errBroken
	}
	return nil
}

// expect steps over a token and the white space before it, or stays.
func (s *scan) expect(token string) error {
	start := strings.TrimLeft(s.rest, jsonSpace)
	rest, found := strings.CutPrefix(start, token)
	switch {
	case found:
		s.rest = rest
		return nil
	case strings.HasPrefix(token, start):
		return errMore
	default:
		return errBroken
	}
}

func (s *scan) sentence() error {
	if err := s.expect(`"`); err != nil {
		return err
	}
	s.text.begin()
	for {
		if strings.HasPrefix(s.rest, `"`) {
			s.rest = s.rest[1:]
			return nil
		}
		r, size, err := letter(s.rest)
		if err != nil {
			return err
		}
		s.text.add(r)
		s.rest = s.rest[size:]
	}
}
