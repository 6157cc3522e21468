package intake

import "ecritoire/internal/review"

// voxusagers is the older export of the same platform, from when it was called
// Vox Usagers. Some exports lost the apostrophe of "l’expérience".
var voxusagers = format{
	name: "voxusagers", signs: []string{"id", "etat de l experience|etat de lexperience", "ecrit le|date de publication", "ressenti usager"},
	usual:  []string{"ecrit le", "date de premiere reponse", "intitule typologie 1", "description"},
	fields: spplusFields, row: voxusagersRow,
}

func voxusagersRow(c cells) (review.Review, error) {
	written, err := parseDate(c.get("ecrit le"))
	if err != nil {
		written, err = parseDate(c.get("date de publication"))
	}
	r := c.experience(written)
	r.ExternalID = c.get("id")
	r.AnsweredElsewhere = r.AnsweredElsewhere || c.get("date de premiere reponse") != ""
	return r, sound(r, err)
}
