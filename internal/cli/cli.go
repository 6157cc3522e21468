// Package cli holds the verbs: the same desk as the window's, without a
// display. Text for people goes to the output, progress and errors to the
// error stream; with --json the output is JSON lines.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/spf13/cobra"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// Exit statuses of the verbs.
const (
	Done    = 0
	Failed  = 1
	Misused = 2
	Refused = 3
)

// Opener opens the desk on a profile folder; dir "" is the user's own.
// Writing takes the profile's lock, reading never does. close ends the work.
type Opener func(ctx context.Context, dir string, write bool) (d *desk.Desk, close func() error, err error)

// Streams are where a verb reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Language review.Language
}

// program is one call of the binary.
type program struct {
	Streams
	open    Opener
	dir     string
	json    bool
	version string
	shown   *review.Error // told when it came, while the verb went on
}

// Run runs the verb that args name and gives the exit status.
func Run(ctx context.Context, args []string, s Streams, version string, open Opener) int {
	p := &program{Streams: s, open: open, version: version}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return Done
	}
	if describe(err) != p.shown {
		p.complain(err)
	}
	return status(err)
}

// Guard runs work that is no verb, such as the window, and tells its failure
// as a verb would.
func Guard(s Streams, work func() error) int {
	err := internal(work())
	if err == nil {
		return Done
	}
	(&program{Streams: s}).complain(err)
	return status(err)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use: "ecritoire", Version: p.version, SilenceErrors: true, SilenceUsage: true,
		Short: p.say("Répondre aux avis des usagers, sur ce poste", "Answer users’ reviews, on this workstation"),
		Args:  cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return errNoVerb },
	}
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return errCall.With(err) })
	root.PersistentFlags().StringVar(&p.dir, "data", "", p.say("dossier du profil", "profile folder"))
	root.PersistentFlags().BoolVar(&p.json, "json", false, p.say("sortie en lignes JSON", "output as JSON lines"))
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(p.demo(), p.importFile(), p.list(), p.show(), p.draft(), p.check(), p.detect(), p.edit(), p.settings(), p.export(), p.figures(), p.queue(), p.model(), p.runtime(), p.eval(), p.sheets(), p.ask(), p.assign(), p.snooze(), p.bulk(), p.views(), p.batches(), p.quarantine(), p.purge(), p.erase(), p.similar())
	root.AddCommand(p.decisions()...)
	root.AddCommand(p.judgements()...)
	return root
}

var (
	errCall = &review.Error{Code: "call", Kind: review.Misused,
		Message: review.Text{FR: "Cet appel n’est pas compris.", EN: "This call is not understood."},
		Hint:    review.Text{FR: "« ecritoire --help » donne les verbes et leurs options.", EN: "“ecritoire --help” gives the verbs and their options."}}
	errNoVerb = errCall.With(errors.New("a verb is missing"))
	errInput  = &review.Error{Code: "input", Kind: review.Misused,
		Message: review.Text{FR: "Cette entrée ne peut pas être lue.", EN: "This input cannot be read."},
		Hint:    review.Text{FR: "Une ligne JSON par objet, en UTF-8 ; ou un fichier texte.", EN: "One JSON object a line, in UTF-8; or a text file."}}
)

func (p *program) say(fr, en string) string { return review.Text{FR: fr, EN: en}.In(p.Language) }

// writing runs work on a desk that holds the profile's lock.
func (p *program) writing(ctx context.Context, work func(*desk.Desk) error) error {
	return p.with(ctx, true, work)
}

// reading runs work on a desk without the lock.
func (p *program) reading(ctx context.Context, work func(*desk.Desk) error) error {
	return p.with(ctx, false, work)
}

func (p *program) with(ctx context.Context, write bool, work func(*desk.Desk) error) error {
	d, end, err := p.open(ctx, p.dir, write)
	if err != nil {
		return internal(err)
	}
	err = work(d)
	if err != nil {
		slog.Error("verb failed", "cause", internal(err))
	}
	return internal(errors.Join(err, end()))
}

// line writes one JSON line.
func (p *program) line(v any) error {
	e := json.NewEncoder(p.Out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (p *program) printf(format string, args ...any) error {
	_, err := fmt.Fprintf(p.Out, format, args...)
	return err
}

// tell prints a sentence whose words agree with its counts.
func (p *program) tell(fr, en string, args ...any) error {
	return p.printf("%s", review.Text{FR: fr, EN: en}.Filled(p.Language, args...))
}

// note tells the person at the terminal how far a long work is.
func (p *program) note(format string, args ...any) {
	if _, err := fmt.Fprintf(p.Err, format, args...); err != nil {
		slog.Warn("progress not shown", "cause", err)
	}
}

// complain shows an error: a sentence and a hint, or one JSON line. A cause
// that only says how the call was wrong is shown too.
func (p *program) complain(err error) {
	e := describe(err)
	if p.json {
		if err := json.NewEncoder(p.Err).Encode(map[string]string{"code": e.Code, "message": e.Message.In(p.Language), "hint": e.Hint.In(p.Language)}); err != nil {
			slog.Error("error not shown", "cause", err)
		}
		return
	}
	p.note("%s\n%s\n", e.Message.In(p.Language), e.Hint.In(p.Language))
	if e.Code == errCall.Code && e.Cause != nil {
		p.note("(%v)\n", e.Cause)
	}
}

// describe turns what cobra itself refuses into a wrong call.
func describe(err error) *review.Error {
	var ours *review.Error
	if errors.As(err, &ours) {
		return ours
	}
	return errCall.With(err)
}

func status(err error) int {
	switch describe(err).Kind {
	case review.Misused:
		return Misused
	case review.Refused:
		return Refused
	}
	return Failed
}

// internal wraps an error that is not ours, so that it is not taken for a
// wrong call.
func internal(err error) error {
	if err == nil {
		return nil
	}
	return review.Describe(err)
}
