package privacy

import "testing"

// TestSpokenForms holds forms in which people say when they were born, who they
// are to the CAF and how to call them, and that were missed. Every datum is
// invented.
func TestSpokenForms(t *testing.T) {
	for _, tt := range []struct{ text, kind, want string }{
		{"née en mars 1987 à Pau", Birthdate, "mars 1987"},
		{"j’ai vu le jour en août 1935", Birthdate, "août 1935"},
		{"mon fils, né à Lyon en avril 2011", Birthdate, "avril 2011"},
		{"née le 06|03|1960", Birthdate, "06|03|1960"},
		{"date de naissance du conjoint : février 1930", Birthdate, "février 1930"},
		{"j’attends l’acte de naissance. Je suis née en janvier 1976", Birthdate, "janvier 1976"},
		{"ce formulaire va bien. Notre fils est né en août 1966", Birthdate, "août 1966"},
		{"ma date de naissance est bien novembre 1941", Birthdate, "novembre 1941"},
		{"Date de naissance (jj/mm/aaaa) *\nmai 1949", Birthdate, "mai 1949"},
		{"anniv le 4/11/72", Birthdate, "4/11/72"},
		{"dn: 4/11/72", Birthdate, "4/11/72"},
		{"on m’a fait naître le 4/11/72", Birthdate, "4/11/72"},
		{"je suis une enfant de mai 1968", Birthdate, "mai 1968"},
		{"je suis de mai 1955", Birthdate, "mai 1955"},
		{"DDN : juin 1965", Birthdate, "juin 1965"},
		{"Date de nais. : 17 août 2003", Birthdate, "17 août 2003"},
		{"naiss. 12.08.1981", Birthdate, "12.08.1981"},
		{"D.N. : 05/06/62", Birthdate, "05/06/62"},
		{"mon grand-père naquit le 23_06_1931", Birthdate, "23_06_1931"},
		{"l’accouchement le 8 sept. 2019 s’est bien passé", Birthdate, "8 sept. 2019"},
		{"date de naissance : 22 du 3 1974", Birthdate, "22 du 3 1974"},
		{"né le 17 avril, 1929", Birthdate, "17 avril, 1929"},
		{"né le 1er mar 1960", Birthdate, "1er mar 1960"},
		{"vous avez écrit 10 janv. 1948 comme date de naissance", Birthdate, "10 janv. 1948"},
		{"le 4/12/1981 est ma date de naissance", Birthdate, "4/12/1981"},
		{"bébé arrivé le 12/02/2018 (naissance)", Birthdate, "12/02/2018"},
		{"date of birth: 11/1/1931", Birthdate, "11/1/1931"},
		{"I was born on 21st December 1956", Birthdate, "21st December 1956"},
		{"I was born on March 12, 1987", Birthdate, "March 12, 1987"},
		{"DOB 4 May 1971", Birthdate, "4 May 1971"},
		{"allocataire n° 4399315/P", CAF, "4399315/P"},
		{"allocataire 6447209(N)", CAF, "6447209(N)"},
		{"matricule 7159793 lettre D", CAF, "7159793 lettre D"},
		{"numéro d’allocataire 5567924 - H", CAF, "5567924 - H"},
		{"numéro d’allocataire 2866586\nC", CAF, "2866586\nC"},
		{"références caf : 2.953.041.A", CAF, "2.953.041.A"},
		{"allocataire 0629228\nX merci", CAF, "0629228\nX"},
		{"3808337 lettre Y est mon numéro d’allocataire", CAF, "3808337 lettre Y"},
		{"allocataire 2953041 A.", CAF, "2953041 A"},
		{"prime d’activité, n° 250.6131Z à la CAF", CAF, "250.6131Z"},
		{"suivi de mon dossier, le numéro 28 56 67 8K à la CAF", CAF, "28 56 67 8K"},
		{"dossier n° 0880238X CAF de Lyon", CAF, "0880238X"},
		{"le n° 0880238X chez la CAF", CAF, "0880238X"},
		{"voici 0880238X numéro allocataire", CAF, "0880238X"},
		{"0880238 - X, c’est mon numéro de CAF", CAF, "0880238 - X"},
		{"mon portable 06:41:36:50:10", Phone, "06:41:36:50:10"},
		{"appelez-moi au zéro six 82 30 57 04", Phone, "zéro six 82 30 57 04"},
		{"tel O5 9O 45 O6 84", Phone, "O5 9O 45 O6 84"},
		{"rappelez au 05, 08, 21, 27, 35", Phone, "05, 08, 21, 27, 35"},
		{"la CAF ne rappelle pas, mon portable : 01 98 87 64 98", Phone, "01 98 87 64 98"},
		{"social security number 1821193477035", NIR, "1821193477035"},
		{"je suis immatriculée 245052B100214", NIR, "245052B100214"},
		{"Me d’Escrivan m’a aidé", Person, "Me d’Escrivan"},
		{"courrier de R. N’Dongala", Person, "R. N’Dongala"},
	} {
		if got := Detect(tt.text); len(got) != 1 || got[0].Kind != tt.kind || got[0].Text != tt.want {
			t.Errorf("Detect(%q) = %+v, want %s %q", tt.text, got, tt.kind, tt.want)
		}
	}
}

// TestSpokenLookAlikes holds what looks like those forms and is nobody's.
func TestSpokenLookAlikes(t *testing.T) {
	for _, text := range []string{
		"ce service né en mars 2016 ne répond plus", "une réforme née en septembre 2023", "les enfants nés après mars 2010",
		"prime à la naissance versée en mars 2024", "acte de naissance demandé en mars 2023", "l’acte de naissance de mon père en mars 2020",
		"j’ai été embauchée en septembre 1984", "je suis de retour en mars 2023", "le 12/03/2023 ma date de naissance a été changée",
		"la CAF me doit 1234567 centimes", "ouvert 09:00-12:00 14:00-17:00", "les départements 01, 02, 03, 04, 05",
		"zéro un euro de remise", "le 12 du 3 2024 au guichet", "anniversaire des 100 ans de la mairie le 12 mars 2022",
	} {
		if got := Detect(text); len(got) != 0 {
			t.Errorf("Detect(%q) = %+v, want nothing", text, got)
		}
	}
}
