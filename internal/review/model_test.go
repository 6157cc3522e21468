package review

import (
	"math"
	"testing"
	"time"
)

func TestPaceBeforeAndAfterDrafts(t *testing.T) {
	if d := (Pace{}).Draft(); d != 0 {
		t.Errorf("nothing is known, yet a draft takes %v", d)
	}
	p := Pace{PromptPerSecond: 100, TokensPerSecond: 22}
	if d := p.Draft(); d != 15*time.Second {
		t.Errorf("from the measurement: %v, want 5 s of reading and 10 s of writing", d)
	}
	p = p.Timed(30*time.Second, Speed{})
	if d := p.Draft(); d != 30*time.Second {
		t.Errorf("after one draft: %v", d)
	}
	if p = p.Timed(10*time.Second, Speed{}); p.Draft() != 20*time.Second || p.Drafts != 2 {
		t.Errorf("after two drafts: %v of %d", p.Draft(), p.Drafts)
	}
}

func TestAMachineThatSlowsDownIsBelieved(t *testing.T) {
	p := Pace{}
	for range 500 {
		p = p.Timed(10*time.Second, Speed{})
	}
	for range 10 {
		p = p.Timed(40*time.Second, Speed{})
	}
	if p.DraftSeconds < 35 {
		t.Errorf("ten slow drafts later the mean is still %.1f s", p.DraftSeconds)
	}
}

func TestCacheReuseIsWhatWasNotRead(t *testing.T) {
	for name, c := range map[string]struct {
		took time.Duration
		want float64
	}{
		"all read":             {10 * time.Second, 0},
		"a quarter read":       {2500 * time.Millisecond, 0.75},
		"a slow minute":        {20 * time.Second, 0},
		"all of it in a cache": {0, 1},
	} {
		p := Pace{PromptPerSecond: 100}.Timed(time.Second, Speed{PromptTokens: 1000, Prompt: c.took})
		if math.Abs(p.CacheReuse-c.want) > 1e-9 {
			t.Errorf("%s: %.2f, want %.2f", name, p.CacheReuse, c.want)
		}
	}
	if p := (Pace{}).Timed(time.Second, Speed{PromptTokens: 10}); p.CacheReuse != 0 {
		t.Errorf("without a measured speed nothing can be said, yet %.2f", p.CacheReuse)
	}
}
