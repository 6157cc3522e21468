//go:build unix

package intake

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestSpecialFiles: nothing ever waits, and no link leads out of a folder.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "reviews-1.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("SKIPPED: no pipes on this system: %v", err)
	}
	outside := file(t, []byte(takeoutReviews))
	if err := os.Symlink(outside, filepath.Join(dir, "reviews.json")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Dir(outside), filepath.Join(dir, "further")); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"pipe": pipe, "device": os.DevNull, "endless device": "/dev/zero", "folder": dir} {
		if _, err := Open(path, ""); !errors.Is(err, ErrNotAFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "reviews-2.json"), []byte(reviewsOf("un")), 0o600); err != nil {
		t.Fatal(err)
	}
	rows, _ := rowsOf(t, dir, Options{})
	expect(t, rows, "un", "«\u00a0n°\u00a01\u00a0» de l’export\u00a0: ce lien", "ce lien n’est pas suivi")
}

// TestUnreadablePart: rights that are missing cost their part alone.
func TestUnreadablePart(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("SKIPPED: root reads what nobody may read")
	}
	dir := unpacked(t, "location-1/reviews.json", reviewsOf("un"), "location-2/reviews.json", reviewsOf("deux"))
	if err := os.Chmod(filepath.Join(dir, "location-1", "reviews.json"), 0); err != nil {
		t.Fatal(err)
	}
	rows, _ := rowsOf(t, dir, Options{})
	expect(t, rows, "deux", "ne peut pas être lu")
}
