package intake

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// TestLookAtAKnownFormat shows what an import would do, mail column included.
func TestLookAtAKnownFormat(t *testing.T) {
	rows := [][]string{jdmaHead}
	for i := range 15 {
		rows = append(rows, []string{"2026-03-01", "F", "S", fmt.Sprint(i), "a@b.fr", "Bien", "x"})
	}
	rows[3][0] = "jamais"
	p, err := Look(file(t, sharedWorkbook(t, rows)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Format != "jdma" || p.Confidence != 1 || p.Container != "xlsx" || p.Encoding != utf8Name || p.Key == "" || p.Candidates[0].Format != "jdma" {
		t.Errorf("%+v", p)
	}
	if len(p.Rows) != 10 || p.Rows[2].Rejected == nil || strings.Contains(p.Rows[2].Rejected.Raw, "a@b.fr") || p.Rows[9].Review.ExternalID != "9" {
		t.Errorf("%d rows", len(p.Rows))
	}
	fields := []string{}
	for _, c := range p.Columns {
		fields = append(fields, fmt.Sprintf("%s %v", c.Field, c.Dropped))
	}
	if got := strings.Join(fields, ","); got != "date false,structure false,tags false,id false, true,sentiment false,text false" {
		t.Errorf("columns %s", got)
	}
}

// TestProgress grows from row to row and ends at 1.
func TestProgress(t *testing.T) {
	lines := []string{}
	sheet := [][]string{{"d", "t"}}
	for i := range 3000 {
		lines = append(lines, fmt.Sprintf(`{"d":"2026-03-01","t":"avis %d %s"}`, i, strings.Repeat("x", 100)))
		sheet = append(sheet, []string{"2026-03-01", fmt.Sprint(i, strings.Repeat("x", 100))})
	}
	for name, content := range map[string][]byte{
		"json lines": []byte(strings.Join(lines, "\n")), "json": []byte("[" + strings.Join(lines, ",") + "]"), "xlsx": workbook(t, sheet),
		"csv": []byte("d,t\n" + strings.Repeat("2026-03-01,"+strings.Repeat("x", 100)+"\n", 3000)),
	} {
		t.Run(name, func(t *testing.T) {
			f, err := OpenAs(file(t, content), Options{Mapping: review.Mapping{review.FieldDate: "d", review.FieldText: "t"}})
			if err != nil {
				t.Fatal(err)
			}
			n, last, steps := 0, 0.0, 0
			for row, err := range f.Rows() {
				if err != nil || row.Rejected != nil {
					t.Fatal(err, row.Rejected)
				}
				if now := f.Progress(); now < last || now > 1 {
					t.Fatalf("from %v to %v", last, now)
				} else if now > last {
					last, steps = now, steps+1
				}
				n++
			}
			if n != 3000 || steps < 3 || f.Progress() < 0.99 {
				t.Errorf("%d rows, %d steps, %v at the end", n, steps, f.Progress())
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestDates reads every layout that exports use, by the clock of Paris.
func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"05/09/2026": "2026-09-05T00:00:00+02:00", "05/09/2026 10:30": "2026-09-05T10:30:00+02:00", "05/09/2026 10:30:15": "2026-09-05T10:30:15+02:00",
		"5/9/2026": "2026-09-05T00:00:00+02:00", "5/9/2026 10:30": "2026-09-05T10:30:00+02:00", "05-09-2026": "2026-09-05T00:00:00+02:00",
		"05-09-2026 10:30": "2026-09-05T10:30:00+02:00", "05.09.2026": "2026-09-05T00:00:00+02:00", "2026/09/05": "2026-09-05T00:00:00+02:00",
		"2026-01-05": "2026-01-05T00:00:00+01:00", "2026-01-05 10:30": "2026-01-05T10:30:00+01:00", "2026-01-05 10:30:15": "2026-01-05T10:30:15+01:00",
		"2026-01-05T10:30": "2026-01-05T10:30:00+01:00", "2026-01-05T10:30:15": "2026-01-05T10:30:15+01:00", "2026-01-05T10:30:15Z": "2026-01-05T11:30:15+01:00",
		"2026-01-05T10:30:15.123456Z": "2026-01-05T11:30:15+01:00", "2026-01-05T10:30:15+04:00": "2026-01-05T07:30:15+01:00",
		"3 août 2026": "2026-08-03T00:00:00+02:00", "1er février 2026 à 9h05": "2026-02-01T09:05:00+01:00", "25 Décembre 2026 09:05": "2026-12-25T09:05:00+01:00",
		"2026-01-05T10:30:15+0400": "2026-01-05T07:30:15+01:00", "2026-01-05 10:30:15+00:00": "2026-01-05T11:30:15+01:00", "2026-01-05 10:30:15 UTC": "2026-01-05T11:30:15+01:00",
		"lundi 3 août 2026": "2026-08-03T00:00:00+02:00", "dimanche, 1er février 2026 à 9h05": "2026-02-01T09:05:00+01:00", "05/09/26": "2026-09-05T00:00:00+02:00", // LibreOffice shows and saves French days so
		"29/03/2026 02:30": "2026-03-29T03:30:00+02:00", // the hour that the clock leaps over
	} {
		got, err := parseDate(in)
		if err != nil || got.In(review.Paris).Truncate(time.Second).Format(time.RFC3339) != want {
			t.Errorf("%q: %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "hier", "31/02/2026", "2026-13-01", "05/09/9999", "05/09/1889", "3 mensis 2026", "0000-00-00", "12/31/2026"} {
		if got, err := parseDate(in); err == nil {
			t.Errorf("%q gave %v", in, got)
		}
	}
}

// TestSerialDates: days as spreadsheets count them, seconds, milliseconds.
func TestSerialDates(t *testing.T) {
	for in, want := range map[string]string{"46082.5": "2026-03-01T12:00:00+01:00", "1772361000": "2026-03-01T11:30:00+01:00", "1772361000000": "2026-03-01T11:30:00+01:00"} {
		if got, err := serial(in); err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%s: %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "x", "5", "1e300", "-46082", "NaN"} {
		if got, err := serial(in); err == nil {
			t.Errorf("%q gave %v", in, got)
		}
	}
	if got := dayOf(44620, true); got.Format("2006-01-02") != "2026-03-01" {
		t.Errorf("on an old Mac: %v", got)
	}
}
