package ollama

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

var offerTrame = review.Text{
	FR: "Rien n’a été écrit par un autre moyen. Démarrez le modèle, ou demandez un brouillon à la trame, qui s’en passe.",
	EN: "Nothing was written by other means. Start the model, or ask trame for a draft: it needs none."}

// The errors of the writer with a model. None of them ever carries a
// server's own words, which may repeat a review.
var (
	// ErrAddress: the address of the server cannot be read.
	ErrAddress = &review.Error{Code: "model_address", Kind: review.Misused,
		Message: review.Text{FR: "L’adresse du serveur de modèle n’est pas lisible.", EN: "The model server’s address cannot be read."},
		Hint:    review.Text{FR: "Écrivez-la comme 127.0.0.1:11434 ou http://localhost:11434.", EN: "Write it like 127.0.0.1:11434 or http://localhost:11434."}}
	// ErrNotLoopback: the address is not on this workstation.
	ErrNotLoopback = &review.Error{Code: "model_not_loopback", Kind: review.Refused,
		Message: review.Text{FR: "Le serveur de modèle doit être sur ce poste : cette adresse n’y est pas.", EN: "The model server must be on this workstation: this address is not."},
		Hint:    review.Text{FR: "Seules les adresses 127.0.0.1, [::1] et localhost sont permises. Rien n’est parti.", EN: "Only 127.0.0.1, [::1] and localhost are allowed. Nothing left."}}
	// ErrRedirect: the server asked to be followed to another address.
	ErrRedirect = &review.Error{Code: "model_redirect", Kind: review.Refused,
		Message: review.Text{FR: "Le serveur de modèle renvoie vers une autre adresse : Écritoire ne l’y suit pas.", EN: "The model server points to another address: Écritoire does not follow."},
		Hint:    review.Text{FR: "Vérifiez ce qui répond à cette adresse. Rien n’est parti.", EN: "See what answers at this address. Nothing left."}}
	// ErrNoServer: nothing that speaks Ollama's language answers there.
	ErrNoServer = &review.Error{Code: "model_no_server", Kind: review.Failed,
		Message: review.Text{FR: "Aucun serveur de modèle ne répond à l’adresse %s.", EN: "No model server answers at %s."},
		Hint:    offerTrame}
	// ErrModelUnset: neither the call nor the settings name a model.
	ErrModelUnset = &review.Error{Code: "model_unset", Kind: review.Misused,
		Message: review.Text{FR: "Aucun modèle n’est choisi.", EN: "No model is chosen."},
		Hint:    review.Text{FR: "Choisissez-en un dans les réglages, ou avec --model.", EN: "Choose one in the settings, or with --model."}}
	// ErrNoModel: the server does not have the model asked for.
	ErrNoModel = &review.Error{Code: "model_absent", Kind: review.Failed,
		Message: review.Text{FR: "Le modèle « %s » n’est pas sur ce poste.", EN: "The model “%s” is not on this workstation."},
		Hint:    offerTrame}
	// ErrMute: an embedding model was asked to write.
	ErrMute = &review.Error{Code: "model_mute", Kind: review.Misused,
		Message: review.Text{FR: "Le modèle « %s » ne rédige pas : il ne sert qu’à classer les fiches.", EN: "The model “%s” does not write: it only serves to rank sheets."},
		Hint:    review.Text{FR: "Choisissez-en un autre dans les réglages.", EN: "Choose another in the settings."}, Lasting: true}
	// ErrRemoteModel: the server would send the review to another machine.
	ErrRemoteModel = &review.Error{Code: "model_remote", Kind: review.Refused,
		Message: review.Text{FR: "Le modèle « %s » s’exécute sur une autre machine : il est refusé.", EN: "The model “%s” runs on another machine: it is refused."},
		Hint:    review.Text{FR: "Choisissez un modèle installé sur ce poste. L’avis ne doit pas en sortir.", EN: "Choose a model installed on this workstation. The review must not leave it."}}
	// ErrPromptTooLong: the review and the passages exceed the model's
	// context. They are never cut behind the agent's back.
	ErrPromptTooLong = &review.Error{Code: "model_prompt_too_long", Kind: review.Failed,
		Message: review.Text{FR: "L’avis et les fiches sont trop longs pour ce modèle.", EN: "The review and the sheets are too long for this model."},
		Hint:    review.Text{FR: "Choisissez un modèle qui lit plus long, ou demandez un brouillon à la trame.", EN: "Choose a model that reads more, or ask trame for a draft."}, Lasting: true}
	// ErrLength: the model reached the longest reply allowed before its end.
	ErrLength = &review.Error{Code: "model_length", Kind: review.Failed,
		Message: review.Text{FR: "Le modèle n’a pas fini sa réponse dans la longueur permise.", EN: "The model did not end its reply within the length allowed."},
		Hint:    review.Text{FR: "Le texte déjà écrit est gardé : terminez-le, ou relancez le brouillon.", EN: "What was written is kept: finish it, or draft again."}, Lasting: true}
	// ErrStreamCut: the server fell silent in the middle of a reply.
	ErrStreamCut = &review.Error{Code: "model_stream_cut", Kind: review.Failed,
		Message: review.Text{FR: "Le serveur de modèle s’est interrompu avant la fin de la réponse.", EN: "The model server broke off before the end of the reply."},
		Hint:    review.Text{FR: "Le texte déjà écrit est gardé : terminez-le, ou relancez le brouillon.", EN: "What was written is kept: finish it, or draft again."}}
	// ErrServer: the server answered with another HTTP status than 200.
	ErrServer = &review.Error{Code: "model_server", Kind: review.Failed,
		Message: review.Text{FR: "Le serveur de modèle a répondu par une erreur (%d).", EN: "The model server answered with an error (%d)."},
		Hint:    review.Text{FR: "Attendez qu’il soit libre, ou demandez un brouillon à la trame.", EN: "Wait until it is free, or ask trame for a draft."}}
)

