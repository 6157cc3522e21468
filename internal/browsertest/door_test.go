//go:build window

package browsertest

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"reflect"
	"sync"
	"testing"

	"ecritoire/app"
	"ecritoire/frontend"
)

// door lets a browser into a desk: it serves the page that ships and carries
// its calls to app.Desk as the toolkit's bridge does.
type door struct {
	*profile
	url string

	mu        sync.Mutex
	listeners map[chan []byte]bool
}

//go:embed testdata/door.js
var bridge []byte

// opens a door on a profile that has never been used.
func opens(tb testing.TB) *door {
	tb.Helper()
	d := &door{profile: newProfile(tb), listeners: map[chan []byte]bool{}}
	ctx, stop := context.WithCancel(context.Background())
	app.Begin(ctx, d.window, d.emit)
	server := httptest.NewServer(d.routes(tb))
	d.url = server.URL
	tb.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		app.Close(d.window)
		stop()
	})
	return d
}

func (d *door) routes(tb testing.TB) http.Handler {
	tb.Helper()
	page, err := fs.Sub(frontend.Assets, "dist")
	if err != nil {
		tb.Fatal(err)
	}
	index, err := fs.ReadFile(page, "index.html")
	if err != nil {
		tb.Fatalf("the page is not built (make build): %v", err)
	}
	first := []byte(`<script type="module"`)
	index = bytes.Replace(index, first, append([]byte(`<script src="/door.js"></script>`), first...), 1)
	routes := http.NewServeMux()
	routes.Handle("GET /", http.FileServerFS(page))
	routes.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { serve(w, "text/html; charset=utf-8", index) })
	routes.HandleFunc("GET /door.js", func(w http.ResponseWriter, _ *http.Request) { serve(w, "text/javascript", bridge) })
	routes.HandleFunc("GET /events", d.tell)
	routes.HandleFunc("POST /call/{method}", d.answer)
	return routes
}

// serve writes one answer; a browser that has gone cannot be told so.
func serve(w http.ResponseWriter, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(body)
}

// answer calls one method of the desk with the arguments that the page gave.
func (d *door) answer(w http.ResponseWriter, r *http.Request) {
	method := reflect.ValueOf(d.window).MethodByName(r.PathValue("method"))
	given := []json.RawMessage{}
	if !method.IsValid() || json.NewDecoder(r.Body).Decode(&given) != nil || len(given) != method.Type().NumIn() {
		http.Error(w, "no such call", http.StatusNotFound)
		return
	}
	args := []reflect.Value{}
	for i, raw := range given {
		arg := reflect.New(method.Type().In(i))
		if err := json.Unmarshal(raw, arg.Interface()); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		args = append(args, arg.Elem())
	}
	body, err := json.Marshal(d.outcome(method.Call(args)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	serve(w, "application/json", body)
}

// outcome is what a method returned: its value, and its error as the window
// shows it.
func (d *door) outcome(returned []reflect.Value) map[string]any {
	told := map[string]any{}
	for _, r := range returned {
		if err, ok := r.Interface().(error); ok {
			told["error"] = app.Formatter(d.window)(err)
		} else if r.Type() != reflect.TypeFor[error]() {
			told["value"] = r.Interface()
		}
	}
	return told
}

// emit tells every page; one that does not read is not waited for, since the
// page takes events for hints.
func (d *door) emit(name string, data any) {
	told, err := json.Marshal(map[string]any{"name": name, "data": data})
	if err != nil {
		panic(err) // what the window is told is always JSON
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for listener := range d.listeners {
		select {
		case listener <- told:
		default:
		}
	}
}

func (d *door) tell(w http.ResponseWriter, r *http.Request) {
	events := make(chan []byte, 1000)
	d.mu.Lock()
	d.listeners[events] = true
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.listeners, events)
		d.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	for {
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
			return
		case told := <-events:
			fmt.Fprintf(w, "data: %s\n\n", told)
		}
	}
}
