// Texts are compared without case and accents: "bitrade" is in "Underbiträde".
const letters = { æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };
const fold = (text) => text.normalize('NFD').replace(/[\p{M}\u00ad]/gu, '').toLowerCase()
  .replace(/[æøßłđðþ]/g, (letter) => letters[letter]).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
