package sheet

import "time"

// isoDate reads a day in the forms that sources use and gives it as
// YYYY-MM-DD, "" where it is none of them.
func isoDate(s string) string {
	for _, layout := range []string{time.DateOnly, "02/01/2006", time.RFC3339, "2006-01-02T15:04:05", "02/01/2006 15:04", "02-01-2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
