package ollama

import "ecritoire/internal/review"

var readJournal = review.Text{
	FR: "Le journal logs/runtime.log du profil dit pourquoi. La trame, elle, écrit sans modèle.",
	EN: "The profile’s logs/runtime.log says why. Trame writes meanwhile, without a model."}

// The errors of the bundled server.
var (
	// ErrNoRuntime: this installation has no server.
	ErrNoRuntime = &review.Error{Code: "runtime_absent", Kind: review.Failed, Lasting: true,
		Message: review.Text{FR: "Le serveur de modèle d’Écritoire n’est pas installé.", EN: "Écritoire’s model server is not installed."},
		Hint: review.Text{
			FR: "Il est dans le paquet de l’application ; depuis les sources, « make runtime » le construit. La trame, elle, écrit sans modèle.",
			EN: "The application’s package holds it; from the sources, “make runtime” builds it. Trame writes meanwhile, without a model."}}
	// ErrRuntimeStart: the server did not come up.
	ErrRuntimeStart = &review.Error{Code: "runtime_start", Kind: review.Failed,
		Message: review.Text{FR: "Le serveur de modèle n’a pas démarré.", EN: "The model server did not start."},
		Hint:    readJournal}
	// ErrRuntimeFailing: the server died five times within a minute.
	ErrRuntimeFailing = &review.Error{Code: "runtime_failing", Kind: review.Failed,
		Message: review.Text{FR: "Le serveur de modèle s’arrête sans cesse : il n’est plus relancé pendant une minute.", EN: "The model server keeps stopping: it is not started again for a minute."},
		Hint:    readJournal}
	// ErrRuntimeBusy: another application runs the server of this profile.
	ErrRuntimeBusy = &review.Error{Code: "runtime_busy", Kind: review.Refused,
		Message: review.Text{FR: "Une autre fenêtre ou commande d’Écritoire tient déjà le serveur de modèle de ce profil.", EN: "Another Écritoire window or command already runs this profile’s model server."},
		Hint:    review.Text{FR: "Fermez-la, ou attendez qu’elle ait fini.", EN: "Close it, or wait until it has finished."}}
	// ErrRuntimeVersion: the program is another version than the one tested.
	ErrRuntimeVersion = &review.Error{Code: "runtime_version", Kind: review.Failed, Lasting: true,
		Message: review.Text{FR: "Le serveur de modèle est en version %s ; Écritoire est fait pour la version %s.", EN: "The model server is version %s; Écritoire is made for version %s."},
		Hint:    review.Text{FR: "Réinstallez l’application, ou refaites-le avec « make runtime ».", EN: "Install the application again, or build it anew with “make runtime”."}}
)
