package sheet

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// readArchive reads DILA's zip of service-public sheets as XML: one page per
// file, the same schema for individuals, professionals and associations.
func readArchive(r *reader) error {
	hash, err := hashOf(r.path)
	if err != nil {
		return r.unreadable(err)
	}
	r.info.Hash = hash
	z, err := zip.OpenReader(r.path)
	if err != nil {
		return r.unreadable(err)
	}
	defer z.Close()
	r.name("service-public.fr (DILA)", licenceOpen)
	left := int64(archiveMost)
	for _, f := range z.File {
		r.tick(int64(f.CompressedSize64))
		if left -= int64(min(f.UncompressedSize64, archiveMost)); left < 0 || f.UncompressedSize64 > pageMost {
			return ErrSourceTooLarge.Naming(filepath.Base(r.path))
		}
		if err := r.archived(f); err != nil {
			return err
		}
	}
	return nil
}

// archived reads one page. A page that is no sheet of ours (an index, a
// picture, a broken file) is counted, not fatal.
func (r *reader) archived(f *zip.File) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if !strings.HasSuffix(f.Name, ".xml") || f.FileInfo().IsDir() {
		return nil
	}
	body, err := f.Open()
	if err != nil {
		return r.unreadable(err)
	}
	defer body.Close()
	page, err := treeOfXML(io.LimitReader(body, pageMost))
	if err != nil {
		r.info.Unread++
		return nil
	}
	d, ok := dilaDocument(page, "")
	if !ok {
		r.info.Unread++
		return nil
	}
	return r.keep(d)
}

func hashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
