package ollama

import "time"

// A server that dies again and again is started more and more slowly, and
// after five deaths in a minute not at all until a minute has passed.
const (
	deathsWithin  = time.Minute
	deathsAllowed = 5
	longestWait   = 30 * time.Second
)

// deaths are the last ends of the server that nobody asked for, failed starts
// included, as they were noticed: by the next start. The oldest is the first.
type deaths []time.Time

func (d *deaths) count(at time.Time) {
	*d = append(d.recent(at), at)
}

func (d deaths) recent(now time.Time) deaths {
	for i, at := range d {
		if now.Sub(at) < deathsWithin {
			return d[i:]
		}
	}
	return nil
}

// wait says how long to wait before the next start: nothing after one death,
// then 1 s, 2 s, 4 s… counted from the last death.
func (d deaths) wait(now time.Time) (time.Duration, error) {
	d = d.recent(now)
	if len(d) >= deathsAllowed {
		return 0, ErrRuntimeFailing
	}
	if len(d) < 2 {
		return 0, nil
	}
	pause := min(longestWait, time.Second<<(len(d)-2))
	return max(0, pause-now.Sub(d[len(d)-1])), nil
}
