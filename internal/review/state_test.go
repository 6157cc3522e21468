package review

import (
	"errors"
	"slices"
	"testing"
)

// TestEveryPair walks every state and action: the table says yes or the
// refusal is ErrTransition, nothing else.
func TestEveryPair(t *testing.T) {
	want := map[State]map[Action]State{
		New:       {Start: Drafting, Edit: Drafted, Dismiss: Dismissed},
		Drafting:  {Finish: Drafted, Keep: Drafted, Release: New},
		Drafted:   {Start: Drafting, Edit: Drafted, Prefer: Drafted, Submit: Submitted, Validate: Validated, Dismiss: Dismissed},
		Submitted: {Return: Drafted, Validate: Validated},
		Validated: {Export: Exported, Reopen: Drafted},
		Exported:  {Reopen: Drafted},
		Dismissed: {Restore: New},
	}
	for _, s := range States() {
		for _, a := range append(Actions(), Import, "unknown") {
			to, err := s.Next(a)
			expected, allowed := want[s][a]
			if allowed && (err != nil || to != expected) {
				t.Errorf("%s, %s: got %q, %v, want %q", s, a, to, err, expected)
			}
			if !allowed && !errors.Is(err, ErrTransition) {
				t.Errorf("%s, %s: got %q, %v, want a refusal", s, a, to, err)
			}
		}
	}
}

// TestOnlyANamedStepValidates holds what the design promises: no state
// reaches validated but by the action Validate.
func TestOnlyANamedStepValidates(t *testing.T) {
	for _, tr := range Transitions() {
		if tr.To == Validated && tr.Action != Validate {
			t.Errorf("%s leads to validated", tr.Action)
		}
	}
}

func TestEveryStateCanBeLeftAndReached(t *testing.T) {
	for _, s := range States() {
		left := slices.ContainsFunc(Transitions(), func(tr Transition) bool { return tr.From == s })
		reached := s == New || slices.ContainsFunc(Transitions(), func(tr Transition) bool { return tr.To == s })
		if !left || !reached {
			t.Errorf("%s: left %v, reached %v", s, left, reached)
		}
	}
}

func TestMay(t *testing.T) {
	for _, c := range []struct {
		name     string
		review   Review
		action   Action
		fourEyes bool
		want     error
	}{
		{"draft alone", Review{State: Drafted}, Validate, false, nil},
		{"draft under four eyes", Review{State: Drafted}, Validate, true, ErrFourEyes},
		{"submitted under four eyes", Review{State: Submitted}, Validate, true, nil},
		{"answered elsewhere never reopens", Review{State: Exported, AnsweredElsewhere: true}, Reopen, false, ErrAnsweredElsewhere},
		{"ours reopens", Review{State: Exported}, Reopen, false, nil},
		{"not from here", Review{State: Validated}, Edit, false, ErrTransition},
	} {
		if err := c.review.May(c.action, c.fourEyes); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestArrivalNeverLosesWhatIsValidated(t *testing.T) {
	for _, c := range []struct {
		state     State
		elsewhere bool
		answered  bool
		once      bool
		to        State
		marked    bool
	}{
		{New, false, false, false, New, false}, {New, false, true, false, Exported, true}, {Drafted, false, true, false, Exported, true},
		{Validated, false, true, true, Validated, false}, {Exported, false, true, true, Exported, false}, {Exported, true, false, false, Exported, true},
		{Drafted, false, true, true, Drafted, false},
	} {
		to, marked := Review{State: c.state, AnsweredElsewhere: c.elsewhere}.Arrival(c.answered, c.once)
		if to != c.to || marked != c.marked {
			t.Errorf("%+v: got %s, %v", c, to, marked)
		}
	}
}

// TestEveryWordIsSaid: no raw name of a state or an action reaches an agent.
func TestEveryWordIsSaid(t *testing.T) {
	for _, s := range States() {
		if l := s.Label(); l.FR == string(s) {
			t.Errorf("%s has no French", s)
		}
	}
	for _, a := range Actions() {
		if l := a.Label(); l.FR == string(a) {
			t.Errorf("%s has no French", a)
		}
	}
}
