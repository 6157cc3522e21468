package gguf

import (
	"fmt"
	"math/bits"
)

// tensor is what the head says of one tensor, in bytes and elements.
type tensor struct {
	kind                    uint32
	offset, bytes, elements uint64
}

const maxDimensions = 4 // GGML_MAX_DIMS

func (w *walker) tensors(count uint64) ([]tensor, error) {
	all := []tensor{}
	for range count {
		t, err := w.tensor()
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

func (w *walker) tensor() (t tensor, err error) {
	if _, err = w.text(maxName); err != nil {
		return t, err
	}
	row, err := w.shape(&t)
	if err != nil {
		return t, err
	}
	if t.kind, err = w.uint32(); err != nil {
		return t, err
	}
	if t.offset, err = w.uint64(); err != nil {
		return t, err
	}
	return t, t.measure(row)
}

// shape reads the dimensions; the first is the length of a row, which is
// stored in whole blocks.
func (w *walker) shape(t *tensor) (row uint64, err error) {
	dimensions, err := w.uint32()
	if err != nil {
		return 0, err
	}
	if dimensions == 0 || dimensions > maxDimensions {
		return 0, fmt.Errorf("%d dimensions: %w", dimensions, ErrMalformed)
	}
	t.elements = 1
	for i := range dimensions {
		n, err := w.uint64()
		if err != nil {
			return 0, err
		}
		over, product := bits.Mul64(t.elements, n)
		if over != 0 || n == 0 || product > maxElements {
			return 0, fmt.Errorf("a tensor's size: %w", ErrMalformed)
		}
		t.elements = product
		if i == 0 {
			row = n
		}
	}
	return row, nil
}

// maxElements keeps every sum and product below far from overflow: 2⁴⁰
// elements are a model of a thousand billion parameters.
const maxElements = 1 << 40

func (t *tensor) measure(row uint64) error {
	b, known := blocks[t.kind]
	if !known {
		return fmt.Errorf("tensor type %d: %w", t.kind, ErrMalformed)
	}
	if row%b.elements != 0 {
		return fmt.Errorf("a row that is not whole blocks: %w", ErrMalformed)
	}
	t.bytes = t.elements / b.elements * b.bytes
	return nil
}

// block is how a type of tensor stores its elements.
type block struct {
	name            string
	elements, bytes uint64
}

// blocks are the types of tensors, as ggml.h numbers them and ggml-common.h
// lays them out (https://github.com/ggml-org/llama.cpp, ggml/src). Types that
// were withdrawn are left out.
var blocks = map[uint32]block{
	0: {"F32", 1, 4}, 1: {"F16", 1, 2}, 2: {"Q4_0", 32, 18}, 3: {"Q4_1", 32, 20},
	6: {"Q5_0", 32, 22}, 7: {"Q5_1", 32, 24}, 8: {"Q8_0", 32, 34}, 9: {"Q8_1", 32, 36},
	10: {"Q2_K", 256, 84}, 11: {"Q3_K", 256, 110}, 12: {"Q4_K", 256, 144}, 13: {"Q5_K", 256, 176},
	14: {"Q6_K", 256, 210}, 15: {"Q8_K", 256, 292},
	16: {"IQ2_XXS", 256, 66}, 17: {"IQ2_XS", 256, 74}, 18: {"IQ3_XXS", 256, 98}, 19: {"IQ1_S", 256, 50},
	20: {"IQ4_NL", 32, 18}, 21: {"IQ3_S", 256, 110}, 22: {"IQ2_S", 256, 82}, 23: {"IQ4_XS", 256, 136},
	24: {"I8", 1, 1}, 25: {"I16", 1, 2}, 26: {"I32", 1, 4}, 27: {"I64", 1, 8}, 28: {"F64", 1, 8},
	29: {"IQ1_M", 256, 56}, 30: {"BF16", 1, 2}, 34: {"TQ1_0", 256, 54}, 35: {"TQ2_0", 256, 66},
	39: {"MXFP4", 32, 17},
}

// fileTypes are the mixtures of types, as llama.h numbers them (llama_ftype).
var fileTypes = map[uint64]string{0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1",
	10: "Q2_K", 11: "Q3_K_S", 12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M",
	18: "Q6_K", 19: "IQ2_XXS", 20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL",
	26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16",
	36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4"}

// mostly names the type that holds the most elements.
func mostly(byType map[uint32]uint64) string {
	best, name := uint64(0), ""
	for kind, n := range byType {
		if n > best || n == best && blocks[kind].name < name {
			best, name = n, blocks[kind].name
		}
	}
	return name
}
