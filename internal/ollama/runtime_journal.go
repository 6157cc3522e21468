package ollama

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// The server's log: five megabytes, and the three files before it.
const (
	journalBytes = 5 << 20
	journalKeeps = 3
	journalLine  = 4 << 10 // a longer line is not a message
)

// journal writes what the server says to the profile's log, line by line. A
// line longer than journalLine, or of the levels that a server writes prompts
// at, is replaced by a remark: the server runs at neither level, and should a
// version ever say more than this one, it is not kept. It is used by one
// goroutine.
type journal struct {
	path string
	file *os.File
	size int64
	line []byte // begun, at most journalLine
	long int    // bytes of a line too long, so far
	word string // seen is closed when a line holds it
	seen chan struct{}
	told bool
}

func openJournal(path, word string) (*journal, error) {
	j := &journal{path: path, word: word, seen: make(chan struct{})}
	return j, j.open()
}

func (j *journal) open() (err error) {
	if j.file, err = os.OpenFile(j.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600); err != nil {
		return err
	}
	info, err := j.file.Stat()
	if err != nil {
		return err
	}
	j.size = info.Size()
	return nil
}

// Write never fails: a full disk must not stop the server, which would wait
// for its words to be taken.
func (j *journal) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		part, after, ended := bytes.Cut(rest, []byte("\n"))
		j.add(part)
		if ended {
			j.end()
		}
		rest = after
	}
	return len(p), nil
}

func (j *journal) add(part []byte) {
	if j.long > 0 || len(j.line)+len(part) > journalLine {
		j.long += len(j.line) + len(part)
		j.line = j.line[:0]
		return
	}
	j.line = append(j.line, part...)
}

func (j *journal) end() {
	line := string(j.line)
	if j.long > 0 || strings.Contains(line, "level=DEBUG") || strings.Contains(line, "level=TRACE") {
		line = fmt.Sprintf("(a line of %d bytes is left out)", j.long+len(j.line))
	}
	j.line, j.long = j.line[:0], 0
	j.put(line + "\n")
	if !j.told && strings.Contains(line, j.word) {
		j.told = true
		close(j.seen)
	}
}

func (j *journal) put(line string) {
	if j.size+int64(len(line)) > journalBytes {
		j.rotate()
	}
	n, _ := j.file.WriteString(line)
	j.size += int64(n)
}

// rotate moves runtime.log to runtime.log.1, that to .2, that to .3. Where it
// cannot, the log begins again: it must not grow without end.
func (j *journal) rotate() {
	_ = j.file.Close()
	for n := journalKeeps - 1; n > 0; n-- {
		_ = os.Rename(fmt.Sprintf("%s.%d", j.path, n), fmt.Sprintf("%s.%d", j.path, n+1))
	}
	if os.Rename(j.path, j.path+".1") != nil {
		_ = os.Truncate(j.path, 0)
	}
	_ = j.open()
}

// Close ends the log; call it after the last Write.
func (j *journal) Close() error { return j.file.Close() }
