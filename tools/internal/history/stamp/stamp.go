// Package stamp asks a time stamping authority (RFC 3161) to say that it has seen a
// digest, and judges what it answered. A token says so for as long as its signature
// holds, whatever happens to the site, to git or to those who issued the version.
//
// What an authority sends is hostile until it is judged: bounded in size and depth, and
// wrong in any way that somebody gains by.
package stamp

import (
	"bytes"
	"crypto"
	"crypto/sha1" // as certificates are named in tokens of the first kind
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/digitorus/pkcs7"
	"github.com/digitorus/timestamp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Most is how many bytes an answer may have. Those of known authorities, with all their
// certificates, have less than ten thousand.
const Most = 64 << 10

// deepest is how far values may lie within values; tokens need some twenty levels.
const deepest = 64

// early is how much an authority's clock may be behind the moment of issue: clocks of
// machines are wrong by minutes, and a moment that was made up is wrong by more.
const early = 10 * time.Minute

// Refusal is why a token is none, or not this one, in words.
type Refusal struct{ Text diag.Text }

func (r Refusal) Error() string { return r.Text.EN }

func refuse(sv, en string, args ...any) error { return Refusal{diag.Say(sv, en, args...)} }

// Token is what an authority answered: that a digest was there at a moment. Its signature
// is that of the certificate within it; who issued that is another question.
type Token struct {
	Moment value.Moment
	By     string // the authority, as its certificate names it

	digest  []byte
	nonce   *big.Int
	at      time.Time
	signer  *x509.Certificate
	beneath *x509.CertPool // what the answer brings along
}

var (
	oidToken       = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 1, 4}
	oidContentType = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 3}
	oidSigner      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 12}
	oidSignerV2    = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}
	oidUsage       = asn1.ObjectIdentifier{2, 5, 29, 37}
)

// answer is the outer shape of what an authority sends.
type answer struct {
	Status struct {
		Status int
		Text   []asn1.RawValue `asn1:"optional"`
		Fail   asn1.BitString  `asn1:"optional"`
	}
	Token asn1.RawValue `asn1:"optional"`
}

// Read judges an answer as far as it goes by itself: its shape, its signature, and that
// it is signed by somebody who stamps times, in the years of their certificate.
func Read(data []byte) (*Token, error) {
	if len(data) > Most {
		return nil, refuse("svaret är längre än %d byte", "the answer is longer than %d bytes", Most)
	}
	var a answer
	if rest, err := asn1.Unmarshal(data, &a); err != nil || len(rest) > 0 || !shallow(data, deepest) {
		return nil, refuse("svaret är ingen tidsstämpel (RFC 3161)", "the answer is no time stamp (RFC 3161)")
	}
	if a.Status.Status > 1 {
		return nil, refuse("tjänsten avslog begäran: %s", "the service refused the request: %s", reason(a))
	}
	t, p7, err := parse(a.Token.FullBytes)
	if err != nil {
		return nil, err
	}
	return judged(t, p7)
}

// shallow tells whether values lie no deeper within others than so many levels, all of
// them written in DER. The library would follow any number.
func shallow(data []byte, levels int) bool {
	for len(data) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(data, &v)
		if err != nil || v.IsCompound && (levels == 0 || !shallow(v.Bytes, levels-1)) {
			return false
		}
		data = rest
	}
	return true
}

// reason is what a service that refuses says, as far as it can be shown.
func reason(a answer) string {
	for _, text := range a.Status.Text {
		if s := strings.TrimSpace(string(text.Bytes)); s != "" {
			return diag.Quote(s)
		}
	}
	return fmt.Sprintf("status %d", a.Status.Status)
}

// parse hands a token to the library, which panics on some that it cannot read.
func parse(token []byte) (t *timestamp.Timestamp, p7 *pkcs7.PKCS7, err error) {
	none := refuse("svaret är ingen tidsstämpel som går att läsa, eller är inte underskrivet av certifikatet i den",
		"the answer is no time stamp that can be read, or is not signed by the certificate within it")
	defer func() {
		if recover() != nil {
			t, p7, err = nil, nil, none
		}
	}()
	if len(token) == 0 {
		return nil, nil, refuse("svaret innehåller ingen tidsstämpel", "the answer holds no time stamp")
	}
	if p7, err = pkcs7.Parse(token); err != nil {
		return nil, nil, none
	}
	if len(p7.Certificates) == 0 {
		return nil, nil, refuse("tidsstämpeln har inget certifikat med sig, så ingen kan kontrollera den", "the time stamp brings no certificate along, so nobody can check it")
	}
	if t, err = timestamp.Parse(token); err != nil {
		return nil, nil, none
	}
	return t, p7, nil
}

