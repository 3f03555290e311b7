package stamp_test

import (
	"bytes"
	"context"
	"crypto"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/digitorus/pkcs7"
	"github.com/digitorus/timestamp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/trial"
)

var (
	digest  = strings.Repeat("1f", 32)
	another = strings.Repeat("2e", 32)
	// Tokens are of the time at which the test runs: what is signed with has to be valid.
	noon = time.Now().UTC().Truncate(time.Second)
	made = value.MomentOf(noon.Add(-time.Minute))
)

// service starts an authority that stamps at noon, with a certificate of that year.
func service(t *testing.T) (*trial.Authority, string) {
	t.Helper()
	a, err := trial.NewAuthority(noon.AddDate(0, -6, 0), noon.AddDate(0, 6, 0))
	if err != nil {
		t.Fatal(err)
	}
	a.Clock = func() time.Time { return noon }
	return a, serving(t, a)
}

func serving(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// ask asks at once and hastily.
func ask(url string) ([]byte, *stamp.Token, error) {
	return stamp.Authority{URL: url, Patience: 2 * time.Second}.Ask(context.Background(), digest, made)
}

func TestATokenSaysWhatItIsOver(t *testing.T) {
	a, url := service(t)
	data, token, err := ask(url)
	if err != nil {
		t.Fatal(err)
	}
	if token.Moment != value.MomentOf(noon) || token.By != "Test Time Stamps" {
		t.Errorf("it is of %s by %s", token.Moment, token.By)
	}
	again, err := stamp.Read(data)
	if err != nil || again.Moment != token.Moment {
		t.Fatal(again, err)
	}
	if err := again.Over(digest, made); err != nil {
		t.Error(err)
	}
	if err := again.Over(another, made); err == nil || !strings.Contains(err.Error(), "another digest") {
		t.Errorf("over another digest: %v", err)
	}
	for of, fine := range map[value.Moment]bool{
		"": true, value.MomentOf(noon.Add(10 * time.Minute)): true, value.MomentOf(noon.Add(10*time.Minute + time.Second)): false, "2001-01-01T00:00:00Z": true,
	} {
		if err := again.Over(digest, of); (err == nil) != fine {
			t.Errorf("of something made at %q: %v", of, err)
		}
	}
	roots, err := stamp.Roots(a.Roots)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.IssuedBelow(roots); err != nil {
		t.Error(err)
	}
	stranger, _ := service(t)
	others, err := stamp.Roots(stranger.Roots)
	if err != nil {
		t.Fatal(err)
	}
	if err := again.IssuedBelow(others); err == nil || !strings.Contains(err.Error(), "not issued below any of the given roots") {
		t.Errorf("below the roots of somebody else: %v", err)
	}
	if _, err := stamp.Roots([]byte("-----BEGIN CERTIFICATE-----\n")); err == nil {
		t.Error("half a certificate is a root")
	}
}

// A token of an authority whose certificate has run out since is as good as it was.
func TestATokenOutlivesItsCertificate(t *testing.T) {
	a, err := trial.NewAuthority(time.Now().Add(-time.Hour), time.Now().Add(2*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	_, token, err := stamp.Authority{URL: serving(t, a), Patience: 2 * time.Second}.Ask(t.Context(), digest, "")
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Until(a.Signer.NotAfter) + time.Second)
	roots, _ := stamp.Roots(a.Roots)
	if err := token.IssuedBelow(roots); err != nil {
		t.Error(err)
	}
}

// Whatever an authority does, a sentence says it and nothing is kept.
func TestHostileAnswersAreRefused(t *testing.T) {
	use := func(oids ...asn1.ObjectIdentifier) func(*trial.Authority) {
		return func(a *trial.Authority) { a.Certify(noon.AddDate(0, -6, 0), noon.AddDate(0, 6, 0), true, oids...) }
	}
	stamping, mail := asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 8}, asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 4}
	for _, tc := range []struct {
		name string
		do   func(*trial.Authority)
		want string
	}{
		{"another digest", func(a *trial.Authority) {
			a.Twist = func(t *timestamp.Timestamp) { t.HashedMessage, _ = hex.DecodeString(another) }
		}, "over another digest"},
		{"another nonce", func(a *trial.Authority) {
			a.Twist = func(t *timestamp.Timestamp) { t.Nonce = new(big.Int).Add(t.Nonce, big.NewInt(1)) }
		}, "not to this question"},
		{"no nonce", func(a *trial.Authority) { a.Twist = func(t *timestamp.Timestamp) { t.Nonce = nil } }, "not to this question"},
		{"no certificate", func(a *trial.Authority) { a.Twist = func(t *timestamp.Timestamp) { t.AddTSACertificate = false } }, "no certificate along"},
		{"a digest of another kind", func(a *trial.Authority) {
			a.Twist = func(t *timestamp.Timestamp) { t.HashAlgorithm, t.HashedMessage = crypto.SHA512, make([]byte, 64) }
		}, "not over a SHA-256 digest"},
		{"a moment before it was made", func(a *trial.Authority) { a.Clock = func() time.Time { return noon.Add(-time.Hour) } }, "the clock was wrong"},
		{"a clock that may be wrong by an hour", func(a *trial.Authority) { a.Twist = func(t *timestamp.Timestamp) { t.Accuracy = time.Hour } }, "more than ten minutes"},
		{"an expired certificate", func(a *trial.Authority) { a.Clock = func() time.Time { return noon.AddDate(1, 0, 0) } }, "was not valid at " + string(value.MomentOf(noon.AddDate(1, 0, 0)))},
		{"a certificate that is not valid yet", func(a *trial.Authority) { a.Clock = func() time.Time { return noon.AddDate(-1, 0, 0) } }, "was not valid at " + string(value.MomentOf(noon.AddDate(-1, 0, 0)))},
		{"a certificate for mail", use(mail), "not for time stamps"},
		{"a certificate for mail and time stamps", use(stamping, mail), "not for time stamps"},
		{"a certificate whose use may be passed by", func(a *trial.Authority) {
			a.Certify(noon.AddDate(0, -6, 0), noon.AddDate(0, 6, 0), false, stamping)
		}, "not for time stamps"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, url := service(t)
			tc.do(a)
			refused(t, url, tc.want)
		})
	}
}

