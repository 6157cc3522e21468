package main

import (
	"testing"
	"testing/synctest"
	"time"
)

// closing is a window whose page keeps what it holds, or not.
func closing(keeps *bool, quits *int) *farewell {
	return &farewell{flush: func() bool { return *keeps }, quit: func() { *quits++ }, now: time.Now}
}

// TestClosingAsksThePageFirst: the window stays until the page has answered,
// then closes by itself.
func TestClosingAsksThePageFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keeps, quits := true, 0
		f := closing(&keeps, &quits)
		for range 2 { // an impatient second press asks nothing anew
			if !f.holds() {
				t.Error("the window closes before the page was asked")
			}
		}
		synctest.Wait()
		if quits != 1 || f.holds() {
			t.Errorf("after the page has kept it: %d quits", quits)
		}
	})
}

// TestARefusedCloseIsAskedAnewLater: a second close at once is the agent's last
// word; an hour later they have written on, and are asked again.
func TestARefusedCloseIsAskedAnewLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		keeps, quits := false, 0
		f := closing(&keeps, &quits)
		if !f.holds() {
			t.Fatal("the window closes before the page was asked")
		}
		synctest.Wait()
		if quits != 0 {
			t.Error("the window closes though nothing could be kept")
		}
		if f.holds() {
			t.Error("a close that is repeated at once is not the agent’s last word")
		}
		time.Sleep(time.Hour)
		keeps = true
		if !f.holds() {
			t.Error("what was written since is not kept")
		}
		synctest.Wait()
		if quits != 1 {
			t.Errorf("%d quits", quits)
		}
	})
}
