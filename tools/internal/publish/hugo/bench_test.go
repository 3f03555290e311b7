package hugo_test

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
)

// What Hugo alone needs to turn a list that stands in JSON into one table, beside
// the stages of BenchmarkBuild in tools/tillit.
func BenchmarkPlainHugo(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var rows bytes.Buffer
			for i := range n {
				if i > 0 {
					rows.WriteByte(',')
				}
				fmt.Fprintf(&rows, `{"name":"Leverantör %[1]d AB","country":"DE","service":"Drift av system %[1]d","effective":"2026-03-01"}`, i)
			}
			files := folder.Tree{
				"assets/list.json":     {Data: []byte("[" + rows.String() + "]")},
				"content/_index.sv.md": {Data: []byte("---\ntitle: Lista\n---\n")},
				"layouts/home.html": {Data: []byte(`<!doctype html><html lang="sv"><title>{{ .Title }}</title><table>
{{ range (resources.Get "list.json" | transform.Unmarshal) }}<tr><th scope="row">{{ .name }}</th><td>{{ .country }}</td><td>{{ .service }}</td><td>{{ .effective }}</td></tr>
{{ end }}</table></html>`)},
			}
			in := view.Order{Files: files, Languages: []record.Language{{Tag: "sv", Label: "Svenska"}}, Title: "x", BaseURL: "https://example.com/", Today: time.Unix(0, 0)}
			for b.Loop() {
				out, list, err := hugo.Render(context.Background(), in)
				if err != nil || len(list) > 0 || len(out) == 0 {
					b.Fatal(err, list)
				}
			}
		})
	}
}
