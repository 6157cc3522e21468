//go:build window

package windowtest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

// reader reads what the window tells a screen reader: the accessibility tree,
// over the desktop's own bus for it (AT-SPI).
type reader struct {
	testing.TB
	bus *dbus.Conn
}

// accessible is one object of the tree.
type accessible struct {
	Bus  string
	Path dbus.ObjectPath
}

// node is what a screen reader would say of an object.
type node struct {
	accessible
	role, name string
	depth      int
}

// reads connects to the bus, as a screen reader does when it starts: before
// the window. Without the bus the test is skipped, or fails when
// ECRITOIRE_WINDOW=required.
func reads(tb testing.TB) reader {
	tb.Helper()
	bus, err := accessibilityBus()
	if err != nil {
		say := tb.Skipf
		if os.Getenv("ECRITOIRE_WINDOW") == "required" {
			say = tb.Fatalf
		}
		say("the accessibility tree cannot be read here, missing: at-spi2-core (Debian), or %v", err)
	}
	tb.Cleanup(func() { bus.Close() })
	return reader{tb, bus}
}

func accessibilityBus() (*dbus.Conn, error) {
	session, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, err
	}
	defer session.Close()
	door := session.Object("org.a11y.Bus", "/org/a11y/bus")
	if err := door.SetProperty("org.a11y.Status.IsEnabled", dbus.MakeVariant(true)); err != nil {
		return nil, err
	}
	var address string
	if err := door.Call("org.a11y.Bus.GetAddress", 0).Store(&address); err != nil {
		return nil, err
	}
	return dbus.Connect(address)
}

// tree reads every object of an application, in the order of reading. One
// that was killed may stand in the register beside it for a moment, and be
// empty.
func (r reader) tree(application string) (all []node) {
	r.Helper()
	root := accessible{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"}
	for _, a := range r.children(root) {
		if r.name(a) == application {
			all = append(all, r.under(a, 0)...)
		}
	}
	return all
}

func (r reader) under(a accessible, depth int) []node {
	all := []node{{a, r.role(a), r.name(a), depth}}
	for _, child := range r.children(a) {
		all = append(all, r.under(child, depth+1)...)
	}
	return all
}

// nobody stands where an object has no child.
const nobody = dbus.ObjectPath("/org/a11y/atspi/null")

// children may find nothing: an object that the page took away in the
// meantime has none. Where the toolkit ends and the page begins, the page is
// only found by its place.
func (r reader) children(a accessible) (all []accessible) {
	if err := r.object(a).Call("org.a11y.atspi.Accessible.GetChildren", 0).Store(&all); err != nil || len(all) > 0 {
		return all
	}
	var page accessible
	if err := r.object(a).Call("org.a11y.atspi.Accessible.GetChildAtIndex", 0, int32(0)).Store(&page); err != nil || page.Path == nobody || page.Bus == "" {
		return nil
	}
	return []accessible{page}
}

// roles are the numbers of those that the journey listens for (AT-SPI,
// atspi-constants.h); WebKit gives no names for them.
var roles = map[uint32]string{2: "alert", 16: "dialog", 32: "list item", 37: "page tab", 43: "button", 79: "entry", 83: "heading", 95: "document", 98: "list box",
	101: "notification", 109: "article", 110: "landmark"}

// role is what kind of thing a screen reader takes an object for.
func (r reader) role(a accessible) string {
	var number uint32
	if err := r.object(a).Call("org.a11y.atspi.Accessible.GetRole", 0).Store(&number); err != nil {
		return ""
	}
	if name, known := roles[number]; known {
		return name
	}
	return fmt.Sprint("role ", number)
}

func (r reader) name(a accessible) string {
	name, err := r.object(a).GetProperty("org.a11y.atspi.Accessible.Name")
	if err != nil {
		return ""
	}
	words, _ := name.Value().(string)
	return words
}

// text is what an object lets one read letter by letter.
func (r reader) text(a accessible) (text string) {
	if err := r.object(a).Call("org.a11y.atspi.Text.GetText", 0, int32(0), int32(-1)).Store(&text); err != nil {
		return ""
	}
	return text
}

// focusedState is the bit of what has the focus (ATSPI_STATE_FOCUSED).
const focusedState = 1 << 12

// focused says whether keys go to an object.
func (r reader) focused(a accessible) bool {
	var states []uint32
	err := r.object(a).Call("org.a11y.atspi.Accessible.GetState", 0).Store(&states)
	return err == nil && len(states) > 0 && states[0]&focusedState != 0
}

func (r reader) object(a accessible) dbus.BusObject { return r.bus.Object(a.Bus, a.Path) }

// find gives the first object of a role whose name or text holds a part.
func (r reader) find(all []node, role, part string) (node, bool) {
	for _, n := range all {
		if n.role == role && (strings.Contains(n.name, part) || part != "" && strings.Contains(r.text(n.accessible), part)) {
			return n, true
		}
	}
	return node{}, false
}

// outline is a tree as a person reads it, for a failure's words.
func outline(all []node) string {
	b := strings.Builder{}
	for _, n := range all {
		if n.name != "" || n.depth < 4 {
			fmt.Fprintf(&b, "%s%s %q\n", strings.Repeat("  ", n.depth), n.role, n.name)
		}
	}
	return b.String()
}
