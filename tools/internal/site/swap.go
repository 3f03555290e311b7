package site

import "errors"

// Swap puts the files in the folder out in one step: a reader, or a crash, sees
// the old tree or the new one, never a mix. root is the site's folder, which out
// must not hold. Swap refuses a folder that is not empty and was not made by it.
func Swap(root, out string, files []File) error {
	return errors.New("the site cannot be published yet")
}
