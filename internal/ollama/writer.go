// Package ollama is the writer with a model: a model that runs on this
// workstation, asked through Ollama's API on the loopback interface. No
// address elsewhere can be reached from here (loopback.go), and no model that
// runs elsewhere is asked (model.go).
package ollama

import (
	"context"
	"strings"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// Config says which server and model write. Zero numbers take the defaults.
type Config struct {
	Address   string // "127.0.0.1:11434", "http://localhost:11434"; the port may be left out
	Model     string // the model of an assignment that names none; may be ""
	Context   int    // tokens of prompt and reply together; default 8192
	MaxTokens int    // tokens of a reply; default 800, well above six sentences

	// Start gives the address instead, as host:port, and is asked before each
	// use: the server may have been started again elsewhere.
	Start func(context.Context) (address string, err error)
	// KeepAlive is how long the model stays in memory after a request; 0
	// leaves that to the server.
	KeepAlive time.Duration
	// Structured holds the model to sentences in JSON where the server can
	// (schema.go); Written.Body is plain text all the same.
	Structured bool
	// Known spares the server questions that it has answered; nil asks each time.
	Known *Known
}

const (
	defaultContext   = 8192
	defaultMaxTokens = 800
	// batch is how many tokens of a prompt are read at a time: smaller ones read
	// long prompts faster on a processor, docs/decisions/0009-runtime.md. Every
	// request gives the same, since another would load the model anew.
	batch       = 128
	temperature = 0.3 // close to the sheets and the rules, yet not the same reply each time
)

// Writer writes with a model. It is safe for use by several goroutines.
type Writer struct {
	config  Config
	connect func(context.Context) (*server, error)
}

// server is where the model is asked.
type server struct {
	address string // host:port
	*api.Client
}

var _ review.Writer = (*Writer)(nil)

// New prepares a writer; it opens no connection and starts nothing. An address
// that is not on this workstation is ErrNotLoopback, one that cannot be read
// ErrAddress.
func New(c Config) (*Writer, error) {
	if c.Context <= 0 {
		c.Context = defaultContext
	}
	if c.MaxTokens <= 0 {
		c.MaxTokens = defaultMaxTokens
	}
	c.Model = strings.TrimSpace(c.Model)
	if c.Start != nil {
		return &Writer{c, c.started}, nil
	}
	s, err := serverAt(c.Address)
	if err != nil {
		return nil, err
	}
	return &Writer{c, func(context.Context) (*server, error) { return s, nil }}, nil
}

func serverAt(address string) (*server, error) {
	base, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	return &server{base.Host, api.NewClient(base, localClient())}, nil
}

func (c Config) started(ctx context.Context) (*server, error) {
	address, err := c.Start(ctx)
	if err != nil {
		return nil, err
	}
	return serverAt(address)
}

// Name is review.WriterOllama.
func (w *Writer) Name() review.WriterName { return review.WriterOllama }

// Write has the model write the body. It returns as soon as ctx ends, with
// the text so far and ctx's error, whatever the server does; the request is
// then cancelled behind it. The text is as the model gave it: prompt.Clean
// takes off what does not belong. On ErrStreamCut, ErrLength and ErrSchema,
// too, the text so far is in Written.Body.
func (w *Writer) Write(ctx context.Context, a review.Assignment, onText func(body string)) (review.Written, error) {
	running, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &stream{writer: w, begun: time.Now(), news: make(chan news), end: make(chan ending, 1)}
	go s.run(running, a)
	return s.gather(ctx, onText)
}
