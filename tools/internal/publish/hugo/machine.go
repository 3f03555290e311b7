package hugo

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"tillit/tools/internal/publish/view"
)

// machine is Hugo with the files of an order, its templates read. It makes pages once.
type machine struct {
	of      view.Order
	public  afero.Fs
	log     *hugoLog
	sites   *hugolib.HugoSites
	failure error // of reading the templates
}

var (
	// next is a machine that was made ready while nobody waited, for an order that
	// differs from the last one by its params alone.
	next *machine
	// preparing is closed once the last attempt to make one has come to its end.
	preparing <-chan struct{}
	// hugoRuns guards both.
)

// prepare makes a machine ready for the same files.
func prepare(in view.Order) {
	hugoRuns.Lock()
	defer hugoRuns.Unlock()
	if next != nil {
		return
	}
	defer setting(in)()
	m, err := newMachine(in)
	if err != nil || m.failure != nil || len(m.log.entries) > 0 {
		m.drop() // and let who asks hear of it
		return
	}
	next = m
}

// newMachine reads the templates of an order. A panic within Hugo is a failure like any
// other, because a template of the site's own may cause one.
func newMachine(in view.Order) (m *machine, err error) {
	source, err := memory(in.Files)
	if err != nil {
		return nil, err
	}
	m = &machine{of: in, public: afero.NewMemMapFs(), log: &hugoLog{}}
	defer func() {
		if r := recover(); r != nil {
			m.failure = fmt.Errorf("hugo: %v", r)
		}
	}()
	flags, logger := settings(in), m.log.logger()
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:           source,
		Logger:       logger,
		Flags:        flags,
		Environment:  "production",
		Environ:      []string{"TILLIT=1"}, // were it empty, Hugo would obey the caller's HUGO_* variables
		SkipNpmCheck: true,
	})
	if err != nil {
		m.failure = err
		return m, nil
	}
	m.sites, m.failure = hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    configs,
		Fs:         hugofs.NewFromSourceAndDestination(source, m.public, flags),
		TestLogger: logger, // the only way to hear each complaint apart
	})
	return m, nil
}

// fits tells whether an order is that of the machine but for the values of its params.
func (m *machine) fits(in view.Order) bool {
	was := m.of
	if was.Title != in.Title || was.BaseURL != in.BaseURL || !was.Today.Equal(in.Today) || len(was.Files) != len(in.Files) ||
		len(was.Params) != len(in.Params) || !reflect.DeepEqual(was.Languages, in.Languages) {
		return false
	}
	for key := range in.Params {
		if _, ok := was.Params[key]; !ok {
			return false
		}
	}
	for name, f := range in.Files {
		if known, ok := was.Files[name]; !ok || !bytes.Equal(known.Data, f.Data) {
			return false
		}
	}
	return true
}

// tell gives the templates other params than those that the machine was made with.
func (m *machine) tell(params map[string]any) {
	for _, site := range m.sites.Sites {
		for key, value := range params {
			site.Params()[strings.ToLower(key)] = value
		}
	}
}

// run makes the pages, and ends the machine.
func (m *machine) run() (err error) {
	if m.failure != nil {
		return m.failure
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("hugo: %v", r)
		}
	}()
	defer func() {
		if closed := m.sites.Close(); err == nil {
			err = closed
		}
	}()
	return m.sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}

// drop ends a machine that makes no pages.
func (m *machine) drop() {
	if m != nil && m.sites != nil {
		_ = m.sites.Close() // it has written nothing
	}
}
