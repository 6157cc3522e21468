package tiny

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"github.com/ollama/ollama/fs/ggml"
)

// tensors gives the matrices of a llama under the names of
// https://github.com/ggml-org/ggml/blob/master/docs/gguf.md.
func (v vocab) tensors(forward int, endless bool) []*ggml.Tensor {
	random := rand.New(rand.NewPCG(1, 2))
	embedding := normal(random, len(v.tokens)*width, 1)
	all := []*ggml.Tensor{
		matrix("token_embd", embedding, width, len(v.tokens)),
		matrix("output", v.chain(embedding, endless), width, len(v.tokens)),
		matrix("output_norm", ones(), width),
	}
	for i := range layers {
		all = append(all, layer(random, fmt.Sprintf("blk.%d.", i), forward)...)
	}
	return all
}

// layer has weights so small that they cost time and change no word.
func layer(random *rand.Rand, prefix string, forward int) []*ggml.Tensor {
	square := func(name string) *ggml.Tensor {
		return matrix(prefix+name, normal(random, width*width, 0.01), width, width)
	}
	return []*ggml.Tensor{
		matrix(prefix+"attn_norm", ones(), width),
		square("attn_q"), square("attn_k"), square("attn_v"), square("attn_output"),
		matrix(prefix+"ffn_norm", ones(), width),
		nothing(prefix+"ffn_gate", width, forward),
		nothing(prefix+"ffn_up", width, forward),
		nothing(prefix+"ffn_down", forward, width),
	}
}

// chain is the output matrix: the row of each token is the embedding of the
// token before it, so that it scores highest after that one. In 64 dimensions
// a few hundred random vectors are far enough apart.
func (v vocab) chain(embedding []float32, endless bool) []float32 {
	rows := make([]float32, len(embedding))
	follow := func(token, before int) {
		for i := range width {
			rows[token*width+i] += embedding[before*width+i]
		}
	}
	for i := v.first + 1; i < len(v.tokens); i++ {
		follow(i, i-1)
	}
	follow(v.first, newline) // every chat template that we use ends on one
	if last := len(v.tokens) - 1; endless {
		follow(v.first, last)
	} else {
		follow(end, last)
	}
	return rows
}

// tensor describes a matrix whose rows have shape[0] numbers.
func tensor(name string, content io.WriterTo, shape []int) *ggml.Tensor {
	t := &ggml.Tensor{Name: name + ".weight", Kind: uint32(ggml.TensorTypeF32), WriterTo: content}
	for _, n := range shape {
		t.Shape = append(t.Shape, uint64(n))
	}
	return t
}

func matrix(name string, values []float32, shape ...int) *ggml.Tensor {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return tensor(name, bytes.NewReader(b), shape)
}

// nothing is a matrix of zeros.
func nothing(name string, shape ...int) *ggml.Tensor {
	return tensor(name, zeros(4*shape[0]*shape[1]), shape)
}

// zeros writes only its last byte: the file system fills in the rest.
type zeros int64

// WriteTo writes at an offset of a file.
func (z zeros) WriteTo(w io.Writer) (int64, error) {
	at, ok := w.(io.WriterAt)
	if !ok {
		return 0, fmt.Errorf("%T cannot write at an offset", w)
	}
	_, err := at.WriteAt([]byte{0}, int64(z)-1)
	return int64(z), err
}

func ones() []float32 {
	all := make([]float32, width)
	for i := range all {
		all[i] = 1
	}
	return all
}

func normal(random *rand.Rand, n int, deviation float64) []float32 {
	all := make([]float32, n)
	for i := range all {
		all[i] = float32(random.NormFloat64() * deviation)
	}
	return all
}
