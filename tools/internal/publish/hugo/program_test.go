package hugo_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/view"
)

// Another program may write the same page; only the page about the site, its twin
// and the sums of both say which one did.
func TestOnlyThePageAboutTheSiteNamesTheProgram(t *testing.T) {
	one, other := built(t, nil, view.Input{Version: "7.6.5+d5093bd0ce5b"}), built(t, nil, view.Input{Version: "8.7.6"})
	if diff := cmp.Diff([]string{"SHA256SUMS", "en/about/index.html", "en/about/index.md", "om/index.html", "om/index.md"}, differing(one, other)); diff != "" {
		t.Errorf("what differs between programs (-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{
		"om/index.html":       "Webbplatsen är gjord med Tillit 7.6.5&#43;d5093bd0ce5b.",
		"om/index.md":         "Webbplatsen är gjord med Tillit 7.6.5+d5093bd0ce5b.",
		"en/about/index.html": "This website is made with Tillit 7.6.5&#43;d5093bd0ce5b.",
	} {
		if !strings.Contains(one[name], want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}

func TestWhatIsIssuedDoesNotNameTheProgram(t *testing.T) {
	issue := &version.Version{ID: "2026-11-21", Effective: "2026-11-21"}
	one, other := built(t, nil, view.Input{Version: "7.6.5", Issue: issue}), built(t, nil, view.Input{Version: "8.7.6", Issue: issue})
	if diff := differing(one, other); len(one) == 0 || len(diff) > 0 {
		t.Errorf("of %d files these differ between programs: %v", len(one), diff)
	}
	for name, text := range one {
		if strings.Contains(text, "7.6.5") || strings.Contains(text, "made with Tillit") {
			t.Errorf("%s names the program", name)
		}
	}
}

// differing names the files that are not the same in two sites.
func differing(one, other map[string]string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(one)) {
		if one[name] != other[name] {
			names = append(names, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(other)) {
		if _, ok := one[name]; !ok {
			names = append(names, name)
		}
	}
	return names
}
