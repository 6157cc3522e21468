package child

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// startOf gives the boot and the clock ticks after it at which a process
// began: field 22 of /proc/PID/stat, proc(5). A zombie counts as ended.
func startOf(pid int) (string, bool) {
	fields := stat(pid)
	if pid <= 0 || len(fields) < 22 || fields[2] == "Z" || fields[2] == "X" {
		return "", false
	}
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return "", false
	}
	return strings.TrimSpace(string(boot)) + ":" + fields[21], true
}

// stat splits /proc/PID/stat; its second field, the name, may hold spaces and
// brackets, and is left out.
func stat(pid int) []string {
	b, err := os.ReadFile(proc(pid, "stat"))
	end := bytes.LastIndexByte(b, ')')
	if err != nil || end < 0 {
		return nil
	}
	return append([]string{strconv.Itoa(pid), ""}, strings.Fields(string(b[end+1:]))...)
}

// Leftovers finds the processes that run a program of that file name with all
// of these lines in their environment. A name alone never is enough: somebody
// else's program may bear it.
func Leftovers(program string, environment ...string) []Mark {
	found := []Mark{}
	for _, pid := range pids() {
		m, ok := MarkOf(pid)
		if ok && runs(pid, program) && surrounded(pid, environment) {
			found = append(found, m)
		}
	}
	return found
}

func pids() []int {
	all := []int{}
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return all
	}
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil && pid != os.Getpid() {
			all = append(all, pid)
		}
	}
	return all
}

func runs(pid int, program string) bool {
	exe, err := os.Readlink(proc(pid, "exe"))
	// The kernel adds this when a newer version has replaced the file.
	exe = strings.TrimSuffix(exe, " (deleted)")
	return err == nil && filepath.Base(exe) == filepath.Base(program)
}

func surrounded(pid int, environment []string) bool {
	b, err := os.ReadFile(proc(pid, "environ"))
	has := map[string]bool{}
	for _, line := range strings.Split(string(b), "\x00") {
		has[line] = true
	}
	for _, line := range environment {
		if !has[line] {
			return false
		}
	}
	return err == nil && len(environment) > 0
}

// Kill ends that very process, and no other that has its number by now.
func (m Mark) Kill() error {
	p, err := os.FindProcess(m.PID) // holds on to the process, not to its number
	if err != nil {
		return err
	}
	defer p.Release()
	if !m.Alive() {
		return nil
	}
	if err := p.Kill(); !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	return nil
}

// Resident gives the bytes in memory of a process and of all in its group.
func (m Mark) Resident() int64 {
	if !m.Alive() {
		return 0
	}
	var pages int64
	for _, pid := range append(pids(), os.Getpid()) {
		if fields := stat(pid); len(fields) > 23 && fields[4] == strconv.Itoa(m.PID) {
			n, _ := strconv.ParseInt(fields[23], 10, 64) // the kernel writes a number
			pages += n
		}
	}
	return pages * int64(os.Getpagesize())
}

func proc(pid int, file string) string { return filepath.Join("/proc", strconv.Itoa(pid), file) }
