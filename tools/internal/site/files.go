package site

// File is one file of the finished site.
type File struct {
	Path string // slash-separated, relative to the site's root address
	Data []byte
}
