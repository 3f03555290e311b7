package effect

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
)

var (
	settings   = regexp.MustCompile(`^(hugo|config)\.(toml|ya?ml|json)$`)
	settingsIn = regexp.MustCompile(`(^|/)_default/|(^|/)(hugo|config|params|menus?|languages|markup|module|outputs|outputformats|mediatypes|permalinks|taxonomies|services|security|server|sitemap|minify|imaging|privacy|related|caches|cascade|build|deployment|author|frontmatter|pagination|segments|httpcache)(\.[A-Za-z-]+)?\.(toml|ya?ml|json)$`)
	pipes      = regexp.MustCompile(`^(postcss|tailwind|babel|purgecss)\.config\.(js|cjs|mjs|ts|json)$|^\.?(babelrc|postcssrc)`)
	pipesIn    = regexp.MustCompile(`"[^"]*(postcss|tailwind|autoprefixer|purgecss|sass|hugo|babel)[^"]*"\s*:`)

	whereSettings = diag.Say(
		"adress, namn och språk står i data/organisation.yaml, menyn i sidornas inledning (nav, weight), färg och logotyp under brand, och egna stilar i "+Custom,
		"address, name and languages stand in data/organisation.yaml, the menu in the front matter of pages (nav, weight), colour and logotype under brand, and styles of your own in "+Custom)
)

// known are names that Hugo knows, why they have no effect here, and what to do instead.
var known = map[string]struct{ why, hint diag.Text }{
	"themes":      {diag.Say("webbplatsen har inga teman", "the site has no themes"), diag.Say("lägg mallar som ska ersättas i layouts, och egna stilar i "+Custom, "put templates that are to be replaced into layouts, and styles of your own into "+Custom)},
	"archetypes":  {diag.Say("sidor och poster börjar inte med Hugos förlagor", "pages and records do not begin with Hugo's archetypes"), diag.Say("börja en post med tillit new, och en sida med tillit new page", "begin a record with tillit new, and a page with tillit new page")},
	"resources":   {diag.Say("det är Hugos förråd, som ingen läser här", "it is a store of Hugo's, which nobody reads here"), diag.Say("ta bort mappen", "remove the folder")},
	"exampleSite": {diag.Say("det är exemplet i ett tema för Hugo", "it is the example within a theme for Hugo"), diag.Say("flytta det som ska synas till webbplatsens egna mappar", "move what is to be shown to the site's own folders")},
	"_vendor":     {diag.Say("moduler för Hugo läses inte", "modules for Hugo are not read"), diag.Say("lägg det som behövs i layouts, assets och static", "put what is needed into layouts, assets and static")},
	"partials":    {diag.Say("delmallar ligger i layouts/_partials", "partials lie in layouts/_partials"), diag.Say("flytta mappen dit", "move the folder there")},
	"shortcodes":  {diag.Say("kortkoder ligger i layouts/_shortcodes", "shortcodes lie in layouts/_shortcodes"), diag.Say("flytta mappen dit", "move the folder there")},

	"theme.toml":        {diag.Say("webbplatsen har inga teman", "the site has no themes"), remove},
	"hugo.work":         {diag.Say("moduler för Hugo läses inte", "modules for Hugo are not read"), remove},
	"hugo_stats.json":   {diag.Say("det är Hugos förråd, som ingen läser här", "it is a store of Hugo's, which nobody reads here"), remove},
	"package.hugo.json": {diag.Say("inget program körs över stilar och skript", "no program is run over styles and scripts"), diag.Say("lägg färdiga stilar i "+Custom, "put finished styles into "+Custom)},
}

// beside looks at what lies in the site's folder.
func (s *search) beside() {
	var folders []string
	for _, f := range folder.Folders {
		folders = append(folders, f.Name)
	}
	folders = append(folders, "data")
	for _, b := range s.Beside {
		name := b.Name
		if b.Folder {
			name += "/"
		}
		if k, ok := known[b.Name]; ok && b.Folder == (path.Ext(b.Name) == "" || b.Name == "_vendor") {
			s.tell(name, k.why, k.hint)
			continue
		}
		switch {
		case !b.Folder && settings.MatchString(b.Name), b.Name == "config" && slices.ContainsFunc(b.Below, settingsIn.MatchString):
			s.tell(name, diag.Say("inställningar för Hugo läses inte", "settings for Hugo are not read"), whereSettings)
		case !b.Folder && pipes.MatchString(b.Name), b.Name == "package.json" && pipesIn.Match(b.Data):
			k := known["package.hugo.json"]
			s.tell(name, k.why, k.hint)
		case b.Name == "go.mod" && !s.hasGo():
			s.tell(name, known["_vendor"].why, known["_vendor"].hint)
		case b.Folder && b.Name != "data" && oneSlip(b.Name, folders) != "":
			s.tell(name, diag.Say("ingen mapp med det namnet läses", "no folder of that name is read"),
				diag.Say("menade du %s/?", "did you mean %s/?", oneSlip(b.Name, folders)))
		}
	}
}

// hasGo tells whether a program in Go lies in the site's folder, whose module go.mod then is.
func (s *search) hasGo() bool {
	return slices.ContainsFunc(s.Beside, func(b folder.Beside) bool {
		return strings.HasSuffix(b.Name, ".go") || b.Folder && slices.Contains([]string{"cmd", "internal", "pkg"}, b.Name)
	})
}
