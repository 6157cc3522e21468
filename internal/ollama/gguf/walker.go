package gguf

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
)

// What a file may hold at most. The largest vocabularies (262,144 tokens with
// scores, types and merges) take about 15 MB; the largest models have a few
// thousand tensors and a hundred keys.
const (
	maxKeys      = 4096
	maxKey       = 1024     // bytes of a key's name
	maxTensors   = 65536    //
	maxName      = 256      // bytes of a tensor's name
	maxTokens    = 4 << 20  // items of a list of the vocabulary
	maxList      = 64 << 10 // items of any other list
	maxBlocks    = 1024     // layers; llama.cpp stops at 512
	maxHeld      = 64 << 10 // bytes of a string that is kept; the longest chat templates have 20 KB
	maxMetadata  = 64 << 20 // bytes before the tensors' own
	maxAlignment = 1 << 20
	leastKey     = 8 + 1 + 4 + 1         // a name of one letter, its type, one byte
	leastTensor  = 8 + 1 + 4 + 8 + 4 + 8 // a name of one letter, one dimension, type, offset
)

// walker goes through the head once, forwards, and knows what remains.
type walker struct {
	in      *bufio.Reader
	at      int64 // bytes read so far
	end     int64 // of the file, or of what a head may take
	size    int64 // of the file
	version uint32
}

func newWalker(file io.ReaderAt, size int64) *walker {
	end := min(size, maxMetadata)
	return &walker{in: bufio.NewReaderSize(io.NewSectionReader(file, 0, end), 64<<10), end: end, size: size}
}

// room says whether so many bytes remain: ErrCut where the file ends before,
// ErrMalformed where only the bound on heads does.
func (w *walker) room(n uint64) error {
	switch {
	case n <= uint64(w.end-w.at):
		return nil
	case n > uint64(w.size-w.at):
		return fmt.Errorf("at byte %d: %w", w.at, ErrCut)
	default:
		return fmt.Errorf("at byte %d, too large a head: %w", w.at, ErrMalformed)
	}
}

func (w *walker) bytes(into []byte) error {
	if err := w.room(uint64(len(into))); err != nil {
		return err
	}
	n, err := io.ReadFull(w.in, into)
	w.at += int64(n)
	return w.failed(err)
}

func (w *walker) skip(n uint64) error {
	if err := w.room(n); err != nil {
		return err
	}
	done, err := w.in.Discard(int(n))
	w.at += int64(done)
	return w.failed(err)
}

// failed reads the end of a file that was longer a moment ago as ErrCut.
func (w *walker) failed(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("at byte %d: %w", w.at, ErrCut)
	}
	return err
}

func (w *walker) uint32() (uint32, error) {
	var b [4]byte
	err := w.bytes(b[:])
	return binary.LittleEndian.Uint32(b[:]), err
}

func (w *walker) uint64() (uint64, error) {
	var b [8]byte
	err := w.bytes(b[:])
	return binary.LittleEndian.Uint64(b[:]), err
}

// count reads how many things follow, each of which takes at least so many
// bytes: a number that the file cannot hold is a lie.
func (w *walker) count(most, least uint64) (uint64, error) {
	n, err := w.uint64()
	if err != nil {
		return 0, err
	}
	if n > most {
		return 0, fmt.Errorf("a count of %d: %w", n, ErrMalformed)
	}
	return n, w.room(n * least)
}

// text reads a string of at most so many bytes.
func (w *walker) text(most uint64) (string, error) {
	n, err := w.uint64()
	if err != nil {
		return "", err
	}
	if err := w.room(n); err != nil {
		return "", err
	}
	if n > most {
		return "", fmt.Errorf("a string of %d bytes: %w", n, ErrMalformed)
	}
	b := make([]byte, n)
	err = w.bytes(b)
	return string(b), err
}

func (w *walker) skipText() error {
	n, err := w.uint64()
	if err != nil {
		return err
	}
	return w.skip(n)
}
