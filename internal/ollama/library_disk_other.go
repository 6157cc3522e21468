//go:build !linux

package ollama

import (
	"errors"
	"os"
)

// reflink is not done here: NTFS has none, and a hard link serves.
func reflink(*os.File, string) error { return errors.ErrUnsupported }

// syncFolder has nothing to do: NTFS journals the names of files itself.
func syncFolder(string) error { return nil }
