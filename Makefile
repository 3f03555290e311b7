# Commands for people. Each is a line or two; what is longer is Go.
TILLIT = bin/tillit

# What the program is built from: the tag of a release, else the commit. Outside of
# git nobody knows; make VERSION=v0.4.0 says it.
VERSION = $(shell test -e .git && { \
	git describe --tags --exact-match --match 'v[0-9]*' --dirty=+dirty || \
	git describe --always --abbrev=12 --exclude '*' --dirty=+dirty; } 2>/dev/null)

.PHONY: site serve check quick test same fmt lint race systems browser bench schema goldens hooks clean $(TILLIT)

site: $(TILLIT) ## check data/ and write public/
	$(TILLIT) build --out public

serve: $(TILLIT) ## show the site while you write
	$(TILLIT) serve

check: $(TILLIT) ## say all that is wrong in data/
	$(TILLIT) check

quick: fmt ## vet and test the rooms that link no Hugo, in seconds
	rooms=$$(tools/rooms) && GOGC=400 go test -short -vet=all $$rooms

test: fmt ## all that proves the program and the site
	go vet ./...
	go test -vet=off ./...
	@tests/browser/run

same: ## what the program says and writes, against that of BASE=ref
	@tests/same/run $(BASE)

fmt:
	@test -z "$$(gofmt -l *.go tools tests/same)" || { gofmt -d *.go tools tests/same; exit 1; }

lint: ## no dead code, no needless parameter or conversion, and all of staticcheck
	@tools/lint/run

race: ## look for data races in the rooms that link no Hugo
	rooms=$$(tools/rooms) && go test -race -short -vet=off $$rooms

systems: ## vet the same rooms as Windows and macOS compile them
	rooms=$$(tools/rooms) && for os in windows darwin; do GOOS=$$os go vet $$rooms || exit; done

browser: ## the built pages in Chromium, where it is installed
	@tests/browser/run

bench: ## numbers; with BEFORE=path those of an older program beside them
	BEFORE="$(BEFORE)" go test -count 1 -timeout 1h -v -run '^TestNumbers$$' ./tools/tillit -numbers
	go test -run '^$$' -bench . -benchmem ./tools/...
	go test -count 1 -timeout 2h -v -run '^Test(Faults|TwoPeopleFreezeAtOnce)$$' ./tools/internal/center -faults 1000 | grep -E '^([0-9]+ |FAIL|ok)'

schema: $(TILLIT) ## write schema/ and docs/ anew from the record structs
	$(TILLIT) schema --docs docs
	$(TILLIT) man docs/man --lang en

goldens: ## write anew what tests hold against the program: docs/rules/, phrases, goldens
	go test -short $$(grep -rl 'flag.Bool("update"' --include='*_test.go' tools/internal | xargs -n 1 dirname | sort -u | sed 's,^,./,') -update
	go test ./tools/tillit -run TheRulesOfTheSite -update

hooks: ## look at what is pushed before it is
	git config core.hooksPath .githooks

$(TILLIT):
	@test -d "$$(go env GOCACHE)" || echo "The first build takes about two minutes." >&2
	go build -trimpath -ldflags="-s -w -X tillit/tools/internal/cli.built=$(VERSION)" -o $(TILLIT) ./tools/tillit

clean:
	rm -rf bin public
