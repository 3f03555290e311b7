package outside

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"regexp"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
)

// Revision is what a revision of the repository around a folder holds of its issued
// versions: version.yaml and the manifest of each, below versions/. It is a folder, and
// never empty for want of sight: where git, the repository, the revision or the folder
// in it cannot be seen, Revision fails.
//
// gone tells whether a path of the repository, from its top, is no longer on the disk.
func Revision(ctx context.Context, dir, name string, gone func(top, path string) bool) (fs.FS, error) {
	r := revision{ctx: ctx, dir: dir, name: name}
	if name == "" || strings.HasPrefix(name, "-") || strings.ContainsAny(name, "\x00\n:") {
		return nil, wrong("%s är ingen revision", "%s is no revision", diag.Quote(name))
	}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, failed(err, "git finns inte här, så %s går inte att se", "git is not installed here, so %s cannot be seen", diag.Quote(name))
	}
	top, err := r.say("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, failed(err, "%s ligger inte i något git-arkiv som går att läsa, så %s går inte att se%s", "%s lies in no git repository that can be read, so %s cannot be seen%s", dir, diag.Quote(name), answer(err))
	}
	prefix, err := r.say("rev-parse", "--show-prefix")
	if err != nil {
		return nil, failed(err, "git säger inte var i arkivet %s ligger%s", "git does not tell where in the repository %s lies%s", dir, answer(err))
	}
	if r.commit, err = r.say("rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}"); err != nil {
		return nil, r.unknown(err)
	}
	return r.versions(top, prefix, gone)
}

// ErrNoRevision is a revision that the repository does not have.
var ErrNoRevision = errors.New("git has no such revision")

type revision struct {
	ctx               context.Context
	dir, name, commit string
}

// unknown tells of a revision that is not there, and why it may not be.
func (r revision) unknown(err error) error {
	if ended := r.ctx.Err(); ended != nil {
		return ended
	}
	why := diag.Text{}
	if strings.Trim(r.name, "0") == "" {
		why = diag.Say("; så skriver git “ingen”, som för en ny gren", "; that is how git writes “none”, as for a new branch")
	} else if shallow, _ := r.say("rev-parse", "--is-shallow-repository"); shallow == "true" {
		why = diag.Say("; arkivet är hämtat utan sin historia: kör “git fetch --unshallow”, eller sätt “fetch-depth: 0” i arbetsflödet",
			"; the repository was cloned without its history: run “git fetch --unshallow”, or set “fetch-depth: 0” in the workflow")
	}
	return failed(errors.Join(ErrNoRevision, err), "revisionen %s finns inte här, så det som gavs ut före ändringen går inte att se%s",
		"there is no revision %s here, so what was issued before the change cannot be seen%s", diag.Quote(r.name), why)
}

// file is one of those that are wanted, and where git has it.
type file struct{ name, object string }

var (
	ownFiles = regexp.MustCompile(`(?:^|/)versions/\d{4}-\d{2}-\d{2}(?:\.\d{1,2})?/(?:version\.yaml|SHA256SUMS)$`)
	ofOurs   = regexp.MustCompile(`^versions/\d{4}-\d{2}-\d{2}(?:\.\d{1,2})?(/|$)`)
)

// versions lists the files that are wanted and reads them.
func (r revision) versions(top, prefix string, gone func(top, path string) bool) (fs.FS, error) {
	var ours []file
	named := map[string]bool{} // folders of versions, also of those that lack what is wanted
	elsewhere, blind := "", ""
	walk := &lines{each: func(line string) {
		head, name, _ := strings.Cut(line, "\t")
		parts := strings.Fields(head) // mode, kind, object
		if len(parts) != 3 {
			blind = name
			return
		}
		plain := parts[0] == "100644" || parts[0] == "100755"
		below, here := strings.CutPrefix(name, prefix)
		of := ofOurs.FindStringSubmatch(below)
		wanted := here && of != nil && strings.Count(below, "/") == 2 && ownFiles.MatchString(below)
		switch {
		case here && (below == "versions" || of != nil && of[1] == "" || wanted && !plain),
			parts[1] == "commit" && strings.HasPrefix(prefix, name+"/"):
			blind = name // a link, a module or a file in the place of the folder
		case here && of != nil:
			named[strings.TrimSuffix(of[0], "/")] = true
			if wanted {
				ours = append(ours, file{below, parts[2]})
			}
		case elsewhere == "" && ownFiles.MatchString(name) && gone(top, name):
			elsewhere = name
		}
	}}
	if err := r.run(walk, nil, "ls-tree", "-r", "-z", "--full-tree", r.commit); err != nil {
		return nil, failed(err, "git kan inte läsa filerna i %s%s", "git cannot read the files of %s%s", diag.Quote(r.name), answer(err))
	}
	switch {
	case blind != "":
		return nil, failed(nil, "i %s är %s ingen vanlig fil eller mapp, så det som gavs ut går inte att se", "in %s, %s is no plain file or folder, so what was issued cannot be seen", diag.Quote(r.name), blind)
	case len(ours) == 0 && elsewhere != "":
		return nil, failed(nil, "i %s ligger versionerna någon annanstans, som i %s; flytta inte en utgiven historia, eller jämför med en mapp", "in %s the versions lie elsewhere, as in %s; do not move an issued history, or compare with a folder", diag.Quote(r.name), elsewhere)
	}
	found, err := r.read(ours)
	if err != nil {
		return nil, err
	}
	for folder := range named {
		found.add(folder + "/" + dataFile) // every version has it; it is not read
	}
	return found, nil
}

