package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/proof"
	"tillit/tools/internal/history/version"
)

func (a *app) freezeCommand() *cobra.Command {
	var date, at, service string
	var yes bool
	var wait time.Duration
	cmd := &cobra.Command{
		Use:   "freeze",
		Short: a.say("Ge ut det som står i data/ som en ny version", "Issue what stands in data/ as a new version"),
		Long: a.say(`Ger ut en version: fakta, text och de färdiga sidorna läggs i versions/ med en
kontrollsumma som också täcker versionen före. En utgiven version ändras aldrig.
Det som ska ges ut visas först, och vid en terminal ställs en fråga.
Vad uppgifterna inte säger om en ändring frågas, och svaret skrivs i data/changes.

Tidpunkten då den ges ut hör till versionen, och är senare än den förra versionens. Den
tas från klockan; med --at ger samma fakta samma byte när som helst.

En tidsstämpel (--timestamp) låter någon annan intyga när versionen fanns. Bara dess
kontrollsumma skickas. En tjänst som inte svarar hindrar aldrig att versionen ges ut;
tillit timestamp frågar igen senare.

En körning i taget ger ut: den som kommer sedan väntar, ser vad den första gav ut, och
ger upp efter --wait med status 3.`,
			`Issues a version: facts, prose and the finished pages are put into versions/ with a
digest that also covers the version before. An issued version is never altered. What
is to be issued is shown first, and at a terminal a question is asked.
What facts do not tell of a change is asked, and the answer written into data/changes.

The moment at which it is issued is part of the version, and later than that of the one
before. It is that of the clock; with --at the same facts give the same bytes at any time.

A time stamp (--timestamp) lets somebody else say when the version was there. Only its
digest is sent. A service that does not answer never keeps a version from being issued;
tillit timestamp asks again later.

One run at a time issues: who comes next waits, sees what the first has issued, and
gives up after --wait with status 3.`),
		Example: "  tillit freeze\n  tillit freeze --yes\n  tillit freeze --yes --answer recipients/puzzel=renamed\n  tillit freeze --timestamp https://freetsa.org/tsr",
		Args:    a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.short = true
			today, err := a.today("")
			if err != nil {
				return err
			}
			moment, err := a.moment(at)
			if err != nil {
				return err
			}
			day, err := a.freezeDay(date, moment, today)
			if err != nil {
				return err
			}
			if !yes && !ask.Terminal(a.out) {
				return a.usage("skriv --yes för att ge ut utan fråga", "write --yes to issue without a question")
			}
			asked := cmd.Flags().Changed("timestamp")
			if asked && service != "" && !value.ValidStampURL(service, "") {
				return a.wrongService("--timestamp", service)
			}
			answers, _ := cmd.Flags().GetStringArray("answer") // its flag is below
			return a.freeze(cmd.Context(), order{day, moment, yes, answers, asked, service, wait})
		},
	}
	a.allFlag(cmd)
	a.waitFlag(cmd, &wait)
	cmd.Flags().StringVar(&date, "date", "", a.say("dagen versionen gäller från (förval: i dag)", "the day from which the version applies (default: today)"))
	cmd.Flags().StringVar(&at, "at", "", a.say("tidpunkten då versionen ges ut, som 2026-11-29T12:00:00Z (förval: nu); dess dag i Sverige är förval för --date",
		"the moment at which the version is issued, as 2026-11-29T12:00:00Z (default: now); its day in Sweden is the default of --date"))
	cmd.Flags().StringVar(&service, "timestamp", "", a.say("adressen till en tjänst som tidsstämplar versionen (RFC 3161; förval: timestamp i organisation.yaml; \"\" är ingen)",
		"the address of a service that time stamps the version (RFC 3161; default: timestamp in organisation.yaml; \"\" is none)"))
	cmd.Flags().BoolVar(&yes, "yes", false, a.say("ge ut utan fråga", "issue without a question"))
	cmd.Flags().StringArray("answer", nil, a.say("vad en ändring är, som post=slag; slagen är ", "what a change is, as record=kind; the kinds are ")+center.AnswerCodes())
	return cmd
}

// freezeDay is the day from which the version applies: that of --date, else that of --at,
// else today.
func (a *app) freezeDay(date string, moment value.Moment, today value.Date) (value.Date, error) {
	day := today
	if moment != "" {
		day = moment.Day()
	}
	if date != "" {
		if day = value.Date(date); !day.Valid() {
			return "", a.usage("--date %q är inget datum; skriv det som 2026-03-01", "--date %q is no date; write it as 2026-03-01", date)
		}
	}
	if day > today {
		return "", a.usage("%s ligger i framtiden; en version gäller från den dag den ges ut, och det som gäller senare skrivs med datum i posterna",
			"%s is in the future; a version applies from the day it is issued, and what applies later is written with dates in the records", day)
	}
	return day, nil
}

