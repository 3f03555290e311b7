package page

import "strings"

// shows are the pages that show a field of a kind of record, in content/. What
// stands under "" holds for all fields that have no line of their own; a field
// without pages is on none of those that say when they last changed, or on all alike.
var shows = map[string]map[string][]string{
	"organisation": {
		"":                         {Policy},
		"accepted":                 nil,
		"aims":                     {Policy},
		"audience_countries":       {Complaints},
		"authority":                {Complaints, Policy},
		"base_url":                 nil,
		"brand":                    nil,
		"change_policy":            {Changes, Policy},
		"cookies":                  {Cookies},
		"hosting":                  {About},
		"incident":                 {Security},
		"languages":                nil,
		"name":                     {Policy, About},
		"notice_days":              {Subprocessors},
		"processor_terms":          {Processor, Subprocessors},
		"requests":                 {Rights},
		"review":                   nil,
		"security_contact":         {Contact},
		"security_contact.expires": nil,
		"timestamp":                nil,
		"statements":               {Policy, About, Changes, Contact, Cookies, Processor, Retention, Rights, Security, Transfers},
	},
	"controller": {
		"":               {Policy, Processor, Contact},
		"dpo":            {Policy, Contact, Complaints, Processor},
		"joint":          {Policy},
		"rights_contact": {Policy, Rights, Complaints, Contact, Transfers},
	},
	"service": {
		"":      {Policy, Processor},
		"name":  {Policy, Processor, Subprocessors},
		"terms": {Glossary},
	},
	"category": {"": {Policy, Processing, Processor, Recipients, Subprocessors}},
	"activity": {"": {Policy, Processing, Processor}},
	"recipient": {
		"":           {Recipients, Subprocessors},
		"legal_name": {Recipients, Subprocessors, Policy, Processing, Processor, Transfers},
		"trade_name": {Recipients, Subprocessors, Policy, Processing, Processor, Transfers},
		"transfer":   {Recipients, Subprocessors, Transfers},

		// That nothing goes to a third country is no transfer to tell of.
		"transfer.third_country": {Recipients, Subprocessors},
	},
	"retention":     {"": {Retention, Policy, Processing, Processor}},
	"right":         {"": {Rights, Policy}},
	"measure":       {"": {Security}},
	"certification": {"": {Security}},
	"cookie":        {"": {Cookies}},
	"authority": {
		"":           {Complaints, Cookies},
		"name":       {Complaints, Cookies, Policy},
		"local_name": {Complaints, Cookies, Policy},
	},
}

// Showing are the pages that show a field of a kind of record: those of the longest
// beginning of its path that has a line.
func Showing(kind string, path []string) []string {
	for n := len(path); n > 0; n-- {
		if pages, ok := shows[kind][strings.Join(path[:n], ".")]; ok {
			return pages
		}
	}
	return shows[kind][""]
}

// ShowingAny are the pages that show something of a kind of record, with repeats.
func ShowingAny(kind string) []string {
	var pages []string
	for _, some := range shows[kind] {
		pages = append(pages, some...)
	}
	return pages
}
