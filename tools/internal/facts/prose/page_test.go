package prose_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/prose"
)

func TestLanguageOfAPage(t *testing.T) {
	sv, en := "Vi behandlar dina uppgifter för att leverera det som du har beställt, och inte av andra skäl.",
		"We process your data to deliver what you have ordered, and not for any other reason that we know of."
	for _, tt := range []struct{ name, file, text, want string }{
		{"declared", "a.html", "<html lang=sv-SE><p>" + en, "sv-SE"},
		{"Swedish words", "a.html", "<p>" + sv, "sv"},
		{"English words", "a.txt", en, "en"},
		{"both", "a.md", sv + "\n\n" + en, ""},
		{"HTML without a name", "page", "\n <p>" + sv, "sv"},
	} {
		page, problem := prose.Import(tt.file, []byte(tt.text))
		if !problem.IsZero() {
			t.Fatal(problem.EN)
		}
		if got := page.Lang; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWhatIsNoPageIsRefused(t *testing.T) {
	for name, data := range map[string]string{
		"policy.pdf": "%PDF-1.7 text", "policy.docx": "PK\x03\x04 text", "utf16.txt": "P\x00o\x00l\x00", "empty.html": "<p> </p><script>x</script>",
		"long.html": strings.Repeat("a ", prose.MostPage),
	} {
		if _, problem := prose.Import(name, []byte(data)); problem.SV == "" || problem.EN == "" || !strings.Contains(problem.EN, name) {
			t.Errorf("%s: %+v", name, problem)
		}
	}
}
