package static_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/rules/static"
)

func picture(t *testing.T, encode func(*bytes.Buffer, image.Image) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.White})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// zipped is an archive of one empty file.
func zipped(name string) string {
	n := string([]byte{byte(len(name)), 0})
	local := "PK\x03\x04" + strings.Repeat("\x00", 22) + n + "\x00\x00" + name
	central := "PK\x01\x02" + strings.Repeat("\x00", 24) + n + strings.Repeat("\x00", 16) + name
	return local + central + "PK\x05\x06" + strings.Repeat("\x00", 18)
}

const (
	svg   = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">`
	woff  = "wOF2\x00\x01\x00\x00"
	pdf14 = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
	armed = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQEN\n-----END PGP PUBLIC KEY BLOCK-----\n"
)

func TestWhatAFileHoldsMustBeWhatItsNameSays(t *testing.T) {
	p := picture(t, func(b *bytes.Buffer, i image.Image) error { return png.Encode(b, i) })
	g := picture(t, func(b *bytes.Buffer, i image.Image) error { return gif.Encode(b, i, nil) })
	j := picture(t, func(b *bytes.Buffer, i image.Image) error { return jpeg.Encode(b, i, nil) })
	for _, tt := range []struct {
		name, data string
		want       string // of what is said; empty where nothing is
	}{
		// Pictures.
		{"a.png", p, ""}, {"A.PNG", p, ""}, {"a.gif", g, ""}, {"a.jpg", j, ""}, {"a.jpeg", j, ""},
		{"a.webp", "RIFF\x10\x00\x00\x00WEBPVP8 \x00\x00", ""}, {"a.avif", "\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1avif", ""},
		{"favicon.ico", "\x00\x00\x01\x00\x01\x00", ""}, {"a.png", p + "<x:xmpmeta xmlns:x='adobe:ns:meta/'>", ""}, {"a.jpg", j + "PK\x05\x06", ""},
		{"a.png", p + "<script>alert(1)</script>", "a page in HTML as well"}, {"a.png", strings.Replace(p, "IDAT", "tEXt<!DOCTYPE html>IDAT", 1), "a page in HTML"},
		{"a.gif", g + "<IFRAME src=x>", "a page in HTML"}, {"a.jpg", j + "<body\nonload=x>", "a page in HTML"},
		{"a.gif", g + zipped("A.class"), "an archive as well"}, {"a.png", p + zipped("x"), "an archive as well"}, {"a.jpg", j + zipped("x") + "more", "an archive"},
		{"a.png", g, "called as a picture in PNG, and is not that"}, {"a.png", "<html><script>1</script>", "is not that"}, {"a.jpg", "", "is not that"},
		{"a.webp", p, "is not that"}, {"a.avif", "\x00\x00\x00\x1cftypmp42\x00\x00\x00\x00isom", "is not that"}, {"a.ico", p, "is not that"},

		// Drawings.
		{"a.svg", svg + `<path d="M0 0"/></svg>`, ""}, {"a.svg", `<?xml version="1.0"?>` + svg + `</svg>`, ""}, {"a.svg", svg + `<use href="#a"/></svg>`, ""},
		{"a.svg", svg + `<style>a{fill:url(#b)}</style></svg>`, ""}, {"a.svg", svg + `<title>script onload</title></svg>`, ""}, {"a.svg", svg + `<!-- <script> --></svg>`, ""},
		{"a.svg", svg + `<image href="data:image/png;base64,AA"/></svg>`, ""}, {"a.svg", svg + `<animate attributeName="x" to="3"/></svg>`, ""},
		{"a.svg", svg + `<text>on</text></svg>`, ""}, {"a.svg", svg + `<rect fill="url(#g)"/></svg>`, ""}, {"a.svg", svg + `<metadata><x xmlns="http://purl.org/dc/"/></metadata></svg>`, ""},
		{"a.svg", svg + `<script>1</script></svg>`, "<script>"}, {"a.SVG", svg + `<script/></svg>`, "<script>"},
		{"a.svg", `<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>`, "a script in onload"}, {"a.svg", svg + `<g OnClick="x"/></svg>`, "a script in onclick"},
		{"a.svg", svg + `<foreignObject/></svg>`, "<foreignobject>"}, {"a.svg", svg + `<image href="https://x.example/a.png"/></svg>`, "a link to something else"},
		{"a.svg", svg + `<a href="javascript:1"/></svg>`, "a link"}, {"a.svg", svg + `<style>@import "x";</style></svg>`, "a style that fetches"},
		{"a.svg", svg + `<rect fill="url(https://x.example/a)"/></svg>`, "fetched from outside"}, {"a.svg", svg + `<animate attributeName="href" to="javascript:1"/></svg>`, "<animate>"},
		{"a.svg", svg + `<set attributeName="xlink:href" to="x"/></svg>`, "<set>"}, {"a.svg", svg + `<set attributeName="onclick" to="x"/></svg>`, "<set>"},
		{"a.svg", svg + `<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script></svg>`, "<script>"}, {"a.svg", svg + `<h:b xmlns:h="http://www.w3.org/1999/xhtml"/></svg>`, "a part of a page"},
		{"a.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>` + svg + `</svg>`, "a DOCTYPE"}, {"a.svg", `<?xml-stylesheet href="x"?>` + svg + `</svg>`, "an instruction"},
		{"a.svg", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svg + `</svg>`, ""},
		{"a.svg", `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://evil.example/svg11.dtd">` + svg + `</svg>`, "a DOCTYPE"},
		{"a.svg", "\xff\xfe<\x00", "is not that"}, {"a.html", "\xff\xfe<\x00", "is not that"}, {"a.css", "\xfe\xff\x00a", "is not that"}, {"a.js", "\xff\xfea\x00", "is not that"},
		{"a.svg", svg, "cannot be read"}, {"a.svg", "<html/>", "something other"}, {"a.svg", p, "is not that"}, {"a.svg", svg + `<style>\75rl(x)</style></svg>`, "a style that fetches"},
		{"a.svg", svg + `<g xml:base="https://x.example/"/></svg>`, "fetched from outside"},

		// Texts, tables and facts.
		{"a.txt", "Hej.", ""}, {"a.txt", "", ""}, {"a.txt", "a < b", ""}, {"a.txt", strings.Repeat("x", 2000) + "<script>", ""}, {"a.csv", "a,b\r\n1,2\r\n", ""},
		{"a.txt", "\xff\xfeH\x00", ""}, {"a.md", "# Titel\n\n<https://x.example>", ""}, {"a.json", `{"a":"<b>"}`, ""}, {"a.ics", "BEGIN:VCALENDAR\r\n", ""}, {"a.webmanifest", "{}", ""},
		{"a.txt", "<html><b>", "a page in HTML"}, {"a.txt", "\n\t <!DOCTYPE HTML>", "a page in HTML"}, {"a.csv", "<script>1</script>", "a page in HTML"},
		{"a.txt", "text <script>1</script>", "a page in HTML"}, {"a.txt", "<?xml version='1.0'?><x/>", "a page in HTML"}, {"a.md", "<iframe src=x>", "a page in HTML"},
		{"a.txt", "<h1>Hej</h1>", "a page in HTML"}, {"a.txt", "<!-- x --><p>y", "a page in HTML"}, {"a.csv", "<a href=x>", "a page in HTML"}, {"a.txt", "<3 er alla", ""},
		{"a.json", "{", "is not that"}, {"a.json", "<html>", "is not that"}, {"a.txt", "a\x00b", "is not that"}, {"a.csv", "\xff\xfdx", "is not that"}, {"a.json", `"<script>1</script>"`, "a page in HTML"},
		{"a.css", "a { color: red }", ""}, {"a.css", "<script>1</script>", "a page in HTML"}, {"a.js", "document.write('<script>')", ""}, {"a.js", "\x00", "is not that"},

		// Other XML.
		{"a.xml", "<a><b c='d'/></a>", ""}, {"a.xml", "<script>1</script>", ""}, {"a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.example"/></feed>`, ""},
		{"a.xml", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, "a part of a page"}, {"a.xml", `<a><s:script xmlns:s="http://www.w3.org/2000/svg"/></a>`, "<script>"},
		{"a.xml", `<s:svg xmlns:s="http://www.w3.org/2000/svg" onload="x"/>`, "a script in onload"}, {"a.xml", `<?xml-stylesheet href="x.xsl"?><a/>`, "an instruction"},
		{"a.xml", `<!DOCTYPE a SYSTEM "x"><a/>`, "a DOCTYPE"}, {"a.xml", "<a>", "cannot be read"}, {"a.xml", p, "is not that"},

		// Documents.
		{"a.pdf", pdf14, ""}, {"a.pdf", pdf14 + "(JavaScript)", ""}, {"a.pdf", pdf14 + "/JavaScripting ", ""}, {"a.pdf", pdf14 + "/Launches ", ""}, {"a.pdf", pdf14 + zipped("x") + "\n%%EOF", ""}, {"a.pdf", pdf14 + strings.Repeat(" ", 1024) + "/RC(<body xmlns=)", ""},
		{"a.pdf", pdf14 + "<< /S /JavaScript /JS (x) >>", "JavaScript"}, {"a.pdf", pdf14 + "/J#61vaScript ", "JavaScript"}, {"a.pdf", pdf14 + "/S/Launch/F", "starts other programs"},
		{"a.pdf", "x" + pdf14, "is not that"}, {"a.pdf", "<html>", "is not that"}, {"a.pdf", pdf14 + "<script>", "a page in HTML"}, {"a.pdf", pdf14 + zipped("x"), "an archive as well"},
		{"a.xlsx", zipped("xl/workbook.xml"), ""}, {"a.docx", zipped("word/document.xml"), ""}, {"a.zip", zipped("a.txt"), ""}, {"a.odt", zipped("content.xml"), ""},
		{"a.xlsx", zipped("xl/vbaProject.bin"), "macros"}, {"a.ods", zipped("Basic/Standard/x"), "macros"}, {"a.zip", zipped("META-INF/MANIFEST.MF"), "a program in Java"}, {"a.docx", "Hej.", "is not that"},

		// Fonts and keys.
		{"a.woff2", woff, ""}, {"a.ttf", "\x00\x01\x00\x00\x00\x0c", ""}, {"a.otf", "OTTO\x00", ""}, {"a.woff", "wOFF\x00", ""}, {"a.woff2", p, "is not that"}, {"a.woff2", woff + "<script>", "a page"},
		{"a.asc", armed, ""}, {"a.pem", "-----BEGIN CERTIFICATE-----\nx", ""}, {"a.pub", "ssh-ed25519 AAAA", ""}, {"a.crt", "\x30\x82\x01", ""}, {".well-known/openpgpkey/hu/x", "\x99\x01", "is not that"},
		{"a.pem", "-----BEGIN PRIVATE KEY-----\nx", "a secret key"}, {"a.asc", "-----BEGIN PGP PRIVATE KEY BLOCK-----", "a secret key"}, {"a.txt", "x\n-----BEGIN RSA PRIVATE KEY-----", "a secret key"},
		{"a.pub", "-----BEGIN OPENSSH PRIVATE KEY-----", "a secret key"}, {"a.txt", "AGE-SECRET-KEY-1QQ", "a secret key"}, {"a.png", p + "-----BEGIN EC PRIVATE KEY-----", "a secret key"},
		{".well-known/x", "<html>", "a page in HTML"}, {".well-known/acme-challenge/t", "abc", ""},
	} {
		wrong, hint := static.Judge(tt.name, []byte(tt.data))
		switch {
		case tt.want == "" && !wrong.IsZero(), tt.want != "" && !strings.Contains(wrong.EN, tt.want):
			t.Errorf("%s, %.80q: %q, want %q", tt.name, tt.data, wrong.EN, tt.want)
		case !wrong.IsZero() && (wrong.SV == "" || hint.EN == "" || hint.SV == "" || strings.Contains(wrong.EN+hint.EN+wrong.SV+hint.SV, "%!")):
			t.Errorf("%s: %q, %q", tt.name, wrong, hint)
		}
	}
}

func TestOnlySomeKindsArePublished(t *testing.T) {
	for _, name := range []string{
		"a.png", "a.JPG", "b/c.svg", "a.pdf", "a.txt", "a.xlsx", "a.csv", "a.json", "a.asc", "a.woff2", "a.html", "a.css", "a.js", "CNAME", ".well-known/security.txt",
		".well-known/acme-challenge/abc", ".well-known/apple-app-site-association", "favicon.ico", "site.webmanifest", "a.zip", "a.docx", "a.pem",
	} {
		if wrong, _ := static.Kindless(name); !wrong.IsZero() {
			t.Errorf("%s: %s", name, wrong.EN)
		}
	}
	for name, want := range map[string]string{
		"a.htm": "not judged", "a.xhtml": "not judged", "a.XHT": "not judged", "a.shtml": "not judged", "a.php": "runs none", "a.sh": "runs none", "a.docm": "macros",
		"a.xlsm": "macros", "id.key": "secret keys", "a.p12": "secret keys", "a.sql": "not to be seen", "a.env": "not to be seen", "a.exe": "a program", "a.swf": "a program",
		"a.wasm": "a program", "a.yaml": "settings", "a.toml": "settings", "a.mp4": "static may hold", "a.xyz": "static may hold", "README": "static may hold", "b/CNAME": "static may hold", "a.html~": "static may hold",
	} {
		wrong, hint := static.Kindless(name)
		if !strings.Contains(wrong.EN, want) || hint.EN == "" || hint.SV == "" || wrong.SV == "" {
			t.Errorf("%s: %q, %q", name, wrong.EN, hint.EN)
		}
	}
}

func TestFindNamesTheFile(t *testing.T) {
	own := func(text string) folder.File { return folder.File{Data: []byte(text), Own: true} }
	l := &folder.Layers{
		Own: folder.Tree{
			"static/versions/2026-03-01/site/x.html": own("x"), "static/_headers": own("/*"), "static/Data/x.csv": own("a"), "static/ok.txt": own("x"),
			"static/x.exe": own("MZ"), "static/x.svg": own(svg + "<script/></svg>"), "content/about/x.svg": own(svg + "<script/></svg>"), "content/about/index.sv.md": own("<html>"),
			"assets/x.svg": own(svg + "<script/></svg>"), "assets/css/x.scss": own("<html>"), "layouts/x.svg": own("<html>"), "assets/p.svg": own("<html>"), "i18n/sv.yaml": own("<html>"),
			"static/netlify.toml": own("x"), "static/robots.txt": own("x"),
		},
		Program: folder.Tree{"assets/p.svg": {Data: []byte("<html>")}},
	}
	var got []string
	for _, d := range static.Find(l) {
		got = append(got, d.Pos.File+" "+d.Rule)
	}
	want := []string{
		"assets/x.svg file-content", "content/about/x.svg file-content", "static/Data/x.csv address-owner", "static/_headers address-owner", "static/netlify.toml address-owner",
		"static/robots.txt address-owner", "static/versions/2026-03-01/site/x.html address-owner", "static/x.exe file-kind", "static/x.svg file-content",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
