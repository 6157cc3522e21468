package ollama

// room is how many tokens of a context a prompt may take, so that a reply of
// six sentences has room behind it: all but the longest reply, and three
// quarters of a small context.
func room(context int) int {
	context = min(context, defaultContext)
	return context - min(defaultMaxTokens, context/4)
}

// Room is how many tokens a prompt may take; the usual number for a model that
// the library does not know: that it is not there, its writer will say.
func (l *Library) Room(name string) int {
	m, err := l.find(name)
	if err != nil || m.Context <= 0 {
		return UsualRoom
	}
	return room(m.Context)
}

// UsualRoom is the room for a model of which nothing is known.
const UsualRoom = defaultContext - defaultMaxTokens
