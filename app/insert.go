package app

// Phrases are the words that the service keeps ready for its replies.
type Phrases struct {
	House    []string `json:"house"`    // its own sentences
	Contacts []string `json:"contacts"` // how to reach it: those that are set
}

// Phrases reads them.
func (a *Desk) Phrases() (Phrases, error) {
	s, err := a.desk.Settings(a.ctx)
	out := Phrases{House: append([]string{}, s.Service.Phrases...), Contacts: []string{}}
	for _, way := range []string{s.Service.Phone, s.Service.Email, s.Service.URL, s.Service.Address} {
		if way != "" {
			out.Contacts = append(out.Contacts, way)
		}
	}
	return out, err
}
