//go:build model && linux

package modeltest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// speed is what one contender did with one prompt.
type speed struct {
	tokens            int     // in the prompt
	reading, speaking float64 // tokens a second
}

// contender reads a prompt and says that many tokens of its own.
type contender struct {
	name    string
	measure func(prompt string, predict int) (speed, error)
}

// spawn starts a process in a group of its own, which ends with the test,
// grandchildren included.
func spawn(t testing.TB, process *exec.Cmd) {
	t.Helper()
	process.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Kill(-process.Process.Pid, syscall.SIGKILL); err != nil {
			t.Error(err)
		}
		_ = process.Wait() // it was killed, which is no news
	})
}

// server is an Ollama of the test's own.
type server struct{ url string }

// serve starts root/bin/ollama on the models of store, with these settings
// beside those that keep it to itself.
func serve(t testing.TB, root, store string, settings ...string) server {
	t.Helper()
	binary, err := filepath.Abs(filepath.Join(tools(root), "bin", "ollama"))
	if err != nil {
		t.Fatal(err)
	}
	address := freeAddress(t)
	process := exec.Command(binary, "serve")
	process.Dir = t.TempDir()
	process.Env = append([]string{"HOME=" + process.Dir, "OLLAMA_HOST=" + address, "OLLAMA_MODELS=" + store,
		"OLLAMA_NO_CLOUD=1", "OLLAMA_NOPRUNE=1", "OLLAMA_KEEP_ALIVE=-1", "OLLAMA_NUM_PARALLEL=1"}, settings...)
	spawn(t, process)
	s := server{"http://" + address}
	for range 100 {
		if answer, err := http.Get(s.url + "/api/version"); err == nil {
			answer.Body.Close()
			return s
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s does not answer", binary)
	return s
}

func freeAddress(t testing.TB) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// post sends body and reads the answer, which is JSON, into into.
func (s server) post(path string, body io.Reader, into any) error {
	response, err := http.Post(s.url+path, "application/json", body)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		said, _ := io.ReadAll(io.LimitReader(response.Body, 1<<10))
		return fmt.Errorf("%s: %s %s", path, response.Status, said)
	}
	if into == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(into)
}

func (s server) ask(path string, body map[string]any, into any) error {
	sent, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return s.post(path, bytes.NewReader(sent), into)
}

// create registers the GGUF file as name, quantised where quantize says to what.
func (s server) create(t testing.TB, name, file, quantize string) {
	t.Helper()
	digest := digestOf(t, file)
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := s.post("/api/blobs/"+digest, f, nil); err != nil {
		t.Fatal(err)
	}
	request := map[string]any{"model": name, "files": map[string]string{"model.gguf": digest}, "stream": false}
	if quantize != "" {
		request["quantize"] = quantize
	}
	var done struct{ Status string }
	if err := s.ask("/api/create", request, &done); err != nil || done.Status != "success" {
		t.Fatalf("creating %s: %q, %v", name, done.Status, err)
	}
}

// contend measures by the server's own clock: reading ends when the first token
// is chosen.
func (s server) contend(name, model string, options map[string]any) contender {
	return contender{name, func(prompt string, predict int) (speed, error) {
		chosen := maps.Clone(options)
		maps.Copy(chosen, map[string]any{"num_ctx": context, "num_predict": predict, "num_thread": speedThreads, "temperature": 0})
		var got struct {
			PromptEvalCount    int           `json:"prompt_eval_count"`
			PromptEvalDuration time.Duration `json:"prompt_eval_duration"`
			EvalCount          int           `json:"eval_count"`
			EvalDuration       time.Duration `json:"eval_duration"`
		}
		err := s.ask("/api/generate", map[string]any{"model": model, "prompt": prompt, "raw": true, "stream": false, "options": chosen}, &got)
		if err != nil {
			return speed{}, err
		}
		return speed{got.PromptEvalCount, float64(got.PromptEvalCount) / got.PromptEvalDuration.Seconds(),
			float64(got.EvalCount) / got.EvalDuration.Seconds()}, nil
	}}
}

// startAnchor starts llama.cpp as node-llama-cpp ships it; what is missing is
// said by its error.
func startAnchor(t testing.TB, file string) (contender, error) {
	folder, err := filepath.Abs(tools("build/anchor"))
	if err != nil {
		return contender{}, err
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "node-llama-cpp")); err != nil {
		return contender{}, err
	}
	process := exec.Command("node", "anchor.js", file, fmt.Sprint(speedThreads))
	process.Dir, process.Stderr = folder, os.Stderr
	asked, err := process.StdinPipe()
	if err != nil {
		return contender{}, err
	}
	answered, err := process.StdoutPipe()
	if err != nil {
		return contender{}, err
	}
	spawn(t, process)
	lines := bufio.NewReader(answered)
	return contender{"node", func(prompt string, predict int) (speed, error) {
		if err := json.NewEncoder(asked).Encode(map[string]any{"prompt": prompt, "predict": predict}); err != nil {
			return speed{}, err
		}
		return anchorAnswer(lines)
	}}, nil
}

func anchorAnswer(lines *bufio.Reader) (speed, error) {
	line, err := lines.ReadString('\n')
	if err != nil {
		return speed{}, err
	}
	var got struct {
		PromptTokens    int     `json:"prompt_tokens"`
		PromptS         float64 `json:"prompt_s"`
		GeneratedTokens int     `json:"generated_tokens"`
		GeneratedS      float64 `json:"generated_s"`
	}
	if err := json.NewDecoder(strings.NewReader(line)).Decode(&got); err != nil {
		return speed{}, err
	}
	return speed{got.PromptTokens, float64(got.PromptTokens) / got.PromptS, float64(got.GeneratedTokens) / got.GeneratedS}, nil
}
