package site

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"
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
			files := tree{
				"assets/list.json":     {data: []byte("[" + rows.String() + "]")},
				"content/_index.sv.md": {data: []byte("---\ntitle: Lista\n---\n")},
				"layouts/home.html": {data: []byte(`<!doctype html><html lang="sv"><title>{{ .Title }}</title><table>
{{ range (resources.Get "list.json" | transform.Unmarshal) }}<tr><th scope="row">{{ .name }}</th><td>{{ .country }}</td><td>{{ .service }}</td><td>{{ .effective }}</td></tr>
{{ end }}</table></html>`)},
			}
			in := hugoInput{Files: files, Languages: []Language{{Tag: "sv", Label: "Svenska"}}, Title: "x", BaseURL: "https://example.com/", Today: time.Unix(0, 0)}
			for b.Loop() {
				out, list, err := Render(context.Background(), in)
				if err != nil || len(list) > 0 || len(out) == 0 {
					b.Fatal(err, list)
				}
			}
		})
	}
}
