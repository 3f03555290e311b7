package site

import (
	"strings"
	"testing"
)

func TestTwinIsTheTextOfAPage(t *testing.T) {
	page := `<!doctype html><html lang="sv"><head><title>x</title></head><body><nav>meny</nav><main>
<h1>Underbiträden</h1><details class="ti-toc"><a href="#a">innehåll</a></details>
<p>Hos <a href="../om/">oss</a> &lt;b&gt;.</p>
<table><caption>Lista</caption><thead><tr><th scope="col">Namn</th><th scope="col">Uppgifter</th></tr></thead>
<tbody><tr><th scope="row"><strong>Puzzel AB</strong><p>556579-4384</p></th><td><ul><li>namn</li><li>e-post</li></ul><p>För | alla</p></td></tr></tbody></table>
</main></body></html>`
	files, err := twins([]File{{Path: "x/index.html", Data: []byte(page)}, {Path: "y/index.html", Data: []byte("<!doctype html><title>bort</title>")}, {Path: "a.css"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 || files[0].Path != "x/index.md" {
		t.Fatalf("got %v", files)
	}
	text := string(files[0].Data)
	for _, want := range []string{"# Underbiträden\n", "[oss](../om/)", "| **Puzzel AB**; 556579-4384", "namn; e-post; För \\| alla"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, wrong := range []string{"meny", "innehåll", "<b>"} {
		if strings.Contains(text, wrong) {
			t.Errorf("%q should not be in\n%s", wrong, text)
		}
	}
}