// classify turns whatever a call gave into one of the errors above; fallback
// is what an unknown failure means at that point of the work.
func (s *server) classify(err error, model string, fallback *review.Error) error {
	var ours *review.Error
	var status api.StatusError
	var auth api.AuthorizationError
	var dial *net.OpError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours):
		return ours
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, context.DeadlineExceeded):
		return context.DeadlineExceeded
	case errors.As(err, &auth):
		return ErrRemoteModel.Naming(model)
	case errors.As(err, &status):
		return byStatus(status, model)
	case errors.As(err, &dial) && dial.Op == "dial":
		return s.missing().With(dial)
	default:
		return fallback.With(wordless(err))
	}
}

// byStatus reads the statuses that Ollama v0.17 gives. 401 and 403 come only
// from its cloud: sign in first, or remote models are switched off.
func byStatus(s api.StatusError, model string) error {
	switch {
	case s.StatusCode == http.StatusNotFound:
		return ErrNoModel.Naming(model)
	case s.StatusCode == http.StatusUnauthorized, s.StatusCode == http.StatusForbidden:
		return ErrRemoteModel.Naming(model)
	case s.StatusCode == http.StatusBadRequest && strings.Contains(s.ErrorMessage, "context length"):
		return ErrPromptTooLong
	default:
		return ErrServer.Naming(s.StatusCode)
	}
}

func (s *server) missing() *review.Error { return ErrNoServer.Naming(s.address) }

var errUnreadable = errors.New("unreadable answer")

// wordless keeps of a cause what cannot hold a server's words. The library
// puts whole lines of the stream into its errors, and these hold the reply.
func wordless(err error) error {
	var op *net.OpError
	switch {
	case errors.As(err, &op):
		return op
	case errors.Is(err, io.ErrUnexpectedEOF):
		return io.ErrUnexpectedEOF
	case errors.Is(err, io.EOF):
		return io.EOF
	default:
		return errUnreadable
	}
}
