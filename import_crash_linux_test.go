package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// crashRows is a file whose import lasts a second or two.
const crashRows = 24_000

// largeFile holds crashRows reviews, each with an id of its own.
func largeFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "grand.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "ID expérience,Date de publication,Titre,Description,Ressenti usager")
	for i := range crashRows {
		fmt.Fprintf(w, "G%d,05/09/2026,Démarche %d,\"J’attends depuis %d jours une réponse du guichet %d, sans nouvelles.\",Négatif\n", i, i%97, i%300, i%41)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKilledInMidImport kills the real process without warning at any moment
// of a large import: afterwards the profile holds all of the batch or nothing
// of it, and its counters and its index say the same as its rows.
func TestKilledInMidImport(t *testing.T) {
	exe, dir, file := binary(t), imported(t), largeFile(t)
	takes, cut := importTakes(t, exe, file), 0
	for _, share := range []float64{0.2, 0.5, 0.8, 0.95} {
		after := time.Duration((share + 0.05*(rand.Float64()-0.5)) * float64(takes))
		if killAfter(t, exec.Command(exe, "import", file, "--data", dir), after) {
			cut++
		}
		if whole(t, exe, dir) > 1 {
			break // this one had come to its end
		}
	}
	if cut < 2 {
		t.Errorf("only %d imports were cut: this run proved less than it means to", cut)
	}
	told(t, exe, "import", file, "--data", dir)
	if n := whole(t, exe, dir); n != 1+crashRows {
		t.Errorf("%d reviews in the end", n)
	}
}

// told runs a verb in a process of its own and gives what it said.
func told(t *testing.T, exe string, args ...string) string {
	t.Helper()
	out, err := exec.Command(exe, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v (a binary of another version? make build)", args[0], err)
	}
	return string(out)
}

// importTakes is the processor time of one import that is left alone, on a
// profile of its own.
func importTakes(t *testing.T, exe, file string) time.Duration {
	t.Helper()
	c := exec.Command(exe, "import", file, "--data", t.TempDir())
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}

// killAfter kills the process when it has used that much processor time, which
// other work of the machine does not stretch, and says whether it was still at
// work.
func killAfter(t *testing.T, c *exec.Cmd, after time.Duration) bool {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for used(t, c.Process.Pid) < after {
		time.Sleep(5 * time.Millisecond)
	}
	if err := c.Process.Kill(); err != nil {
		t.Logf("it had ended: %v", err)
	}
	return c.Wait() != nil
}

// used is the processor time of a process so far, as the fourteenth and the
// fifteenth field of /proc/PID/stat have it in hundredths of a second
// (proc(5)); one that has ended used all the time there is.
func used(t *testing.T, pid int) time.Duration {
	t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(b), ") ")
	fields := strings.Fields(after)
	if fields[0] == "Z" {
		return math.MaxInt64
	}
	var ticks time.Duration
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		ticks += time.Duration(n)
	}
	return ticks * 10 * time.Millisecond
}

// whole counts the reviews one by one, by the counters and by the index: one,
// or one and the whole file, and all three the same.
func whole(t *testing.T, exe, dir string) int {
	t.Helper()
	// A writing verb opens the profile as the next start does.
	told(t, exe, "settings", "set", "person", "Claire", "--data", dir)
	listed := lines(told(t, exe, "list", "--json", "--data", dir))
	if listed != 1 && listed != 1+crashRows {
		t.Fatalf("%d reviews after the kill: a part of the batch", listed)
	}
	if n := counted(t, dir); n != listed {
		t.Fatalf("the counters say %d, the rows are %d", n, listed)
	}
	// A word that every row of the large file has.
	if n := lines(told(t, exe, "list", "--search", "nouvelles", "--json", "--data", dir)); n != listed-1 {
		t.Fatalf("the index finds %d of %d", n, listed-1)
	}
	return listed
}

func lines(out string) int { return strings.Count(out, "\n") }

func counted(t *testing.T, dir string) (n int) {
	t.Helper()
	d, end, err := openDesk(t.Context(), dir, false)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Counts(t.Context())
	for _, of := range c.ByState {
		n += of
	}
	if err := errors.Join(err, end()); err != nil {
		t.Fatal(err)
	}
	return n
}

// binary is the application as it ships where it is built: it imports many
// times faster than one that watches for races. Else it is this test's own
// executable under the application's name.
func binary(t *testing.T) string {
	t.Helper()
	if shipped, err := filepath.Abs(filepath.Join("bin", "ecritoire")); err == nil {
		if _, err := os.Stat(shipped); err == nil {
			return shipped
		}
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "ecritoire")
	if err := os.Symlink(exe, link); err != nil {
		t.Skipf("SKIPPED: no symbolic links here: %v", err)
	}
	return link
}
