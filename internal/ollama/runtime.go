package ollama

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"ecritoire/internal/ollama/child"

	"github.com/gofrs/flock"
)

// RuntimeConfig says where the bundled server is and whose it is.
type RuntimeConfig struct {
	Binary string        // the server's program; its variants lie in ../lib/ollama; "" when there is none
	Dir    string        // the profile's folder: models/, runtime/ (HOME, lock, state), logs/
	Keep   time.Duration // how long a model stays in memory after its last request; 0: not at all
}

// Runtime is the bundled server of one profile. It runs from the first need
// until Close, and never outlives this process. It is safe for use by several
// goroutines.
type Runtime struct {
	config   RuntimeConfig
	freePort func() (string, error)

	mu     sync.Mutex
	lock   *flock.Flock // held while this Runtime may run a server
	now    *launch      // the newest start; nil before the first and after Close
	deaths deaths
}

// launch is one start of the server, and the server that came of it.
type launch struct {
	cancel  context.CancelFunc
	done    chan struct{}  // closed when what follows is known
	process *child.Process // nil when err is not
	address string
	err     error
}

// NewRuntime prepares a server; it starts nothing and writes nothing.
func NewRuntime(c RuntimeConfig) *Runtime {
	return &Runtime{config: c, freePort: freePort}
}

// Start starts the server on first need, and again when it has died, and gives
// its address as host:port. Concurrent callers share one start, which goes on
// when one of them leaves; when the server runs, Start returns at once. After
// deaths in quick succession it waits first. The error is ErrNoRuntime,
// ErrRuntimeBusy, ErrRuntimeStart, ErrRuntimeVersion, ErrRuntimeFailing or
// ctx's.
func (r *Runtime) Start(ctx context.Context) (address string, err error) {
	l, err := r.launch(ctx)
	if err != nil {
		return "", err
	}
	select {
	case <-l.done:
		return l.address, l.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// launch gives the start to wait for: the running one, or a new one.
func (r *Runtime) launch(ctx context.Context) (*launch, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if r.now != nil && !r.now.over() {
		return r.now, nil
	}
	if r.now != nil {
		r.deaths.count(time.Now())
		r.now = nil
	}
	wait, err := r.deaths.wait(time.Now())
	if err == nil {
		err = r.enter()
	}
	if err != nil {
		return nil, err
	}
	background, cancel := context.WithCancel(context.Background())
	r.now = &launch{cancel: cancel, done: make(chan struct{})}
	go r.run(background, r.now, wait)
	return r.now, nil
}

// over says that a start has failed, or that its server is gone.
func (l *launch) over() bool {
	select {
	case <-l.done:
		return l.err != nil || !l.running()
	default:
		return false // still starting
	}
}

const (
	dying = 2 * time.Second        // a server that breaks a call off may take that long to be gone
	busy  = 500 * time.Millisecond // one that does not answer in that time computes, or starts
)

// running asks the server too: when it is killed, its connections end a moment
// before its end is known, and who asks just then must get a new one.
func (l *launch) running() bool {
	select {
	case <-l.process.Ended():
		return false
	default:
	}
	ctx, cancel := context.WithTimeout(context.Background(), busy)
	defer cancel()
	if _, err := clientAt(l.address).Version(ctx); err == nil || ctx.Err() != nil {
		return true
	}
	l.process.End(dying)
	return false
}

// run brings the server up.
func (r *Runtime) run(ctx context.Context, l *launch, wait time.Duration) {
	defer l.cancel()
	defer close(l.done)
	if l.err = pause(ctx, wait); l.err == nil {
		l.process, l.address, l.err = r.up(ctx)
	}
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ErrRuntimeStart.With(ctx.Err())
	}
}

// enter takes the lock of the profile's runtime and ends what a former crash
// has left running, once for each time that this Runtime is opened.
func (r *Runtime) enter() error {
	if info, err := os.Stat(r.config.Binary); err != nil || info.IsDir() {
		return ErrNoRuntime
	}
	if r.lock != nil {
		return nil
	}
	if err := os.MkdirAll(r.config.path(""), 0o700); err != nil {
		return ErrRuntimeStart.With(err)
	}
	lock := flock.New(r.config.path("lock"), flock.SetPermissions(0o600))
	switch held, err := lock.TryLock(); {
	case err != nil:
		return ErrRuntimeStart.With(err)
	case !held:
		return ErrRuntimeBusy
	}
	if err := r.config.tidy(); err != nil {
		return ErrRuntimeStart.With(errors.Join(err, lock.Close()))
	}
	r.lock = lock
	return nil
}

// asked is how long a server that is asked to end may take.
const asked = 2 * time.Second

// Close ends the server and all it started, if it runs, and lets another
// process start one. A start that is under way fails. It may be started again.
func (r *Runtime) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.now != nil {
		r.now.cancel()
		<-r.now.done
		if r.now.process != nil {
			r.now.process.End(asked)
		}
		r.now = nil
	}
	if r.lock == nil {
		return nil
	}
	_ = os.Remove(r.config.path(stateFile)) // a state of nobody does no harm
	err := r.lock.Close()
	r.lock = nil
	return err
}

// freePort asks the kernel for a port that nobody uses now.
func freePort() (address string, err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// path gives a file of the runtime's own folder.
func (c RuntimeConfig) path(name string) string { return filepath.Join(c.Dir, "runtime", name) }
