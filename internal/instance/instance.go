// Package instance lets a second start of the window find the first one of the
// same profile, by a socket in the profile's folder: a file that only the
// agent's own account may open, and no address of any network.
package instance

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"
)

// patience bounds the wait for the other side: a window that does not answer
// by then is not going to come to the front.
const patience = 2 * time.Second

// Listen calls show whenever another start on the profile asks for its window,
// until what it gives is closed. Whoever listens holds the profile's lock: a
// socket that is there was left by a crash.
func Listen(dir string, show func()) (io.Closer, error) {
	path := socket(dir)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, err
	}
	go func() {
		for {
			other, err := listener.Accept()
			if err != nil {
				return // closed
			}
			show()
			answer(other)
		}
	}()
	return listener, nil
}

// answer tells a start that the window is shown.
func answer(other net.Conn) {
	defer other.Close()
	err := other.SetDeadline(time.Now().Add(patience))
	if err == nil {
		_, err = other.Write([]byte{1})
	}
	if err != nil {
		slog.Warn("a second start was not answered", "cause", err)
	}
}

// Show asks the window that is open on the profile to come to the front, and
// says whether it does.
func Show(dir string) bool {
	other, err := net.DialTimeout("unix", socket(dir), patience)
	if err != nil {
		return false
	}
	defer other.Close()
	if err := other.SetDeadline(time.Now().Add(patience)); err != nil {
		return false
	}
	n, err := other.Read(make([]byte, 1))
	return err == nil && n == 1
}

func socket(dir string) string { return filepath.Join(dir, "window.sock") }
