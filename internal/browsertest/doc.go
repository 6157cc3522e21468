// Package browsertest shows the window's page in Chromium, in front of a real
// app.Desk on a real profile: a page of its own origin over loopback, which
// only these tests serve. Here every screen is measured by axe, walked with
// Tab, zoomed, and given reviews that break things. The tests stand behind the
// build tag "window" and run in `make test`; they say aloud what they miss,
// and fail for it when ECRITOIRE_WINDOW=required.
package browsertest
