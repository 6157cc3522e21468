package reading

import (
	"slices"
	"strings"
)

// Some words are said on the way to something else. Here is what they do not
// say by themselves.

// conditioned tells what would be ("si je paie rapidement") from what is
// praised, or granted ("si nous avons été bien reçus, en revanche").
func conditioned(ws []word, h hit) bool {
	for j := h.from - 1; j >= max(0, h.from-4); j-- {
		if granting[ws[j].plain] {
			return false
		}
		if ws[j].plain == "si" && j+1 < h.from && speakers[ws[j+1].plain] || ws[j].plain == "s" && (ws[j+1].plain == "il" || ws[j+1].plain == "ils") {
			return true
		}
		if ws[j].opens {
			return false
		}
	}
	return false
}

var (
	// speakers begin what stands behind "si".
	speakers = wordSet("je j on l nous vous c tout")
	// granting are the auxiliaries of what has happened.
	granting = wordSet("ai avons ont ete fut")
)

// incidental tells words that are no complaint in their company: "aucune raison
// de le faire", "rectifier mon dossier", "acceptée ou rejetée".
func incidental(ws []word, h hit) bool {
	last := ws[h.to-1].plain
	after := func(n int) []word { return ws[h.to:min(len(ws), h.to+n)] }
	switch h.label {
	case "refused":
		return h.from > 1 && ws[h.from-1].plain == "ou" && strings.HasPrefix(ws[h.from-2].plain, "accept")
	case "unclear":
		return h.to+1 < len(ws) && ws[h.to].plain == "comment" && granted[ws[h.to+1].plain]
	case "site_bug":
		return last == "site" && slices.ContainsFunc(after(6), func(w word) bool { return w.plain == "ergonomique" || w.plain == "intuitif" })
	case "no_information":
		return last == "raison" && slices.ContainsFunc(after(1), func(w word) bool { return w.plain == "de" || w.plain == "d" })
	case "data_error":
		return len(h.steps) == 1 && amends(last) && slices.ContainsFunc(after(2), func(w word) bool { return ownPapers[w.plain] })
	}
	return false
}

// granted is what a service gives to others: who does not see how judges it.
var granted = wordSet("octroyer accorder delivrer donner attribuer")

func amends(verb string) bool { return verb == "rectifier" || verb == "corriger" }

// ownPapers are what an author fills in, and may have to amend.
var ownPapers = wordSet("dossier demande declaration formulaire saisie")

// bygone tells a crisis that was still to come: "avant la crise sanitaire".
func bygone(ws []word, h hit) bool {
	return h.label == "covid" && slices.ContainsFunc(ws[max(0, h.from-3):h.from], func(w word) bool { return strings.HasPrefix(w.plain, "avant") })
}
