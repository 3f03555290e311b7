package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// eml writes a letter as a draft (RFC 5322, RFC 2046): the text and the HTML as
// alternatives, both quoted-printable. X-Unsent lets mail programs open it ready
// to be addressed and sent. It is dated by the version that it tells of, since
// the same letter has the same bytes on every day; sending it gives it another.
func (l *letter) eml(out Letter) []byte {
	sum := sha256.Sum256([]byte(out.Text + out.HTML))
	boundary := "tillit-" + hex.EncodeToString(sum[:8])
	var b bytes.Buffer
	if address := mailbox(l.set); address != "" {
		from := mail.Address{Name: oneLine(l.set.Organisation.Name), Address: address}
		b.WriteString(header("From", from.String()))
	}
	b.WriteString(header("Subject", subject(out.Subject)))
	fmt.Fprintf(&b, "Date: %s\r\n", l.last().Began().Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	fmt.Fprintf(&b, "X-Unsent: 1\r\nContent-Language: %s\r\nMIME-Version: 1.0\r\n", l.Lang)
	fmt.Fprintf(&b, "Content-Type: multipart/alternative; boundary=%q\r\n\r\n", boundary)
	for _, part := range []struct{ kind, text string }{{"plain", out.Text}, {"html", out.HTML}} {
		fmt.Fprintf(&b, "--%s\r\nContent-Type: text/%s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", boundary, part.kind)
		w := quotedprintable.NewWriter(&b)
		w.Write([]byte(part.text)) // a buffer takes every write
		w.Close()
		b.WriteString("\r\n")
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return b.Bytes()
}

// subject encodes what a header cannot hold. An encoded word that stands in a name is
// taken apart, or a mail program would show something else than what is written.
func subject(s string) string {
	return mime.QEncoding.Encode("utf-8", strings.ReplaceAll(s, "=?", "= ?"))
}

// header writes a header field, broken at its spaces before a line grows past
// the 76 characters that encoded words allow (RFC 2047).
func header(name, value string) string {
	const most = 76
	var b strings.Builder
	b.WriteString(name + ":")
	length := len(name) + 1
	for _, word := range strings.Split(value, " ") {
		if length+1+len(word) > most {
			b.WriteString("\r\n")
			length = 0
		}
		b.WriteString(" " + word)
		length += 1 + len(word)
	}
	return b.String() + "\r\n"
}
