package ollama

import (
	"context"
	"errors"
	"strings"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// stream is one reply being written. Its run half talks to the server in a
// goroutine of its own, its gather half serves the caller: so the caller is
// free the moment it wants to stop, even while the server holds its answer.
type stream struct {
	writer *Writer
	begun  time.Time
	news   chan news   // unbuffered: all of it is taken before end arrives
	end    chan ending // holds one, so that run always ends
}

// news is the model once it is known, then pieces of text.
type news struct {
	model Model
	text  string
}

type ending struct {
	metrics api.Metrics
	err     error
}

func (s *stream) gather(ctx context.Context, onText func(string)) (review.Written, error) {
	var written review.Written
	var text strings.Builder
	for {
		select {
		case n := <-s.news:
			if err := s.take(n, &text, &written, onText); err != nil {
				return written, err
			}
		case e := <-s.end:
			written.Speed = speed(written.Speed, e.metrics)
			if ctx.Err() != nil {
				return written, ctx.Err()
			}
			return written, s.ended(e.err, text.String())
		case <-ctx.Done():
			return written, ctx.Err()
		}
	}
}

func (s *stream) take(n news, text *strings.Builder, written *review.Written, onText func(string)) error {
	if n.text == "" {
		written.Model, written.ModelHash = n.model.Name, n.model.Hash
		return nil
	}
	if text.Len() == 0 {
		written.Speed.FirstToken = time.Since(s.begun)
	}
	text.WriteString(n.text)
	body, err := s.read(text.String())
	if body != written.Body {
		written.Body = body
		onText(body)
	}
	if errors.Is(err, errBroken) {
		return ErrSchema
	}
	return nil
}

// read gives the body that an answer holds so far.
func (s *stream) read(answer string) (body string, err error) {
	if !s.writer.config.Structured {
		return answer, nil
	}
	return readAnswer(answer)
}

// ended adds to how a stream ended what only its text tells: an object that is
// not whole.
func (s *stream) ended(err error, answer string) error {
	if _, unread := s.read(answer); err == nil && unread != nil {
		return ErrSchema
	}
	return err
}

// speed adds the server's own count to what our clock measured.
func speed(s review.Speed, m api.Metrics) review.Speed {
	s.PromptTokens, s.Prompt = m.PromptEvalCount, m.PromptEvalDuration
	s.Tokens = m.EvalCount
	if m.EvalDuration > 0 {
		s.TokensPerSecond = float64(m.EvalCount) / m.EvalDuration.Seconds()
	}
	return s
}

func (s *stream) run(ctx context.Context, a review.Assignment) {
	model, server, err := s.writer.probe(ctx, a.Model)
	if err == nil && model.Embeds {
		err = ErrMute.Naming(model.Name)
	}
	if err == nil {
		err = s.tell(ctx, news{model: model})
	}
	if err != nil {
		s.end <- ending{err: err}
		return
	}
	s.end <- s.chat(ctx, server, model, a.Prompt)
}

func (s *stream) tell(ctx context.Context, n news) error {
	select {
	case s.news <- n:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// errDone ends a stream at its last message, should the server not close it.
var errDone = errors.New("done")

// chat asks for the reply. The library tells neither a cut connection nor a
// missing end: only a message that says "done" ends a reply.
func (s *stream) chat(ctx context.Context, on *server, m Model, p review.Prompt) ending {
	var last api.ChatResponse
	err := on.Chat(ctx, s.writer.request(m, p), func(r api.ChatResponse) error {
		if r.RemoteHost != "" || r.RemoteModel != "" {
			return ErrRemoteModel.Naming(m.Name)
		}
		if r.Message.Content != "" {
			if err := s.tell(ctx, news{text: r.Message.Content}); err != nil {
				return err
			}
		}
		if last = r; r.Done {
			return errDone
		}
		return nil
	})
	return ending{last.Metrics, on.verdict(err, m, last)}
}

func (s *server) verdict(err error, m Model, last api.ChatResponse) error {
	switch {
	case errors.Is(err, errDone) && last.DoneReason == "length":
		return ErrLength
	case errors.Is(err, errDone):
		return nil
	case err == nil:
		return ErrStreamCut
	default:
		return s.classify(err, m.Name, ErrStreamCut)
	}
}

func (w *Writer) request(m Model, p review.Prompt) *api.ChatRequest {
	yes, no := true, false
	r := &api.ChatRequest{
		Model:    m.Name,
		Messages: []api.Message{{Role: "system", Content: p.System}, {Role: "user", Content: p.User}},
		Stream:   &yes,
		Truncate: &no, // too long is an error, never a silent cut
		Shift:    &no,
		Options:  w.options(),
	}
	if w.config.Structured {
		r.Format = format
	}
	if w.config.KeepAlive > 0 {
		r.KeepAlive = &api.Duration{Duration: w.config.KeepAlive}
	}
	if m.Thinks { // the other models know no such switch
		r.Think = &api.ThinkValue{Value: false}
	}
	return r
}

// options are what the server lets a request choose; what measurements show
// to be faster on this machine (num_thread, num_batch) belongs here.
func (w *Writer) options() map[string]any {
	return map[string]any{
		"num_ctx": w.config.Context, "num_predict": w.config.MaxTokens, "num_batch": batch, "temperature": temperature}
}
