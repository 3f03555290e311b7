package center

import (
	"context"
	"fmt"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/history/version"
)

// StampService is the address of the time stamping service that the site names, or "".
func (c *Center) StampService() (string, error) {
	set, err := c.organised()
	if err != nil {
		return "", err
	}
	return set.Organisation.Timestamp, nil
}

// Stamp has an issued version stamped that is not yet, and lays the time stamp beside it.
// Nothing is asked for a version that is not what it was: then the findings block.
func (c *Center) Stamp(ctx context.Context, id string, by stamp.Authority) (*stamp.Token, diag.List, error) {
	chain, list, err := c.Verify(ctx)
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	v := chain.Find(id)
	if v == nil {
		return nil, nil, version.Refusal{Text: diag.Say("det finns ingen version som heter %s", "there is no version called %s", diag.Quote(id))}
	}
	if err := chain.Unstamped(v); err != nil {
		return nil, nil, err
	}
	answer, token, err := by.Ask(ctx, v.Digest, v.Issued)
	if err != nil {
		return nil, nil, err
	}
	err = chain.KeepStamp(c.Dir, v, answer)
	c.Forget(change.Folder)
	return token, nil, err
}

// Stamped is a version that has a time stamp.
type Stamped struct {
	Version *version.Version
	Token   *stamp.Token
}

// Stamps are the time stamps of a chain of which nothing is to be said, the oldest first.
// Where roots are given, as PEM, those whose authority is not issued below one of them
// are findings.
func Stamps(chain *version.Chain, roots []byte) ([]Stamped, diag.List, error) {
	var stamped []Stamped
	var list diag.List
	for _, v := range chain.Versions {
		token, err := chain.Stamp(v)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", version.StampFile(v.ID), err)
		}
		if token != nil {
			stamped = append(stamped, Stamped{v, token})
		}
	}
	if roots == nil {
		return stamped, nil, nil
	}
	pool, err := stamp.Roots(roots)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range stamped {
		if err := s.Token.IssuedBelow(pool); err != nil {
			list = append(list, version.StampFinding(s.Version, err))
		}
	}
	return stamped, list, nil
}
