package ollama

import "sync"

// Known remembers what the server said of models, so that a draft need not
// ask again: reading a model's head costs the server up to a tenth of a second
// each time. What it says depends on the manifest alone, so a model is known by
// its digest. It may serve several writers at once.
type Known struct {
	mu     sync.Mutex
	models map[string]Model // by server and digest
}

// NewKnown remembers nothing yet.
func NewKnown() *Known { return &Known{models: map[string]Model{}} }

// recall gives what was learnt of a model; a nil Known never knows any.
func (k *Known) recall(address, digest string) (Model, bool) {
	if k == nil || digest == "" {
		return Model{}, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	m, ok := k.models[address+" "+digest]
	return m, ok
}

func (k *Known) learn(address string, m Model) {
	if k == nil || m.Hash == "" {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.models[address+" "+m.Hash] = m
}
