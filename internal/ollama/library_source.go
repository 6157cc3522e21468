package ollama

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"ecritoire/internal/ollama/gguf"
	"ecritoire/internal/review"
)

// source is a file that is to be imported, open and with its head read.
type source struct {
	file   *os.File
	path   string // absolute
	size   int64
	at     time.Time // last changed
	header gguf.Header
}

// openSource opens an ordinary file and reads its head. A link is refused: it
// may be pointed elsewhere while it is read.
func openSource(path string) (*source, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, ErrModelPath.With(err)
	}
	before, err := os.Lstat(absolute)
	if err != nil {
		return nil, ErrModelPath.With(err)
	}
	if !before.Mode().IsRegular() {
		return nil, ErrModelPath
	}
	file, err := os.Open(absolute)
	if err != nil {
		return nil, ErrModelPath.With(err)
	}
	s := &source{file: file, path: absolute, size: before.Size(), at: before.ModTime()}
	if err := s.head(before); err != nil {
		return nil, closing(file, err)
	}
	return s, nil
}

func (s *source) head(before os.FileInfo) error {
	opened, err := s.file.Stat()
	if err != nil {
		return ErrModelRead.With(err)
	}
	if !os.SameFile(before, opened) {
		return ErrModelChanged
	}
	s.header, err = gguf.Read(s.file, s.size)
	if err != nil {
		return headError(err)
	}
	return nil
}

// unchanged says whether the file is still the one whose head was read.
func (s *source) unchanged() error {
	now, err := s.file.Stat()
	if err != nil {
		return ErrModelRead.With(err)
	}
	if now.Size() != s.size || !now.ModTime().Equal(s.at) {
		return ErrModelChanged
	}
	return nil
}

// key names this very file, so that a copy that stopped half way is found
// again: where it is, how long, when it changed, and its head.
func (s *source) key() (string, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %d %d\n", s.path, s.size, s.at.UnixNano())
	if _, err := io.Copy(sum, io.NewSectionReader(s.file, 0, s.header.DataStart)); err != nil {
		return "", ErrModelRead.With(err)
	}
	return hex.EncodeToString(sum.Sum(nil))[:24], nil
}

// partName is how llama-gguf-split names the files of a split model.
var partName = regexp.MustCompile(`(?i)-\d+-of-\d+(\.gguf)?$`)

// embeds says whether the model gives vectors, not words.
func (s *source) embeds() bool { return s.header.Embeds || encoders[s.header.Architecture] }

// dialogue is how the model is talked to; nil for one that gives vectors.
func (s *source) dialogue() (*dialogue, error) {
	if s.embeds() {
		return nil, nil
	}
	return dialogueOf(s.header.Template)
}

// serves says whether the file is a whole model that writes or gives vectors,
// of a kind that the runtime runs.
func (s *source) serves() error {
	h := s.header
	switch {
	case h.Parts > 1 || partName.MatchString(filepath.Base(s.path)):
		return ErrModelSplit
	case h.Kind != "model" || addOns[h.Architecture]:
		return ErrModelKind
	case !runs[h.Architecture] && !encoders[h.Architecture]:
		return ErrModelArchitecture.Naming(plain(h.Architecture, 30))
	case h.Blocks == 0 || h.Context == 0:
		return ErrModelMalformed
	}
	return nil
}

// plain makes a word of a file fit to be shown: one line, no control
// characters, not longer than so many runes.
func plain(text string, most int) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, text)
	if runes := []rune(strings.TrimSpace(text)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return strings.TrimSpace(text)
}

// model is what the head says, in the words of the domain.
func (s *source) model(name string) review.Model {
	h := s.header
	return review.Model{Name: name, Bytes: s.size, Architecture: h.Architecture, Parameters: h.Parameters,
		Quantisation: h.Quantisation, Context: h.Context, Licence: plain(h.Licence, 80), Embeds: s.embeds()}
}

// closing closes a file after an error, which is the one to tell.
func closing(file io.Closer, err error) error {
	if failed := file.Close(); err == nil {
		return failed
	}
	return err
}
