package words

// PhraseKey is for the test of phrases, which reads the lists that say them.
var PhraseKey = phraseKey
