// Écritoire: an agent's desk for users' reviews, on one workstation. Without
// arguments the binary opens the window; with a verb it works without a
// display.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"ecritoire/internal/cli"
	"ecritoire/internal/review"
)

// version is set by the build.
var version = "0.1.0"

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	slog.SetDefault(slog.New(slog.DiscardHandler)) // until a profile's own log is open
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Language: language()}
	if o, ok := windowed(args); ok {
		return openWindow(ctx, o, s)
	}
	return cli.Run(ctx, args, s, version, openDesk)
}

// language follows the locale as POSIX orders its variables.
func language() review.Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return review.LanguageOf(v)
		}
	}
	return review.French
}
