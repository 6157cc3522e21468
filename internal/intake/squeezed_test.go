package intake

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestSqueezed(t *testing.T) {
	for text, want := range map[string]string{
		"{  \n\t \"a  b\" :   [1,   2]  }   ":      "{ \"a  b\" : [1, 2] } ",
		`["a \\"   ,  "b  \"  c" ,   "\\\"  "   ]`: `["a \\" , "b  \"  c" , "\\\"  " ]`,
		strings.Repeat(" ", 10_000):                " ",
		"":                                         "",
	} {
		for name, r := range map[string]io.Reader{"whole": strings.NewReader(text), "byte by byte": iotest.OneByteReader(strings.NewReader(text))} {
			if got, err := io.ReadAll(&squeezed{r: r}); string(got) != want || err != nil {
				t.Errorf("%s of %.40q: %q, %v; want %q", name, text, got, err, want)
			}
		}
	}
}
