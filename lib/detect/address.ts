/** Accents fall away; German writes its umlauts out in addresses, or drops their dots. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const writtenOut = (text: string) =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss');

/**
 * Says whether an address is built of a name: "priya.sharma@…", "psharma@…" or "priya@…" of
 * "Priya Sharma", but not "priya.okafor@…". Beside a name on a page stand the addresses of others,
 * too (the record's owner, who wrote last), so an address that doesn't fit isn't taken for hers.
 *
 * @returns false for names in scripts that addresses aren't written in, since nothing tells.
 */
export function fits(name: string, email: string): boolean {
  const local = plain(email.split('@')[0] ?? '').replace(/[^\p{L}]+/gu, ' ');
  return [name, writtenOut(name)].some((spelling) => builtOf(local, plain(spelling)));
}

function builtOf(local: string, name: string): boolean {
  const words = name.split(/[^\p{L}]+/u).filter(Boolean);
  const long = words.filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
  const rest = long.reduce((left, word) => left.replace(word, ' '), local);
  const initials = new Set(words.map((word) => word[0]));
  return rest !== local && [...rest.replace(/ /g, '')].every((letter) => initials.has(letter));
}
