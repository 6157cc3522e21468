// Package windowtest drives the production binary through its window, as an
// agent does: by keyboard, on a real display, through WebKitWebDriver. Its
// tests stand behind the build tag "window" and run in `make test`; they say
// aloud what they miss, and fail for it when ECRITOIRE_WINDOW=required.
package windowtest
