package tillit_test

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Where evidence and law are decided, a test is only worth what it would notice.
// Each line below is a mistake that somebody could make there, and that the tests of
// the room itself must find. To make them all, or those whose file or line matches,
// and run the tests of each room on the mistaken code (the files stay as they are):
//
//	go test -run TestMutationsDie -timeout 0 . -mutate .
//	go test -run TestMutationsDie . -mutate history/version -v
//
// Whoever changes such a line writes its mutation anew: TestMutationsAreOfTheCode
// fails until then.
var mutate = flag.String("mutate", "", "make the mutations that match the expression, and run the tests of their rooms")

// mutation is a mistake: in a file below tools/internal one piece of a line, which
// stands there once, is another.
type mutation struct{ file, was, now string }

func (m mutation) String() string { return m.file + ": " + m.was + " → " + m.now }

var mutations = []mutation{
	// The chain: what names a version, what it builds on, and when it applied.
	{"history/version/version.go", `v.Previous != previous || v.PreviousDigest != digest`, `v.Previous != previous`},
	{"history/version/version.go", `v.Previous != previous || v.PreviousDigest != digest`, `v.PreviousDigest != digest`},
	{"history/version/version.go", `v.ID, v.Effective, v.Previous, v.PreviousDigest)`, `v.ID, v.Effective, v.Previous, "")`},
	{"history/version/version.go", `v.ID, v.Effective, v.Issued, v.Previous, v.PreviousDigest)`, `v.ID, v.Effective, v.Issued, v.Previous, "")`},
	{"history/version/version.go", `v.ID, v.Effective, v.Issued, v.Previous, v.PreviousDigest)`, `v.ID, v.Effective, v.Effective, v.Previous, v.PreviousDigest)`},
	{"history/version/version.go", `"tillit version 2\n%s`, `"tillit version\n%s`},
	{"history/version/version.go", `return v, v.momentFindings()`, `return v, nil`},
	{"history/version/moment.go", `at.Day() < day`, `false`},
	{"history/version/moment.go", `!at.Time().After(head.Began())`, `at.Time().Before(head.Began())`},
	{"history/version/moment.go", `!v.Issued.Valid()`, `false`},
	{"history/version/moment.go", `v.Issued.Day() < v.Effective`, `false`},
	{"history/version/moment.go", `v.Issued == "" && before.Issued == ""`, `v.Issued == ""`},
	{"history/version/moment.go", `!v.Began().After(before.Began())`, `v.Began().Before(before.Began())`},
	{"history/version/version.go", `h.Write(manifest)`, `h.Write(nil)`},
	{"history/version/version.go", `if v.ID != id {`, `if false {`},
	{"history/version/version.go", `day != v.Effective {`, `day > v.Effective {`},
	{"history/version/version.go", `v.Effective <= day`, `v.Effective < day`},
	{"history/version/version.go", `next > v.Effective`, `next != ""`},
	{"history/version/version.go", `next.Add(-1)`, `next`},
	// Time stamps: whose they are, what they are over, and that they stay.
	{"history/version/stamp.go", `token.Over(v.Digest, v.Issued)
}

// stampBytes`, `nil
}

// stampBytes`},
	{"history/version/stamp.go", `token.Over(v.Digest, v.Issued); err != nil`, `token.Over(v.Digest, v.Issued); err != nil && token == nil`},
	{"history/version/stamp.go", `!info.Mode().IsRegular()`, `info.Mode().IsDir()`},
	{"history/version/stamp.go", `if err := c.Unstamped(v); err != nil`, `if err := error(nil); err != nil`},
	{"history/version/version.go", `stamps = append(stamps, id)`, `_ = id`},
	{"history/version/verify.go", `list = append(list, c.stampFindings(v)...)`, ``},
	{"history/stamp/stamp.go", `a.Status.Status > 1`, `false`},
	{"history/stamp/stamp.go", `len(rest) > 0 || !shallow(data, deepest)`, `len(rest) > 9 || !shallow(data, deepest)`},
	{"history/stamp/stamp.go", `len(rest) > 0 || !shallow(data, deepest)`, `len(rest) > 0`},
	{"history/stamp/stamp.go", `len(p7.Certificates) == 0`, `false`},
	{"history/stamp/stamp.go", `!kind.Equal(oidToken)`, `false`},
	{"history/stamp/stamp.go", `|| !names(p7, signer)`, ``},
	{"history/stamp/stamp.go", `if !stamps(signer) {`, `if false {`},
	{"history/stamp/stamp.go", `return e.Critical`, `return true`},
	{"history/stamp/stamp.go", `t.Time.Before(signer.NotBefore)`, `false`},
	{"history/stamp/stamp.go", `t.Time.After(signer.NotAfter)`, `false`},
	{"history/stamp/stamp.go", `t.HashAlgorithm != crypto.SHA256`, `false`},
	{"history/stamp/stamp.go", `!bytes.Equal(want, t.digest)`, `len(want) == 0`},
	{"history/stamp/stamp.go", `t.at.Before(made.Time().Add(-early))`, `false`},
	{"history/stamp/stamp.go", `CurrentTime: t.at`, `CurrentTime: t.signer.NotAfter.AddDate(1, 0, 0)`},
	{"history/stamp/ask.go", `t.nonce.Cmp(nonce) != 0`, `false`},
	{"history/stamp/ask.go", `Most+1`, `Most`},
	{"history/stamp/ask.go", `code >= 300 && code < 400`, `false`},
	{"history/stamp/ask.go", `return http.ErrUseLastResponse`, `return nil`},

	{"history/version/verify.go", `v.digest(manifest) == v.Digest`, `true`},
	{"history/version/verify.go", `switch string(v.encode()) {`, `switch v.file.Text {`},
	{"history/version/verify.go", `if !expected[rel] {`, `if false {`},
	{"history/version/published.go", `now.Digest != was.Digest`, `false`},
	{"history/version/published.go", `len(faults) == 0 &&`, ``},
	{"history/version/published.go", `before.Find(e.Name()) == nil && c.Find(e.Name()) == nil`, `false`},
	{"history/version/verify.go", `info.Size() > mostBytes`, `false`},
	{"history/version/verify.go", `expected[rel] && d.Type()&fs.ModeSymlink != 0`, `false`},
	{"history/version/verify.go", `expected[rel] && d.Type()&fs.ModeSymlink != 0`, `d.Type()&fs.ModeSymlink != 0`},
	{"history/version/verify.go", `hex.EncodeToString(h.Sum(nil)) == j.hash`, `hex.EncodeToString(h.Sum(nil)) != ""`},
	{"history/version/freeze.go", `day > head.Effective`, `day >= head.Effective`},
	{"history/version/freeze.go", `day < head.Effective`, `day <= head.Effective`},
	{"history/version/freeze.go", `n+1`, `n`},
	{"history/version/freeze.go", `!day.Valid()`, `day == ""`},
	{"history/version/freeze.go", `next != id`, `false`},
	{"history/version/freeze.go", `os.Lstat(target); err == nil`, `os.Lstat(target); false`},
	{"history/version/freeze.go", `	if err := proved(fresh, v); err != nil {`, `	if err := proved(fresh, v); err != nil && false {`},
	{"history/version/freeze.go", `err != nil && !errors.As(err, &later)`, `err != nil && errors.As(err, &later)`},
	{"history/version/hold.go", ` && was.Digest == is.Digest`, ``},
	{"history/version/hold.go", ` && len(c.Versions) == len(now.Versions)`, ``},
	{"history/version/hold.go", `len(list) > 0:`, `false:`},
	{"history/version/hold.go", `read.Digest != v.Digest`, `false`},
	{"history/version/verify.go", `v.digest(unixed(manifest)) == v.Digest`, `v.digest(unixed(manifest)) != ""`},
	{"history/version/git.go", `if e.cr && b != '\n' {`, `if false {`},
	{"history/version/git.go", "	if e.cr {\n		e.sum", "	if false {\n		e.sum"},
	{"history/version/git.go", `isPointer(head) && bytes.Contains`, `bytes.Contains`},
	{"history/version/git.go", `+j.hash+"\n"`, `+""`},
	{"history/version/git.go", `d.Rule == "version-missing-file" && out[d.Pos.File]`, `d.Rule == "version-missing-file"`},
	{"disk/lock.go", `os.SameFile(ours, there)`, `(ours != nil || os.SameFile(ours, there))`},
	{"disk/lock.go", `by != told && `, ``},
	{"disk/write.go", `e.Name() != prefix+"lock"`, `e.Name() != ""`},
	{"disk/tree.go", `err != nil && rename(place, fresh) != nil`, `false`},
	{"disk/tree.go", `	return after(syncFolder(parent), RemoveFolder(old))`, `	return cmp.Or(syncFolder(parent), RemoveFolder(old))`},

	// What somebody was given, and what it is held against.
	{"history/proof/given.go", `len(hash) == 64 && file == name`, `len(hash) == 64 && file != ""`},
	{"history/proof/given.go", `case sumsErr == nil, exists(fsys, marker)`, `case sumsErr == nil`},
	{"history/proof/given.go", `!hasFacts(fsys) && exists(fsys, "index.html")`, `exists(fsys, "index.html")`},
	{"history/proof/given.go", `ok && e.IsDir() {`, `ok || e.IsDir() {`},
	{"history/proof/verify.go", `if g.Kind == None {`, `if false {`},
	{"history/proof/verify.go", `if g.Kind == Published {`, `if false {`},
	{"history/proof/verify.go", `return d.Rule == "version-chain"`, `return true`},
	{"history/proof/published.go", `ok || err != nil || len(hash)`, `ok || err == nil && false || len(hash)`},
	{"history/proof/published.go", `len(hash) != 64 || !fs.ValidPath(name) || name == "."`, `len(hash) != 64`},
	{"history/proof/published.go", `was, twice := list[name]; twice`, `was, twice := list[name]; false && twice`},
	{"history/proof/published.go", `of[v.ID] == 0 {`, `false {`},
	{"history/proof/published.go", `line.sum != sum:`, `line.sum != "" && sum == "":`},
	{"history/proof/published.go", `of[v.ID] > named {`, `false {`},
	{"history/proof/published.go", `id != "" && !stand[id]`, `id == "x" && !stand[id]`},
	{"history/proof/published.go", `case err != nil || sum != want:`, `case err != nil || sum == "":`},
	{"history/proof/published.go", `if !d.Type().IsRegular() {`, `if false {`},
	{"history/proof/published.go", `if _, listed := list[name]; !listed {`, `if _, listed := list[name]; false && !listed {`},
	{"history/proof/published.go", `strings.HasPrefix(name, ".") || strings.Contains(name, "/.")`, `true`},
	{"history/proof/published.go", `r.Live && d.Rule == "published-missing-file" && slices.Contains(kept, compared[i])`, `r.Live && d.Rule == "published-missing-file"`},
	{"history/proof/against.go", `if chain.Find(id) == nil {`, `if false && id == "" {`},
	{"history/proof/against.go", `ours == nil && exists(r.fsys, home)`, `ours == nil`},
	{"history/proof/against.go", `case ours.Digest != theirs.Digest:`, `case false:`},
	{"history/proof/against.go", `case theirs.Digest != ours.Digest:`, `case false:`},
	{"history/proof/against.go", `len(kept) < ShortestDigest`, `len(kept) < 1`},
	{"history/proof/against.go", `strings.HasPrefix(v.Digest, kept) {`, `strings.Contains(v.Digest, kept[:1]) {`},
	{"history/proof/file.go", `right || hash == f.Sum`, `hash != ""`},
	{"history/proof/file.go", `!strings.Contains(below, "/") && path.Base(name) == below`, `false`},
	{"history/proof/file.go", `if sum == f.Sum {`, `if sum != "" {`},
	{"history/proof/file.go", `g.Kind == One && d.Rule == "version-chain"`, `d.Rule != ""`},
	{"history/proof/file.go", `case kept != "" && `, `case false && kept != "" && `},

	// What is taken from elsewhere, and when it is taken for an answer.
	{"history/outside/address.go", `next.URL.Scheme != a.root.Scheme || `, ``},
	{"history/outside/address.go", `!strings.EqualFold(next.URL.Host, a.root.Host)`, `false`},
	{"history/outside/address.go", `len(before) > a.limits.Redirects`, `false`},
	{"history/outside/address.go", `case sofar > a.limits.File:`, `case false:`},
	{"history/outside/address.go", `case all > a.limits.Bytes:`, `case all < 0:`},
	{"history/outside/address.go", `if len(a.files) > limits.Files {`, `if false {`},
	{"history/outside/address.go", `context.WithTimeout(a.ctx, a.limits.Wait)`, `context.WithCancel(a.ctx)`},
	{"history/outside/address.go", `case u.User != nil:`, `case false:`},
	{"history/outside/address.go", `u.Scheme == "http" && here`, `u.Scheme == "http" || here`},
	{"history/outside/address.go", `if !a.files[name] {`, `if false {`},
	{"history/outside/address.go", `code == http.StatusNotFound && path.Base(name) == "404.html"`, `false`},
	{"history/outside/tree.go", `if _, ok := m.folders[name]; ok {`, `if _, ok := m.folders[name]; ok && false {`},
	{"history/outside/entry.go", `if err != nil && err != io.EOF {`, `if false {`},
	{"history/outside/revision.go", `strings.HasPrefix(name, "-") || strings.ContainsAny`, `strings.ContainsAny`},
	{"history/outside/revision.go", `"--verify", "--quiet", "--end-of-options", name+"^{commit}"`, `"--verify", "--quiet", "--end-of-options", name`},
	{"history/outside/revision.go", `"--no-replace-objects", "-C", r.dir}`, `"-C", r.dir}`},
	{"history/outside/revision.go", `case blind != "":`, `case false:`},
	{"history/outside/revision.go", `case len(ours) == 0 && elsewhere != "":`, `case false:`},
	{"history/outside/revision.go", `elsewhere == "" && ownFiles.MatchString(name) && gone(top, name)`, `elsewhere == "" && ownFiles.MatchString(name)`},
	{"history/outside/revision.go", `found.add(folder + "/" + dataFile)`, `_ = folder`},

	// What changed, and whether anybody must be told.
	{"history/weight/rest.go", `after == "" || after.LongerThan(before)`, `after.LongerThan(before)`},
	{"history/weight/rest.go", `"max"`, `"min"`},
	{"history/weight/place.go", `case more:`, `case more && false:`},
	{"history/weight/place.go", `unsaid := !held && j.unsaid(field, zone, before)`, `unsaid := false`},
	{"history/weight/recipient.go", `case SameCompany(a, b):`, `case false:`},
	{"history/weight/recipient.go", `before > j.Day && after < before`, `after < before`},
	{"history/weight/text.go", `bounds || len(come) > 0`, `len(come) > 0`},
	{"history/weight/same.go", `slices.Sort(parts)`, ``},
	{"history/change/due.go", `last.Add(1)`, `last`},
	{"history/change/due.go", `on > d.asOf`, `on >= d.asOf`},
	{"history/change/diff.go", `fields["foreign_registration"]`, `fields[""]`},
	{"history/change/diff.go", `taken := ids[key]; taken`, `taken := ids[key]; taken && false`},
	{"history/change/diff.go", `registered(come[id]) == registered(gone[before])`, `true`},
	{"history/change/diff.go", `len(d.Records) == 0 && len(d.Prose) == 0`, `len(d.Records) == 0`},
	{"history/change/diff.go", `len(d.Records) == 0 && len(d.Prose) == 0`, `len(d.Prose) == 0`},
	{"history/change/entry.go", `said = said || c.Material != nil ||`, `said = c.Material != nil ||`},
	{"history/change/entry.go", `day >= later.Issued`, `day > later.Issued`},
	{"history/change/entry.go", `around, i > 0, i+1 < len(spans)`, `around, true, i+1 < len(spans)`},
	{"history/change/entry.go", `around, i > 0, i+1 < len(spans)`, `around, i > 0, true`},
	{"history/change/entry_notice.go", `			continue`, `			break`},
	{"history/change/entry_notice.go", `asOf < applies`, `asOf <= applies`},
	{"history/change/report.go", `a.DaysUntil(e)`, `a.DaysUntil(e) - 1`},

	// Facts: where a recipient stands on a day, and which period is longer.
	{"facts/record/status.go", `r.Ended < asOf`, `r.Ended <= asOf`},
	{"facts/record/status.go", `r.Effective > asOf`, `r.Effective >= asOf`},
	{"facts/record/day.go", `r.Status(d.Day) != Current`, `r.Status(d.Day) == Ended`},
	{"facts/record/day.go", "d.Involved(a), func(r *Recipient) bool { return r.Status(d.Day) == Ended", "d.Involved(a), func(r *Recipient) bool { return r.Status(d.Day) != Current"},
	{"facts/record/day.go", "d.Involved(a), func(r *Recipient) bool { return r.Status(d.Day) == Ended", "d.Involved(a), func(r *Recipient) bool { return false"},
	{"facts/record/day.go", "slices.Clone(d.Recipients), func(r *Recipient) bool { return r.Status(d.Day) == Ended", "slices.Clone(d.Recipients), func(r *Recipient) bool { return false"},
	{"facts/record/day.go", `slices.ContainsFunc(d.Remaining(), (*Recipient).Abroad)`, `slices.ContainsFunc(d.Recipients, (*Recipient).Abroad)`},
	{"facts/record/disclosure.go", ` && !a.Recipients.Declared()`, ``},
	{"facts/record/disclosure.go", `r.IsSubprocessor() && `, ``},
	{"facts/record/disclosure.go", `return named && `, `return (named || true) && `},
	{"facts/record/status.go", ` || r.Effective < r.Announced`, ``},
	{"facts/record/status.go", `r.Effective < r.Announced`, `r.Effective <= r.Announced`},
	{"facts/record/day.go", `cmp.Compare(a.Effective, b.Effective)`, `0`},
	{"facts/record/day.go", `cmp.Compare(b.Ended, a.Ended)`, `cmp.Compare(a.Ended, b.Ended)`},
	{"facts/record/order.go", `language.Swedish, collate.Numeric`, `language.English, collate.Numeric`},
	{"facts/record/order.go", `language.Swedish, collate.Numeric`, `language.Swedish`},

	// Where it lies, what is stated, and how it is called.
	{"facts/record/place.go", `return l.Country.Zone()`, `return value.Within`},
	{"facts/record/place.go", `l.Region == "EU", l.Region == "EEA"`, `l.Region != ""`},
	{"facts/record/place.go", `return value.Outside` + "\n\tcase l.Country", `return value.Unknown` + "\n\tcase l.Country"},
	{"facts/record/place.go", `r.Transfer.ThirdCountry != nil`, `true`},
	{"facts/record/place.go", `l.Country.Zone() == value.Outside`, `l.Country.Zone() != value.Within`},
	{"facts/record/place.go", `l.Zone() != value.Within`, `l.Zone() == value.Outside`},
	{"facts/record/place.go", `if l.Zone() == value.Outside {`, `if false {`},
	{"facts/record/place.go", `if c.Zone() == value.Outside {`, `if false {`},
	{"rules/check/declaration.go", `path == "" && r.Zone() == value.Unknown && r.Country.Zone() == value.Outside`, `false`},
	{"rules/check/declaration.go", `r.Zone() == value.Unknown && !s.misplaced(r)`, `false`},
	{"facts/record/place.go", `len(r.Locations) > 0 && `, ``},
	{"facts/record/stated.go", `answer != nil && !*answer`, `answer == nil || !*answer`},
	{"facts/record/stated.go", `d.Transfers == "none"`, `d.Transfers != ""` + ` || d.Children != ""`},
	{"facts/record/name.go", `"local_name", `, ``},
	{"facts/record/name.go", `"legal_name", "title", "trade_name"`, `"trade_name", "title", "legal_name"`},
	{"facts/value/country.go", `return Outside`, `return Within`},
	{"facts/value/period.go", `slack = 30.436875, 3`, `slack = 30.436875, 1`},
	{"facts/value/period.go", `least > most`, `least >= most`},
	{"facts/value/period.go", `pm > om`, `pm >= om`},

	// Rules.
	{"rules/check/retention.go", `b.Period.LongerThan(r.Range.Max) || r.Range.Min.LongerThan(b.Period)`, `b.Period.LongerThan(r.Range.Max)`},
	{"rules/check/retention.go", `b.Period.LongerThan(r.Range.Max) || r.Range.Min.LongerThan(b.Period)`, `r.Range.Min.LongerThan(b.Period)`},
	{"rules/check/declaration.go", "s.set.On(s.asOf).Remaining() {\n\t\tf.against", "s.set.Recipients {\n\t\tf.against"},
	{"rules/check/duplicate.go", `n == "" || r.Status(c.asOf) == record.Ended`, `n == ""`},
	{"rules/check/recipient.go", ` && r.Status(s.asOf) != record.Ended {`, ` {`},
	{"rules/check/organisation.go", `r.Status(s.asOf) == record.Ended {`, `false {`},
	{"rules/check/reference.go", ` || r.Status(c.asOf) == record.Ended {`, ` {`},
	{"rules/check/date.go", `given >= o.NoticeDays`, `given > o.NoticeDays`},
	{"rules/law/facts.go", `if r.Status(f.asOf) == record.Ended {`, `if false {`},
	{"rules/law/response.go", `> 31`, `> 30`},
	{"rules/law/response.go", `> 31`, `> 32`},

	// What is told of those who have ended, and of certificates that have lapsed.
	{"publish/view/view_recipient.go", "t.Set.On(t.AsOf).Remaining() {\n\t\tif !r.Abroad()", "t.Set.Recipients {\n\t\tif !r.Abroad()"},
	{"publish/view/view_recipient.go", "t.Set.On(t.AsOf).Remaining() {\n\t\tfor", "t.Set.Recipients {\n\t\tfor"},
	{"publish/view/view_facts.go", `c.ValidTo.Before(t.AsOf)`, `false`},
	{"publish/view/view_facts.go", `c.ValidTo.Before(t.AsOf)`, `!t.AsOf.Before(c.ValidTo)`},
	{"publish/document/annexes.go", ` && r.Status(a.edition.AsOf) != record.Ended`, ``},

	// Limits of what is read.
	{"disk/root.go", `info.Size() > most`, `info.Size() >= most`},
	{"disk/root.go", `int64(len(data)) > most:`, `int64(len(data)) >= most:`},
	{"facts/folder/files.go", `r.total > maxTotal`, `r.total >= maxTotal`},
	{"facts/folder/files.go", `r.total-int64(len(data)) <= maxTotal`, `r.total-int64(len(data)) < maxTotal`},
	{"facts/gather/read.go", `total > w.limits.Total`, `total >= w.limits.Total`},
	{"facts/source/parse.go", `len(data) > MaxBytes`, `len(data) >= MaxBytes`},
	{"disk/walk.go", `w.seen > w.Most`, `w.seen >= w.Most`},

	// What is read of a file, kept of it, and written as one.
	{"facts/slip/mend.go", `if done.Guessed[n] {`, `if false {`},
	{"facts/slip/mend.go", `s.budget -= l.bytes`, ``},
	{"facts/source/parse.go", `len(found) == 0 {` + "\n\t\tfile.tree.Store(nil)", `true {` + "\n\t\tfile.tree.Store(nil)"},
	{"facts/source/parse.go", `!f.bad && len(f.moved) == 0`, `len(f.moved) == 0`},
	{"facts/source/parse.go", `!f.bad && len(f.moved) == 0`, `!f.bad`},
	{"facts/source/simple.go", `strings.ContainsAny(text, "\t\r")`, `false`},
	{"facts/source/simple.go", `s.indent >= 0 {`, `false {`},
	{"facts/source/simple.go", `ofField && s.indent == indent`, `s.indent == indent`},
	{"facts/source/simple.go", ` || text[len(text)-1] == ':'`, ``},
	{"facts/source/simple.go", `",]}[{:#?"`, `",]}[{:#"`},
	{"facts/source/simple.go", `s.begin < len(s.line) && s.line[s.begin] != ' '`, `false`},
	{"facts/source/tree.go", `n.Style&DoubleQuoted != 0 || len(r.touched) > 0`, `len(r.touched) > 0`},
	{"facts/source/tree.go", `n.Style&DoubleQuoted != 0 || len(r.touched) > 0`, `n.Style&DoubleQuoted != 0`},
	{"facts/source/encode.go", `taken != Text || `, ``},
	{"facts/source/encode.go", `!key && isTruth(v) || `, ``},
	{"facts/source/encode.go", `v == "\n" || strings.HasSuffix(v, "\n\n")`, `strings.HasSuffix(v, "\n\n")`},

	// What people and programs are shown of a finding.
	{"diag/json.go", `r > 0xFFFF`, `r >= 0xFFFF`},
	{"diag/json.go", `r > 0xFFFF`, `r > 0x1FFFF`},
	{"diag/excerpt.go", `edges[last] > room`, `edges[last] >= room`},
	{"diag/excerpt.go", `edges[at] > lead+lead/2`, `edges[at] >= lead+lead/2`},
	{"diag/excerpt.go", `edges[at]-edges[first] > lead`, `edges[at]-edges[first] >= lead`},
	{"diag/excerpt.go", `edges[last+1]-edges[first] <= room`, `edges[last+1]-edges[first] < room`},
	{"diag/excerpt.go", `pos.Line > len(e.lines)`, `pos.Line >= len(e.lines)`},
	{"diag/excerpt.go", `column < 1`, `column < 2`},
	{"diag/excerpt.go", `max(1, edges`, `max(2, edges`},
}

