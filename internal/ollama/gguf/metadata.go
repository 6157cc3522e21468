package gguf

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// The types of values, in the format's own order.
const (
	typeUint8 = iota
	typeInt8
	typeUint16
	typeInt16
	typeUint32
	typeInt32
	typeFloat32
	typeBool
	typeString
	typeArray
	typeUint64
	typeInt64
	typeFloat64
)

// width is how many bytes a value of a type takes; 0 for strings and lists.
var width = [...]uint64{typeUint8: 1, typeInt8: 1, typeUint16: 2, typeInt16: 2, typeUint32: 4, typeInt32: 4,
	typeFloat32: 4, typeBool: 1, typeString: 0, typeArray: 0, typeUint64: 8, typeInt64: 8, typeFloat64: 8}

// metadata is what is kept of the keys: numbers that count something, and the
// few strings that are asked for.
type metadata struct {
	numbers map[string]uint64
	texts   map[string]string
}

// kept are the strings worth their memory.
var kept = map[string]bool{"general.architecture": true, "general.type": true, "general.name": true,
	"general.license": true, "general.license.name": true, "tokenizer.chat_template": true}

func (w *walker) metadata(keys uint64) (metadata, error) {
	m := metadata{map[string]uint64{}, map[string]string{}}
	seen := make(map[string]bool)
	for range keys {
		key, err := w.text(maxKey)
		if err != nil {
			return m, err
		}
		if seen[key] {
			return m, fmt.Errorf("a key twice: %w", ErrMalformed)
		}
		seen[key] = true
		if err := w.value(key, m); err != nil {
			return m, err
		}
	}
	return m, nil
}

func (w *walker) value(key string, m metadata) error {
	kind, err := w.uint32()
	_, bounded := ceiling(key)
	switch {
	case err != nil:
		return err
	case bounded && !whole[kind]:
		return fmt.Errorf("a count of type %d: %w", kind, ErrMalformed)
	case kind == typeArray:
		return w.list(key)
	case kind == typeString && kept[key]:
		return w.keep(key, m)
	case kind == typeString:
		return w.skipText()
	case kind >= uint32(len(width)):
		return fmt.Errorf("a value of type %d: %w", kind, ErrMalformed)
	}
	return w.number(key, kind, m)
}

func (w *walker) keep(key string, m metadata) error {
	text, err := w.text(maxHeld)
	if err != nil {
		return err
	}
	if !utf8.ValidString(text) {
		return fmt.Errorf("a string that is not UTF-8: %w", ErrMalformed)
	}
	m.texts[key] = text
	return nil
}

// number keeps whole numbers; fractions and negative ones count nothing here.
func (w *walker) number(key string, kind uint32, m metadata) error {
	var b [8]byte
	if err := w.bytes(b[:width[kind]]); err != nil {
		return err
	}
	var n uint64
	for i := range width[kind] {
		n |= uint64(b[i]) << (8 * i)
	}
	if most, bounded := ceiling(key); bounded && n > most {
		return fmt.Errorf("a count of %d: %w", n, ErrMalformed)
	}
	if whole[kind] {
		m.numbers[key] = n
	}
	return nil
}

// whole are the types that count something. A negative number reads as a huge
// one, which every use refuses.
var whole = map[uint32]bool{typeUint8: true, typeUint16: true, typeUint32: true, typeUint64: true, typeInt32: true, typeInt64: true}

// ceiling bounds the numbers by which programs that read the file after us
// make room, unseen: layers, and the tensors of all parts of a split model.
func ceiling(key string) (most uint64, bounded bool) {
	switch {
	case strings.HasSuffix(key, "block_count"):
		return maxBlocks, true
	case key == "split.tensors.count":
		return maxTensors, true
	}
	return 0, false
}

// list walks past a list. Lists within lists are in the format, but nothing
// that runs models reads them.
func (w *walker) list(key string) error {
	kind, err := w.uint32()
	if err != nil {
		return err
	}
	most := uint64(maxList)
	if strings.HasPrefix(key, "tokenizer.") {
		most = maxTokens
	}
	if kind == typeArray || kind >= uint32(len(width)) {
		return fmt.Errorf("a list of type %d: %w", kind, ErrMalformed)
	}
	if kind != typeString {
		n, err := w.count(most, width[kind])
		if err != nil {
			return err
		}
		return w.skip(n * width[kind])
	}
	n, err := w.count(most, 8)
	for range n {
		if err == nil {
			err = w.skipText()
		}
	}
	return err
}

func (m metadata) header() Header {
	architecture := m.texts["general.architecture"]
	h := Header{
		Kind: m.texts["general.type"], Architecture: architecture, Name: m.texts["general.name"],
		Licence:  m.texts["general.license"],
		Template: m.texts["tokenizer.chat_template"],
		Context:  m.whole(architecture + ".context_length"),
		Blocks:   m.whole(architecture + ".block_count"),
		Parts:    max(1, m.whole("split.count")),
	}
	if h.Kind == "" {
		h.Kind = "model"
	}
	if named := m.texts["general.license.name"]; named != "" && (h.Licence == "" || strings.EqualFold(h.Licence, "other")) {
		h.Licence = named
	}
	if kind, ok := m.numbers["general.file_type"]; ok {
		h.Quantisation = fileTypes[kind]
	}
	_, h.Embeds = m.numbers[architecture+".pooling_type"]
	return h
}

// whole is a number that fits; what is absurd is as good as absent.
func (m metadata) whole(key string) int {
	n := m.numbers[key]
	if n > math.MaxInt32 {
		return 0
	}
	return int(n)
}

func (m metadata) alignment() uint64 {
	if n, ok := m.numbers["general.alignment"]; ok {
		return n
	}
	return defaultAlignment
}
