// Package output holds what is to go out: files by their paths, their sums, and the
// address that they begin at.
package output

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
)

// Address is the site's root address, with a slash at its end.
func Address(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("the site's address: %w", err)
	}
	whole := u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
	if address != "" && !whole || u.User != nil || u.RawQuery != "" || u.Fragment != "" || u.RawPath != "" {
		return nil, fmt.Errorf("the site's address %q is not like https://trust.example.com/", address)
	}
	if u.Path = path.Join("/", u.Path); u.Path != "/" {
		u.Path += "/"
	}
	if !basePath.MatchString(u.EscapedPath()) {
		return nil, fmt.Errorf("the path of the site's address %q holds characters that no address can bear", address)
	}
	return u, nil
}

// basePath are the paths that may be written anywhere: letters that are not ASCII stand
// in them as the numbers of their bytes.
var basePath = regexp.MustCompile(`^/((?:[A-Za-z0-9._~-]|%[89A-F][0-9A-F])+/)*$`)
