package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	goruntime "runtime"
	"time"

	"github.com/adrg/xdg"
	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"ecritoire/app"
	"ecritoire/frontend"
	"ecritoire/internal/cli"
	"ecritoire/internal/desk"
	"ecritoire/internal/instance"
	"ecritoire/internal/review"
	"ecritoire/internal/sqlite"
)

// windowOptions are what the window may be started with.
type windowOptions struct {
	dir    string
	sample bool
}

// windowed says whether the arguments ask for the window: no verb.
func windowed(args []string) (o windowOptions, ok bool) {
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] == "--sample":
			o.sample = true
		case args[i] == "--data" && i+1 < len(args):
			i++
			o.dir = args[i]
		default:
			return o, false
		}
	}
	return o, true
}

// openWindow opens the window on a profile and gives the exit status.
func openWindow(ctx context.Context, o windowOptions, s cli.Streams) int {
	started := time.Now()
	if !displayed() {
		return cli.Guard(s, func() error { return errNoDisplay })
	}
	quiet()
	if o.dir == "" {
		o.dir = profile()
	}
	return cli.Guard(s, func() error {
		d, end, err := openDesk(ctx, o.dir, true)
		if errors.Is(err, sqlite.ErrBusy) && instance.Show(o.dir) {
			return nil // the window that is open stands in front now
		}
		if err != nil {
			return tell(err, o.dir, s.Language)
		}
		if o.sample {
			err = firstSample(ctx, d)
		}
		if err == nil {
			err = show(ctx, app.New(d, app.About{Version: version, Profile: o.dir, Exports: exports(), Language: s.Language, Started: started}), o.dir, s.Language)
		}
		return errors.Join(err, end())
	})
}

var errNoDisplay = &review.Error{Code: "no_display", Kind: review.Failed,
	Message: review.Text{FR: "Il n’y a pas d’écran ici : la fenêtre ne peut pas s’ouvrir.", EN: "There is no display here: the window cannot open."},
	Hint:    review.Text{FR: "« ecritoire demo » fait le même travail sans écran, « ecritoire --help » donne les verbes.", EN: "“ecritoire demo” does the same job without one, “ecritoire --help” gives the verbs."}}

// displayed says whether a window can open: without a display the toolkit
// would end the process without a word to the agent.
func displayed() bool {
	return goruntime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// firstSample fills an empty queue with the bundled reviews.
func firstSample(ctx context.Context, d *desk.Desk) error {
	c, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	for _, n := range c.ByState {
		if n > 0 {
			return nil
		}
	}
	_, err = d.ImportSample(ctx)
	return err
}

func exports() string {
	if dir := xdg.UserDirs.Documents; dir != "" {
		if _, err := os.Stat(dir); err == nil {
			return dir
		}
	}
	return filepath.Clean(xdg.Home)
}

func show(ctx context.Context, a *app.Desk, dir string, l review.Language) error {
	return wails.Run(&options.App{
		Title: "Écritoire", Width: 1440, Height: 900, MinWidth: 640, MinHeight: 480,
		AssetServer:    &assetserver.Options{Assets: frontend.Assets},
		Bind:           []any{a},
		ErrorFormatter: app.Formatter(a),
		OnStartup: func(window context.Context) {
			app.Start(window, a)
			quitWith(ctx, window)
			go watchPaint(window, a, dir, l)
			go comeForward(window, dir)
		},
		DragAndDrop:   &options.DragAndDrop{EnableFileDrop: true},
		OnBeforeClose: flushFirst(a),
		OnShutdown:    func(context.Context) { app.Close(a) },
		Logger:        wailsLog{}, LogLevelProduction: logger.ERROR,
		Linux: onLinux,
	})
}

var onLinux = &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever, ProgramName: "ecritoire"}

// comeForward puts the window before the others whenever a second start on
// the profile asks for it.
func comeForward(window context.Context, dir string) {
	listener, err := instance.Listen(dir, func() { runtime.WindowShow(window); runtime.WindowUnminimise(window) })
	if err != nil {
		slog.Warn("a second start will not find this window", "cause", err)
		return
	}
	<-window.Done()
	if err := listener.Close(); err != nil {
		slog.Warn("socket not closed", "cause", err)
	}
}

// quiet shuts what WebKit would open or draw wrongly: its inspector's port,
// and a renderer that leaves blank windows on several distributions.
func quiet() {
	for _, name := range []string{"WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"} {
		if err := os.Unsetenv(name); err != nil {
			slog.Warn("environment", "cause", err)
		}
	}
	if _, set := os.LookupEnv("WEBKIT_DISABLE_DMABUF_RENDERER"); !set {
		if err := os.Setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1"); err != nil {
			slog.Warn("environment", "cause", err)
		}
	}
}

// quitWith closes the window when the process is asked to end.
func quitWith(ctx, window context.Context) {
	go func() {
		select {
		case <-ctx.Done():
			runtime.Quit(window)
		case <-window.Done():
		}
	}()
}

// wailsLog sends what Wails reports to the profile's log. Wails prints the
// arguments of calls at the lower levels, and they hold replies: only errors
// pass, without their text.
type wailsLog struct{}

// Print drops the message: see wailsLog.
func (wailsLog) Print(string) {}

// Trace drops the message: see wailsLog.
func (wailsLog) Trace(string) {}

// Debug drops the message: see wailsLog.
func (wailsLog) Debug(string) {}

// Info drops the message: see wailsLog.
func (wailsLog) Info(string) {}

// Warning drops the message: see wailsLog.
func (wailsLog) Warning(string) {}

// Error notes that there was one.
func (wailsLog) Error(string) { slog.Error("window toolkit error") }

// Fatal notes that there was one.
func (wailsLog) Fatal(string) { slog.Error("window toolkit fatal error") }
