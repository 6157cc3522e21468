package review

import (
	"errors"
	"fmt"
)

// Kind sorts errors by what the caller can do about them; the verbs turn it
// into their exit status.
type Kind int

// The kinds.
const (
	Failed  Kind = iota + 1 // the machine or a file failed
	Misused                 // the call itself is wrong
	Refused                 // a rule of the house says no
)

// Error is what an agent is shown: a stable code, a sentence, a hint. The
// cause is for the log only and never holds the text of a review.
type Error struct {
	Code    string
	Kind    Kind
	Message Text
	Hint    Text
	Lasting bool // trying again would give the same
	Cause   error
}

// Error gives the code and the cause, for logs and wrapped errors.
func (e *Error) Error() string {
	if e.Cause == nil {
		return e.Code
	}
	return e.Code + ": " + e.Cause.Error()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is compares by code, so that an error with details matches its sentinel.
func (e *Error) Is(target error) bool {
	var t *Error
	return errors.As(target, &t) && t.Code == e.Code
}

// With gives the same error carrying its cause.
func (e *Error) With(cause error) *Error {
	c := *e
	c.Cause = cause
	return &c
}

// Naming gives the same error with %s of its sentences replaced, in order.
func (e *Error) Naming(args ...any) *Error {
	c := *e
	c.Message = Text{fmt.Sprintf(e.Message.FR, args...), fmt.Sprintf(e.Message.EN, args...)}
	return &c
}

// Describe gives the error to show for any error: itself when it is one of
// ours, else ErrInternal with it as the cause.
func Describe(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return ErrInternal.With(err)
}

// The errors of the domain. Adapters declare their own beside their code.
var (
	ErrInternal = &Error{Code: "internal", Kind: Failed,
		Message: Text{"Une erreur inattendue s’est produite.", "Something unexpected went wrong."},
		Hint:    Text{"Rien de ce qui était validé n’est perdu. Le journal du profil donne la cause.", "Nothing validated is lost. The profile’s log gives the cause."}}
	ErrNotFound = &Error{Code: "not_found", Kind: Misused,
		Message: Text{"Aucun avis ne porte le numéro %s.", "No review has the number %s."},
		Hint:    Text{"« ecritoire list » donne les numéros.", "“ecritoire list” gives the numbers."}}
	ErrDay = &Error{Code: "day", Kind: Misused,
		Message: Text{FR: "« %s » n’est pas un jour.", EN: "“%s” is not a day."},
		Hint:    Text{FR: "Écrivez l’année, le mois et le jour : 2026-03-31.", EN: "Write the year, the month and the day: 2026-03-31."}}
	ErrNotQuarantined = &Error{Code: "not_quarantined", Kind: Misused,
		Message: Text{FR: "La ligne %s n’attend pas d’être corrigée.", EN: "Line %s is not waiting to be mended."},
		Hint:    Text{FR: "« ecritoire quarantine list » donne les numéros.", EN: "“ecritoire quarantine list” gives the numbers."}}
	ErrNotDiscarded = &Error{Code: "not_discarded", Kind: Misused,
		Message: Text{FR: "La ligne %s n’est pas écartée.", EN: "Line %s is not discarded."},
		Hint:    Text{FR: "« ecritoire quarantine list --discarded » donne celles qui le sont.", EN: "“ecritoire quarantine list --discarded” gives those that are."}}
	ErrStillRejected = &Error{Code: "still_rejected", Kind: Refused,
		Message: Text{FR: "Cette ligne ne peut toujours pas être reprise.", EN: "This line still cannot be taken."},
		Hint:    Text{FR: "Elle reste parmi les lignes mises de côté, avec son motif.", EN: "It stays among the rows kept aside, with its reason."}}
	ErrTransition = &Error{Code: "transition", Kind: Refused,
		Message: Text{"Cet avis ne peut pas changer ainsi.", "This review cannot change like that."},
		Hint:    Text{"« ecritoire show » donne son état et ce qui est permis.", "“ecritoire show” gives its state and what is allowed."}}
	ErrNothingToUndo = &Error{Code: "nothing_to_undo", Kind: Refused,
		Message: Text{"Il n’y a rien à défaire sur cet avis.", "There is nothing to undo on this review."},
		Hint:    Text{"Une décision se défait tant que rien ne l’a suivie.", "A decision can be undone while nothing has followed it."}}
	ErrConflict = &Error{Code: "conflict", Kind: Refused,
		Message: Text{"Cet avis a changé entre-temps.", "This review has changed in the meantime."},
		Hint:    Text{"Rouvrez-le : votre texte reste à l’écran.", "Open it again: your text stays on the screen."}}
	ErrAnsweredElsewhere = &Error{Code: "answered_elsewhere", Kind: Refused,
		Message: Text{"Cet avis a déjà sa réponse sur sa plateforme.", "This review already has its reply on its platform."},
		Hint:    Text{"Il reste ici pour les chiffres ; rien n’est à écrire.", "It stays here for the figures; there is nothing to write."}}
	ErrFourEyes = &Error{Code: "four_eyes", Kind: Refused,
		Message: Text{"Votre service demande qu’un collègue valide.", "Your service asks a colleague to validate."},
		Hint:    Text{"Faites valider (« submit »), puis une autre personne valide.", "Submit it, then somebody else validates."}}
	ErrNameless = &Error{Code: "nameless", Kind: Misused,
		Message: Text{"Il faut le nom de la personne qui valide.", "The name of the person who validates is needed."},
		Hint:    Text{"Indiquez-le avec --by, ou dans les réglages.", "Give it with --by, or in the settings."}}
	ErrReasonless = &Error{Code: "reasonless", Kind: Misused,
		Message: Text{"Il faut un motif écrit.", "A written reason is needed."},
		Hint:    Text{"Indiquez-le avec --reason.", "Give it with --reason."}}
	ErrBlocked = &Error{Code: "blocked", Kind: Refused,
		Message: Text{"Un contrôle bloque cette réponse.", "A check blocks this reply."},
		Hint:    Text{"Corrigez-la, ou écrivez le motif qui la laisse passer (--reason).", "Mend it, or write the reason to let it pass (--reason)."}}
	ErrEmptyReply = &Error{Code: "empty_reply", Kind: Misused,
		Message: Text{"La réponse est vide.", "The reply is empty."},
		Hint:    Text{"Écrivez-la ou demandez un brouillon.", "Write it or ask for a draft."}}
)

func refuseTransition(s State, a Action) error {
	e := *ErrTransition
	e.Message = Text{
		fmt.Sprintf("Un avis %s ne peut pas être %s.", s.Label().FR, a.Label().FR),
		fmt.Sprintf("A review that is %s cannot be %s.", s.Label().EN, a.Label().EN)}
	return &e
}
