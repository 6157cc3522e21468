package ollama

import (
	_ "embed" // the catalogue
	"encoding/json"
	"fmt"

	"ecritoire/internal/review"
)

//go:embed catalogue.json
var catalogueJSON []byte

// listing is one model of the catalogue as the file has it: the candidate, and
// what the estimates need to know besides.
type listing struct {
	review.Candidate
	Architecture string   `json:"architecture"`    // as its GGUF files name it
	Context      int      `json:"context"`         // tokens it was trained for
	Active       int64    `json:"active"`          // parameters used for one token, where fewer than all
	Cache        int64    `json:"cache_per_token"` // bytes that the runtime keeps for each token of context
	Sources      []string `json:"sources"`         // where the facts of this entry were read
}

// catalogue gives the recommended models.
func catalogue() ([]listing, error) {
	var file struct {
		Models []listing `json:"models"`
	}
	if err := json.Unmarshal(catalogueJSON, &file); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return file.Models, nil
}
