package reading

import "embed"

// The tables of phrases are data, so that they can be read and mended by
// whoever knows the reviews. One broken file would show in the first test.
//
//go:embed data/*.txt
var dataFiles embed.FS

var (
	topicTable   = readTables("topic-contact", "topic-delay", "topic-online", "topic-rule", "topic-people", "topic-english")
	subjectTable = readTables("subject")
	actTable     = readTables("act")
	ideaTable    = readTables("idea")
	detailTable  = readTables("detail")
	signalTable  = readTables("signal", "alarm")
	moodTable    = readTables("mood")
)

func readTables(names ...string) *lexicon {
	all := ""
	for _, name := range names {
		data, err := dataFiles.ReadFile("data/" + name + ".txt")
		if err != nil {
			panic(err) // embedded at build time: cannot be missing
		}
		all += string(data) + "\n"
	}
	return readLexicon(all)
}