func judged(t *timestamp.Timestamp, p7 *pkcs7.PKCS7) (*Token, error) {
	signer := p7.GetOnlySigner()
	var kind asn1.ObjectIdentifier
	if signer == nil || p7.UnmarshalSignedAttribute(oidContentType, &kind) != nil || !kind.Equal(oidToken) || !names(p7, signer) {
		return nil, refuse("det som är underskrivet är ingen tidsstämpel av den som skrev under", "what is signed is no time stamp of the one who signed it")
	}
	if _, ok := hashes[p7.Signers[0].DigestAlgorithm.Algorithm.String()]; !ok {
		return nil, refuse("tidsstämpeln är underskriven med en summa som inte håller längre", "the time stamp is signed with a digest that no longer holds")
	}
	if !stamps(signer) {
		return nil, refuse("certifikatet för %s är inte till för tidsstämplar", "the certificate of %s is not for time stamps", named(signer))
	}
	if t.Time.Before(signer.NotBefore) || t.Time.After(signer.NotAfter) {
		return nil, refuse("certifikatet för %s gällde inte %s, när tidsstämpeln gjordes", "the certificate of %s was not valid at %s, when the time stamp was made",
			named(signer), value.MomentOf(t.Time))
	}
	if t.HashAlgorithm != crypto.SHA256 {
		return nil, refuse("tidsstämpeln är inte över en SHA-256-summa", "the time stamp is not over a SHA-256 digest")
	}
	if t.Accuracy < 0 || t.Accuracy > early {
		return nil, refuse("tidsstämpelns klocka kan gå mer än tio minuter fel", "the clock of the time stamp may be wrong by more than ten minutes")
	}
	token := &Token{
		Moment: value.MomentOf(t.Time), By: named(signer), digest: t.HashedMessage, nonce: t.Nonce, at: t.Time,
		signer: signer, beneath: x509.NewCertPool(),
	}
	if !token.Moment.Valid() {
		return nil, refuse("tidsstämpelns tidpunkt är inte rimlig", "the moment of the time stamp is not plausible")
	}
	for _, c := range p7.Certificates {
		token.beneath.AddCert(c)
	}
	return token, nil
}

// signing is how a token names the certificate that it is signed with, by its digest, so
// that another with the same name and number cannot be put in its place.
type signing struct {
	Certs []struct {
		Algorithm pkix.AlgorithmIdentifier `asn1:"optional"`
		Hash      []byte
		Issuer    asn1.RawValue `asn1:"optional"`
	}
	Policies asn1.RawValue `asn1:"optional"`
}

func names(p7 *pkcs7.PKCS7, signer *x509.Certificate) bool {
	var of signing
	if p7.UnmarshalSignedAttribute(oidSignerV2, &of) == nil && len(of.Certs) > 0 {
		hash := crypto.SHA256
		if a := of.Certs[0].Algorithm.Algorithm; len(a) > 0 {
			known, ok := hashes[a.String()]
			if !ok {
				return false
			}
			hash = known
		}
		h := hash.New()
		h.Write(signer.Raw)
		return bytes.Equal(h.Sum(nil), of.Certs[0].Hash)
	}
	of = signing{}
	if p7.UnmarshalSignedAttribute(oidSigner, &of) != nil || len(of.Certs) == 0 {
		return false
	}
	sum := sha1.Sum(signer.Raw)
	return bytes.Equal(sum[:], of.Certs[0].Hash)
}

var hashes = map[string]crypto.Hash{
	pkcs7.OIDDigestAlgorithmSHA256.String(): crypto.SHA256,
	pkcs7.OIDDigestAlgorithmSHA384.String(): crypto.SHA384,
	pkcs7.OIDDigestAlgorithmSHA512.String(): crypto.SHA512,
}

// stamps tells whether a certificate is for time stamps and nothing else, and says so
// in a way that nobody may pass by (RFC 3161, section 2.3).
func stamps(c *x509.Certificate) bool {
	if len(c.ExtKeyUsage) != 1 || c.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping || len(c.UnknownExtKeyUsage) > 0 {
		return false
	}
	for _, e := range c.Extensions {
		if e.Id.Equal(oidUsage) {
			return e.Critical
		}
	}
	return false
}

// named is what a certificate calls its holder.
func named(c *x509.Certificate) string {
	name := c.Subject.CommonName
	if name == "" && len(c.Subject.Organization) > 0 {
		name = c.Subject.Organization[0]
	}
	if name == "" {
		name = c.Subject.String()
	}
	return diag.Clip(strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if diag.Unseen(r) {
			return -1
		}
		return r
	}, name)), " "), 100)
}

// Over tells whether the token is over a digest, written in hexadecimal, of something
// that was made at a moment; that may be empty where nobody knows it.
func (t *Token) Over(digest string, made value.Moment) error {
	want, err := hex.DecodeString(digest)
	if err != nil || !bytes.Equal(want, t.digest) {
		return refuse("tidsstämpeln är över en annan kontrollsumma än versionens", "the time stamp is over another digest than that of the version")
	}
	if made != "" && t.at.Before(made.Time().Add(-early)) {
		return refuse("tidsstämpeln är från %s, men versionen säger sig vara utgiven först %s; klockan gick fel när den gavs ut",
			"the time stamp is of %s, but the version says that it was issued only at %s; the clock was wrong when it was issued", t.Moment, made)
	}
	return nil
}

// IssuedBelow tells whether the authority's certificate was issued below one of the roots,
// as things stood at the moment of the token. Whether it has been revoked is not asked.
func (t *Token) IssuedBelow(roots *x509.CertPool) error {
	_, err := t.signer.Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: t.beneath, CurrentTime: t.at,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping},
	})
	if err != nil {
		return refuse("certifikatet för %s är inte utfärdat under något av de givna rotcertifikaten", "the certificate of %s is not issued below any of the given roots", t.By)
	}
	return nil
}

// Roots reads the certificates of a PEM file.
func Roots(pem []byte) (*x509.CertPool, error) {
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, refuse("filen innehåller inget certifikat i PEM-format", "the file holds no certificate in PEM form")
	}
	return pool, nil
}
