//go:build window

package windowtest

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkIdleMemory reports what the application holds in memory after it
// has drafted the whole sample queue in the background and rests, WebKit
// apart: its processes, and the libraries that our process maps for it and
// shares with them. The goal for our own is 150 MB.
func BenchmarkIdleMemory(b *testing.B) {
	r := newRig(b, false)
	profile := b.TempDir()
	r.sampled(b, profile)
	r.verb(b, "queue", "add", "--all", "--data", profile)
	for b.Loop() {
		application := exec.Command(r.binary, "--data", profile)
		if err := application.Start(); err != nil {
			b.Fatal(err)
		}
		waitFor(b, "the queue of drafts to be done", patience, func() (bool, error) {
			var all struct{ Waiting int }
			err := json.Unmarshal(r.verb(b, "queue", "list", "--json", "--data", profile), &all)
			return all.Waiting == 0, err
		})
		own, web := resident(b, application.Process.Pid)
		libraries := mapped(b, application.Process.Pid, webkits...)
		b.ReportMetric((own-libraries)/1e6, "MB-ours")
		b.ReportMetric(libraries/1e6, "MB-webkit-libraries")
		b.ReportMetric(web/1e6, "MB-webkit-processes")
		end(b, application)
	}
	b.ReportMetric(0, "ns/op")
}

// webkits are WebKit's own libraries and those that it alone asks for: Mesa's
// drawing without a graphics card, and a synthetic voice.
var webkits = []string{"libwebkit2gtk", "libjavascriptcoregtk", "libLLVM", "_dri.so", "libz3", "libflite"}

// sampled makes a profile that holds the sample queue, as a first start does.
func (r rig) sampled(tb testing.TB, profile string) {
	tb.Helper()
	application := exec.Command(r.binary, "--data", profile, "--sample")
	if err := application.Start(); err != nil {
		tb.Fatal(err)
	}
	defer end(tb, application)
	waitFor(tb, "the first paint", patience, func() (bool, error) {
		_, painted := painting(filepath.Join(profile, "logs", "ecritoire.log"))
		return painted, nil
	})
}

func (r rig) verb(tb testing.TB, args ...string) []byte {
	tb.Helper()
	out, err := exec.Command(r.binary, args...).Output()
	if err != nil {
		tb.Fatalf("%v: %v", args, err)
	}
	return out
}

// resident adds up the resident memory, in bytes, of a process and of the
// processes it started.
func resident(tb testing.TB, pid int) (own, children float64) {
	tb.Helper()
	all, err := filepath.Glob("/proc/[0-9]*/status")
	if err != nil {
		tb.Fatal(err)
	}
	for _, status := range all {
		text, err := os.ReadFile(status)
		if err != nil {
			continue // it has ended
		}
		switch size := field(text, "VmRSS") * 1024; {
		case field(text, "Pid") == float64(pid):
			own = size
		case field(text, "PPid") == float64(pid):
			children += size
		}
	}
	if own == 0 {
		tb.Fatal("the application is gone")
	}
	return own, children
}

// mapped adds up the resident bytes of the files mapped by a process whose
// names hold one of these words.
func mapped(tb testing.TB, pid int, words ...string) (bytes float64) {
	tb.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps", pid))
	if err != nil {
		tb.Fatal(err)
	}
	counts := false
	for line := range strings.Lines(string(text)) {
		if parts := strings.Fields(line); !strings.HasSuffix(parts[0], ":") { // the head of a mapping
			counts = slices.ContainsFunc(words, func(w string) bool { return strings.Contains(line, w) })
		} else if counts && parts[0] == "Rss:" {
			bytes += field([]byte(line), "Rss") * 1024
		}
	}
	return bytes
}

func field(status []byte, name string) float64 {
	found := regexp.MustCompile(fmt.Sprintf(`(?m)^%s:\s+(\d+)`, name)).FindSubmatch(status)
	if found == nil {
		return 0
	}
	n, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		return 0
	}
	return n
}
