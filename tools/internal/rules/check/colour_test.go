package check

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The grounds are those of the stylesheet, which has first the light ones.
func TestGroundsAreThoseOfTheStylesheet(t *testing.T) {
	css, err := os.ReadFile("../../../../assets/css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	lit, unlit, ok := strings.Cut(string(css), "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("the stylesheet has no dark mode")
	}
	for _, mode := range []struct {
		css     string
		grounds []int
	}{{lit, light}, {unlit, dark}} {
		var want, got []string
		for _, m := range regexp.MustCompile(`--(?:paper|tint): (#[0-9a-f]{6});`).FindAllStringSubmatch(mode.css, -1) {
			want = append(want, m[1])
		}
		for _, ground := range mode.grounds {
			got = append(got, fmt.Sprintf("#%06x", ground))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-stylesheet +check:\n%s", diff)
		}
	}
}

// What the hint says to write is not told of again.
func TestHintsForColoursCanBeRead(t *testing.T) {
	for _, grounds := range [][]int{light, dark} {
		for _, rgb := range []int{0x767676, 0x0b7f7f, 0x5dade2, 0x1a5276, 0xff0000, 0x000000, 0xffffff} {
			var hint int
			if _, err := fmt.Sscanf(readable(rgb, grounds), "#%x", &hint); err != nil {
				t.Fatal(err)
			}
			if ratio := least(hint, grounds); ratio < minContrast {
				t.Errorf("#%06x becomes #%06x, with %.2f to 1", rgb, hint, ratio)
			}
		}
	}
}
