//go:build !linux && !windows

package child

import (
	"os"
	"syscall"
)

// group is a process group: here the program ends with this one only when
// this one ends it. Écritoire is not packaged for these systems.
type group struct{}

func (p *Process) live(started chan<- error) {
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		started <- err
		return
	}
	p.mark, _ = MarkOf(p.cmd.Process.Pid) // it is not reaped, so it is there
	started <- nil
	p.err = p.cmd.Wait()
	_ = syscall.Kill(-p.mark.PID, syscall.SIGKILL)
	close(p.ended)
}

func (p *Process) ask() { _ = p.cmd.Process.Signal(syscall.SIGTERM) }

// startOf does not know when a process began: its mark is never alive, so
// that no other process is ever taken for it.
func startOf(pid int) (string, bool) {
	return "", pid > 0 && syscall.Kill(pid, 0) == nil
}

// Leftovers finds nothing: these systems do not show an environment.
func Leftovers(string, ...string) []Mark { return nil }

// Kill ends nothing that cannot be told from another process.
func (m Mark) Kill() error {
	if !m.Alive() {
		return nil
	}
	p, err := os.FindProcess(m.PID)
	if err != nil {
		return err
	}
	return p.Kill()
}

// Resident is unknown here: 0.
func (m Mark) Resident() int64 { return 0 }
