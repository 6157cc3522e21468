package intake

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mend repairs a cell: UTF-8 that was read as windows-1252 on the way here
// (Ã©), C1 controls that are windows-1252 characters read as Latin-1
// (apostrophes, the euro sign, ellipses), HTML entities, no-break spaces, line
// ends; ends are trimmed. Nothing else changes: a cell that looks like a
// formula is text, and sentences that lost their line break stay glued.
func mend(cell string) string {
	if plain(cell) {
		return strings.TrimSpace(cell)
	}
	cell = whole.ReplaceAllStringFunc(reread(cell), html.UnescapeString)
	cell = strings.Map(repair, cell)
	return strings.TrimSpace(lineEnds.Replace(cell))
}

// whole is an entity with its end: "&region=2" in an address is none, though browsers
// read a registered sign in it.
var whole = regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

var lineEnds = strings.NewReplacer("\u00a0", " ", "\r\n", "\n", "\r", "\n")

// plain says that a cell holds nothing that mend looks for, as most do: no
// entity, no carriage return, no NUL, no C1 or no-break space (C2), no Ã, Â or
// â (C3 83, C3 82, C3 A2), no byte order mark (EF).
func plain(cell string) bool {
	for i := range len(cell) {
		switch cell[i] {
		case 0, '&', '\r', 0xc2, 0xef:
			return false
		case 0xc3:
			if i+1 < len(cell) && (cell[i+1] == 0x83 || cell[i+1] == 0x82 || cell[i+1] == 0xa2) {
				return false
			}
		}
	}
	return utf8.ValidString(cell)
}

func repair(r rune) rune {
	switch {
	case r >= 0x80 && r <= 0x9f:
		if c := charmap.Windows1252.DecodeByte(byte(r)); c != utf8.RuneError && c != r {
			return c
		}
		return -1
	case r == 0, r == '\ufeff':
		return -1
	}
	return r
}

// reread undoes a wrong reading of UTF-8 as windows-1252 or Latin-1. It is
// sure: text that was never UTF-8 does not come out as valid UTF-8.
func reread(cell string) string {
	if !strings.ContainsAny(cell, "ÃÂâ") {
		return cell
	}
	bytes := make([]byte, 0, len(cell))
	for _, r := range cell {
		b, ok := charmap.Windows1252.EncodeRune(r)
		switch {
		case r >= 0x80 && r <= 0x9f:
			b = byte(r)
		case !ok:
			return cell
		}
		bytes = append(bytes, b)
	}
	if !utf8.Valid(bytes) {
		return cell
	}
	return string(bytes)
}
