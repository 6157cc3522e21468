package ollama

import (
	"context"
	"errors"
	"net"

	"ecritoire/internal/ollama/gguf"
	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

var fetchAgain = review.Text{
	FR: "Reprenez le fichier chez ses auteurs (« ecritoire model advise » donne leurs pages) et comparez sa taille. Rien n’a été gardé.",
	EN: "Fetch the file again from its makers (“ecritoire model advise” gives their pages) and compare its size. Nothing was kept."}

var chooseAnother = review.Text{
	FR: "« ecritoire model advise » dit quels modèles conviennent à ce poste.",
	EN: "“ecritoire model advise” says which models suit this workstation."}

// The errors of the library of models. None carries a word of the file.
var (
	// ErrModelPath: what was named is not an ordinary file that can be read.
	ErrModelPath = &review.Error{Code: "model_path", Kind: review.Misused,
		Message: review.Text{FR: "Ce n’est pas un fichier ordinaire qui puisse être lu.", EN: "This is not an ordinary file that can be read."},
		Hint:    review.Text{FR: "Indiquez le fichier .gguf lui-même : ni dossier, ni lien, ni périphérique.", EN: "Name the .gguf file itself: no folder, no link, no device."}}
	// ErrModelFormat: not GGUF, or a version of it that is not read.
	ErrModelFormat = &review.Error{Code: "model_format", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier n’est pas un modèle au format GGUF (version 2 ou 3).", EN: "This file is not a model in the GGUF format (version 2 or 3)."},
		Hint:    fetchAgain}
	// ErrModelCut: the file ends before what it announces.
	ErrModelCut = &review.Error{Code: "model_cut", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier est incomplet : il s’arrête avant la fin qu’il annonce.", EN: "This file is cut: it ends before what it announces."},
		Hint:    fetchAgain}
	// ErrModelMalformed: the head of the file contradicts itself.
	ErrModelMalformed = &review.Error{Code: "model_malformed", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier est abîmé ou trompeur : il est refusé sans être ouvert davantage.", EN: "This file is damaged or deceptive: it is refused without being opened further."},
		Hint:    fetchAgain}
	// ErrModelSplit: one of several files of a model.
	ErrModelSplit = &review.Error{Code: "model_split", Kind: review.Refused,
		Message: review.Text{FR: "Ce modèle est coupé en plusieurs fichiers.", EN: "This model is split into several files."},
		Hint:    review.Text{FR: "Prenez-le en un seul fichier, ou réunissez-le avec llama-gguf-split --merge.", EN: "Get it in one file, or join it with llama-gguf-split --merge."}}
	// ErrModelKind: an adapter, a projector or another part of a model.
	ErrModelKind = &review.Error{Code: "model_kind", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier n’est pas un modèle (c’est un complément d’un autre).", EN: "This file is not a model (it is an add-on to another)."},
		Hint:    chooseAnother}
	// ErrModelArchitecture: the runtime of this version does not run it.
	ErrModelArchitecture = &review.Error{Code: "model_architecture", Kind: review.Refused,
		Message: review.Text{FR: "Le moteur de cette version ne sait pas exécuter ce modèle (architecture « %s »).", EN: "This version’s runtime cannot run this model (architecture “%s”)."},
		Hint:    chooseAnother}
	// ErrModelTemplate: nothing says how a conversation is written for it.
	ErrModelTemplate = &review.Error{Code: "model_template", Kind: review.Refused,
		Message: review.Text{FR: "Ce modèle ne dit pas comment lui parler, ou d’une façon inconnue ici : il continuerait le texte au lieu de répondre.", EN: "This model does not say how to talk to it, or in a way unknown here: it would go on with the text instead of replying."},
		Hint:    review.Text{FR: "Prenez sa version « instruct » ou « chat ».", EN: "Get its “instruct” or “chat” version."}}
	// ErrModelMemory: it needs more memory than the workstation has.
	ErrModelMemory = &review.Error{Code: "model_memory", Kind: review.Refused,
		Message: review.Text{FR: "Ce modèle demande %d Mo de mémoire ; ce poste en a %d.", EN: "This model needs %d MB of memory; this workstation has %d."},
		Hint:    chooseAnother}
	// ErrModelSpace: the disk has no room for the copy.
	ErrModelSpace = &review.Error{Code: "model_space", Kind: review.Failed,
		Message: review.Text{FR: "Il faut %d Mo libres sur le disque ; il y en a %d.", EN: "%d MB must be free on the disk; there are %d."},
		Hint:    review.Text{FR: "Libérez de la place, ou retirez un modèle (« ecritoire model remove »).", EN: "Make room, or remove a model (“ecritoire model remove”)."}}
	// ErrModelChanged: the file changed while it was read.
	ErrModelChanged = &review.Error{Code: "model_changed", Kind: review.Refused,
		Message: review.Text{FR: "Le fichier a changé pendant sa lecture.", EN: "The file changed while it was being read."},
		Hint:    review.Text{FR: "Attendez la fin de son téléchargement ou de sa copie, puis recommencez.", EN: "Wait until its download or copy has ended, then try again."}}
	// ErrModelRead: the disk or the stick failed while the file was read.
	ErrModelRead = &review.Error{Code: "model_read", Kind: review.Failed,
		Message: review.Text{FR: "Le fichier n’a pas pu être lu jusqu’au bout.", EN: "The file could not be read to its end."},
		Hint:    review.Text{FR: "La clé est-elle toujours branchée ? L’import reprendra où il s’est arrêté.", EN: "Is the stick still plugged in? The import will go on from where it stopped."}}
	// ErrModelTrial: the model gave no word, or the server failed on it.
	ErrModelTrial = &review.Error{Code: "model_trial", Kind: review.Refused,
		Message: review.Text{FR: "Le modèle a été essayé et n’a rien écrit : il n’est pas gardé.", EN: "The model was tried and wrote nothing: it is not kept."},
		Hint:    chooseAnother}
	// ErrModelName: no name can be made of what was asked.
	ErrModelName = &review.Error{Code: "model_name", Kind: review.Misused,
		Message: review.Text{FR: "Ce nom ne peut pas servir pour un modèle.", EN: "This name cannot serve for a model."},
		Hint:    review.Text{FR: "Des lettres, des chiffres, points et tirets : « mistral-7b ».", EN: "Letters, digits, dots and hyphens: “mistral-7b”."}}
	// ErrModelTaken: a model of that name is already in the library.
	ErrModelTaken = &review.Error{Code: "model_taken", Kind: review.Refused,
		Message: review.Text{FR: "Un modèle porte déjà le nom « %s ».", EN: "A model is already named “%s”."},
		Hint:    review.Text{FR: "Retirez-le d’abord, ou donnez un autre nom (--name).", EN: "Remove it first, or give another name (--name)."}}
	// ErrModelSilent: the server broke off while it was asked about a model.
	ErrModelSilent = &review.Error{Code: "model_silent", Kind: review.Failed,
		Message: review.Text{FR: "Le serveur de modèle s’est interrompu.", EN: "The model server broke off."},
		Hint:    review.Text{FR: "Recommencez. Si cela se répète, « ecritoire runtime status » dit où il en est.", EN: "Try again. If it happens again, “ecritoire runtime status” says how it is."}}
	// ErrModelStore: the folder of the models cannot be read or written.
	ErrModelStore = &review.Error{Code: "model_store", Kind: review.Failed,
		Message: review.Text{FR: "Le dossier des modèles n’a pas pu être lu ou écrit.", EN: "The folder of the models could not be read or written."},
		Hint:    review.Text{FR: "Vérifiez le disque et les droits du dossier du profil.", EN: "Check the disk and the rights on the profile’s folder."}}
)

// headError says to an agent why the head of a file was refused.
func headError(err error) error {
	for cause, ours := range map[error]*review.Error{gguf.ErrMagic: ErrModelFormat, gguf.ErrVersion: ErrModelFormat,
		gguf.ErrCut: ErrModelCut, gguf.ErrMalformed: ErrModelMalformed} {
		if errors.Is(err, cause) {
			return ours.With(err)
		}
	}
	return ErrModelRead.With(err)
}

// libraryError classifies what a call of the server gave. The server's words
// are about model files here, never about a review, yet they stay out as well:
// they hold paths.
func libraryError(err error, name string) error {
	var ours *review.Error
	var status api.StatusError
	switch {
	case errors.As(err, &ours), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &status):
		return byStatus(status, name)
	default:
		return ErrModelSilent.With(wordless(err))
	}
}

// unreachable says that the server was not there to answer.
func unreachable(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}
