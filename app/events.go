package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// Start gives the desk its window: from now on events go out and dialogs
// open. Before, an event would end the process.
func Start(ctx context.Context, a *Desk) {
	a.choose = func(save string) (string, error) { return choose(ctx, save) }
	a.chooseModel = func() (string, error) { return chooseModel(ctx) }
	Begin(ctx, a, func(name string, data any) { runtime.EventsEmit(ctx, name, data) })
}

// Begin sets the desk to work until ctx ends: events go to emit, and the queue
// of drafts is written. Start is the window's; a test's page has an emit of
// its own.
func Begin(ctx context.Context, a *Desk, emit func(name string, data any)) {
	a.ctx, a.emit = ctx, emit
	working, stop := context.WithCancel(ctx)
	a.stopWork = stop
	a.finished.Go(func() { a.work(working) })
}
