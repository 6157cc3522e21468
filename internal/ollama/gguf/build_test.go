package gguf

import (
	"bytes"
	"encoding/binary"
)

// draft is a model file that a test writes byte by byte, lies included.
type draft struct {
	version       uint32
	keys, tensors uint64 // how many it claims
	head          bytes.Buffer
	data          int // bytes after the head
}

// sound is a small model without faults: two tensors, 64 elements.
func sound() *draft {
	d := &draft{version: 3, data: 96}
	d.text("general.architecture", "llama")
	d.text("general.name", "Petit")
	d.text("general.license", "apache-2.0")
	d.uint32("general.file_type", 15)
	d.uint32("llama.context_length", 4096)
	d.uint32("llama.block_count", 2)
	d.text("tokenizer.chat_template", "{{ messages }}")
	d.texts("tokenizer.ggml.tokens", "un", "deux", "trois")
	d.tensor("a.weight", 8, 0, 32)  // Q8_0: 34 bytes
	d.tensor("b.weight", 1, 64, 16) // F16: 32 bytes
	return d
}

func (d *draft) put(v any) { _ = binary.Write(&d.head, binary.LittleEndian, v) }

func (d *draft) string(s string) {
	d.put(uint64(len(s)))
	d.head.WriteString(s)
}

func (d *draft) key(name string, kind uint32) {
	d.keys++
	d.string(name)
	d.put(kind)
}

func (d *draft) text(name, value string) {
	d.key(name, typeString)
	d.string(value)
}

func (d *draft) uint32(name string, value uint32) {
	d.key(name, typeUint32)
	d.put(value)
}

func (d *draft) texts(name string, values ...string) {
	d.key(name, typeArray)
	d.put(uint32(typeString))
	d.put(uint64(len(values)))
	for _, v := range values {
		d.string(v)
	}
}

// tensor must come after every key.
func (d *draft) tensor(name string, kind uint32, offset uint64, shape ...uint64) {
	d.tensors++
	d.string(name)
	d.put(uint32(len(shape)))
	d.put(shape)
	d.put(kind)
	d.put(offset)
}

func (d *draft) bytes() []byte {
	var all bytes.Buffer
	all.WriteString("GGUF")
	_ = binary.Write(&all, binary.LittleEndian, d.version)
	_ = binary.Write(&all, binary.LittleEndian, d.tensors)
	_ = binary.Write(&all, binary.LittleEndian, d.keys)
	all.Write(d.head.Bytes())
	for all.Len()%defaultAlignment != 0 {
		all.WriteByte(0)
	}
	all.Write(make([]byte, d.data))
	return all.Bytes()
}
