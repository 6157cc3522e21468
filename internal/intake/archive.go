package intake

import "io"

// archive opens what a zip may be: a workbook, an OpenDocument table, or a
// Takeout, told by the parts it has.
func archive(r io.ReaderAt, size int64, closing func() error, seek seeker) (container, error) {
	p, err := newPack(r, size)
	if err != nil {
		return container{}, err
	}
	var t table
	switch {
	case p.files["xl/workbook.xml"] != nil:
		t, err = newXLSX(p, seek)
	case p.files["content.xml"] != nil:
		t, err = newODS(p, seek)
	default:
		t, err = newTakeout(p.jsonParts())
	}
	return container{t, utf8Name, size, closing}, err
}
