// Package frontend holds the built window, so that the application is one
// file.
package frontend

import "embed"

// Assets is the built window under dist/: index.html and the scripts, styles
// and font it asks for. A clone that has not been built holds only .gitkeep
// there and still compiles.
//
//go:embed all:dist
var Assets embed.FS
