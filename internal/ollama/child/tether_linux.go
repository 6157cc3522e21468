package child

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"

	"golang.org/x/sys/unix"
)

// group is the tether: the writing end of a pipe whose reading end the program
// and all that it starts inherit. When this process ends, however it ends, the
// pipe loses its last writer, and the kernel sends the signal that was set for
// its reading end, SIGKILL, to the whole process group: see F_SETOWN, F_SETSIG
// and O_ASYNC in fcntl(2). Nothing has to be alive for that, no guardian
// either. Pdeathsig alone would spare what the program itself has started.
type group struct{ writer *os.File }

// live starts the program, waits for its end and ends what it started. It
// stays on one thread: Pdeathsig, which covers the moment before the tether is
// tied, fires when the starting thread ends.
func (p *Process) live(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := p.start(); err != nil {
		started <- err
		return
	}
	started <- nil
	waitUnreaped(p.mark.PID)
	// Not reaped yet, it holds its number: no other group can have it.
	p.kill()
	p.err = p.cmd.Wait()
	p.group.writer.Close()
	close(p.ended)
}

func (p *Process) start() error {
	reader, writer, err := os.Pipe()
	if err != nil {
		return err
	}
	defer reader.Close()
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	p.cmd.ExtraFiles = append(p.cmd.ExtraFiles, reader)
	if err := p.cmd.Start(); err != nil {
		writer.Close()
		return err
	}
	p.group.writer = writer
	p.mark, _ = MarkOf(p.cmd.Process.Pid) // it is not reaped, so it is there
	if err := tie(reader, p.mark.PID); err != nil {
		p.kill()
		writer.Close()
		return fmt.Errorf("tether: %w", errors.Join(err, p.cmd.Wait()))
	}
	return nil
}

// tie has the kernel kill the group when the pipe loses its last writer.
func tie(reader *os.File, group int) error {
	for _, c := range []struct{ command, argument int }{
		{unix.F_SETOWN, -group},
		{unix.F_SETSIG, int(unix.SIGKILL)},
		{unix.F_SETFL, unix.O_ASYNC},
	} {
		if _, err := unix.FcntlInt(reader.Fd(), c.command, c.argument); err != nil {
			return os.NewSyscallError("fcntl", err)
		}
	}
	return nil
}

// waitUnreaped waits until a child has ended and leaves it a zombie.
func waitUnreaped(pid int) {
	for {
		err := unix.Waitid(unix.P_PID, pid, nil, unix.WEXITED|unix.WNOWAIT, nil)
		if err != unix.EINTR {
			return
		}
	}
}

func (p *Process) ask() { _ = p.cmd.Process.Signal(syscall.SIGTERM) }

// kill ends the group. Its head must not have been reaped.
func (p *Process) kill() { _ = unix.Kill(-p.cmd.Process.Pid, unix.SIGKILL) }
