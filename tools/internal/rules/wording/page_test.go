package wording

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/prose"
)

func imported(t *testing.T, file, text string) prose.File {
	t.Helper()
	page, problem := prose.Import(file, []byte(text))
	if !problem.IsZero() {
		t.Fatal(problem.EN)
	}
	return page
}

// A phrase is pointed at where it stands in the file, whatever tags and entities
// are around it and within it.
func TestPhrasesHaveTheirPlaceInHTML(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"paragraph", "<p>Svaren sparas så länge de behövs.</p>", "1:18+18"},
		{"within tags", "<p>Svaren sparas <b>så</b> länge de <i>behövs</i>.", "1:21+25"},
		{"over lines", "<p>Svaren\n  sparas så länge\n  de behövs.</p>", "2:10+8"},
		{"carriage returns", "<p>Svaren\r\n  sparas så länge\r\n  de behövs.</p>", "2:10+8"},
		{"entities", "<p>Svaren sparas s&aring; l&#228;nge&nbsp;de behövs.</p>", "1:18+34"},
		{"item", "<ul><li>bli</li><li><p>sparas så länge de behövs</p></li></ul>", "1:31+18"},
		{"cell", "<table><tr><th>Tid</th><td>Sparas så länge de behövs</td></tr></table>", "1:35+18"},
		{"line break", "<p>Svaren sparas<br>så länge de behövs.</p>", "1:21+18"},
		{"after what nobody sees", "<script>if (a < b) { så länge de behövs }</script><style>p::after{content:'så länge de behövs'}</style><!-- så länge de behövs --><p>Sparas så länge de behövs", "1:141+18"},
		{"in a heading", "<!doctype html><title>Policy</title><h2>Sparas så länge de behövs</h2>", "1:48+18"},
		{"old-fashioned", "<BODY><FONT SIZE=2>Svaren sparas<BR><BR>De sparas så länge de behövs.</FONT>", "1:51+18"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := Lint(nil, []prose.File{imported(t, "policy.html", tt.text)}, "2026-11-21")
			if len(found) != 1 {
				t.Fatalf("%d findings: %+v", len(found), found)
			}
			if diff := cmp.Diff(tt.want, place(found[0].Pos)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// What stands in two blocks is not one sentence, and links count as links.
func TestBlocksOfHTMLAreReadApart(t *testing.T) {
	for _, text := range []string{
		"<p>Svaren sparas så länge</p><p>de behövs hos oss.</p>",
		"<td>Sparas så länge</td><td>de behövs</td>",
		"<p>Sparas så länge<br><br>de behövs",
		"<p>Läs mer <a href='/kakor/'>här</a></p>",
	} {
		if found := Lint(nil, []prose.File{imported(t, "policy.html", text)}, "2026-11-21"); len(found) > 0 {
			t.Errorf("%s: %s", text, found[0].Message.EN)
		}
	}
	if found := Lint(nil, []prose.File{imported(t, "policy.html", "<p>Läs mer här:</p>")}, "2026-11-21"); len(found) != 1 {
		t.Errorf("a reference without a link gives %d findings", len(found))
	}
}

func TestPagesInOldEncodingsAreRead(t *testing.T) {
	page := imported(t, "gammal.htm", "<p>Svaren sparas s\xe5 l\xe4nge de beh\xf6vs.</p>")
	if found := Lint(nil, []prose.File{page}, "2026-11-21"); len(found) != 1 || place(found[0].Pos) != "1:18+18" {
		t.Errorf("%+v", found)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("<p>Svaren sparas s&aring; l&auml;nge <b>det behövs</b>.")
	f.Add("<title>a<li><p>as long as necessary</p></li><svg><title></svg>")
	f.Fuzz(func(t *testing.T, text string) {
		page, problem := prose.Import("page.html", []byte(text))
		if !problem.IsZero() {
			return
		}
		inside(t, page.Data, Lint(nil, []prose.File{page}, "2026-11-21"))
		for _, p := range page.Read().Passages {
			p.Pos(0, len(p.Text))
		}
	})
}
