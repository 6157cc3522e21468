package privacy

import "testing"

// TestNothingPersonal holds sentences of shapes that once were taken for
// personal data. Every one is invented.
func TestNothingPersonal(t *testing.T) {
	for _, text := range []string{
		"La plateforme (Perceval) ne répond pas.",
		"J’ai passé le contrôle à Vaux le Guillaume en mars.",
		"Mon extrait d’acte de naissanceJai reçu un accusé le 03/05/2021.",
		"2 actes de naissance : un seul est venu\nJ’ai écrit le 7 avril une lettre.",
		"le jour de son 18ème anniversaire (4 mai 2016) rien n’a bougé",
		"J’ai écrit au tribunal d’instance annexe 14 rue Nicolet et rien.",
		"Le standard de la Trésorerie de Paris (01 40 12 34 56) sonne dans le vide.",
		"J’ai appelé la CNAV au 09 71 10 12 34.",
		"écrire à b075123@dgfip.finances.gouv.fr",
		"Un message de \"no-reply\"@interieur.gouv.fr est venu.",
		"Le consulat de Ho Chi Minh ville est parfait.",
		"Prendre rdv avec Synbird est pénible.",
		"Merci.\nNew York City",
		"J’ai écrit à madame la PréfèteJe suis revenue.",
		"une agente du M.A.E. furent jugées",
		"N.B. : le reste va bien. Un Grand merci I !",
		"ma conjointe allait bien, une jeune femme adorable, un enfant polyallergique",
		"J’ai signé numériquement ma déclaration, grâce à lapplication et merci à lequipe",
		"dans les départements 01, 02, 03, 04, 05 rien ne va",
		"Appelez le 3939, le 36 46, le 0 806 000 126 ou le 118 218.",
		"selon l’article L. 111-2, le cerfa 12100*02 et la loi 78-17",
		"ouvert de 9h00 à 12h30 et de 14h à 17h, 1 234,56 euros, 75 %",
		"Je suis Né Sous Une Bonne Étoile",
		"Service client au 0 809 54 01 54, prix d’un appel local",
		"sip.valbourg@dgfip.finances.gouv.fr",
		"j’habite un coin reculé de Denain, sur sa boîte mail perso. Tant pis",
		"Accueil superbe. un accueil parfait au guichet",
		"un courrier en octobre 2018.Malgré mes relances, dossier clos",
		"le site de Brest (29200) est fermé, la mairie de Cholet (49300) aussi",
		"la résidence Les Tilleuls est bien tenue, zéro un deux trois partez",
		"entre le quinze mars et le vingt avril rien",
		"MERCI A TOUTE L’EQUIPE POUR SON AIDE",
	} {
		if got := Detect(text); len(got) > 0 {
			t.Errorf("Detect(%q) = %+v, want nothing", text, got)
		}
	}
}

// TestWorn holds forms that hurried people, scanners and telephones give.
func TestWorn(t *testing.T) {
	tests := []struct{ text, kind, want string }{
		{"(+33) 6 39 98 12 34", Phone, "(+33) 6 39 98 12 34"},
		{"joignable au +262 (0)692 12 34 56", Phone, "+262 (0)692 12 34 56"},
		{"Allemagne : +49 151 39981234", Phone, "+49 151 39981234"},
		{"N° AGDREF : 0360240543", Foreigner, "0360240543"},
		{"carte d’identité n° 02 14 84 60 90 83", IDCard, "02 14 84 60 90 83"},
		{"n° de dossier 75-2023-00123", Case, "75-2023-00123"},
		{"réclamation n° 0491287549", Case, "0491287549"},
		{"N° alloc. 585.7383", CAF, "585.7383"},
		{"FR-76-9999-9000-4212-3456-7890-119", IBAN, "FR-76-9999-9000-4212-3456-7890-119"},
		{"j’ai vu le jour le 20/05/1992", Birthdate, "20/05/1992"},
		{"Né à Dakar le 05.01.63", Birthdate, "05.01.63"},
		{"né le mardi 3 mars 1962", Birthdate, "3 mars 1962"},
		{"né le 03/03/62", Birthdate, "03/03/62"},
		{"lea.talec [arobase] courriel.example", Email, "lea.talec [arobase] courriel.example"},
		{"lea.talec@courriel .fr", Email, "lea.talec@courriel .fr"},
		{"demeurant lieu-dit Kervanec", Address, "lieu-dit Kervanec"},
		{"appt 22, 14 bis rue du Moulin, 29000 Quimper", Address, "appt 22, 14 bis rue du Moulin, 29000 Quimper"},
		{"B.P. 701\n29000 Quimper Cedex 04", Address, "B.P. 701\n29000 Quimper Cedex 04"},
		{"ma sœur Kadane", Person, "Kadane"},
		{"Mme N’Guessandre attend", Person, "Mme N’Guessandre"},
		{"signé X. GUÉTAULT", Person, "X. GUÉTAULT"},
		{"je suis tiwenn derouvillec", Person, "tiwenn derouvillec"},
		{"Voilà.\n\nKadane", Person, "Kadane"},
		{"l’agent Kadane D. a refusé", Person, "Kadane D."},
		{"kadane m’a reçue", Person, "kadane"},
	}
	for _, tt := range tests {
		if got := Detect(tt.text); len(got) != 1 || got[0].Kind != tt.kind || got[0].Text != tt.want && got[0].Text != tt.want+"." {
			t.Errorf("Detect(%q) = %+v, want %s %q", tt.text, got, tt.kind, tt.want)
		}
	}
}
