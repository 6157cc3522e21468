package desk_test

import (
	"errors"
	"strings"
	"testing"

	"ecritoire/internal/desk"
)

func TestAWindowRemembersItsOwnChoicesAlone(t *testing.T) {
	d := open(t, nil)
	if err := d.Remember(t.Context(), "panes", "[300,500]"); err != nil {
		t.Fatal(err)
	}
	if err := d.Remember(t.Context(), "person", "x"); !errors.Is(err, desk.ErrSetting) {
		t.Errorf("a setting of the service: %v", err)
	}
	if err := d.Remember(t.Context(), "keys", strings.Repeat("x", 1<<15)); !errors.Is(err, desk.ErrSettingValue) {
		t.Errorf("a text without bound: %v", err)
	}
	got, err := d.Preferences(t.Context())
	if err != nil || len(got) != 1 || got["panes"] != "[300,500]" {
		t.Errorf("%v, %v", got, err)
	}
}