func refused(t *testing.T, url, want string) {
	t.Helper()
	data, token, err := ask(url)
	var r stamp.Refusal
	if !errors.As(err, &r) || !strings.Contains(r.Text.EN, want) || r.Text.SV == r.Text.EN || r.Text.SV == "" {
		t.Fatalf("%v, want %q", err, want)
	}
	if token != nil && data == nil {
		t.Error("a token without its bytes")
	}
}

func TestHostileServicesAreRefused(t *testing.T) {
	a, _ := service(t)
	rejected, err := timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadAlgorithm)
	if err != nil {
		t.Fatal(err)
	}
	deep := []byte{}
	for range 20000 {
		deep = append([]byte{0x30, 0x80}, deep...)
	}
	nested := []byte{5, 0}
	for len(nested) < 30000 {
		head, _ := asn1.Marshal(asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: nested})
		nested = head
	}
	elsewhere, _ := http.NewRequest(http.MethodGet, serving(t, a), nil)
	for _, tc := range []struct {
		name string
		do   http.HandlerFunc
		want string
	}{
		{"a page", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>Sign in</html>") }, "no time stamp (RFC 3161)"},
		{"nothing", func(http.ResponseWriter, *http.Request) {}, "no time stamp (RFC 3161)"},
		{"a rejection", func(w http.ResponseWriter, _ *http.Request) { w.Write(rejected) }, "refused the request: status 2"},
		{"a rejection in words", func(w http.ResponseWriter, _ *http.Request) {
			type status struct {
				Status int
				Text   []string
			}
			data, err := asn1.Marshal(struct{ Status status }{status{2, []string{"pay\x1b[31m first"}}})
			if err != nil {
				t.Error(err)
			}
			w.Write(data)
		}, `refused the request: "pay\x1b[31m first"`},
		{"granted, with no token", func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte{0x30, 5, 0x30, 3, 2, 1, 0})
		}, "holds no time stamp"},
		{"granted, with a token that is none", func(w http.ResponseWriter, _ *http.Request) {
			w.Write([]byte{0x30, 7, 0x30, 3, 2, 1, 0, 0x30, 0})
		}, "no time stamp that can be read"},
		{"more than the answer", func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			data, _ := a.Answer(body)
			w.Write(append(data, 5, 0))
		}, "no time stamp (RFC 3161)"},
		{"half the answer", func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			data, _ := a.Answer(body)
			w.Write(data[:len(data)/2])
		}, "no time stamp (RFC 3161)"},
		{"a huge answer", func(w http.ResponseWriter, _ *http.Request) {
			for range 1 << 12 {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		}, "longer than 65536 bytes"},
		{"values within values, endless ones", func(w http.ResponseWriter, _ *http.Request) { w.Write(deep) }, "no time stamp (RFC 3161)"},
		{"values within values", func(w http.ResponseWriter, _ *http.Request) { w.Write(nested) }, "no time stamp (RFC 3161)"},
		{"values within values, as a token", func(w http.ResponseWriter, _ *http.Request) {
			data, _ := asn1.Marshal(asn1.RawValue{Tag: asn1.TagSequence, IsCompound: true, Bytes: append([]byte{0x30, 3, 2, 1, 0}, nested...)})
			w.Write(data)
		}, "no time stamp (RFC 3161)"},
		{"something else that is signed, with the same bytes", func(w http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			w.Write(signedAsMail(t, a, body))
		}, "is no time stamp of the one who signed it"},
		{"elsewhere", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, elsewhere.URL.String(), http.StatusTemporaryRedirect)
		}, "points to another address, \"http://127.0.0.1:"},
		{"no such page", http.NotFound, "status 404"},
		{"a fault of its own", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "status 502"},
		{"breaking off", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			w.Write([]byte("x"))
			panic(http.ErrAbortHandler)
		}, "broke off its answer"},
	} {
		t.Run(tc.name, func(t *testing.T) { refused(t, serving(t, tc.do), tc.want) })
	}
	for url, want := range map[string]string{
		"": "no address", "ftp://x.example/": "no address", "https://me:secret@x.example/": "no address", "https://": "no address", "file:///etc/passwd": "no address",
		"http://nowhere.invalid/": "", "http://127.0.0.1:1/": "could not be reached",
	} {
		refused(t, url, want)
	}
}