func TestMutationsAreOfTheCode(t *testing.T) {
	for _, m := range mutations {
		text, err := os.ReadFile(filepath.Join("tools/internal", m.file))
		if err != nil {
			t.Error(err)
		} else if n := strings.Count(string(text), m.was); n != 1 {
			t.Errorf("%s: that piece of code stands there %d times, and not once", m, n)
		}
	}
}

func TestMutationsDie(t *testing.T) {
	if *mutate == "" {
		t.Skip("takes minutes; go test -run TestMutationsDie -timeout 0 . -mutate .")
	}
	chosen, err := regexp.Compile(*mutate)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range mutations {
		if chosen.MatchString(m.String()) {
			t.Run(m.String(), m.run)
		}
	}
}

// run lets the tests of the room run on the mistaken code.
func (m mutation) run(t *testing.T) {
	file, err := filepath.Abs(filepath.Join("tools/internal", m.file))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mistaken, overlay := filepath.Join(dir, "mistaken.go"), filepath.Join(dir, "overlay.json")
	instead, err := json.Marshal(map[string]map[string]string{"Replace": {file: mistaken}})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{mistaken: []byte(strings.Replace(string(text), m.was, m.now, 1)), overlay: instead} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "test", "-failfast", "-vet=off", "-overlay", overlay, "./"+filepath.ToSlash(filepath.Join("tools/internal", filepath.Dir(m.file)))).CombinedOutput()
	switch {
	case err == nil:
		t.Error("no test of the room finds it")
	case !strings.Contains(string(out), "--- FAIL"):
		t.Errorf("the tests did not run:\n%s", out)
	}
}
