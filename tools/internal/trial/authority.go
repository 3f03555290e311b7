package trial

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"io"
	"math/big"
	"net/http"
	"time"

	"github.com/digitorus/timestamp"
)

// Authority is a time stamping authority of the test's own, below a root of its own. It
// answers as a good one does, but for what Twist makes of it.
type Authority struct {
	Roots []byte // the root's certificate, as PEM

	// Clock says when tokens are of; nil is the time of this machine.
	Clock func() time.Time
	// Twist alters a token before it is signed, and what is signed with; may be nil.
	Twist func(*timestamp.Timestamp)

	Signer *x509.Certificate
	Key    crypto.Signer
	root   *x509.Certificate
	above  crypto.Signer
}

// NewAuthority makes an authority whose certificate is valid between two moments.
func NewAuthority(from, until time.Time) (*Authority, error) {
	a := &Authority{}
	var err error
	if a.above, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		return nil, err
	}
	a.root = &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Test Root", Organization: []string{"Tillit"}},
		NotBefore: from.AddDate(-1, 0, 0), NotAfter: until.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, a.root, a.root, a.above.Public(), a.above)
	if err != nil {
		return nil, err
	}
	if a.root, err = x509.ParseCertificate(der); err != nil {
		return nil, err
	}
	a.Roots = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	return a, a.Certify(from, until, true, asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 8})
}

// Certify gives the authority another certificate: for these uses, which nobody may pass
// by where they are critical.
func (a *Authority) Certify(from, until time.Time, critical bool, uses ...asn1.ObjectIdentifier) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	usage, err := asn1.Marshal(uses)
	if err != nil {
		return err
	}
	der, err := x509.CreateCertificate(rand.Reader, &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "Test Time Stamps", Organization: []string{"Tillit"}},
		NotBefore: from, NotAfter: until, KeyUsage: x509.KeyUsageDigitalSignature,
		ExtraExtensions: []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Critical: critical, Value: usage}},
	}, a.root, key.Public(), a.above)
	if err != nil {
		return err
	}
	a.Key = key
	a.Signer, err = x509.ParseCertificate(der)
	return err
}

// Answer is what the authority answers to a request.
func (a *Authority) Answer(request []byte) ([]byte, error) {
	r, err := timestamp.ParseRequest(request)
	if err != nil {
		return nil, err
	}
	now := time.Now
	if a.Clock != nil {
		now = a.Clock
	}
	t := &timestamp.Timestamp{
		HashAlgorithm: r.HashAlgorithm, HashedMessage: r.HashedMessage, Time: now().UTC(), Nonce: r.Nonce,
		Policy: asn1.ObjectIdentifier{1, 2, 3, 4, 1}, AddTSACertificate: r.Certificates,
	}
	if a.Twist != nil {
		a.Twist(t)
	}
	return t.CreateResponseWithOpts(a.Signer, a.Key, crypto.SHA256)
}

func (a *Authority) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	if _, err := io.Copy(&body, io.LimitReader(r.Body, 1<<16)); err != nil || r.Header.Get("Content-Type") != "application/timestamp-query" {
		http.Error(w, "no query", http.StatusBadRequest)
		return
	}
	answer, err := a.Answer(body.Bytes())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/timestamp-reply")
	w.Write(answer)
}
