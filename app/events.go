package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// Start gives the desk its window: from now on events go out and dialogs
// open. Before, an event would end the process.
func Start(ctx context.Context, a *Desk) {
	a.ctx = ctx
	a.emit = func(name string, data any) { runtime.EventsEmit(ctx, name, data) }
	a.choose = func(save string) (string, error) { return choose(ctx, save) }
	a.chooseModel = func() (string, error) { return chooseModel(ctx) }
	working, stop := context.WithCancel(ctx)
	a.stopWork = stop
	a.finished.Go(func() { a.work(working) })
}