// signedAsMail signs what a token says, but not as a token: somebody with such a
// certificate may be brought to sign texts of others.
func signedAsMail(t *testing.T, a *trial.Authority, request []byte) []byte {
	t.Helper()
	good, err := a.Answer(request)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Status asn1.RawValue
		Token  asn1.RawValue
	}
	if _, err := asn1.Unmarshal(good, &answer); err != nil {
		t.Fatal(err)
	}
	p7, err := pkcs7.Parse(answer.Token.FullBytes)
	if err != nil {
		t.Fatal(err)
	}
	var names asn1.RawValue
	if err := p7.UnmarshalSignedAttribute(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, &names); err != nil {
		t.Fatal(err)
	}
	signed, err := pkcs7.NewSignedData(p7.Content)
	if err != nil {
		t.Fatal(err)
	}
	signed.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := signed.AddSigner(a.Signer, a.Key, pkcs7.SignerInfoConfig{ExtraSignedAttributes: []pkcs7.Attribute{
		{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 16, 2, 47}, Value: asn1.RawValue{FullBytes: names.FullBytes}},
	}}); err != nil {
		t.Fatal(err)
	}
	token, err := signed.Finish()
	if err != nil {
		t.Fatal(err)
	}
	answer.Token = asn1.RawValue{FullBytes: token}
	forged, err := asn1.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return forged
}

