// Package child runs a program that must not outlive this one. However this
// process ends, SIGKILL included, the program and all that it started end
// too: by the kernel on Linux (tether_linux.go), by a job object on Windows.
// What a crash of the machine or a system without either leaves behind is
// found again by its mark.
package child

import (
	"os/exec"
	"time"
)

// Process is a program that was started here, and all that it started.
type Process struct {
	cmd   *exec.Cmd
	mark  Mark
	group group
	ended chan struct{}
	err   error // how it ended; read after ended is closed
}

// Start starts cmd, which must not have been started and whose SysProcAttr is
// set here, as the head of a group of its own.
func Start(cmd *exec.Cmd) (*Process, error) {
	p := &Process{cmd: cmd, ended: make(chan struct{})}
	cmd.WaitDelay = time.Second // should something foreign hold its output open
	started := make(chan error)
	go p.live(started)
	if err := <-started; err != nil {
		return nil, err
	}
	return p, nil
}

// Mark tells this process from every other, before and after.
func (p *Process) Mark() Mark { return p.mark }

// Ended is closed when the program has ended, by itself or not, and all that
// it started has been told to.
func (p *Process) Ended() <-chan struct{} { return p.ended }

// Err says how the program ended, nil for status 0. Wait for Ended first.
func (p *Process) Err() error { return p.err }

// End asks the program to end, waits that long at most, then ends it and all
// that it started. It returns when the program is gone.
func (p *Process) End(patience time.Duration) {
	p.ask()
	select {
	case <-p.ended:
	case <-time.After(patience):
		// Only its head, which cannot hit another process of the same number:
		// live ends the rest.
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
}

// Mark names one process: a number alone is given to another one day. The
// zero Mark names none.
type Mark struct {
	PID     int    `json:"pid"`
	Started string `json:"started"` // when, as the system counts it; "" where it does not say
}

// MarkOf gives the mark of a process that runs now; false when there is none.
func MarkOf(pid int) (Mark, bool) {
	started, ok := startOf(pid)
	return Mark{pid, started}, ok
}

// Alive says whether that very process still runs.
func (m Mark) Alive() bool {
	now, ok := MarkOf(m.PID)
	return ok && m.Started != "" && now == m
}
