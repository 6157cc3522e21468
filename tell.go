package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"ecritoire/app"
	"ecritoire/internal/review"
)

// paintPatience is how long a page may stay blank before the agent is told.
const paintPatience = 5 * time.Second

// watchPaint tells the agent when the page stays blank: whatever keeps it from
// showing, the desk is alive, and so is the toolkit's own dialog.
func watchPaint(window context.Context, a *app.Desk, dir string, l review.Language) {
	select {
	case <-app.Shown(a):
		return
	case <-window.Done():
		return
	case <-time.After(paintPatience):
	}
	slog.Error("the page has not painted", "after", paintPatience.String())
	if err := dialog(window, errNotPainted.Naming(logFile(dir)), dir, l); err != nil {
		slog.Error("nor could the agent be told", "cause", err)
	}
}

var errNotPainted = &review.Error{Code: "not_painted", Kind: review.Failed,
	Message: review.Text{FR: "La fenêtre reste blanche depuis cinq secondes. Rien n’est perdu\u00a0: avis et réponses sont dans le profil. Le journal\u00a0: %s", EN: "The window has stayed blank for five seconds. Nothing is lost: reviews and replies are in the profile. The log: %s"},
	Hint:    review.Text{FR: "Fermez la fenêtre et rouvrez-la. Si elle reste blanche, transmettez le journal à votre service informatique\u202f; il ne contient aucun avis.", EN: "Close the window and open it again. If it stays blank, hand the log to your technical service; it holds no review."}}

// tell shows why the window does not open, where nobody may be looking at a
// terminal, and gives the error back.
func tell(cause error, dir string, l review.Language) error {
	if cause == nil || !displayed() {
		return cause
	}
	var failed error
	err := wails.Run(&options.App{
		Title: "Écritoire", StartHidden: true, Logger: wailsLog{}, LogLevelProduction: logger.ERROR,
		Linux:       onLinux,
		AssetServer: &assetserver.Options{Handler: http.NotFoundHandler()},
		OnStartup: func(window context.Context) {
			go func() {
				failed = dialog(window, cause, dir, l)
				runtime.Quit(window)
			}()
		},
	})
	return errors.Join(cause, err, failed)
}

// dialog shows an error in the toolkit's own dialog and waits for its button.
func dialog(window context.Context, err error, dir string, l review.Language) error {
	e := review.Describe(err)
	profile := review.Text{FR: "Profil\u00a0: ", EN: "Profile: "}
	words := strings.Join([]string{e.Message.In(l), e.Hint.In(l), profile.In(l) + dir}, "\n\n")
	_, failed := runtime.MessageDialog(window, runtime.MessageDialogOptions{Type: runtime.ErrorDialog, Title: "Écritoire",
		Message: strings.ReplaceAll(words, "%", "%%")}) // the toolkit takes it for a pattern
	return failed
}

func logFile(dir string) string { return filepath.Join(dir, "logs", "ecritoire.log") }
