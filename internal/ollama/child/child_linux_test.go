package child

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// A parent to be killed: this test program again.
const parent = "ECRITOIRE_TEST_PARENT"

func TestMain(m *testing.M) {
	if os.Getenv(parent) != "" {
		os.Exit(run())
	}
	os.Exit(m.Run())
}

// family is a program with a child and a grandchild, which says their numbers.
const family = `sleep 1000 & (sleep 1000 & echo $!; wait) & echo $$ $!; wait`

// run passes the numbers on once Start is back: before that the tether may not
// be tied, and a kill would find what the head has started untied.
func run() int {
	cmd := exec.Command("/bin/sh", "-c", family)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 1
	}
	if _, err := Start(cmd); err != nil {
		fmt.Println(err)
		return 1
	}
	if _, err := io.Copy(os.Stdout, out); err != nil {
		return 1
	}
	select {}
}

// numbers reads the three numbers of a family.
func numbers(t *testing.T, from *bufio.Reader) []Mark {
	t.Helper()
	var pids [3]int
	if _, err := fmt.Fscan(from, &pids[0], &pids[1], &pids[2]); err != nil {
		t.Fatal(err)
	}
	marks := []Mark{}
	for _, pid := range pids {
		m, ok := MarkOf(pid)
		if !ok || !m.Alive() {
			t.Fatalf("%d does not run", pid)
		}
		marks = append(marks, m)
	}
	return marks
}

func gone(t *testing.T, marks []Mark) {
	t.Helper()
	deadline := time.Now().Add(3 * time.Second)
	for _, m := range marks {
		for m.Alive() {
			if time.Now().After(deadline) {
				t.Fatalf("%d still runs", m.PID)
			}
			time.Sleep(time.Millisecond)
		}
	}
}

func TestAKilledParentTakesItsFamilyAlong(t *testing.T) {
	for range 20 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), parent+"=1")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		marks := numbers(t, bufio.NewReader(out))
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it says that it was killed
		gone(t, marks)
	}
}

func begin(t *testing.T, script string) (*Process, *bufio.Reader) {
	t.Helper()
	cmd := exec.Command("/bin/sh", "-c", script)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	t.Cleanup(func() { r.Close() })
	cmd.Stdout = w
	p, err := Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.End(0) })
	return p, bufio.NewReader(r)
}

func TestEndTakesTheFamilyAlong(t *testing.T) {
	p, out := begin(t, family)
	marks := numbers(t, out)
	if p.Mark().Resident() <= 0 {
		t.Error("it takes no memory")
	}
	p.End(time.Second)
	gone(t, marks)
	if p.Mark().Alive() || p.Err() == nil {
		t.Errorf("ended with %v", p.Err())
	}
	if p.Mark().Resident() != 0 {
		t.Error("the dead take memory")
	}
}

func TestADeafProgramIsEndedAllTheSame(t *testing.T) {
	p, out := begin(t, `trap "" TERM; echo ready; while :; do sleep 1000; done`)
	if _, err := out.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	p.End(100 * time.Millisecond)
	if took := time.Since(begun); took < 100*time.Millisecond || took > 2*time.Second {
		t.Errorf("ended after %v", took)
	}
}

func TestAProgramThatEndsTakesItsFamilyAlong(t *testing.T) {
	p, out := begin(t, `sleep 1000 & echo $!; read wait < /dev/null; exit 3`)
	var pid int
	if _, err := fmt.Fscan(out, &pid); err != nil {
		t.Fatal(err)
	}
	<-p.Ended()
	if m, ok := MarkOf(pid); ok {
		gone(t, []Mark{m})
	}
	if p.Err() == nil || !strings.Contains(p.Err().Error(), "3") {
		t.Errorf("ended with %v", p.Err())
	}
}

func TestWhatCannotStart(t *testing.T) {
	if p, err := Start(exec.Command("/nonexistent")); err == nil {
		t.Errorf("started %v", p.Mark())
	}
}

func TestAMarkIsOneProcess(t *testing.T) {
	p, _ := begin(t, "sleep 1000")
	m := p.Mark()
	if !m.Alive() {
		t.Error("it does not run")
	}
	for name, other := range map[string]Mark{
		"none": {}, "another start": {m.PID, m.Started + "0"}, "no start": {m.PID, ""}, "another number": {1, m.Started}, "negative": {-1, m.Started},
	} {
		if other.Alive() {
			t.Errorf("%s: alive", name)
		}
		if other.PID > 1 {
			if err := other.Kill(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if !m.Alive() {
		t.Fatal("a mark that is not its own has ended it")
	}
	if err := m.Kill(); err != nil {
		t.Error(err)
	}
	<-p.Ended()
	if err := m.Kill(); err != nil || m.Alive() {
		t.Errorf("killed twice: %v", err)
	}
}

func TestLeftoversNeedNameAndEnvironment(t *testing.T) {
	cmd := exec.Command("sleep", "1000")
	cmd.Env = []string{"ONE=1", "TWO=2", "PATH=/usr/bin:/bin"}
	p, err := Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer p.End(0)
	has := func(all []Mark) bool {
		for _, m := range all {
			if m == p.Mark() {
				return true
			}
		}
		return false
	}
	sleep, err := exec.LookPath("sleep")
	if err != nil {
		t.Fatal(err)
	}
	if !has(Leftovers("/another/place/"+program(t, sleep), "TWO=2", "ONE=1")) {
		t.Error("not found")
	}
	if has(Leftovers("sh", "ONE=1")) || has(Leftovers(sleep, "ONE=1", "THREE=3")) || has(Leftovers(sleep, "ONE=")) || has(Leftovers(sleep)) {
		t.Error("found by too little")
	}
}

// program is the file that runs under a name, which may be a link.
func program(t *testing.T, path string) string {
	t.Helper()
	p, err := os.Readlink(path)
	if err != nil {
		return path[strings.LastIndex(path, "/")+1:]
	}
	return p[strings.LastIndex(p, "/")+1:]
}
