package reading

import "strconv"

var numberWords = map[string]int{
	"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
	"septante": 70, "huitante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000,
}

// figure is a quantity in hundredths, and whether letters wrote it.
type figure struct {
	hundredths int
	words      bool
}

func (n figure) String() string {
	s := strconv.Itoa(n.hundredths / 100)
	if c := n.hundredths % 100; c != 0 {
		s += "." + strconv.Itoa(c/10) + strconv.Itoa(c%10)
	}
	return s
}

// whole is the number when it has no decimals, else -1.
func (n figure) whole() int {
	if n.hundredths%100 != 0 {
		return -1
	}
	return n.hundredths / 100
}

// numberAt reads a number in digits ("2 000", "1.250,50") or in French words
// ("deux mille cinq cents"). end is 0 when there is none.
func numberAt(s string, i int) (n figure, end int) {
	if i < len(s) && isDigit(s[i]) {
		return digitsAt(s, i)
	}
	v, end := wordsAt(s, i)
	return figure{v * 100, true}, end
}

func digitsAt(s string, i int) (figure, int) {
	v, end := 0, i
	for ; end < len(s) && isDigit(s[end]); end++ {
		if end-i >= 9 {
			return figure{}, 0
		}
		v = v*10 + int(s[end]-'0')
	}
	for first := end - i; first <= 3 && groupAt(s, end) && v < 1_000_000; {
		v = v*1000 + threeDigits(s, end+1)
		end += 4
	}
	cents, end := decimalsAt(s, end)
	return figure{hundredths: v*100 + cents}, end
}

// groupAt reports a separator followed by exactly three digits.
func groupAt(s string, i int) bool {
	if i+4 > len(s) || s[i] != ' ' && s[i] != '.' {
		return false
	}
	return isDigit(s[i+1]) && isDigit(s[i+2]) && isDigit(s[i+3]) && (i+4 == len(s) || !isDigit(s[i+4]))
}

func threeDigits(s string, i int) int {
	return int(s[i]-'0')*100 + int(s[i+1]-'0')*10 + int(s[i+2]-'0')
}

func decimalsAt(s string, i int) (cents, end int) {
	if i+1 >= len(s) || s[i] != ',' && s[i] != '.' || !isDigit(s[i+1]) {
		return 0, i
	}
	cents, end = int(s[i+1]-'0')*10, i+2
	if end < len(s) && isDigit(s[end]) {
		cents += int(s[end] - '0')
		end++
	}
	if end < len(s) && isDigit(s[end]) {
		return 0, i
	}
	return cents, end
}

func wordsAt(s string, i int) (value, end int) {
	total, current := 0, 0
	for at := i; ; {
		w, next := wordAt(s, at)
		v, ok := numberWords[w]
		if !ok || !joins(current, v, total) {
			return total + current, end
		}
		total, current = add(total, current, v)
		end = next
		at = nextNumberWord(s, next)
	}
}

// nextNumberWord steps over one space or hyphen, and "et" as in "vingt et un".
func nextNumberWord(s string, i int) int {
	if i >= len(s) || s[i] != ' ' && s[i] != '-' {
		return len(s)
	}
	w, end := wordAt(s, i+1)
	if w == "et" && end < len(s) && (s[end] == ' ' || s[end] == '-') {
		if next, _ := wordAt(s, end+1); next == "un" || next == "une" || next == "onze" {
			return end + 1
		}
	}
	return i + 1
}

// joins tells whether French lets v follow the number read so far: "vingt
// deux" is one number, "deux trois" are two.
func joins(current, v, total int) bool {
	below := current % 100
	switch {
	case v == 1000:
		return total == 0 && current < 1000
	case v == 100:
		return current < 10
	case v == 20 && current == 4:
		return true
	case v >= 20:
		return below == 0
	case v >= 10:
		return below == 0 || below == 60 || below == 80
	}
	return below == 0 || below >= 20 && below%10 == 0 || below == 10 || below == 70 || below == 90
}

func add(total, current, v int) (int, int) {
	switch {
	case v == 1000:
		return max(current, 1) * 1000, 0
	case v == 100:
		return total, max(current, 1) * 100
	case v == 20 && current == 4:
		return total, 80
	}
	return total, current + v
}
