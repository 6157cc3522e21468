package review

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/states.md anew")

const statesDoc = "../../docs/states.md"

// TestDiagram holds docs/states.md to the table: run with -update to write it
// anew after a change.
func TestDiagram(t *testing.T) {
	want := diagram()
	if *update {
		if err := os.WriteFile(statesDoc, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(statesDoc)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Error("docs/states.md differs from the table: run go test ./internal/review -run TestDiagram -update")
	}
}

func diagram() string {
	b := strings.Builder{}
	b.WriteString("# A review’s life\n\nGenerated from the table in `internal/review/state.go` by `go test ./internal/review -run TestDiagram -update`; a test holds the two together.\n\n```mermaid\nstateDiagram-v2\n  [*] --> new: import\n  [*] --> exported: import, answered on its platform\n")
	for _, t := range Transitions() {
		fmt.Fprintf(&b, "  %s --> %s: %s\n", t.From, t.To, t.Action)
	}
	b.WriteString("```\n\n| from | action | to |\n|---|---|---|\n")
	for _, t := range Transitions() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", t.From, t.Action, t.To)
	}
	b.WriteString(`
Two rules stand beside the table, in the same file:

- A review already answered on its platform (` + "`answered_elsewhere`" + `) takes no action at all: it is never drafted and never exported by us.
- Where the service asks for four eyes, a draft cannot be validated straight away: it is submitted, and somebody else validates it.

An agent’s decision (submit, return, validate, reopen, dismiss, restore) can be undone while nothing has followed it: the review goes back to the very state before it, and ` + "`undo`" + ` is one more line of its history. No line is taken away: who submitted, who validated and why stay written, and stand again once a return or a reopening is undone. An export is not undone, the file has left: reopen the reply.

The store moves a review with ` + "`WHERE id = ? AND state = ? AND version = ?`" + ` and writes the line of history in the same transaction; no row moved is a conflict. Reviews that a crash left in ` + "`drafting`" + ` go back at the next start, under the profile’s lock.
`)
	return b.String()
}
