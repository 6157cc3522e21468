package ollama

import "testing"

func TestRoom(t *testing.T) {
	for context, want := range map[int]int{defaultContext: UsualRoom, 1 << 20: UsualRoom, 2048: 1536, 4096: 3296} {
		if got := room(context); got != want {
			t.Errorf("context %d: %d, want %d", context, got, want)
		}
	}
}
