package reading

// grams are the runs of one to three bytes that a text holds, as marks in a
// table. A string all of whose marks are set may stand in the text; one of
// whose marks is missing does not. Asking so for thousands of strings costs
// less than looking for a dozen.
type grams [1 << 10]uint64

// longestGram is the length of the runs that are marked.
const longestGram = 3

func gramsOf(text string) *grams {
	g := &grams{}
	for i := range len(text) {
		for n := 1; n <= longestGram && i+n <= len(text); n++ {
			at := markOf(text[i : i+n])
			g[at>>6] |= 1 << (at & 63)
		}
	}
	return g
}

// markOf is the place of a run in the table.
func markOf(run string) uint16 {
	h := uint32(len(run))
	for i := range len(run) {
		h = h<<8 | uint32(run[i])
	}
	return uint16(h * 2654435761 >> 16)
}

// needle is a string to look for, with its marks.
type needle struct {
	text  string
	marks []uint16
}

func needleOf(text string) needle {
	n := needle{text: text}
	for i := 0; i == 0 || i+longestGram <= len(text); i++ {
		n.marks = append(n.marks, markOf(text[i:min(len(text), i+longestGram)]))
	}
	return n
}

func needlesOf(texts []string) []needle {
	all := make([]needle, len(texts))
	for i, text := range texts {
		all[i] = needleOf(text)
	}
	return all
}

// may tells whether the needle may stand in the text.
func (g *grams) may(n needle) bool {
	for _, at := range n.marks {
		if g[at>>6]&(1<<(at&63)) == 0 {
			return false
		}
	}
	return true
}
