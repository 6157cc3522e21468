package gguf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"runtime"
	"strings"
	"testing"
)

func read(file []byte) (Header, error) {
	return Read(bytes.NewReader(file), int64(len(file)))
}

func TestReadAWholeModel(t *testing.T) {
	for _, version := range []uint32{2, 3} {
		d := sound()
		d.version = version
		file := d.bytes()
		got, err := read(file)
		want := Header{Version: version, Kind: "model", Architecture: "llama", Name: "Petit", Parameters: 48, Quantisation: "Q4_K_M",
			Context: 4096, Blocks: 2, Template: "{{ messages }}", Licence: "apache-2.0", Parts: 1,
			DataStart: int64(len(file) - 96), DataEnd: int64(len(file))}
		if err != nil || got != want {
			t.Errorf("version %d: got %+v, %v\nwant %+v", version, got, err, want)
		}
	}
}

func TestWhatTheHeadSays(t *testing.T) {
	d := &draft{version: 3, data: 4096}
	d.text("general.type", "adapter")
	d.text("general.license", "other")
	d.text("general.license.name", "gemma")
	d.uint32("qwen3.pooling_type", 3) // before the architecture is known
	d.text("general.architecture", "qwen3")
	d.key("split.count", typeUint16)
	d.put(uint16(3))
	d.tensor("a", 0, 0, 16)          // F32
	d.tensor("b", 12, 64, 256, 2, 2) // Q4_K
	h, err := read(d.bytes())
	if err != nil {
		t.Fatal(err)
	}
	if h.Kind != "adapter" || h.Licence != "gemma" || !h.Embeds || h.Parts != 3 || h.Quantisation != "Q4_K" || h.Context != 0 || h.Parameters != 16+1024 {
		t.Errorf("got %+v", h)
	}
}

// TestEveryCut: a file that ends anywhere before its last byte is refused,
// wherever the cut falls.
func TestEveryCut(t *testing.T) {
	file := sound().bytes()
	for n := range file {
		_, err := read(file[:n])
		if n < 4 && !errors.Is(err, ErrMagic) || n >= 4 && !errors.Is(err, ErrCut) {
			t.Fatalf("cut at %d of %d: %v", n, len(file), err)
		}
	}
}

