//go:build model

package modeltest

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"

	"github.com/ollama/ollama/fs/ggml"
)

// writeRandomWeights writes to path a model of the shapes, the vocabulary and
// the metadata of the GGUF like, its matrices drawn at random in 16-bit floats
// from a fixed seed. Speed depends on shapes alone, and a seed gives everybody
// the same file.
func writeRandomWeights(like, path string) error {
	from, err := os.Open(like)
	if err != nil {
		return err
	}
	defer from.Close()
	model, err := ggml.Decode(from, -1)
	if err != nil {
		return fmt.Errorf("reading %s: %w", like, err)
	}
	to, err := os.Create(path)
	if err != nil {
		return err
	}
	defer to.Close()
	// Read lazily, and written key by key: only the type of the file changes.
	keys := maps.Clone(model.KV())
	keys["general.file_type"] = uint32(ggml.FileTypeF16)
	if err := ggml.WriteGGUF(to, keys, randomTensors(model.Tensors().Items())); err != nil {
		return err
	}
	return to.Close()
}

func randomTensors(shapes []*ggml.Tensor) []*ggml.Tensor {
	normal := normalTable()
	var drawn []*ggml.Tensor
	for i, shape := range shapes {
		tensor := &ggml.Tensor{Name: shape.Name, Shape: shape.Shape, Kind: uint32(ggml.TensorTypeF16)}
		if len(shape.Shape) == 1 {
			tensor.Kind = uint32(ggml.TensorTypeF32)
			tensor.WriterTo = ones(shape.Elements())
		} else {
			tensor.WriterTo = noise{count: shape.Elements(), seed: uint64(i), normal: normal}
		}
		drawn = append(drawn, tensor)
	}
	return drawn
}

// normalTable holds 65,536 draws of N(0, 0.02²), the spread that language
// models are initialised with, so that a weight costs one look-up.
func normalTable() []uint16 {
	source := rand.New(rand.NewPCG(1, 2))
	table := make([]uint16, 1<<16)
	for i := range table {
		table[i] = half(float32(source.NormFloat64() * 0.02))
	}
	return table
}

// half cuts v, |v| < 65,504, down to IEEE 754 binary16; what is too small for a
// normal number there becomes zero.
func half(v float32) uint16 {
	bits := math.Float32bits(v)
	sign := uint16(bits >> 16 & 0x8000)
	exponent := int(bits>>23&0xff) - 127 + 15
	if exponent <= 0 {
		return sign
	}
	return sign | uint16(exponent)<<10 | uint16(bits>>13&0x3ff)
}

// ones is the weight of a normalisation: that many 1.0 in 32-bit floats.
type ones uint64

func (n ones) WriteTo(w io.Writer) (int64, error) {
	values := make([]float32, n)
	for i := range values {
		values[i] = 1
	}
	return int64(4 * n), binary.Write(w, binary.LittleEndian, values)
}

// noise is a matrix of count weights in 16-bit floats.
type noise struct {
	count, seed uint64
	normal      []uint16
}

func (n noise) WriteTo(w io.Writer) (int64, error) {
	out := bufio.NewWriterSize(w, 1<<20)
	source := rand.NewPCG(n.seed, n.count)
	var four [8]byte
	for written := uint64(0); written < n.count; written += 4 {
		draw := source.Uint64()
		for k := range 4 {
			binary.LittleEndian.PutUint16(four[2*k:], n.normal[uint16(draw>>(16*k))])
		}
		if _, err := out.Write(four[:2*min(4, n.count-written)]); err != nil {
			return 0, err
		}
	}
	return int64(2 * n.count), out.Flush()
}
