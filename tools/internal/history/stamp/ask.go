package stamp

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"time"

	"github.com/digitorus/timestamp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Authority is a service that stamps times, and how it is asked.
type Authority struct {
	URL string
	// Proxy says through which proxy an address is asked; nil is none.
	Proxy func(*http.Request) (*url.URL, error)
	// Patience is how long one try may take, and Pauses are how long to wait before each
	// further one. Zero stands for what suits a person who waits.
	Patience time.Duration
	Pauses   []time.Duration
}

// the authority is given three tries, half a minute in all.
const patience = 10 * time.Second

var pauses = []time.Duration{time.Second, 3 * time.Second}

// passing is an error that may be gone at the next try.
type passing struct{ error }

func (p passing) Unwrap() error { return p.error }

// Ask has a digest stamped that was made at a moment, and returns the whole answer as it
// came, and what it says. It is tried again where that may help. Only the digest is told.
func (a Authority) Ask(ctx context.Context, digest string, made value.Moment) ([]byte, *Token, error) {
	if !value.ValidStampURL(a.URL, "") {
		return nil, nil, refuse("%s är ingen adress till en tidsstämplingstjänst; skriv en som börjar med http:// eller https://",
			"%s is no address of a time stamping service; write one that begins with http:// or https://", diag.Quote(a.URL))
	}
	if a.Patience == 0 {
		a.Patience, a.Pauses = patience, pauses
	}
	for _, pause := range a.Pauses {
		data, t, err := a.try(ctx, digest, made)
		if err == nil || !errors.As(err, &passing{}) {
			return data, t, err
		}
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-time.After(pause):
		}
	}
	data, t, err := a.try(ctx, digest, made)
	if p := (passing{}); errors.As(err, &p) {
		err = p.error
	}
	return data, t, err
}

// try asks once.
func (a Authority) try(ctx context.Context, digest string, made value.Moment) ([]byte, *Token, error) {
	sum, err := hex.DecodeString(digest)
	if err != nil || len(sum) != crypto.SHA256.Size() {
		return nil, nil, refuse("%s är ingen kontrollsumma", "%s is no digest", diag.Quote(digest))
	}
	nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 63))
	if err != nil {
		return nil, nil, err
	}
	request, err := (&timestamp.Request{HashAlgorithm: crypto.SHA256, HashedMessage: sum, Certificates: true, Nonce: nonce}).Marshal()
	if err != nil {
		return nil, nil, err
	}
	data, err := a.post(ctx, request)
	if err != nil {
		return nil, nil, err
	}
	t, err := Read(data)
	if err != nil {
		return nil, nil, err
	}
	if t.nonce == nil || t.nonce.Cmp(nonce) != 0 {
		return nil, nil, refuse("svaret är inte på den här frågan; det kan vara ett äldre som någon spelar upp", "the answer is not to this question; it may be an older one that somebody plays back")
	}
	return data, t, t.Over(digest, made)
}

// post sends a request, and nothing else, to the address and to no other.
func (a Authority) post(ctx context.Context, body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, a.Patience)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.URL, bytes.NewReader(body))
	if err != nil {
		return nil, a.silent(ctx, err)
	}
	r.Header.Set("Content-Type", "application/timestamp-query")
	r.Header.Set("Accept", "application/timestamp-reply")
	r.Header.Set("User-Agent", "tillit")
	transport := &http.Transport{Proxy: a.Proxy, DisableKeepAlives: true, DisableCompression: true, MaxResponseHeaderBytes: Most}
	client := &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		return nil, a.silent(ctx, err)
	}
	defer answer.Body.Close()
	switch code := answer.StatusCode; {
	case code >= 300 && code < 400:
		return nil, refuse("tjänsten hänvisar till en annan adress, %s; skriv den om den är rätt", "the service points to another address, %s; write that one if it is right",
			diag.Quote(answer.Header.Get("Location")))
	case code == http.StatusTooManyRequests || code >= 500:
		return nil, passing{refuse("tjänsten svarade med status %d", "the service answered with status %d", code)}
	case code != http.StatusOK:
		return nil, refuse("tjänsten svarade med status %d", "the service answered with status %d", code)
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, Most+1))
	if err != nil {
		return nil, a.silent(ctx, err)
	}
	return data, nil
}

// silent is why there is no answer. Being interrupted is no fault of the service.
func (a Authority) silent(ctx context.Context, err error) error {
	var name *net.DNSError
	var network net.Error
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case errors.As(err, &name):
		return passing{refuse("det finns ingen tjänst som heter %s", "there is no service called %s", diag.Quote(name.Name))}
	case errors.Is(ctx.Err(), context.DeadlineExceeded) || errors.As(err, &network) && network.Timeout():
		return passing{refuse("tjänsten svarade inte inom %d sekunder", "the service did not answer within %d seconds", int(max(a.Patience, time.Second).Seconds()))}
	}
	return passing{refuse("tjänsten gick inte att nå, eller avbröt svaret", "the service could not be reached, or broke off its answer")}
}
