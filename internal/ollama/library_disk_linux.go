package ollama

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// reflink makes a file that shares the source's blocks until one of the two is
// written to. Btrfs, XFS and a few others know it.
func reflink(source *os.File, place string) error {
	target, err := os.OpenFile(place, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	err = closing(target, unix.IoctlFileClone(int(target.Fd()), int(source.Fd())))
	if err != nil {
		return errors.Join(err, os.Remove(place))
	}
	return nil
}

// syncFolder makes a new name in a folder last through a power cut.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return ErrModelStore.With(err)
	}
	if err := closing(folder, folder.Sync()); err != nil {
		return ErrModelStore.With(err)
	}
	return nil
}
