// Package outside asks those who stand outside of a site what it was. None of them is
// needed: a site that nobody else knows of is read and proved all the same. The command
// line decides whom to ask; no room below it asks by itself.
//
// Git is another program: it may be missing, know nothing of the folder, or hold something
// else than was meant. An address may be anybody's, and answer anything.
package outside

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"strings"
)

// maxCommitted is how many bytes of a file git is asked for. A larger one is held back
// rather than held in memory: nothing of that size is issued.
const maxCommitted = 64 << 20

// ErrNotHeld is what git cannot tell: there is no git, no repository, no commit, or no
// such file in the last one.
var ErrNotHeld = errors.New("git holds no copy of the file")

// Committed returns a file of a folder as the last commit of the repository around the
// folder holds it, byte for byte: neither line ends nor filters are applied to it. name
// is slash-separated and leads from the folder.
func Committed(ctx context.Context, dir, name string) ([]byte, error) {
	if !path.IsAbs(name) && path.Clean(name) == name && name != ".." && !strings.HasPrefix(name, "../") {
		return committed(ctx, dir, name, maxCommitted)
	}
	return nil, fmt.Errorf("%w: the path %q does not lead from the folder", ErrNotHeld, name)
}

func committed(ctx context.Context, dir, name string, most int) ([]byte, error) {
	// What refs/replace puts in an object's place is not what was committed.
	git := exec.CommandContext(ctx, "git", "--no-replace-objects", "-C", dir, "cat-file", "blob", "HEAD:./"+name)
	out := &bounded{most: most}
	git.Stdout = out
	if err := git.Run(); err != nil {
		if ended := ctx.Err(); ended != nil {
			return nil, ended
		}
		return nil, fmt.Errorf("%w: %w", ErrNotHeld, err)
	}
	return out.data, nil
}

// Converted asks git which files of a folder it may change when they are committed or
// fetched, here or by somebody with other settings, and how. Names are slash-separated
// and lead from the folder; the files need not be there. ErrNotHeld where there is no git
// or no repository.
func Converted(ctx context.Context, dir string, names []string) (map[string]string, error) {
	out, err := ask(ctx, dir, strings.Join(names, "\x00"), "check-attr", "-z", "--stdin", "text", "filter", "ident", "working-tree-encoding")
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for words := strings.Split(out, "\x00"); len(words) >= 3; words = words[3:] {
		name, attribute, value := words[0], words[1], words[2]
		switch {
		case attribute == "text" && value == "unset":
		case attribute != "text" && (value == "unset" || value == "unspecified"):
		case found[name] == "": // text is asked for first
			found[name] = attribute + ": " + value
		}
	}
	return found, nil
}

// LeftOut asks git which files below a folder in dir it tracks and keeps out of the folder
// all the same (a sparse checkout). Names lead from dir.
func LeftOut(ctx context.Context, dir, folder string) ([]string, error) {
	out, err := ask(ctx, dir, "", "ls-files", "-z", "-t", "--", folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.SplitSeq(out, "\x00") {
		if name, ok := strings.CutPrefix(line, "S "); ok {
			names = append(names, name)
		}
	}
	return names, nil
}

// ask runs git in a folder, and returns what it says.
func ask(ctx context.Context, dir, in string, args ...string) (string, error) {
	git := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...)
	out := &bounded{most: maxCommitted}
	git.Stdin, git.Stdout = strings.NewReader(in), out
	if err := git.Run(); err != nil {
		if ended := ctx.Err(); ended != nil {
			return "", ended
		}
		return "", fmt.Errorf("%w: %w", ErrNotHeld, err)
	}
	return string(out.data), nil
}

// bounded takes no more than so many bytes, and then ends who writes them.
type bounded struct {
	data []byte
	most int
}

func (b *bounded) Write(p []byte) (int, error) {
	if len(b.data)+len(p) > b.most {
		return 0, fmt.Errorf("it has more than %d bytes", b.most)
	}
	b.data = append(b.data, p...)
	return len(p), nil
}
