package review

// Label is the state in words for agents, as it follows "un avis".
func (s State) Label() Text {
	label, known := map[State]Text{
		New: {"nouveau", "new"}, Drafting: {"en cours de rédaction", "being drafted"}, Drafted: {"en brouillon", "drafted"},
		Submitted: {"à valider", "submitted"}, Validated: {"validé", "validated"}, Exported: {"exporté", "exported"}, Dismissed: {"écarté", "dismissed"},
	}[s]
	if !known {
		return Text{string(s), string(s)}
	}
	return label
}

// Label is what the action does to a review, in words for agents, as it
// follows "ne peut pas être".
func (a Action) Label() Text {
	label, known := map[Action]Text{
		Import: {"importé", "imported"}, Start: {"rédigé", "drafted"}, Finish: {"terminé", "finished"}, Keep: {"interrompu", "cut short"},
		Release: {"libéré", "released"}, Edit: {"modifié", "edited"}, Prefer: {"version choisie", "version chosen"}, Submit: {"soumis", "submitted"}, Return: {"renvoyé", "sent back"},
		Validate: {"validé", "validated"}, Export: {"exporté", "exported"}, Reopen: {"rouvert", "reopened"},
		Dismiss: {"écarté", "dismissed"}, Restore: {"repris", "taken back"},
		Assign: {"confié", "assigned"}, Mend: {"corrigé et repris", "mended and taken"}, Unbulk: {"remis comme avant", "put back as before"}, Undo: {"remis comme avant", "put back as before"},
		Revert: {"rendu à son texte d’avant", "given its former text back"}, Snooze: {"reporté", "put off"}, Wake: {"remis dans la file", "back in the queue"},
	}[a]
	if !known {
		return Text{string(a), string(a)}
	}
	return label
}
