package child

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// group is a job object that ends all its processes when its last handle is
// closed: the system does so when this process ends, however it ends. See
// JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE in Microsoft's "Job Objects".
type group struct{ job windows.Handle }

func (p *Process) live(started chan<- error) {
	if err := p.start(); err != nil {
		started <- err
		return
	}
	started <- nil
	p.err = p.cmd.Wait()
	_ = windows.CloseHandle(p.group.job) // ends what is left
	close(p.ended)
}

func (p *Process) start() (err error) {
	if p.group.job, err = newJob(); err != nil {
		return err
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: windows.CREATE_NO_WINDOW}
	if err := p.cmd.Start(); err != nil {
		_ = windows.CloseHandle(p.group.job)
		return err
	}
	p.mark, _ = MarkOf(p.cmd.Process.Pid) // its handle is open, so it is there
	if err := p.enter(); err != nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
		_ = windows.CloseHandle(p.group.job)
		return fmt.Errorf("job object: %w", err)
	}
	return nil
}

func newJob() (windows.Handle, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return 0, err
	}
	limit := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{}
	limit.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&limit)), uint32(unsafe.Sizeof(limit)))
	if err != nil {
		_ = windows.CloseHandle(job)
	}
	return job, err
}

// enter puts the program into the job; what it starts later is in it too.
func (p *Process) enter() error {
	handle, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(p.mark.PID))
	if err != nil {
		return err
	}
	defer windows.CloseHandle(handle)
	return windows.AssignProcessToJobObject(p.group.job, handle)
}

// ask ends the program: one without a window or a console cannot be asked.
func (p *Process) ask() { _ = p.cmd.Process.Kill() }

// startOf gives the time at which a process began, in its own file time.
func startOf(pid int) (string, bool) {
	handle, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return "", false
	}
	defer windows.CloseHandle(handle)
	var begun, ended, kernel, user windows.Filetime
	if windows.GetProcessTimes(handle, &begun, &ended, &kernel, &user) != nil || ended.Nanoseconds() > begun.Nanoseconds() {
		return "", false
	}
	return fmt.Sprint(begun.Nanoseconds()), true
}

// Leftovers finds nothing: the job object leaves nothing over.
func Leftovers(string, ...string) []Mark { return nil }

// Kill ends that very process, and no other that has its number by now.
func (m Mark) Kill() error {
	p, err := os.FindProcess(m.PID) // holds on to the process, not to its number
	if err != nil || !m.Alive() {
		return nil // there is none
	}
	defer p.Release()
	return p.Kill()
}

// Resident is unknown here: 0.
func (m Mark) Resident() int64 { return 0 }
