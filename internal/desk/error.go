package desk

import "ecritoire/internal/review"

// The errors of the use cases.
var (
	ErrStopped = &review.Error{Code: "stopped", Kind: review.Failed,
		Message: review.Text{FR: "Le brouillon a été arrêté ; ce qui était écrit est gardé.", EN: "The draft was stopped; what was written is kept."},
		Hint:    review.Text{FR: "Complétez-le à la main ou demandez-en un autre.", EN: "Complete it by hand or ask for another."}}
	ErrCancelled = &review.Error{Code: "cancelled", Kind: review.Failed,
		Message: review.Text{FR: "Arrêté à votre demande.", EN: "Stopped at your word."},
		Hint:    review.Text{FR: "Rien n’est à moitié fait : relancez quand vous voulez, une copie reprend où elle en était.", EN: "Nothing is half done: start again when you like, a copy goes on where it was."}}
	ErrSnooze = &review.Error{Code: "snooze", Kind: review.Misused,
		Message: review.Text{FR: "On ne peut reporter un avis qu’à un jour à venir, d’ici un an.", EN: "A review can only be put off to a day ahead, within a year."},
		Hint:    review.Text{FR: "Donnez un jour, par exemple demain.", EN: "Give a day, tomorrow for example."}}
	ErrNothingWritten = &review.Error{Code: "nothing_written", Kind: review.Failed,
		Message: review.Text{FR: "Le modèle n’a rien écrit.", EN: "The model wrote nothing."},
		Hint:    review.Text{FR: "Recommencez, ou demandez un brouillon à la trame, sans modèle.", EN: "Try again, or ask trame for a draft, without a model."}, Lasting: true}
	ErrNoWriter = &review.Error{Code: "no_writer", Kind: review.Misused,
		Message: review.Text{FR: "Aucun rédacteur ne s’appelle « %s ».", EN: "No writer is called “%s”."},
		Hint:    review.Text{FR: "Rédacteurs : trame, ollama.", EN: "Writers: trame, ollama."}}
	ErrSetting = &review.Error{Code: "setting", Kind: review.Misused,
		Message: review.Text{FR: "Aucun réglage ne s’appelle « %s ».", EN: "No setting is called “%s”."},
		Hint:    review.Text{FR: "« ecritoire settings get » les donne tous.", EN: "“ecritoire settings get” lists them all."}}
	ErrSettingValue = &review.Error{Code: "setting_value", Kind: review.Misused,
		Message: review.Text{FR: "Cette valeur ne convient pas au réglage « %s ».", EN: "This value does not suit the setting “%s”."},
		Hint:    review.Text{FR: "Rien n’a été changé.", EN: "Nothing was changed."}}
	ErrNothingToExport = &review.Error{Code: "nothing_to_export", Kind: review.Refused,
		Message: review.Text{FR: "Aucune réponse validée n’attend d’être exportée.", EN: "No validated reply is waiting to be exported."},
		Hint:    review.Text{FR: "Validez-en d’abord, ou ajoutez --again pour reprendre celles déjà exportées.", EN: "Validate some first, or add --again to repeat those already exported."}}
	ErrNoDraftWanted = &review.Error{Code: "no_draft_wanted", Kind: review.Refused,
		Message: review.Text{FR: "Cet avis a déjà un texte ou une décision : la machine n’écrit pas par-dessus.", EN: "This review already has a text or a decision: the machine does not write over it."},
		Hint:    review.Text{FR: "Ouvrez-le et demandez vous-même un autre brouillon.", EN: "Open it and ask for another draft yourself."}}
	ErrReason = &review.Error{Code: "reject_reason", Kind: review.Misused,
		Message: review.Text{FR: "Ce motif de rejet n’existe pas.", EN: "There is no such reason for rejecting."},
		Hint:    review.Text{FR: "Choisissez wrong, missed, tone, length, language ou other.", EN: "Choose wrong, missed, tone, length, language or other."}}
	ErrRejectLate = &review.Error{Code: "reject_late", Kind: review.Refused,
		Message: review.Text{FR: "Un brouillon ne se rejette que tant que la réponse est au travail.", EN: "A draft can only be rejected while its reply is at work."},
		Hint:    review.Text{FR: "Rouvrez la réponse, ou renvoyez-la, puis rejetez le brouillon.", EN: "Reopen the reply, or send it back, then reject the draft."}}
	ErrNoSuchDraft = &review.Error{Code: "no_such_draft", Kind: review.Misused,
		Message: review.Text{FR: "Cette version n’existe pas, ou n’a pas été rédigée par la machine.", EN: "There is no such version, or the machine did not write it."},
		Hint:    review.Text{FR: "« show » donne les numéros des versions.", EN: "“show” gives the numbers of the versions."}}
	ErrNoPrompt = &review.Error{Code: "no_prompt", Kind: review.Refused,
		Message: review.Text{FR: "Aucun modèle n’a écrit cette version : il n’y a rien à montrer.", EN: "No model wrote this version: there is nothing to show."},
		Hint:    review.Text{FR: "Choisissez une version rédigée par un modèle.", EN: "Choose a version that a model drafted."}}
	ErrNothingToTry = &review.Error{Code: "nothing_to_try", Kind: review.Misused,
		Message: review.Text{FR: "Aucun avis avec un texte n’a été trouvé dans ce dossier.", EN: "No review with a text was found in that folder."},
		Hint:    review.Text{FR: "Donnez un dossier qui contient des fichiers d’avis, comme ceux que « import » lit.", EN: "Give a folder that holds files of reviews, such as those that “import” reads."}}
	ErrReport = &review.Error{Code: "report", Kind: review.Failed,
		Message: review.Text{FR: "Le rapport n’a pas pu être écrit.", EN: "The report could not be written."},
		Hint:    review.Text{FR: "Choisissez avec --out un dossier où vous pouvez écrire.", EN: "Choose with --out a folder that you may write to."}}
	ErrLength = &review.Error{Code: "length", Kind: review.Misused,
		Message: review.Text{FR: "Cette longueur n’existe pas.", EN: "There is no such length."},
		Hint:    review.Text{FR: "Choisissez short ou long, ou rien.", EN: "Choose short or long, or nothing."}}
	ErrOnBattery = &review.Error{Code: "on_battery", Kind: review.Refused,
		Message: review.Text{FR: "Le poste est sur sa batterie : la file des brouillons attend votre accord.", EN: "The workstation runs on its battery: the queue of drafts waits for your word."},
		Hint:    review.Text{FR: "Branchez-le, ou ajoutez --on-battery.", EN: "Plug it in, or add --on-battery."}}
	ErrQueuePaused = &review.Error{Code: "queue_paused", Kind: review.Refused,
		Message: review.Text{FR: "La file des brouillons est en pause.", EN: "The queue of drafts is paused."},
		Hint:    review.Text{FR: "« ecritoire queue resume » la relance.", EN: "“ecritoire queue resume” lets it go on."}}
	ErrQueueFailing = &review.Error{Code: "queue_failing", Kind: review.Failed,
		Message: review.Text{FR: "La file des brouillons s’est arrêtée après plusieurs échecs de suite.", EN: "The queue of drafts stopped after several failures in a row."},
		Hint:    review.Text{FR: "« ecritoire queue list » dit lesquels ; une fois la cause levée, « ecritoire queue resume ».", EN: "“ecritoire queue list” tells which; once mended, “ecritoire queue resume”."}}
)
