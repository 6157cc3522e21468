package main

import (
	"context"
	"sync"
	"time"

	"github.com/wailsapp/wails/v2/pkg/runtime"

	"ecritoire/app"
)

// lastWord is how long after a close that was refused another one is the
// agent's last word. Later they have gone on writing, and it is asked anew.
const lastWord = time.Minute

// farewell holds the window's closing until the page has kept what was being
// typed. Where the page could not keep it, the window stays and shows why.
type farewell struct {
	flush func() bool // asks the page to keep what it holds
	quit  func()
	now   func() time.Time

	mu      sync.Mutex
	asking  bool      // the page is being asked
	leaving bool      // the next close is ours
	refused time.Time // when the page last could not keep it
}

// holds says whether the window stays open for now. It never waits: it is
// called on the toolkit's own thread, which carries the page's answer.
func (f *farewell) holds() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.leaving || f.now().Sub(f.refused) < lastWord {
		return false
	}
	if !f.asking {
		f.asking = true
		go f.ask()
	}
	return true
}

func (f *farewell) ask() {
	kept := f.flush()
	f.mu.Lock()
	f.asking, f.leaving = false, kept
	if !kept {
		f.refused = f.now()
	}
	f.mu.Unlock()
	if kept {
		f.quit()
	}
}

// flushFirst is the window's farewell, as the toolkit asks for it.
func flushFirst(a *app.Desk) func(context.Context) bool {
	f := &farewell{flush: func() bool { return app.Flush(a) }, now: time.Now}
	return func(window context.Context) bool {
		f.mu.Lock()
		f.quit = func() { runtime.Quit(window) }
		f.mu.Unlock()
		return f.holds()
	}
}
