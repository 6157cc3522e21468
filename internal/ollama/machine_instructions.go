package ollama

import processor "golang.org/x/sys/cpu"

// instructions names the sets that ggml has code for, as its CPU variants are
// built: the more, the quicker a prompt is read.
func instructions() []string {
	all := []string{}
	for _, set := range []struct {
		name string
		has  bool
	}{
		{"SSE4.2", processor.X86.HasSSE42}, {"AVX", processor.X86.HasAVX}, {"AVX2", processor.X86.HasAVX2}, {"FMA", processor.X86.HasFMA},
		{"AVX_VNNI", processor.X86.HasAVXVNNI}, {"AVX512F", processor.X86.HasAVX512F}, {"AVX512_VNNI", processor.X86.HasAVX512VNNI},
		{"AMX_INT8", processor.X86.HasAMXInt8},
		{"NEON", processor.ARM64.HasASIMD}, {"DOTPROD", processor.ARM64.HasASIMDDP}, {"I8MM", processor.ARM64.HasI8MM}, {"SVE", processor.ARM64.HasSVE},
	} {
		if set.has {
			all = append(all, set.name)
		}
	}
	return all
}
