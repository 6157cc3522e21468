// Package gguf reads the head of a model file and nothing more: enough to say
// what it is, and that it is whole, before any other program is given it. The
// file is taken for hostile: no number in it is believed before it was held
// against the file's size, no list is kept, and the work is bounded.
//
// The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
package gguf

import (
	"errors"
	"fmt"
	"io"
)

// The reasons to refuse a file. They come wrapped with the place in the file,
// never with its words.
var (
	ErrMagic     = errors.New("not a GGUF file")
	ErrVersion   = errors.New("a version or byte order of GGUF that is not read here")
	ErrCut       = errors.New("the file ends before what it announces")
	ErrMalformed = errors.New("the file contradicts itself or the format")
)

// Header is what the head of a model file says about it.
type Header struct {
	Version      uint32
	Kind         string // general.type: "model", "adapter", "mmproj"…; "model" where the file does not say
	Architecture string // "llama", "gemma3"…
	Name         string // general.name; "" where the file does not say
	Parameters   int64  // elements of all tensors
	Quantisation string // "Q4_K_M"…, from general.file_type, else the type that holds most elements
	Context      int    // tokens it was trained for; 0 where the file does not say
	Blocks       int    // layers of the language model; 0 for a projector
	Template     string // its chat template (Jinja); "" for none
	Licence      string // as the file names it; "" where it does not
	Parts        int    // files that the model was split into; 1 for a whole one
	Embeds       bool   // it gives vectors, not words
	DataStart    int64  // where the tensors' bytes begin
	DataEnd      int64  // the end of the last tensor; at most the file's size
}

const (
	magic            = "GGUF"
	defaultAlignment = 32
)

// Read reads the head of a file of so many bytes. It takes a few megabytes of
// memory at most, whatever the file claims.
func Read(file io.ReaderAt, size int64) (Header, error) {
	w := newWalker(file, size)
	tensors, keys, err := w.counts()
	if err != nil {
		return Header{}, err
	}
	meta, err := w.metadata(keys)
	if err != nil {
		return Header{}, fmt.Errorf("metadata: %w", err)
	}
	shapes, err := w.tensors(tensors)
	if err != nil {
		return Header{}, fmt.Errorf("tensors: %w", err)
	}
	h := meta.header()
	h.Version = w.version
	return h, h.place(shapes, meta.alignment(), w.at, size)
}

// counts reads the fixed beginning: magic, version, how many tensors and keys.
func (w *walker) counts() (tensors, keys uint64, err error) {
	var start [4]byte
	if err := w.bytes(start[:]); err != nil || string(start[:]) != magic {
		return 0, 0, ErrMagic
	}
	if w.version, err = w.uint32(); err != nil {
		return 0, 0, err
	}
	// Version 1 is from before August 2023; a file of the other byte order
	// shows its version upside down.
	if w.version != 2 && w.version != 3 {
		return 0, 0, ErrVersion
	}
	if tensors, err = w.count(maxTensors, leastTensor); err != nil {
		return 0, 0, err
	}
	keys, err = w.count(maxKeys, leastKey)
	return tensors, keys, err
}

// place holds the tensors against the file and fills in what follows from
// them: the end of the data, the parameters, the quantisation.
func (h *Header) place(all []tensor, alignment uint64, at, size int64) error {
	if alignment == 0 || alignment%8 != 0 || alignment > maxAlignment {
		return fmt.Errorf("alignment: %w", ErrMalformed)
	}
	if len(all) == 0 {
		return fmt.Errorf("no tensor: %w", ErrMalformed)
	}
	h.DataStart = padded(at, int64(alignment))
	if h.DataStart > size {
		return ErrCut
	}
	return h.sum(all, alignment, uint64(size-h.DataStart))
}

func (h *Header) sum(all []tensor, alignment, room uint64) error {
	var taken, end, elements uint64
	byType := map[uint32]uint64{}
	for _, t := range all {
		if t.offset%alignment != 0 {
			return fmt.Errorf("offset: %w", ErrMalformed)
		}
		// Each difference is taken only after the smaller side was checked, so
		// nothing wraps around.
		if t.offset > room || t.bytes > room-t.offset {
			return ErrCut
		}
		if t.bytes > room-taken {
			return fmt.Errorf("tensors overlap: %w", ErrMalformed)
		}
		taken += t.bytes
		end = max(end, t.offset+t.bytes)
		elements += t.elements
		byType[t.kind] += t.elements
	}
	h.DataEnd = h.DataStart + int64(end)
	h.Parameters = int64(elements)
	if h.Quantisation == "" {
		h.Quantisation = mostly(byType)
	}
	return nil
}

func padded(at, alignment int64) int64 {
	return (at + alignment - 1) / alignment * alignment
}
