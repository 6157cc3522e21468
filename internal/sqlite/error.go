package sqlite

import (
	"errors"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"ecritoire/internal/review"
)

// The errors of the store.
var (
	ErrBusy = &review.Error{Code: "profile_busy", Kind: review.Refused,
		Message: review.Text{FR: "Ce profil est déjà ouvert par %s.", EN: "This profile is already open in %s."},
		Hint:    review.Text{FR: "Fermez l’autre fenêtre, ou choisissez un autre dossier avec --data.", EN: "Close the other window, or choose another folder with --data."}}
	ErrNewerSchema = &review.Error{Code: "newer_schema", Kind: review.Refused,
		Message: review.Text{FR: "Ce profil vient d’une version plus récente d’Écritoire.", EN: "This profile comes from a newer version of Écritoire."},
		Hint:    review.Text{FR: "Mettez l’application à jour ; le profil n’a pas été touché.", EN: "Update the application; the profile has not been touched."}}
	ErrDiskFull = &review.Error{Code: "disk_full", Kind: review.Failed,
		Message: review.Text{FR: "Le disque est plein : rien n’a été enregistré de cette action.", EN: "The disk is full: nothing of this action was saved."},
		Hint:    review.Text{FR: "Libérez de la place, puis recommencez ; ce qui était enregistré l’est toujours.", EN: "Free some space, then try again; what was saved still is."}}
	ErrNotAProfile = &review.Error{Code: "not_a_profile", Kind: review.Failed,
		Message: review.Text{FR: "Ce dossier de profil ne peut pas être ouvert.", EN: "This profile folder cannot be opened."},
		Hint:    review.Text{FR: "Vérifiez le chemin et les droits, ou choisissez un autre dossier avec --data.", EN: "Check the path and the rights, or choose another folder with --data."}}
)

// explain turns what SQLite reports into an error an agent can act on.
func explain(err error) error {
	var e *driver.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_FULL, lib.SQLITE_IOERR:
		return ErrDiskFull.With(err)
	case lib.SQLITE_NOTADB, lib.SQLITE_CANTOPEN, lib.SQLITE_CORRUPT, lib.SQLITE_PERM, lib.SQLITE_READONLY:
		return ErrNotAProfile.With(err)
	}
	return err
}
