package review

import "slices"

// State is a place in a review's life; docs/states.md draws them.
type State string

// The states, in the order of a life without incident.
const (
	New       State = "new"
	Drafting  State = "drafting"
	Drafted   State = "drafted"
	Submitted State = "submitted"
	Validated State = "validated"
	Exported  State = "exported"
	Dismissed State = "dismissed"
)

// Action is what moves a review from one state to the next.
type Action string

// The actions. Start, Finish, Keep and Release belong to the drafting machine; the
// others are the agent's verbs. Import is only ever written to the history.
const (
	Import   Action = "import"   // the row arrives
	Start    Action = "draft"    // a writer begins
	Finish   Action = "finish"   // its draft is whole
	Keep     Action = "keep"     // it failed or was stopped, text exists
	Release  Action = "release"  // it failed or was stopped, no text exists
	Edit     Action = "edit"     // a version by hand
	Prefer   Action = "prefer"   // another version is put in force
	Submit   Action = "submit"   // asks a colleague to validate
	Return   Action = "return"   // the colleague sends it back with a comment
	Validate Action = "validate" // a named person answers for it
	Export   Action = "export"   // it left for the platform
	Reopen   Action = "reopen"   // back to work, every version kept
	Dismiss  Action = "dismiss"  // no reply will be written, with a reason
	Restore  Action = "restore"  // the dismissal is undone
)

// Transition is one allowed move. The table of them is the only place that
// says what may follow what: the store, the verbs, the window and the diagram
// in docs/states.md all read it.
type Transition struct {
	From   State
	Action Action
	To     State
}

var transitions = []Transition{
	{New, Start, Drafting},
	{New, Edit, Drafted},
	{New, Dismiss, Dismissed},
	{Drafting, Finish, Drafted},
	{Drafting, Keep, Drafted},
	{Drafting, Release, New},
	{Drafted, Start, Drafting},
	{Drafted, Edit, Drafted},
	{Drafted, Prefer, Drafted},
	{Drafted, Submit, Submitted},
	{Drafted, Validate, Validated},
	{Drafted, Dismiss, Dismissed},
	{Submitted, Return, Drafted},
	{Submitted, Validate, Validated},
	{Validated, Export, Exported},
	{Validated, Reopen, Drafted},
	{Exported, Reopen, Drafted},
	{Dismissed, Restore, New},
}

// Transitions returns a copy of the table, in the order of a life.
func Transitions() []Transition { return slices.Clone(transitions) }

// States lists every state, in the order of a life.
func States() []State {
	return []State{New, Drafting, Drafted, Submitted, Validated, Exported, Dismissed}
}

// Actions lists every action of the table, in the order of a life.
func Actions() []Action {
	return []Action{Start, Finish, Keep, Release, Edit, Prefer, Submit, Return, Validate, Export, Reopen, Dismiss, Restore}
}

// Next is the state that the action leads to. Any pair that the table does
// not hold is refused with ErrTransition.
func (s State) Next(a Action) (State, error) {
	for _, t := range transitions {
		if t.From == s && t.Action == a {
			return t.To, nil
		}
	}
	return "", refuseTransition(s, a)
}

// Decision tells whether the action is an agent's word about a review that
// changes nothing but its state: what can be undone as a whole.
func (a Action) Decision() bool {
	return slices.Contains([]Action{Submit, Return, Validate, Reopen, Dismiss, Restore}, a)
}

// Known reports whether s is one of the seven states.
func (s State) Known() bool { return slices.Contains(States(), s) }

// Allowed lists the actions that an agent may take on the review as it
// stands: the table, less what the service's four-eyes rule and a reply given
// elsewhere forbid.
func (r Review) Allowed(fourEyes bool) []Action {
	agents := []Action{Start, Edit, Prefer, Submit, Return, Validate, Reopen, Dismiss, Restore}
	allowed := []Action{}
	for _, a := range agents {
		if r.May(a, fourEyes) == nil {
			allowed = append(allowed, a)
		}
	}
	return allowed
}

// May says whether the action is open to the review: nil, or the refusal to
// show. It adds to the table the two rules that depend on more than the
// state.
func (r Review) May(a Action, fourEyes bool) error {
	if r.AnsweredElsewhere {
		return ErrAnsweredElsewhere
	}
	if _, err := r.State.Next(a); err != nil {
		return err
	}
	if a == Validate && r.State == Drafted && fourEyes {
		return ErrFourEyes
	}
	return nil
}
