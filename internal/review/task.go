package review

import "time"

// TaskState is where a task of the queue of drafts stands.
type TaskState string

// The states of a task. One that is done leaves the queue: the draft itself
// is what remains of it.
const (
	TaskWaiting TaskState = "waiting"
	TaskRunning TaskState = "running"
	TaskFailed  TaskState = "failed"
)

// Rank is which tasks go before which, whatever their order within a rank.
type Rank int

// The ranks, the first before the others. They are stored.
const (
	RankNow   Rank = 0 // asked for by the agent, or on screen
	RankAhead Rank = 1 // what the agent will read next
	RankUsual Rank = 2
)

// Task is one draft that the machine is to write by itself.
type Task struct {
	Review  int64      `json:"id"`
	Title   string     `json:"title"`
	State   TaskState  `json:"state"`
	Ahead   bool       `json:"ahead"`  // asked for by the reading of a review before it, not by the agent
	Tries   int        `json:"tries"`  // failed so far
	Reason  string     `json:"reason"` // code of the last failure
	Writer  WriterName `json:"writer"`
	Model   string     `json:"model"` // "" for the service's choice
	AddedAt time.Time  `json:"added_at"`
}

// Pause says why the queue of drafts stands still.
type Pause string

// The reasons. A queue paused by failures or by the battery waits for the
// agent's word, as one that the agent paused.
const (
	PauseNone    Pause = ""
	PauseAgent   Pause = "agent"
	PauseBattery Pause = "battery"
	PauseFailing Pause = "failing"
)

// Tasks is the queue of drafts at a glance.
type Tasks struct {
	Paused  Pause   `json:"paused"`
	Waiting int     `json:"waiting"`
	Failed  int     `json:"failed"`
	Running *Task   `json:"running"`    // nil when nothing is being written
	Left    float64 `json:"left_s"`     // seconds until the end, estimated; 0 for unknown
	Next    []Task  `json:"next"`       // the first ones waiting, in their order, 50 at most
	Failing []Task  `json:"failed_now"` // the last ones that failed, 50 at most
}
