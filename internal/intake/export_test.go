package intake

import (
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// TestMoments: dates as other programs than the platforms' own write them.
func TestMoments(t *testing.T) {
	for text, want := range map[string]string{
		"26/10/2019 à 23:44": "2019-10-26 23:44", "26/10/2019 23h44": "2019-10-26 23:44", "26/10/2019, 23:44:05": "2019-10-26 23:44",
		"26/10/19": "2019-10-26 00:00", "6/1/21 08:30": "2021-01-06 08:30", "20191026": "2019-10-26 00:00", "5 févr. 2024": "2024-02-05 00:00",
		"5 sept 2024 à 9h05": "2024-09-05 09:05", "Mar 5, 2024": "2024-03-05 00:00", "43764": "2019-10-26 00:00", "43764,5": "2019-10-26 12:00",
		"1572126240000": "2019-10-26 23:44", "2019/10/26 23:44": "2019-10-26 23:44",
		"03/25/2024": "", "05/03/2024 2:05 PM": "", "31/02/2021": "", "12345": "", "2019": "", "26/13/19": "",
	} {
		got, err := parseDate(text)
		if want == "" && err == nil || want != "" && (err != nil || got.In(review.Paris).Format("2006-01-02 15:04") != want) {
			t.Errorf("%q gave %v, %v; want %q", text, got, err, want)
		}
	}
}

// TestWholeEntities: an entity has its semicolon; an address keeps its
// parameters.
func TestWholeEntities(t *testing.T) {
	for cell, want := range map[string]string{
		"voir https://service.example/?a=1&region=2&section=3&copy=1": "voir https://service.example/?a=1&region=2&section=3&copy=1",
		"Attente&nbsp;longue &amp; p&eacute;nible, l&#39;accueil":     "Attente longue & pénible, l'accueil",
		"R&D ; &inconnue; &#x20AC;":                                   "R&D ; &inconnue; €",
	} {
		if got := mend(cell); got != want {
			t.Errorf("%q gave %q, want %q", cell, got, want)
		}
	}
}

// TestJDMAOfItsJob: the export that Je donne mon avis writes for large services,
// where a question may stand under two names that fold alike.
func TestJDMAOfItsJob(t *testing.T) {
	content := "Review ID,Form ID,Product ID,Button ID,XWiki ID,Review Created At,De façon générale, comment ça s’est passé ?"
	content = strings.Replace(content, "De façon générale, comment ça s’est passé ?", `"De façon générale, comment ça s’est passé ?","De façon générale, comment ça s’est passé ? ",Souhaitez-vous nous en dire plus ?`, 1) +
		"\n0a1b2c3,1,2,3,,2024-03-05 14:22:00,Pas bien,,Trop long\n0a1b2c4,1,2,3,,2024-03-06 08:00:00,,Très bien,\n"
	rows, _ := rowsOf(t, file(t, []byte(content)), Options{})
	if len(rows) != 2 || rows[0].Review.Sentiment != review.Negative || rows[0].Review.Text != "Trop long" || rows[1].Review.Sentiment != review.Positive || rows[0].Review.ExternalID != "0a1b2c3" {
		t.Fatalf("%+v", rows)
	}
	if at := rows[0].Review.WrittenAt; !at.Equal(time.Date(2024, 3, 5, 14, 22, 0, 0, review.Paris)) {
		t.Errorf("written at %v", at)
	}
}

// TestWrappedJSON: records that stand deeper in a file than in its outermost
// array.
func TestWrappedJSON(t *testing.T) {
	one, two := jsonAvis("1", "un"), jsonAvis("2", "deux")
	for name, content := range map[string]string{
		"portal, version 2.0": `{"total_count":2,"links":[{"rel":"self"}],"records":[{"links":[],"record":{"id":"a","size":3,"fields":` + one + `}},{"links":[],"record":{"id":"b","fields":` + two + `}}]}`,
		"portal, version 1":   `[{"datasetid":"x","recordid":"a","fields":` + one + `},{"datasetid":"x","recordid":"b","fields":` + two + `}]`,
		"geojson":             `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":` + one + `},{"type":"Feature","geometry":null,"properties":` + two + `}]}`,
		"two wrappers":        `{"meta":{"rows":3},"data":{"count":2,"items":[` + one + `,` + two + `],"next":null},"links":[{"a":1}]}`,
		"two lists in one":    `{"data":{"items":[` + one + `]},"results":[` + two + `]}`,
	} {
		if got := textsOf(t, file(t, []byte(content))); got != "un|deux" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestNoTableAtAll: a file that does not even begin as a table is refused with
// what to do, though there are no columns to name.
func TestNoTableAtAll(t *testing.T) {
	for _, content := range []string{`<?xml version="1.0"?><office:document>x</office:document>`, "<html><a href=\"x\">y</a></html>\n"} {
		_, err := Open(file(t, []byte(content)), "")
		if e := review.Describe(err); e.Code != ErrUnsure.Code || e.Hint.FR == "" || e.Hint.EN == "" {
			t.Errorf("%q: %+v", content, e)
		}
	}
}