// moment is what --at says, "" where it says nothing. A version is not issued before
// anybody can read it.
func (a *app) moment(at string) (value.Moment, error) {
	if at == "" {
		return "", nil
	}
	m, ok := value.ReadMoment(at)
	if !ok {
		return "", a.usage("--at %q är ingen tidpunkt; skriv den som 2026-11-29T12:00:00Z", "--at %q is no moment; write it as 2026-11-29T12:00:00Z", at)
	}
	if now := value.MomentOf(a.now()); m > now {
		return "", a.usage("--at %s ligger i framtiden; klockan är %s", "--at %s is in the future; the time is %s", m, now)
	}
	return m, nil
}

// momentAfter is the moment that was asked for, else that of the clock. Where the last
// version is of this very second it waits for the next.
func (a *app) momentAfter(head *version.Version, at value.Moment) value.Moment {
	if at != "" {
		return at
	}
	if head != nil && head.Issued == value.MomentOf(a.now()) {
		time.Sleep(time.Second)
	}
	return value.MomentOf(a.now())
}

// order is what a freeze is asked to do.
type order struct {
	day     value.Date
	at      value.Moment  // "" is the moment at which the question has been answered
	yes     bool          // nobody is asked
	answers []string      // what changes are, as record=kind
	asked   bool          // service was named, and may be none
	service string        // that time stamps the version
	wait    time.Duration // for another run
}

// freeze shows what would be issued, asks, issues it, and has it time stamped.
func (a *app) freeze(ctx context.Context, o order) (err error) {
	c, err := a.open()
	if err != nil {
		return err
	}
	if err := a.whole(ctx); err != nil {
		return err
	}
	release, err := c.Hold(ctx, a.waiting(o.wait))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	issue, err := a.issuable(ctx, c, o.day)
	if err != nil {
		return err
	}
	if err := issue.Past.Chain.Follows(a.momentAfter(issue.Past.Head(), o.at), o.day); err != nil {
		return err
	}
	if err := a.since(issue); err != nil {
		return err
	}
	person := &ask.Person{In: a.in, Out: a.out, Lang: a.lang}
	given, err := person.Answers(ctx, issue, o.answers, o.yes)
	if wrong := (*ask.WrongError)(nil); errors.As(err, &wrong) {
		return usageError{wrong.Text.In(a.lang)}
	} else if err != nil {
		return err
	}
	a.progress("bygger versionens sidor …", "building the pages of the version …")
	files, list, err := issue.Render(ctx)
	a.done()
	if err != nil {
		return err
	}
	if list.Blocks() {
		return errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	if err := a.survives(ctx, issue); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.out, a.say("\nversionen %s: %d poster, %d filer\n", "\nthe version %s: %d records, %d files\n"), issue.ID, issue.Records, files); err != nil {
		return err // nor could it be said that it is issued
	}
	if !o.yes {
		ok, err := person.Agrees(ctx, a.say("Ge ut den? En utgiven version kan inte ändras. [j/N] ", "Issue it? An issued version cannot be altered. [y/N] "))
		if err != nil || !ok {
			return errors.Join(err, errors.New(a.say("inget är utgivet", "nothing has been issued")))
		}
	}
	for _, g := range given {
		name, err := issue.Keep(g)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.out, a.say("svaret står i %s\n", "the answer is in %s\n"), name)
	}
	v, err := issue.Freeze(ctx, a.momentAfter(issue.Past.Head(), o.at))
	if err = a.inPlace(err); err != nil {
		return err
	}
	fmt.Fprintf(a.out, a.say("utgiven: versions/%s\ntidpunkt: %s\nkontrollsumma: %s\n", "issued: versions/%s\nmoment: %s\ndigest: %s\n"), v.ID, v.Issued, v.Digest)
	if !o.asked {
		o.service = issue.StampService()
	}
	if o.service != "" {
		a.stampIssued(ctx, issue, v.ID, o.service)
	}
	return nil
}

// since says what has changed since the last version; that nothing has is a finding.
func (a *app) since(issue *center.Issue) error {
	head := issue.Past.Head()
	switch {
	case head == nil:
		return nil
	case issue.Past.Since.Empty():
		a.complain(fmt.Sprintf(a.say("ingenting har ändrats sedan versionen %s gavs ut", "nothing has changed since the version %s was issued"), head.ID))
		return errFindings
	}
	return issue.Report(a.say("(inget)", "(nothing)")).Text(a.out, a.lang)
}

// survives sees to it that git leaves a version as it is issued.
func (a *app) survives(ctx context.Context, issue *center.Issue) error {
	if err := issue.LayGitFiles(); err != nil {
		return err
	}
	if list := proof.Convertible(ctx, a.dir, issue.Files(), true); list.Blocks() {
		a.complain(a.say("inget har getts ut, eftersom git får ändra det", "nothing has been issued, because git may change it"))
		return errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	return nil
}

// issuable checks the site and its past, and says what is wrong.
func (a *app) issuable(ctx context.Context, c *center.Center, day value.Date) (*center.Issue, error) {
	a.stage("check")
	issue, list, err := c.Issuable(ctx, day)
	a.done()
	if err != nil {
		return nil, err
	}
	if err := a.print(a.out, list, "text", nil); err != nil {
		return nil, err
	}
	if list.Blocks() {
		a.complain(a.say("inget har getts ut, eftersom det finns fel", "nothing has been issued, because there are errors"))
		return nil, errFindings
	}
	return issue, nil
}
