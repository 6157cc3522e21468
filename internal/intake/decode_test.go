package intake

import (
	"bytes"
	"testing"
)

// TestLateAccent: the first byte that is not UTF-8 stands after 64 KiB.
func TestLateAccent(t *testing.T) {
	b := bytes.NewBufferString("ID experience,Date de publication,Titre,Description,Ressenti usager\n")
	for i := range 4000 {
		b.WriteString(good(i))
	}
	b.WriteString("9999,05/09/2026,T,\xe9t\xe9 \x92,Positif\n9998,05/09/2026,T,déjÃ\u00a0 &amp; l&#39;Ã©tÃ©,Positif\n")
	rows, _ := rowsOf(t, file(t, b.Bytes()), Options{})
	if got := rows[4000].Review.Text; got != "été ’" {
		t.Errorf("%q", got)
	}
}

func TestMend(t *testing.T) {
	for in, want := range map[string]string{
		"Ã©tÃ©": "été", "dâ€™ici": "d’ici", "grâce à Âge": "grâce à Âge", "a&nbsp;b &lt;": "a b <", "x\u0092y": "x’y", "=1+1": "=1+1", "fini.Autre": "fini.Autre", "a\x00b": "ab",
	} {
		if got := mend(in); got != want {
			t.Errorf("mend(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestUTF16WithoutMark: nothing but the NULs tells it.
func TestUTF16WithoutMark(t *testing.T) {
	for _, big := range []bool{false, true} {
		for _, rows := range []int{1, 500} {
			text := head
			for i := range rows {
				text += good(i)
			}
			whole := utf16Bytes(text, big)[2:]
			f, err := Read(bytes.NewReader(whole), "")
			if err != nil {
				t.Fatalf("big %v, %d rows: %v", big, rows, err)
			}
			if want := map[bool]string{false: utf16LE, true: utf16BE}[big]; f.Encoding != want {
				t.Errorf("%s, want %s", f.Encoding, want)
			}
			got, err := read(t, whole)
			if err != nil || len(got) != rows || got[0].Review.Text != "Texte" || got[0].Review.ExternalID != "0" {
				t.Errorf("big %v: %v, %d rows: %+v", big, err, len(got), got[0])
			}
		}
	}
}

// TestMixedEncodings: two programs wrote into one file; each line is read in
// its own encoding, whatever stands around it.
func TestMixedEncodings(t *testing.T) {
	f, err := Read(bytes.NewReader([]byte(head+"1,05/09/2026,T,été,Positif\n2,05/09/2026,T,\xe9t\xe9,Positif\n3,05/09/2026,T,Ã©tÃ©,Positif\n4,05/09/2026,T,\"\xe9t\xe9\nété\",Positif\n")), "")
	if err != nil || f.Encoding != mixed {
		t.Fatalf("%v, %+v", err, f)
	}
	rows, err := first(f, 10)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, rows, "été|été|été|été\nété")
}
