package handbook

import (
	"flag"
	"os"
	"strings"
	"testing"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "write docs/prose.md, docs/layouts.md and docs/words.md anew")

const house = "../../../../"

func carried(t *testing.T) folder.Tree {
	t.Helper()
	files, err := folder.ReadEmbedded(os.DirFS(house))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTheHandbookIsWhatTheProgramSays(t *testing.T) {
	for _, f := range Files(carried(t)) {
		trial.Golden(t, *update, house+"docs/"+f.Name, f.Data)
	}
}

func TestDutiesAreDocumentedAsTheyAre(t *testing.T) {
	trial.Golden(t, *update, house+"docs/duties.md", Duties())
}

// Whatever a site may have of its own is told of: what it is for, and how it is written.
func TestTheHandbookLeavesNothingOut(t *testing.T) {
	files := carried(t)
	pages := map[string]string{}
	for _, f := range Files(files) {
		pages[f.Name] = string(f.Data)
	}
	for _, name := range prose.FrontMatter() {
		if f := fields[name]; f.en == "" || f.sv == "" || f.example == "" {
			t.Errorf("nothing is said of the field %s", name)
		}
	}
	if len(fields) != len(prose.FrontMatter()) {
		t.Error("a field is told of that there is not")
	}
	b := &book{files: files}
	for _, name := range b.shortcodes() {
		if !strings.Contains(pages["prose.md"], "\n### "+name+"\n\n"+b.shows(name)+"\n\n```markdown\n{{") || b.shows(name) == "" {
			t.Errorf("nothing is said of the shortcode %s", name)
		}
		if calls, _ := b.calls(name); len(calls) == 0 {
			t.Errorf("no page calls the shortcode %s, so it has no example", name)
		}
	}
	for line := range strings.Lines(pages["layouts.md"]) {
		if strings.HasSuffix(line, " |  |\n") {
			t.Errorf("nothing is said of it: %s", line)
		}
	}
	for _, want := range []string{"assets/css/custom.css", "| `footer.html` | All other pages", "| `baseof.html` |", "### Plan\n", "### Recipient\n", "| `Subprocessors` |"} {
		if !strings.Contains(pages["layouts.md"], want) {
			t.Errorf("docs/layouts.md lacks %s", want)
		}
	}
	for _, want := range []string{"| `action_contact` | Contact us | Kontakta oss |", "| `page_skip` |"} {
		if !strings.Contains(pages["words.md"], want) {
			t.Errorf("docs/words.md lacks %s", want)
		}
	}
}