// The bytes of a good answer, any of them altered, are no token over the digest: or they
// are still the same token, where the byte is of the words around it.
func TestAnAlteredTokenIsNone(t *testing.T) {
	_, url := service(t)
	data, token, err := ask(url)
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for i := range data {
		forged := bytes.Clone(data)
		forged[i] ^= 1 << (i % 8)
		got, err := stamp.Read(forged)
		if err != nil || got.Over(digest, made) != nil {
			continue
		}
		if same++; got.Moment != token.Moment || got.By != token.By {
			t.Errorf("with byte %d altered it is of %s by %s", i, got.Moment, got.By)
		}
	}
	if same > 40 {
		t.Errorf("%d of %d bytes can be altered", same, len(data))
	}
}

// A slow service is waited for no longer than was said, and one that comes back is asked
// again.
func TestPatienceEnds(t *testing.T) {
	slow := serving(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		io.ReadAll(r.Body)
		select {
		case <-r.Context().Done():
		case <-time.After(20 * time.Second):
		}
	}))
	begun := time.Now()
	_, _, err := stamp.Authority{URL: slow, Patience: 50 * time.Millisecond, Pauses: []time.Duration{time.Millisecond}}.Ask(t.Context(), digest, made)
	if took := time.Since(begun); err == nil || !strings.Contains(err.Error(), "did not answer within") || took > 10*time.Second {
		t.Errorf("%v after %s", err, took)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := (stamp.Authority{URL: slow, Patience: time.Minute, Pauses: []time.Duration{time.Minute}}).Ask(ctx, digest, made); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
}

func TestAServiceThatComesBackIsAskedAgain(t *testing.T) {
	a, _ := service(t)
	for status, tries := range map[int]int32{http.StatusServiceUnavailable: 3, http.StatusTooManyRequests: 3, http.StatusForbidden: 1} {
		var asked atomic.Int32
		url := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if asked.Add(1) < 3 {
				w.WriteHeader(status)
				return
			}
			a.ServeHTTP(w, r)
		}))
		_, token, err := stamp.Authority{URL: url, Patience: 2 * time.Second, Pauses: []time.Duration{time.Millisecond, time.Millisecond}}.Ask(t.Context(), digest, made)
		if asked.Load() != tries || (token != nil) != (tries == 3) {
			t.Errorf("after status %d it was asked %d times: %v", status, asked.Load(), err)
		}
	}
}

// What is told to the service is the digest, and no word of the site.
func TestOnlyTheDigestIsTold(t *testing.T) {
	a, _ := service(t)
	var told string
	url := serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		told = fmt.Sprint(r.Method, r.Header)
		request, err := timestamp.ParseRequest(body)
		if err != nil || hex.EncodeToString(request.HashedMessage) != digest || request.Nonce == nil || !request.Certificates || len(body) > 100 {
			t.Errorf("%d bytes, %v, %+v", len(body), err, request)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		a.ServeHTTP(w, r)
	}))
	if _, _, err := ask(url); err != nil {
		t.Fatal(err)
	}
	if told == "" || strings.Contains(told, "Cookie") || strings.Contains(told, "Referer") {
		t.Error(told)
	}
}

func FuzzRead(f *testing.F) {
	a, err := trial.NewAuthority(noon.AddDate(0, -6, 0), noon.AddDate(0, 6, 0))
	if err != nil {
		f.Fatal(err)
	}
	a.Clock = func() time.Time { return noon }
	sum, _ := hex.DecodeString(digest)
	request, err := (&timestamp.Request{HashAlgorithm: crypto.SHA256, HashedMessage: sum, Certificates: true, Nonce: big.NewInt(1)}).Marshal()
	if err != nil {
		f.Fatal(err)
	}
	good, err := a.Answer(request)
	if err != nil {
		f.Fatal(err)
	}
	rejected, _ := timestamp.CreateErrorResponse(timestamp.Rejection, timestamp.BadAlgorithm)
	for _, seed := range [][]byte{good, good[:len(good)-1], rejected, {0x30, 5, 0x30, 3, 2, 1, 0}, {0x30, 0x80, 0x30, 0x80}, {0x30, 7, 0x30, 3, 2, 1, 0, 0x1f, 0xff}} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		token, err := stamp.Read(data)
		var r stamp.Refusal
		if err != nil && !errors.As(err, &r) || err == nil && (!token.Moment.Valid() || token.By == "") {
			t.Errorf("%+v, %v", token, err)
		}
	})
}
