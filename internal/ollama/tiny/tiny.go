// Package tiny writes model files for tests alone: a llama of two layers that
// any Ollama loads within a second and that always writes the same French
// reply, so that tests on the real server know what they should read. The
// weights are random numbers from a fixed seed, but for the last matrix, which
// sends every word of Reply to the next one.
package tiny

import (
	"fmt"
	"maps"
	"os"
	"strings"

	"github.com/ollama/ollama/fs/ggml"
)

// Reply is what the model writes after a space, whatever it is asked and at any
// temperature up to 1: 58 tokens.
const Reply = "Merci d’avoir pris le temps de raconter votre passage à la mairie. " +
	"Nous comprenons que l’attente au guichet vous ait paru longue, surtout un samedi matin. " +
	"Depuis, deux agents supplémentaires reçoivent désormais sans rendez-vous. " +
	"Pour toute démarche urgente, notre standard reste joignable chaque jour ouvré. " +
	"Votre remarque sera transmise aux équipes concernées, qui cherchent comment mieux faire."

const (
	layers  = 2
	width   = 64
	heads   = 4
	forward = 128   // of the feed-forward part
	slow    = 60000 // the same of the slow model: some milliseconds per token
	context = 32768 // tokens it claims to have been trained for
)

// Write writes the model to a new file at path, about 1 MB.
func Write(path string) error { return write(path, forward, false, nil) }

// WriteEmbedding writes to a new file at path a model of the same size that
// gives vectors.
func WriteEmbedding(path string) error {
	return write(path, forward, false, ggml.KV{"llama.pooling_type": uint32(1)}) // the mean
}

// WriteSlow writes to a new file at path, about 90 MB and sparse, a model that
// takes some milliseconds per token and begins Reply again at its end, so that
// a test can break in while it writes.
func WriteSlow(path string) error { return write(path, slow, true, nil) }

func write(path string, forward int, endless bool, more ggml.KV) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	v := vocabulary()
	keys := v.metadata(forward)
	maps.Copy(keys, more)
	if err := ggml.WriteGGUF(f, keys, v.tensors(forward, endless)); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// pieces cuts Reply into words with the space before them. A word that was
// there before is joined to the next, since no token may stand twice.
func pieces() []string {
	all, seen, held := []string{}, map[string]bool{}, ""
	for _, word := range strings.Fields(Reply) {
		held += "▁" + word
		if !seen[held] {
			seen[held] = true
			all = append(all, held)
			held = ""
		}
	}
	return all
}
