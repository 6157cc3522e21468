//go:build headers

// Package runtime names what the bundled Ollama is built from and is never
// compiled: the server itself is the tool of go.mod, and malgo carries the
// header miniaudio.h, which Ollama's module leaves out with its vendor folder.
package runtime

import _ "github.com/gen2brain/malgo"
