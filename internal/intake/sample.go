package intake

import (
	"bytes"
	_ "embed"
)

//go:embed sample/avis.csv
var sample []byte

// Sample opens the bundled queue: fictitious reviews to a fictitious town
// hall, of our own writing.
func Sample() (*File, error) { return Read(bytes.NewReader(sample), "spplus") }
