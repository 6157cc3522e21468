package intake

import "ecritoire/internal/review"

// The errors of reading files. Their sentences name no text of a review.
var (
	// ErrUnreadable: the file cannot be opened, or broke off while it was read.
	ErrUnreadable = &review.Error{Code: "file_unreadable", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier ne peut pas être lu.", EN: "This file cannot be read."},
		Hint:    review.Text{FR: "Vérifiez son chemin et vos droits d’accès.", EN: "Check its path and your rights to it."}}
	// ErrNotAFile: a folder that is no Takeout, a pipe, a device.
	ErrNotAFile = &review.Error{Code: "not_a_file", Kind: review.Misused,
		Message: review.Text{FR: "Ce chemin est un dossier sans avis ou un objet spécial, pas un fichier.", EN: "This path is a folder without reviews or a special object, not a file."},
		Hint:    review.Text{FR: "Indiquez le fichier lui-même, ou le dossier d’un export Google Takeout\u202f; d’un export en plusieurs archives, indiquez-les l’une après l’autre.", EN: "Give the file itself, or the folder of a Google Takeout export; of an export in several archives, give one after the other."}}
	// ErrEmpty: nothing but blanks.
	ErrEmpty = &review.Error{Code: "file_empty", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier est vide.", EN: "This file is empty."},
		Hint:    review.Text{FR: "Refaites l’export depuis la plateforme.", EN: "Export it again from the platform."}}
	// ErrBinary: neither text nor a spreadsheet nor a Takeout.
	ErrBinary = &review.Error{Code: "file_binary", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier n’est ni un texte, ni un tableur, ni un export Google.", EN: "This file is neither text, nor a spreadsheet, nor a Google export."},
		Hint:    review.Text{FR: "Choisissez un fichier CSV, XLSX, ODS ou JSON\u202f; s’il est dans une archive, décompressez-la d’abord.", EN: "Choose a CSV, XLSX, ODS or JSON file; if it is in an archive, unpack it first."}}
	// ErrOldWorkbook: Excel's formats before 2007, its binary one, and its
	// encrypted workbooks, which bear the same mark as the old ones.
	ErrOldWorkbook = &review.Error{Code: "file_old_workbook", Kind: review.Refused,
		Message: review.Text{FR: "Ce classeur est d’un ancien format d’Excel (.xls), binaire (.xlsb) ou protégé par un mot de passe.", EN: "This workbook is in an old format of Excel (.xls), binary (.xlsb) or locked by a password."},
		Hint:    review.Text{FR: "Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en CSV, sans mot de passe.", EN: "Open it in a spreadsheet and save it as .xlsx or CSV, without a password."}}
	// ErrNumbers: a document of Apple's spreadsheet.
	ErrNumbers = &review.Error{Code: "file_numbers", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier est un document Numbers.", EN: "This file is a Numbers document."},
		Hint:    review.Text{FR: "Dans Numbers, exportez-le en Excel ou en CSV.", EN: "In Numbers, export it to Excel or CSV."}}
	// ErrDamaged: an archive cut short, or a workbook whose parts do not fit.
	ErrDamaged = &review.Error{Code: "file_damaged", Kind: review.Failed,
		Message: review.Text{FR: "Ce fichier est abîmé ou incomplet.", EN: "This file is damaged or incomplete."},
		Hint:    review.Text{FR: "Refaites l’export ou la copie, puis recommencez. Rien n’a été importé.", EN: "Export or copy it again, then try again. Nothing was imported."}}
	// ErrTooLarge: more than a workstation should unpack.
	ErrTooLarge = &review.Error{Code: "file_too_large", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier se déplie en bien plus de données qu’un export d’avis n’en contient.", EN: "This file unpacks into far more data than an export of reviews holds."},
		Hint:    review.Text{FR: "S’il vient bien de votre service, enregistrez-le en CSV et importez celui-ci. Rien n’a été importé.", EN: "If it really comes from your service, save it as CSV and import that. Nothing was imported."}}
	// ErrTooWide: a header of more columns, or of longer names, than any export has.
	ErrTooWide = &review.Error{Code: "file_too_wide", Kind: review.Refused,
		Message: review.Text{FR: "L’en-tête de ce fichier est bien plus long que celui d’un export d’avis.", EN: "This file’s header is far longer than that of an export of reviews."},
		Hint:    review.Text{FR: "Gardez-en les colonnes utiles et enregistrez-le de nouveau. Rien n’a été importé.", EN: "Keep the columns that matter and save it again. Nothing was imported."}}
	// ErrNested: JSON deeper than any export.
	ErrNested = &review.Error{Code: "file_nested", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier JSON est imbriqué bien plus profondément qu’un export d’avis.", EN: "This JSON file is nested far deeper than an export of reviews."},
		Hint:    review.Text{FR: "Refaites l’export depuis la plateforme. Rien n’a été importé.", EN: "Export it again from the platform. Nothing was imported."}}
	// ErrColumns: JSON written column by column that does not tell which cells
	// belong together, or is too large to be turned round.
	ErrColumns = &review.Error{Code: "file_columns", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier JSON est écrit colonne par colonne, et ses avis ne s’y retrouvent pas sûrement.", EN: "This JSON file is written column by column, and its reviews cannot surely be put together again."},
		Hint:    review.Text{FR: "Refaites l’export ligne par ligne\u00a0: en CSV ou, avec pandas, orient=\"records\". Rien n’a été importé.", EN: "Export it row by row: as CSV or, with pandas, orient=\"records\". Nothing was imported."}}
	// ErrUnsure: no format is sure enough. The candidates and the columns
	// stand in the hint, where there are any: see unsure.
	ErrUnsure = &review.Error{Code: "format_unsure", Kind: review.Refused,
		Message: review.Text{FR: "Les colonnes de ce fichier ne sont sûrement celles d’aucun format connu.", EN: "This file’s columns are not surely those of any known format."},
		Hint:    review.Text{FR: "Son début ne se lit pas comme un tableau\u00a0: enregistrez-le en CSV, XLSX, ODS ou JSON.", EN: "Its beginning does not read as a table: save it as CSV, XLSX, ODS or JSON."}}
	// ErrUnknownFormat: the call names a format that does not exist.
	ErrUnknownFormat = &review.Error{Code: "unknown_format", Kind: review.Misused,
		Message: review.Text{FR: "Le format «\u00a0%s\u00a0» est inconnu.", EN: "The format “%s” is unknown."},
		Hint:    review.Text{FR: "Formats lus\u00a0: spplus, spplus-json, voxusagers, jdma, google, play, mapped.", EN: "Formats read: spplus, spplus-json, voxusagers, jdma, google, play, mapped."}}
	// ErrOtherFormat: the file lacks the columns of the format that was asked for.
	ErrOtherFormat = &review.Error{Code: "other_format", Kind: review.Refused,
		Message: review.Text{FR: "Ce fichier n’a pas les colonnes du format «\u00a0%s\u00a0».", EN: "This file does not have the columns of the format “%s”."},
		Hint:    review.Text{FR: "Laissez reconnaître le format, ou dites quelle colonne donne quoi.", EN: "Let the format be recognised, or say which column gives what."}}
	// ErrMapping: the mapping names a column that the file lacks, or neither text nor date.
	ErrMapping = &review.Error{Code: "mapping", Kind: review.Misused,
		Message: review.Text{FR: "La correspondance des colonnes ne convient pas à ce fichier.", EN: "The mapping of columns does not fit this file."},
		Hint:    review.Text{FR: "Il faut au moins une colonne pour le texte et une pour la date, nommées comme dans le fichier.", EN: "At least a column for the text and one for the date are needed, named as in the file."}}
)
