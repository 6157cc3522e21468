package desk

import "ecritoire/internal/review"

// The errors of the use cases.
var (
	ErrStopped = &review.Error{Code: "stopped", Kind: review.Failed,
		Message: review.Text{FR: "Le brouillon a été arrêté ; ce qui était écrit est gardé.", EN: "The draft was stopped; what was written is kept."},
		Hint:    review.Text{FR: "Complétez-le à la main ou demandez-en un autre.", EN: "Complete it by hand or ask for another."}}
	ErrNothingWritten = &review.Error{Code: "nothing_written", Kind: review.Failed,
		Message: review.Text{FR: "Le modèle n’a rien écrit.", EN: "The model wrote nothing."},
		Hint:    review.Text{FR: "Recommencez, ou demandez un brouillon à la trame, sans modèle.", EN: "Try again, or ask trame for a draft, without a model."}}
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
)
