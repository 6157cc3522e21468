//go:build window

package windowtest

// The keys that have no character of their own (W3C WebDriver, 17.4.2).
const (
	keyTab     = "\ue004"
	keyEnter   = "\ue007"
	keyShift   = "\ue008"
	keyControl = "\ue009"
	keyEscape  = "\ue00c"
	keyEnd     = "\ue010"
	keyLeft    = "\ue012"
	keyRight   = "\ue014"
	keyDown    = "\ue015"
)

// press holds all keys but the last, presses the last, and lets them go:
// press(keyControl, keyEnter) is Ctrl+Enter. It goes to whatever has the
// focus, as a real keyboard does.
func (s *session) press(keys ...string) error {
	steps := []object{}
	for _, key := range keys {
		steps = append(steps, object{"type": "keyDown", "value": key})
	}
	for i := len(keys) - 1; i >= 0; i-- {
		steps = append(steps, object{"type": "keyUp", "value": keys[i]})
	}
	return s.keys(steps)
}

// write presses one key after the other for every character of text.
func (s *session) write(text string) error {
	steps := []object{}
	for _, r := range text {
		steps = append(steps,
			object{"type": "keyDown", "value": string(r)},
			object{"type": "keyUp", "value": string(r)})
	}
	return s.keys(steps)
}

func (s *session) keys(steps []object) error {
	return s.do("POST", "/actions", object{"actions": []object{
		{"type": "key", "id": "keyboard", "actions": steps}}}, nil)
}
