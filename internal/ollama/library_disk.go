package ollama

import (
	"context"

	"github.com/shirou/gopsutil/v4/disk"
	"github.com/shirou/gopsutil/v4/mem"
)

const (
	megabyte = 1 << 20
	// spare is left free on the disk: the profile's database must go on
	// working.
	spare = 512 * megabyte
)

// enoughSpace says whether the disk of a folder takes so many bytes more.
func enoughSpace(folder string, bytes int64) error {
	usage, err := disk.Usage(folder)
	if err != nil {
		return ErrModelStore.With(err)
	}
	if need := uint64(bytes + spare); usage.Free < need {
		return ErrModelSpace.Naming(need/megabyte, usage.Free/megabyte)
	}
	return nil
}

// enoughMemory refuses what this workstation could never hold. What does not
// fit only now, because other programs are open, is let in: advice says so.
func enoughMemory(ctx context.Context, bytes int64) error {
	memory, err := mem.VirtualMemoryWithContext(ctx)
	if err != nil {
		return ErrMachine.With(err)
	}
	if uint64(bytes) > memory.Total {
		return ErrModelMemory.Naming(uint64(bytes)/megabyte, memory.Total/megabyte)
	}
	return nil
}
