package ollama

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"127.0.0.1":                "127.0.0.1:11434",
		"127.0.0.1:4000":           "127.0.0.1:4000",
		"http://127.0.0.1:4000/":   "127.0.0.1:4000",
		" localhost ":              "localhost:11434",
		"LOCALHOST:80":             "LOCALHOST:80",
		"http://localhost":         "localhost:11434",
		"127.200.3.4:1":            "127.200.3.4:1",
		"[::1]":                    "[::1]:11434",
		"[::1]:4000":               "[::1]:4000",
		"http://[::1]:4000":        "[::1]:4000",
		"[::ffff:127.0.0.1]:11434": "[::ffff:127.0.0.1]:11434",
	} {
		if s, err := serverAt(address); err != nil || s.address != want {
			t.Errorf("%q: got %+v, %v", address, s, err)
		}
	}
}

var elsewhere = []string{
	"192.0.2.1", "10.0.0.1:11434", "0.0.0.0:11434", "0.0.0.0", "[::]:11434", "[2001:db8::1]:11434", "[fe80::1]:11434",
	"[::ffff:192.0.2.1]:11434", "ollama.example", "http://ollama.example:11434", "localhost.example:11434",
	"127.0.0.1.evil.example", "127.0.0.1.nip.io:11434", "localhost.:11434", "127.1:11434", "2130706433:11434", "0x7f.0.0.1",
	"0177.0.0.1", "my-computer", "https://127.0.0.1:11434", "https://localhost", "ftp://127.0.0.1",
}

func TestAddressesElsewhereAreRefused(t *testing.T) {
	for _, address := range elsewhere {
		if w, err := New(Config{Address: address}); !errors.Is(err, ErrNotLoopback) || w != nil {
			t.Errorf("%q: got %v", address, err)
		}
	}
}

func TestUnreadableAddresses(t *testing.T) {
	for _, address := range []string{
		"", "  ", ":11434", "http://", "127.0.0.1:port", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:-1", "http://user:secret@127.0.0.1",
		"user@localhost", "127.0.0.1:11434/api", "localhost?x=1", "localhost#x", "[::1", "a b", "127.0.0.1\x00", "http://%zz",
	} {
		if w, err := New(Config{Address: address}); !errors.Is(err, ErrAddress) || w != nil {
			t.Errorf("%q: got %v", address, err)
		}
	}
}

// The address of a writer is checked when it is made; here the transport is
// asked on its own, as if that check were not there.
func TestTheTransportItselfRefuses(t *testing.T) {
	client := localClient()
	for _, host := range elsewhere {
		target := host
		if !strings.Contains(host, "://") {
			target = "http://" + host
		}
		begun := time.Now()
		response, err := client.Get(target)
		if err == nil {
			response.Body.Close()
		}
		if !errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: got %v", target, err)
		}
		if took := time.Since(begun); took > time.Second {
			t.Errorf("%s: took %v; was a name looked up?", target, took)
		}
	}
}

// No name but localhost is looked up, and localhost needs no lookup: a
// resolver that answers "loopback" for every name would otherwise be believed,
// and would have been told.
func TestNoNameIsLookedUp(t *testing.T) {
	lookups := atomic.Int32{}
	old := net.DefaultResolver
	t.Cleanup(func() { net.DefaultResolver = old })
	net.DefaultResolver = &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		lookups.Add(1)
		return nil, errors.New("no resolver in this test")
	}}
	port := serve(t, handlers{})
	port = port[strings.LastIndex(port, ":"):]
	for _, host := range []string{"evil.example", "my-computer", "localhost.example"} {
		if _, err := dialLoopback(t.Context(), "tcp", host+port); !errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: got %v", host, err)
		}
	}
	if _, err := writes(t, writer(t, "localhost"+port), assignment); err != nil {
		t.Errorf("localhost: %v", err)
	}
	if n := lookups.Load(); n != 0 {
		t.Errorf("%d lookups", n)
	}
}

// The socket's own check, with every check before it taken away.
func TestTheSocketItselfRefuses(t *testing.T) {
	for address, allowed := range map[string]bool{
		"127.0.0.1:80": true, "[::1]:80": true, "[::ffff:127.0.0.1]:80": true,
		"192.0.2.1:80": false, "0.0.0.0:80": false, "[::]:80": false, "[2001:db8::1]:80": false, "[::ffff:192.0.2.1]:80": false, "": false,
	} {
		if err := controlLoopback("tcp", address, nil); (err == nil) != allowed {
			t.Errorf("%q: got %v", address, err)
		}
	}
	_, err := dialFirst(t.Context(), "tcp", "9", []string{"192.0.2.1"})
	if !errors.Is(err, ErrNotLoopback) {
		t.Errorf("dialled: %v", err)
	}
}

func TestNoRedirectIsFollowed(t *testing.T) {
	var followed atomic.Int32
	trap := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { followed.Add(1) }))
	t.Cleanup(trap.Close)
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, to := range []string{trap.URL, "http://ollama.example/", "https://192.0.2.1/"} {
			elsewhere := func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, status) }
			for stage, h := range map[string]handlers{"tags": {tags: elsewhere}, "show": {show: elsewhere}, "chat": {chat: elsewhere}} {
				_, err := writes(t, writer(t, serve(t, h)), assignment)
				if !errors.Is(err, ErrRedirect) {
					t.Errorf("%d from %s to %s: got %v", status, stage, to, err)
				}
			}
		}
	}
	if n := followed.Load(); n != 0 {
		t.Errorf("%d redirects were followed", n)
	}
}

// temptation is a proxy that the environment of all these tests names. Go
// reads that environment once per process, hence TestMain.
var temptation struct {
	url  string
	used atomic.Int32
}

func TestMain(m *testing.M) {
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { temptation.used.Add(1) }))
	temptation.url = proxy.URL
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"} {
		os.Setenv(name, proxy.URL)
	}
	os.Exit(m.Run())
}

// Go spares loopback addresses from the environment's proxy, so the proof is
// a request elsewhere: with a proxy it would reach the proxy, on loopback.
func TestNoProxyIsUsed(t *testing.T) {
	through, err := http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: "http", Host: "192.0.2.1"}})
	if err != nil || through == nil || through.String() != temptation.url {
		t.Fatalf("the environment names no proxy to be tempted by: %v, %v", through, err)
	}
	if response, err := localClient().Get("http://192.0.2.1/"); !errors.Is(err, ErrNotLoopback) {
		t.Errorf("got %v, %v", response, err)
	}
	if n := temptation.used.Load(); n != 0 {
		t.Errorf("the proxy was used %d times", n)
	}
}

// A connection that is kept would outlive its server.
func TestNoConnectionIsKept(t *testing.T) {
	w := writer(t, serve(t, handlers{}))
	if _, err := writes(t, w, assignment); err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if leftovers() == "" {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("still open:\n%s", leftovers())
}