// lies are files that contradict themselves; none may take memory for what
// they claim.
func lies() map[string]struct {
	file []byte
	want error
} {
	of := func(change func(*draft)) []byte {
		d := sound()
		change(d)
		return d.bytes()
	}
	huge := func(kind, of uint32, count uint64) []byte {
		d := &draft{version: 3, data: 64}
		d.key("k", kind)
		if kind == typeArray {
			d.put(of)
		}
		d.put(count)
		return d.bytes()
	}
	return map[string]struct {
		file []byte
		want error
	}{
		"empty":             {nil, ErrMagic},
		"another format":    {[]byte("PK\x03\x04 and more, much more than that"), ErrMagic},
		"version 1":         {of(func(d *draft) { d.version = 1 }), ErrVersion},
		"version 4":         {of(func(d *draft) { d.version = 4 }), ErrVersion},
		"big endian":        {of(func(d *draft) { d.version = 3 << 24 }), ErrVersion},
		"more keys":         {of(func(d *draft) { d.keys = maxKeys }), ErrCut},
		"far more keys":     {of(func(d *draft) { d.keys = math.MaxUint64 }), ErrMalformed},
		"more tensors":      {of(func(d *draft) { d.tensors = maxTensors }), ErrCut},
		"far more tensors":  {of(func(d *draft) { d.tensors = math.MaxUint64 }), ErrMalformed},
		"no tensor":         {(&draft{version: 3, data: 64}).bytes(), ErrMalformed},
		"a huge string":     {huge(typeString, 0, 1<<62), ErrCut},
		"a negative string": {huge(typeString, 0, math.MaxUint64), ErrCut},
		"a huge list":       {huge(typeArray, typeUint8, 1<<40), ErrMalformed},
		"a wrapping list":   {huge(typeArray, typeUint64, 1<<61+1), ErrMalformed},
		"a list of lists":   {huge(typeArray, typeArray, 1), ErrMalformed},
		"a list of nothing": {huge(typeArray, 99, 1), ErrMalformed},
		"an unknown value":  {huge(13, 0, 1), ErrMalformed},
		"too many layers":   {of(func(d *draft) { *d = draft{version: 3, data: 64}; d.uint32("llama.block_count", maxBlocks+1) }), ErrMalformed},
		"layers in words":   {of(func(d *draft) { *d = draft{version: 3, data: 64}; d.text("llama.block_count", "4000000000") }), ErrMalformed},
		"too many parts": {of(func(d *draft) {
			*d = draft{version: 3, data: 64}
			d.key("split.tensors.count", typeInt32)
			d.put(int32(-1))
		}), ErrMalformed},
		"a key twice": {of(func(d *draft) {
			*d = draft{version: 3, data: 64}
			d.uint32("k", 1)
			d.uint32("k", 2)
			d.tensor("t", 0, 0, 1)
		}), ErrMalformed},
		"a long key": {of(func(d *draft) { *d = draft{version: 3, data: 4096}; d.uint32(strings.Repeat("k", maxKey+1), 1) }), ErrMalformed},
		"a long template": {of(func(d *draft) {
			*d = draft{version: 3}
			d.text("tokenizer.chat_template", strings.Repeat("{", maxHeld+1))
		}), ErrMalformed},
		"not UTF-8": {of(func(d *draft) {
			*d = draft{version: 3, data: 64}
			d.text("general.name", "\xff\xfe")
			d.tensor("t", 0, 0, 1)
		}), ErrMalformed},
		"alignment of 0": {of(func(d *draft) {
			*d = draft{version: 3, data: 64}
			d.uint32("general.alignment", 0)
			d.tensor("t", 0, 0, 1)
		}), ErrMalformed},
		"alignment of 2³¹": {of(func(d *draft) {
			*d = draft{version: 3, data: 64}
			d.uint32("general.alignment", 1<<31)
			d.tensor("t", 0, 0, 1)
		}), ErrMalformed},
		"five dimensions":     {of(func(d *draft) { d.tensor("t", 0, 96, 1, 1, 1, 1, 1) }), ErrMalformed},
		"no dimension":        {of(func(d *draft) { d.tensor("t", 0, 96) }), ErrMalformed},
		"a dimension of 0":    {of(func(d *draft) { d.tensor("t", 0, 96, 0) }), ErrMalformed},
		"wrapping dimensions": {of(func(d *draft) { d.tensor("t", 0, 96, 1<<33, 1<<33) }), ErrMalformed},
		"an unknown tensor":   {of(func(d *draft) { d.tensor("t", 4, 96, 32) }), ErrMalformed},
		"half a block":        {of(func(d *draft) { d.tensor("t", 12, 96, 128) }), ErrMalformed},
		"an odd offset":       {of(func(d *draft) { d.tensor("t", 0, 7, 1) }), ErrMalformed},
		"a far offset":        {of(func(d *draft) { d.tensor("t", 0, 1<<63, 1) }), ErrCut},
		"a wrapping offset":   {of(func(d *draft) { d.tensor("t", 0, math.MaxUint64-31, 64) }), ErrCut},
		"shared data":         {of(func(d *draft) { d.tensor("t", 0, 0, 24) }), ErrMalformed},
	}
}

func TestLiesAreRefused(t *testing.T) {
	for name, lie := range lies() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := read(lie.file)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, lie.want) {
			t.Errorf("%s: %v", name, err)
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 1<<20 {
			t.Errorf("%s: took %d bytes of memory", name, taken)
		}
	}
}

// TestAHeadWithoutEnd: a large file may not keep us reading: metadata end
// somewhere, whatever the file’s size.
func TestAHeadWithoutEnd(t *testing.T) {
	d := &draft{version: 3}
	d.key("k", typeString)
	d.put(uint64(maxMetadata))
	_, err := Read(zeros(d.bytes()), 1<<40)
	if !errors.Is(err, ErrMalformed) {
		t.Errorf("got %v", err)
	}
}

// zeros is a file that goes on with zeros after its beginning.
type zeros []byte

func (z zeros) ReadAt(p []byte, at int64) (int, error) {
	clear(p)
	if at < int64(len(z)) {
		copy(p, z[at:])
	}
	return len(p), nil
}

// FuzzHeader: nothing that a file says makes us crash, take much memory, or
// place a tensor outside of it.
func FuzzHeader(f *testing.F) {
	good := sound().bytes()
	f.Add(good)
	for n := 0; n < len(good); n += 7 {
		f.Add(good[:n])
	}
	for _, lie := range lies() {
		f.Add(lie.file)
	}
	long := bytes.Clone(good)
	binary.LittleEndian.PutUint64(long[24:], math.MaxInt64)
	f.Add(long)
	f.Fuzz(func(t *testing.T, file []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		h, err := read(file)
		runtime.ReadMemStats(&after)
		// What is kept of a file is at most what is in it, with the room that
		// maps and copies take.
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 1<<20+64*uint64(len(file)) {
			t.Errorf("%d bytes of memory for a file of %d", taken, len(file))
		}
		if err != nil {
			return
		}
		if h.DataStart < 24 || h.DataEnd < h.DataStart || h.DataEnd > int64(len(file)) || h.Parameters <= 0 || h.Parts < 1 {
			t.Errorf("read %+v from %d bytes", h, len(file))
		}
	})
}
