package outside

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"

	"tillit/tools/internal/diag"
)

// Failure is why somebody outside could not be asked, or did not answer, in words.
type Failure struct {
	Text   diag.Text
	Asked  bool // the question was right; else it could never be answered as it was put
	Reason error
}

func (f *Failure) Error() string { return f.Text.EN }

// Unwrap returns what the system or a library said.
func (f *Failure) Unwrap() error { return f.Reason }

// wrong is a question that could never be answered.
func wrong(sv, en string, args ...any) *Failure { return &Failure{Text: diag.Say(sv, en, args...)} }

// failed is an answer that did not come, or was none.
func failed(reason error, sv, en string, args ...any) *Failure {
	return &Failure{Text: diag.Say(sv, en, args...), Asked: true, Reason: reason}
}

// unreached puts into words why a host gave no answer.
func unreached(host string, err error) *Failure {
	var own *Failure
	var lookup *net.DNSError
	var dial *net.OpError
	var waited interface{ Timeout() bool }
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &lookup) && lookup.IsNotFound:
		return failed(err, "det finns ingen server som heter %s", "there is no server called %s", host)
	case untrusted(err) != (diag.Text{}):
		return failed(err, "certifikatet för %s %s; det som kommer därifrån kan komma från någon annan", "the certificate of %s %s; what comes from there may come from somebody else", host, untrusted(err))
	case errors.Is(err, http.ErrSchemeMismatch), errors.As(err, new(tls.RecordHeaderError)), strings.Contains(err.Error(), "HTTP response to HTTPS client"):
		return failed(err, "%s svarar, men inte krypterat (TLS)", "%s answers, but not encrypted (TLS)", host)
	case errors.As(err, new(tls.AlertError)), strings.Contains(err.Error(), "tls: "):
		return failed(err, "det gick inte att komma överens med %s om en krypterad förbindelse (TLS)", "no encrypted connection (TLS) could be agreed on with %s", host)
	case errors.As(err, &waited) && waited.Timeout():
		return failed(err, "%s svarade inte i tid", "%s did not answer in time", host)
	case errors.As(err, &dial) && dial.Op == "dial":
		return failed(err, "det gick inte att nå %s", "%s could not be reached", host)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return failed(err, "%s avbröt sitt svar", "%s broke off its answer", host)
	}
	return failed(err, "%s gav inget svar som går att läsa", "%s gave no answer that can be read", host)
}

// untrusted tells what is wrong with a certificate; empty where it is something else.
func untrusted(err error) diag.Text {
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	switch {
	case errors.As(err, new(x509.UnknownAuthorityError)):
		return diag.Say("är utfärdat av någon som den här datorn inte litar på", "was issued by somebody whom this machine does not trust")
	case errors.As(err, &name):
		return diag.Say("gäller en annan server", "is that of another server")
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return diag.Say("har gått ut, eller gäller inte än", "has expired, or is not yet valid")
	case errors.As(err, &invalid), errors.As(err, new(*tls.CertificateVerificationError)):
		return diag.Say("går inte att lita på", "cannot be trusted")
	}
	return diag.Text{}
}