// most is how many bytes are read of one file.
const most = 16 << 20

// read asks for all files at once.
func (r revision) read(files []file) (memory, error) {
	list := memory{newTree(), map[string][]byte{}}
	if len(files) == 0 {
		return list, nil
	}
	var questions, answers bytes.Buffer
	for _, f := range files {
		fmt.Fprintln(&questions, f.object)
	}
	if err := r.run(&limited{&answers, most * 4}, &questions, "cat-file", "--batch"); err != nil {
		return list, failed(err, "git kan inte läsa versionerna i %s%s", "git cannot read the versions of %s%s", diag.Quote(r.name), answer(err))
	}
	in := bufio.NewReader(&answers)
	for _, f := range files {
		data, err := object(in, f.object)
		if err != nil {
			return list, failed(err, "git kan inte läsa %s i %s; är arkivet hämtat bara till en del?", "git cannot read %s of %s; was only a part of the repository fetched?", f.name, diag.Quote(r.name))
		}
		list.add(f.name)
		list.data[f.name] = data
	}
	return list, nil
}

// object reads one answer of cat-file --batch.
func object(in *bufio.Reader, want string) ([]byte, error) {
	head, err := in.ReadString('\n')
	if err != nil {
		return nil, err
	}
	parts := strings.Fields(head)
	if len(parts) != 3 || parts[0] != want || parts[1] != "blob" {
		return nil, fmt.Errorf("%q", strings.TrimSpace(head))
	}
	size, err := strconv.Atoi(parts[2])
	if err != nil || size < 0 || size > most {
		return nil, fmt.Errorf("a size of %s", parts[2])
	}
	data := make([]byte, size+1) // and the end of a line
	if _, err := io.ReadFull(in, data); err != nil {
		return nil, err
	}
	return data[:size], nil
}

// say runs git and returns the one line that it prints.
func (r revision) say(args ...string) (string, error) {
	var out bytes.Buffer
	if err := r.run(&limited{&out, 64 << 10}, nil, args...); err != nil {
		return "", err
	}
	return strings.TrimSuffix(out.String(), "\n"), nil
}

// run runs git. What it complains of is in the error.
func (r revision) run(out io.Writer, in io.Reader, args ...string) error {
	git := exec.CommandContext(r.ctx, "git", append([]string{"--no-replace-objects", "-C", r.dir}, args...)...)
	complaint := &bytes.Buffer{}
	git.Stdin, git.Stdout, git.Stderr = in, out, &limited{complaint, 64 << 10}
	err := git.Run()
	if ended := r.ctx.Err(); ended != nil {
		return ended
	}
	if err != nil {
		return &complained{strings.TrimSpace(complaint.String()), err}
	}
	return nil
}

// complained is what git said before it failed.
type complained struct {
	said string
	err  error
}

func (c *complained) Error() string { return c.err.Error() + ": " + c.said }
func (c *complained) Unwrap() error { return c.err }

// answer is the first line of that, to stand at the end of a sentence.
func answer(err error) diag.Text {
	var c *complained
	if !errors.As(err, &c) || c.said == "" {
		return diag.Text{}
	}
	line, _, _ := strings.Cut(c.said, "\n")
	return diag.Say(" (git svarar: %s)", " (git answers: %s)", diag.Clip(line, 200))
}

// limited takes so many bytes and then fails.
type limited struct {
	to   *bytes.Buffer
	most int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.to.Len()+len(p) > l.most {
		return 0, fmt.Errorf("more than %d bytes", l.most)
	}
	return l.to.Write(p)
}

// lines hands on what ends with a zero byte, piece by piece.
type lines struct {
	each func(string)
	rest []byte
}

func (l *lines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	for {
		line, rest, ended := bytes.Cut(l.rest, []byte{0})
		if !ended {
			break
		}
		l.each(string(line))
		l.rest = rest
	}
	if len(l.rest) > 1<<20 {
		return 0, errors.New("a name of more than a million bytes")
	}
	return len(p), nil
}
