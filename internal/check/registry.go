package check

import "ecritoire/internal/review"

// rule is one check. Its findings need no Rule: Run sets it.
type rule struct {
	name string
	look func(*subject) []review.Finding
	last bool // nothing else is worth saying once this one found something
}

var registry = []rule{
	{name: "empty_reply", look: emptyReply, last: true},
	{name: "personal_data", look: personalData},
	{name: "unknown_contact", look: unknownContact},
	{name: "borrowed", look: borrowed},
	{name: "unknown_fact", look: unknownFact},
	{name: "unknown_name", look: unknownName},
	{name: "unknown_number", look: unknownNumber},
	{name: "obeyed_order", look: obeyedOrder},
	{name: "echo", look: echo},
	{name: "announcement", look: announcement},
	{name: "formless", look: formless},
	{name: "invisible", look: invisible},
	{name: "leftover", look: leftover},
	{name: "refusal", look: refusal},
	{name: "forbidden_word", look: forbiddenWord},
	{name: "promise", look: promise},
	{name: "greeting", look: greeting},
	{name: "tone", look: tone},
	{name: "jargon", look: jargon},
	{name: "unanswered", look: unanswered},
	{name: "length", look: length},
	{name: "language", look: language},
	{name: "order", look: order},
}
