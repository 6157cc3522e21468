package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"ecritoire/internal/prompt"
)

// templates reads a service's own prompt templates, which lie in the profile's
// folder prompts; Écritoire's own serve where there is none. They are read for
// each draft, so that a change shows in the next one.
func templates(dir string) (prompt.Templates, error) {
	system, err := template(dir, "system.fr.tmpl")
	if err != nil {
		return prompt.Templates{}, err
	}
	user, err := template(dir, "user.fr.tmpl")
	if err != nil {
		return prompt.Templates{}, err
	}
	return prompt.Parse(system, user)
}

// longestTemplate bounds a template, in bytes: more would leave no room for a
// review.
const longestTemplate = 64 << 10

// template is "" where the service has none of its own.
func template(dir, name string) (string, error) {
	f, err := os.Open(filepath.Join(dir, "prompts", name))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", prompt.ErrTemplate.Naming(name, 0).With(err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, longestTemplate))
	if err != nil {
		return "", prompt.ErrTemplate.Naming(name, 0).With(err)
	}
	return string(text), nil
}
