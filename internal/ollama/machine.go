package ollama

import (
	"context"

	"ecritoire/internal/review"

	cores "github.com/shirou/gopsutil/v4/cpu"
	"github.com/shirou/gopsutil/v4/mem"
)

// ErrMachine: the system does not say what this workstation offers.
var ErrMachine = &review.Error{Code: "machine", Kind: review.Failed,
	Message: review.Text{FR: "Le système ne dit pas ce qu’offre ce poste.", EN: "The system does not say what this workstation offers."},
	Hint:    review.Text{FR: "Le journal du profil donne la cause.", EN: "The profile’s log gives the cause."}}

// measure says what this workstation offers to a model. It takes under a
// second, with all cores.
func measure(ctx context.Context) (review.Machine, error) {
	memory, err := mem.VirtualMemoryWithContext(ctx)
	if err != nil {
		return review.Machine{}, ErrMachine.With(err)
	}
	n, err := cores.CountsWithContext(ctx, false)
	if err != nil {
		return review.Machine{}, ErrMachine.With(err)
	}
	m := review.Machine{Memory: int64(memory.Total), Free: int64(memory.Available), Cores: max(1, n), Instructions: instructions()}
	m.Bandwidth, err = bandwidth(ctx)
	return m, err
}
