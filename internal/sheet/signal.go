package sheet

import (
	"encoding/binary"
	"math"
	"slices"
)

// signal is one reason to believe that a sheet bears on a query. The lexical
// ones are shares of all that the query's words tell, so that they can be
// compared from one query to the next.
type signal int

const (
	ofTitle      signal = iota // BM25 in each field
	ofPath                     //
	ofHeading                  //
	ofLink                     //
	ofText                     //
	ofPassage                  // BM25 in the sheet's best passage
	ofPairs                    // two words side by side in title, headings or links
	ofNear                     // two words side by side in the text
	ofSpace                    // nearness in the latent space
	ofPopular                  // how many pages speak of it
	ofTrade                    // written for professionals or associations
	ofQuestion                 // its title is a question
	ofServants                 // for public servants alone, where the query does not speak of them
	ofNeighbours               // how much the pages that speak of it hold the query
	ofLocal                    // the service's own, of which no other page speaks
	signals
)

// weighing is how signals become one score.
type weighing struct {
	signal                 [signals]float64
	family, short, curated float64 // what a term counts that a bridge added
	k1, b                  float64 // of BM25
}

// usual was fitted to the request titles and variants by coordinate ascent,
// as halves: only what both halves agreed on was taken, and rounded. The
// decision record says what each signal adds. ofLocal makes up for what links
// add elsewhere, so that one curve serves all; it was set between the scores of
// questions that a small town hall's documents cover and of others.
var usual = weighing{
	signal: [signals]float64{
		ofTitle: 3.6, ofPath: 0.4, ofHeading: 0.2, ofLink: 1.6, ofText: 1, ofPassage: 0.85, ofPairs: 0.9, ofNear: 0.8,
		ofSpace: 1.6, ofPopular: 0.1, ofNeighbours: 0.7, ofTrade: -0.15, ofQuestion: -0.08, ofServants: -0.5, ofLocal: 3.975},
	family: 0.3, short: 0.5, curated: 0.3, k1: 1.2, b: 0.7,
}

// weigh fills in the signals and the passages' scores.
func (p *Pack) weigh(asked []wanted, r *ranking, w weighing) error {
	mass := 0.0
	for _, t := range asked {
		if t.own && !t.pair {
			mass += t.gain
		}
	}
	if mass == 0 {
		return nil
	}
	for _, t := range asked {
		if err := p.weighTerm(t, r, w, mass); err != nil {
			return err
		}
	}
	p.weighPassages(r)
	p.weighSpace(asked, r)
	p.weighNeighbours(r)
	servants := speaksOfServants(asked)
	for i, e := range p.sheets {
		r.signals[ofServants][i] = truth(e.servants && !servants)
		r.signals[ofPopular][i] = float64(p.popular[i])
		r.signals[ofTrade][i] = truth(e.kind == "professionnels" || e.kind == "associations")
		r.signals[ofQuestion][i] = truth(e.asks)
		r.signals[ofLocal][i] = truth(e.kind == kindLocal)
	}
	return nil
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (p *Pack) weighTerm(t wanted, r *ranking, w weighing, mass float64) error {
	gain := t.gain / mass
	err := eachPosting(t.postings, p.info.Sheets, func(doc int, count tally) {
		if t.pair {
			weighPair(doc, count, gain, r)
			return
		}
		for f, n := range count {
			if n > 0 {
				r.signals[f][doc] += gain * saturated(float64(n), float64(p.lengths[f][doc])/p.mean[f], w)
			}
		}
	})
	if err != nil {
		return err
	}
	return eachPlace(t.places, p.info.Passages, func(passage int, n uint8) {
		r.passages[passage] += gain * saturated(float64(n), float64(p.passages[passage])/p.passage, w)
	})
}

func weighPair(doc int, count tally, gain float64, r *ranking) {
	if count[inTitle]+count[inHeading]+count[inLink] > 0 {
		r.signals[ofPairs][doc] += gain
	}
	if n := float64(count[inText]); n > 0 {
		r.signals[ofNear][doc] += gain * n / (n + 1)
	}
}

// saturated is BM25's share of one term: it grows ever less with the count,
// and less in a long text (Robertson and Zaragoza, The Probabilistic Relevance
// Framework: BM25 and Beyond, 2009).
func saturated(count, length float64, w weighing) float64 {
	return count * (w.k1 + 1) / (count + w.k1*(1-w.b+w.b*length))
}

func (p *Pack) weighPassages(r *ranking) {
	for i := range p.sheets {
		if here := r.passages[p.first[i]:p.first[i+1]]; len(here) > 0 {
			r.signals[ofPassage][i] = slices.Max(here)
		}
	}
}

// weighSpace gives each sheet's cosine with the query in the latent space.
func (p *Pack) weighSpace(asked []wanted, r *ranking) {
	q := make([]float64, p.dimensions)
	for _, t := range asked {
		if len(t.vector) != 4+p.dimensions {
			continue
		}
		by := t.gain * float64(math.Float32frombits(binary.LittleEndian.Uint32(t.vector)))
		for i, v := range t.vector[4:] {
			q[i] += by * float64(int8(v))
		}
	}
	p.near(q, r.signals[ofSpace])
}

// near fills in each sheet's cosine with a direction of the latent space.
func (p *Pack) near(q []float64, cosines []float64) {
	unit(q)
	for i := range cosines {
		sum := 0.0
		for j, v := range p.vectors[i*p.dimensions : (i+1)*p.dimensions] {
			sum += q[j] * float64(v)
		}
		cosines[i] = sum * float64(p.scales[i])
	}
}

// weighNeighbours gives each sheet the mean of what the pages say that speak
// of it, as if one silent page spoke of it too.
func (p *Pack) weighNeighbours(r *ranking) {
	spoken := make([]float64, len(p.sheets))
	for _, e := range p.edges {
		r.signals[ofNeighbours][e[1]] += r.signals[ofText][e[0]] + r.signals[ofTitle][e[0]]
		spoken[e[1]]++
	}
	for i, n := range spoken {
		r.signals[ofNeighbours][i] /= n + 2
	}
}
