package ollama

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

const (
	stopGoal = 200 * time.Millisecond // what is promised; the benchmark shows it
	stopFail = time.Second            // what fails a test, on however busy a machine
)

// stops writes, waits until the server holds its answer, stops, and gives how
// long Write took to return after that.
func stops(t testing.TB, address string, hanging <-chan struct{}) (review.Written, time.Duration) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got review.Written
	var err error
	returned := make(chan struct{})
	go func() {
		defer close(returned)
		got, err = writer(t, address).Write(ctx, assignment, func(string) {})
	}()
	<-hanging
	time.Sleep(20 * time.Millisecond) // what was sent before has arrived
	begun := time.Now()
	cancel()
	select {
	case <-returned:
	case <-time.After(10 * time.Second):
		t.Fatal("Write did not return")
	}
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	return got, time.Since(begun)
}

func TestStop(t *testing.T) {
	start := firstLines(recording(t, "chat.ndjson"), 12)
	for name, c := range map[string]struct {
		place func(*handlers, string)
		kept  bool
		model bool
	}{
		"while listing":             {place: func(h *handlers, _ string) { h.tags, h.chat = h.chat, nil }},
		"while showing":             {place: func(h *handlers, _ string) { h.show, h.chat = h.chat, nil }},
		"while reading the prompt":  {place: func(*handlers, string) {}, model: true},
		"in the middle of the text": {place: func(*handlers, string) {}, kept: true, model: true},
	} {
		t.Run(name, func(t *testing.T) {
			noLeak(t)
			sent := ""
			if c.kept {
				sent = start
			}
			hang, hanging := hangsAfter(t, sent)
			h := handlers{chat: hang}
			c.place(&h, sent)
			got, took := stops(t, serve(t, h), hanging)
			if took > stopFail {
				t.Errorf("took %v, the goal is %v", took, stopGoal)
			}
			if (got.Body != "") != c.kept || !strings.HasPrefix(recording(t, "body.txt"), got.Body) {
				t.Errorf("kept %q", got.Body)
			}
			if (got.ModelHash != "") != c.model || (got.Speed.FirstToken > 0) != c.kept {
				t.Errorf("kept %+v", got)
			}
		})
	}
}

// A server that takes the connection and says nothing at all, not even HTTP.
func TestStopOnAMuteServer(t *testing.T) {
	noLeak(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	hanging := make(chan struct{}, 1)
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		hanging <- struct{}{}
		io.Copy(io.Discard, c) // until the client goes
		c.Close()
	}()
	if _, took := stops(t, l.Addr().String(), hanging); took > stopFail {
		t.Errorf("took %v", took)
	}
}

// deaf is a transport that does not notice the end of a context.
type deaf struct{ over <-chan struct{} }

func (d deaf) RoundTrip(*http.Request) (*http.Response, error) {
	<-d.over
	return nil, net.ErrClosed
}

func TestStopWhateverTheTransportDoes(t *testing.T) {
	noLeak(t)
	over := make(chan struct{})
	t.Cleanup(func() { close(over) })
	w := writer(t, "127.0.0.1")
	w.connect = func(context.Context) (*server, error) {
		base := &url.URL{Scheme: "http", Host: "127.0.0.1:11434"}
		return &server{base.Host, api.NewClient(base, &http.Client{Transport: deaf{over}})}, nil
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := w.Write(ctx, assignment, func(string) {})
	if took := time.Since(begun); !errors.Is(err, context.DeadlineExceeded) || took > stopFail {
		t.Errorf("took %v: %v", took, err)
	}
}

// A server faster than the caller: its goroutine waits to hand over a piece
// that nobody takes any more.
func TestStopUnderAFlood(t *testing.T) {
	noLeak(t)
	flood := strings.Repeat(firstLines(recording(t, "chat.ndjson"), 1), 20000)
	ctx, cancel := context.WithCancel(t.Context())
	w := writer(t, serve(t, handlers{chat: sends(flood)}))
	_, err := w.Write(ctx, assignment, func(string) { cancel(); time.Sleep(10 * time.Millisecond) })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestACallerThatPanicsLeavesNothingBehind(t *testing.T) {
	noLeak(t)
	w := writer(t, serve(t, handlers{}))
	defer func() {
		if recover() == nil {
			t.Error("the panic was swallowed")
		}
	}()
	w.Write(context.Background(), assignment, func(string) { panic("the caller’s own") })
}

// The library reports a connection that we ended ourselves as a whole reply.
// Whichever news comes first, a stop is a stop.
func TestAStopIsNeverACutStream(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range 100 {
		s := &stream{news: make(chan news), end: make(chan ending, 1)}
		s.end <- ending{err: ErrStreamCut}
		if _, err := s.gather(ctx, func(string) {}); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
	}
}

func TestWriteAfterTheEndOfItsContext(t *testing.T) {
	noLeak(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	got, err := writer(t, serve(t, handlers{})).Write(ctx, assignment, func(string) { t.Error("text after the end") })
	if !errors.Is(err, context.Canceled) || got.Body != "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// A slow reply is not a failure: nothing in the writer has a time limit.
func TestASlowServerIsWaitedFor(t *testing.T) {
	client := localClient()
	if client.Timeout != 0 {
		t.Errorf("the client gives up after %v", client.Timeout)
	}
	tr := loopbackTransport()
	if tr.ResponseHeaderTimeout != 0 || tr.TLSHandshakeTimeout != 0 || tr.ExpectContinueTimeout != 0 || tr.IdleConnTimeout != 0 {
		t.Error("the transport has a time limit")
	}
	got, err := writes(t, writer(t, serve(t, handlers{chat: paced(recording(t, "chat.ndjson"), 5*time.Millisecond)})), assignment)
	if err != nil || got.Body != strings.TrimSpace(recording(t, "body.txt")) {
		t.Errorf("got %q, %v", got.Body, err)
	}
}

func BenchmarkStop(b *testing.B) {
	hang, hanging := hangsAfter(b, firstLines(recording(b, "chat.ndjson"), 12))
	address := serve(b, handlers{chat: hang})
	var all []time.Duration
	for b.Loop() {
		_, took := stops(b, address, hanging)
		all = append(all, took)
	}
	b.ReportMetric(float64(median(all).Microseconds()), "µs/stop(median)")
	b.ReportMetric(float64(slices.Max(all).Microseconds()), "µs/stop(worst)")
}

func median(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}
