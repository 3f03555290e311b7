package view

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
)

func TestPageTellsProgramsWhatItIs(t *testing.T) {
	p := planOf(t, "2026-11-21", map[string]string{
		"controllers/bolaget.yaml": "legal_name: Bolaget AB\ntrade_name: Bolaget\norg_number: 559999-0008\nvat_number: SE559999000801\nemail: info@bolaget.example\nphone: \"+46 8 465 004 10\"\nweb: https://www.bolaget.example/\n" +
			"address: {street: Gatan 1, postal_code: \"123 45\", city: Lund, country: SE}\ndpo: {appointed: true, email: dso@bolaget.example}\n",
	})
	p.base, p.root = parseURL(t, "https://trust.example/a/"), parseURL(t, "https://trust.example/a/")
	offering(p, 12, "data/v1/subprocessors.sv.csv", "data/v1/subprocessors.sv.csv-metadata.json")
	v, err := p.In("sv")
	if err != nil {
		t.Fatal(err)
	}
	v.Head = &Edition{ID: "2026-11-16"}
	v.Editions = []*Edition{v.Head}
	v.changed = map[string]*Edition{"subprocessors": {ID: "2026-08-24", From: words.Day{ISO: "2026-08-24"}}}

	text, err := p.LinkedData("sv", "subprocessors", "Underbiträden", "Vilka de är.", "https://trust.example/a/underbitraden/")
	if err != nil {
		t.Fatal(err)
	}
	const address, us = "https://trust.example/a/underbitraden/", "https://trust.example/a/#organisation"
	want := map[string]any{
		"@context": "https://schema.org",
		"@graph": []any{
			map[string]any{"@type": "WebPage", "@id": address, "url": address, "name": "Underbiträden", "description": "Vilka de är.", "inLanguage": "sv",
				"dateModified": "2026-08-24", "version": "2026-11-16", "publisher": map[string]any{"@id": us}, "mainEntity": map[string]any{"@id": address + "#dataset"}},
			map[string]any{"@type": "Organization", "@id": us, "name": "Bolaget", "legalName": "Bolaget AB", "iso6523Code": "0007:5599990008", "vatID": "SE559999000801",
				"url": "https://www.bolaget.example/", "email": "info@bolaget.example", "telephone": "+46 8 465 004 10",
				"address":      map[string]any{"@type": "PostalAddress", "streetAddress": "Gatan 1", "postalCode": "123 45", "addressLocality": "Lund", "addressCountry": "SE"},
				"contactPoint": []any{map[string]any{"@type": "ContactPoint", "contactType": "data protection officer", "email": "dso@bolaget.example"}}},
			map[string]any{"@type": "Dataset", "@id": address + "#dataset", "url": address, "name": "Underbiträden – " + p.Brand.Name, "description": "Vilka de är.", "inLanguage": "sv",
				"dateModified": "2026-08-24", "version": "2026-11-16", "isAccessibleForFree": true, "creator": map[string]any{"@id": us}, "publisher": map[string]any{"@id": us},
				"distribution": []any{map[string]any{"@type": "DataDownload", "name": "CSV", "encodingFormat": "text/csv", "contentUrl": "https://trust.example/a/data/v1/subprocessors.sv.csv", "contentSize": "12 B"}}},
		},
	}
	var got any
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(any(want), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	// What nobody has issued has no day of change; a page without a list is no dataset.
	p.Draft = true
	text, err = p.LinkedData("sv", "om", "Om", "", address)
	if err != nil || strings.Contains(string(text), "dateModified") || strings.Contains(string(text), "Dataset") {
		t.Errorf("got %s, %v", text, err)
	}
}

// A name must not end the block of data, whatever it holds.
func TestNamesStayWithinTheirBlockOfData(t *testing.T) {
	name := "</script><script>alert(1)</script><!--\u2028\u2029&\"'\\"
	p := newPlan(&record.Set{
		Organisation: &record.Organisation{Name: name, Languages: []string{"sv"}},
		Controllers:  []*record.Controller{{ID: "a", LegalName: name}},
	}, "2026-11-21", nil, nil)
	p.base, p.root = parseURL(t, "/"), parseURL(t, "/")
	text, err := p.LinkedData("sv", "home", name, name, "/")
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(string(text), "<>&\u2028\u2029") {
		t.Errorf("not escaped: %s", text)
	}
	if !strings.Contains(string(text), "alert(1)") {
		t.Errorf("the name is lost: %s", text)
	}
}

func parseURL(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
