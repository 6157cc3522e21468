package ollama

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

const gigabyte = 1 << 30

// laptop is a machine of four cores with so many gigabytes free.
func laptop(free int64) review.Machine {
	return review.Machine{Memory: 2 * free * gigabyte, Free: free * gigabyte, Cores: 4, Instructions: []string{"AVX2", "FMA"}, Bandwidth: 20e9}
}

func adviceFor(t *testing.T, m review.Machine, models ...review.Model) []review.Candidate {
	t.Helper()
	known, err := catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return advise(m, known, models).Candidates
}

func recommended(all []review.Candidate) (names []string) {
	for _, c := range all {
		if c.Recommended {
			names = append(names, c.Name)
		}
	}
	return names
}

func TestCatalogueSaysWhatItMust(t *testing.T) {
	known, err := catalogue()
	if err != nil {
		t.Fatal(err)
	}
	tiers := map[int]int{}
	for _, k := range known {
		tiers[k.Tier]++
		u, err := url.Parse(k.URL)
		if err != nil || u.Scheme != "https" || u.Host == "" {
			t.Errorf("%s: its makers’ page is %q", k.Name, k.URL)
		}
		whole := k.Name != "" && k.Origin != "" && k.Licence != "" && strings.HasSuffix(k.File, ".gguf") &&
			k.French.FR != "" && k.French.EN != "" && k.Context > 0 && k.Cache > 0 && len(k.Sources) > 0
		if !whole || !runs[k.Architecture] {
			t.Errorf("%s: incomplete, or not run by this version", k.Name)
		}
		// Q4_K_M takes between 4.5 and 7 bits for each parameter: small models
		// have large vocabularies, which are kept finer.
		if bits := float64(k.Bytes) * 8 / float64(k.Parameters); bits < 4.4 || bits > 7 {
			t.Errorf("%s: %.1f bits for each parameter", k.Name, bits)
		}
		if memoryOf(k) > int64(k.Tier)*gigabyte {
			t.Errorf("%s needs %d MB and is meant for %d GB", k.Name, memoryOf(k)/megabyte, k.Tier)
		}
		if !strings.Contains(k.Tried.FR, "Jamais essayé") || !strings.Contains(k.Tried.EN, "Never tried") {
			t.Errorf("%s: it must say that nobody tried it here", k.Name)
		}
	}
	if len(known) < 8 || len(known) > 12 || tiers[4] == 0 || tiers[8] == 0 || tiers[16] == 0 || tiers[32] == 0 || len(tiers) != 4 {
		t.Errorf("%d models in tiers %v", len(known), tiers)
	}
}

func TestAdvice(t *testing.T) {
	all := adviceFor(t, laptop(6))
	if !slices.IsSortedFunc(all, func(a, b review.Candidate) int { return int(a.Bytes/1000 - b.Bytes/1000) }) {
		t.Error("not smallest first")
	}
	names := recommended(all)
	if len(names) != 1 {
		t.Fatalf("recommended: %v", names)
	}
	for _, c := range all {
		if c.Fits != (c.Memory <= 6*gigabyte) || c.DraftSeconds <= 0 || c.Measured {
			t.Errorf("%s: fits %v with %d MB, %.0f s a draft, measured %v", c.Name, c.Fits, c.Memory/megabyte, c.DraftSeconds, c.Measured)
		}
		if c.Recommended && (!c.Fits || c.DraftSeconds > bearable) {
			t.Errorf("%s is recommended but does not fit or is too slow", c.Name)
		}
	}
}

func TestNothingIsRecommendedWhereNothingFits(t *testing.T) {
	if names := recommended(adviceFor(t, laptop(0))); len(names) != 0 {
		t.Errorf("recommended: %v", names)
	}
}

func TestASlowMachineIsNotGivenALargeModel(t *testing.T) {
	m := laptop(64)
	m.Cores, m.Bandwidth, m.Instructions = 1, 4e9, []string{"SSE4.2"}
	if names := recommended(adviceFor(t, m)); len(names) != 0 {
		t.Errorf("recommended: %v", names)
	}
}

// TestTheReferenceMachine holds the estimate against the measurement that it
// was calibrated on: 85 prompt tokens/s and 29 written ones.
func TestTheReferenceMachine(t *testing.T) {
	e := estimator{machine: review.Machine{Cores: 2, Bandwidth: 25e9, Instructions: []string{"AVX512F", "AVX512_VNNI"}}}
	k := listing{Candidate: review.Candidate{Parameters: 1.1e9, Bytes: 667e6}}
	if r, w := e.reading(k), e.writing(k); r < 84 || r > 86 || w < 28.5 || w > 29.5 {
		t.Errorf("reads %.1f, writes %.1f tokens/s", r, w)
	}
}

func measured(parameters, bytes int64) review.Model {
	return review.Model{Name: "mesuré", Hash: "h", Architecture: "qwen3", Parameters: parameters, Bytes: bytes, Memory: 3 * gigabyte,
		Pace: &review.Pace{Hash: "h", PromptPerSecond: 50, TokensPerSecond: 10, PromptTokens: 300}}
}

func TestAMeasuredModelSpeaksForItself(t *testing.T) {
	for _, c := range adviceFor(t, laptop(8), measured(4_022_468_096, 2_497_281_120)) {
		if c.Name != "Qwen3 4B Instruct 2507" {
			continue
		}
		if !c.Measured || c.DraftSeconds != 500/50.0+220/10.0 || c.Memory != 3*gigabyte {
			t.Errorf("%+v", c)
		}
		return
	}
	t.Error("the model of the catalogue is not there")
}

// TestOthersAreScaledFromTheMeasuredOne: a model twice as large is read and
// written half as fast.
func TestOthersAreScaledFromTheMeasuredOne(t *testing.T) {
	m := measured(1e9, 1e9)
	e := estimator{machine: laptop(8), anchor: &m}
	k := listing{Architecture: "qwen3", Candidate: review.Candidate{Parameters: 2e9, Bytes: 2e9}}
	if r, w := e.reading(k), e.writing(k); r != 25 || w != 5 {
		t.Errorf("reads %v, writes %v", r, w)
	}
}

// TestOllamasOwnEngineReadsSlower: between the engines, too.
func TestOllamasOwnEngineReadsSlower(t *testing.T) {
	m := measured(1e9, 1e9) // qwen3, which Ollama's own engine runs
	for _, e := range []estimator{{machine: laptop(8)}, {machine: laptop(8), anchor: &m}} {
		k := listing{Architecture: "llama", Candidate: review.Candidate{Parameters: 1e9, Bytes: 1e9}}
		quick := e.reading(k)
		k.Architecture = "gemma3"
		if slow := e.reading(k); quick != 2*slow {
			t.Errorf("llama reads %v, gemma3 %v", quick, slow)
		}
	}
}

func TestAPaceOfAnotherFileIsNotBelieved(t *testing.T) {
	m := measured(4_022_468_096, 2_497_281_120)
	m.Pace.Hash = "another"
	for _, c := range adviceFor(t, laptop(8), m) {
		if c.Measured {
			t.Errorf("%s counts as measured", c.Name)
		}
	}
}

func TestAnUnknownModelIsShownButNotRecommended(t *testing.T) {
	m := measured(1e9, 7e8)
	m.Architecture = "llama"
	for _, c := range adviceFor(t, laptop(8), m) {
		if c.Name == m.Name {
			if !c.Measured || c.Recommended || c.Tier != 0 {
				t.Errorf("%+v", c)
			}
			return
		}
	}
	t.Error("the model of the library is not there")
}
