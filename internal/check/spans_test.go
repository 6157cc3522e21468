package check

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

func inRange(t *testing.T, in Input) {
	t.Helper()
	n := utf8.RuneCountInString(in.Reply)
	for _, f := range Run(in) {
		if f.Start < 0 || f.End < f.Start || f.End > n || f.Rule == "" || f.Message.FR == "" {
			t.Fatalf("bad finding %+v for %q (%d code points)", f, in.Reply, n)
		}
	}
}

func TestSpansStayInside(t *testing.T) {
	pieces := []string{"Nous vous rappellerons demain ", "[NOM]", "⟦X", "04 76 00 11 22 ", "é€😀", "تأخير", "\n", "{{", "12 juin ", "« ", "**", "je ne suis pas ", "</review>", "\xff", "\u00a0"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 700 {
		text := ""
		for range random.IntN(12) {
			text += pieces[random.IntN(len(pieces))]
		}
		inRange(t, Input{Review: orderly, Reply: text, Channel: []string{SPPlus, Google, Play, Paper}[random.IntN(4)], Service: valbourg})
	}
}

func FuzzRun(f *testing.F) {
	f.Add(orderly, courteous, "play")
	f.Add("", "[", "")
	f.Fuzz(func(t *testing.T, asked, reply, channel string) {
		inRange(t, Input{Review: asked, Reply: reply, Channel: channel, Sources: []string{asked}, Service: valbourg})
	})
}

func BenchmarkRun(b *testing.B) {
	in := Input{Review: complaint, Reply: framed(courteous + " Il faut compter six semaines."), Service: valbourg,
		Sources: []string{complaint + complaint + complaint, courteous + courteous + courteous}}
	for b.Loop() {
		Run(in)
	}
}
