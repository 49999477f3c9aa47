/** Forms of address and degrees, which come and go with the person who writes. */
const titles = new Set(
  'mr mrs ms miss mx dr prof sir dame herr frau mme mlle sr sra srta dott ing dipl phd md mba esq jr ii iii'.split(
    ' ',
  ),
);

/**
 * A name as it is compared: lower case, without accents, titles and middle initials, "Sharma, Priya"
 * turned round. Scripts other than Latin keep their letters.
 */
export function normaliseName(name: string): string {
  const [family, given, ...rest] = name.split(',').map((part) => part.trim());
  const turned =
    given !== undefined && rest.length === 0 && !titles.has(given.toLowerCase().replace(/\./g, ''))
      ? `${given} ${family}`
      : name;
  const words = turned
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .split(/[\s.,]+/u)
    .filter((word) => word !== '' && !titles.has(word));
  const kept = words.filter((word, index) => {
    const middle = index > 0 && index < words.length - 1;
    return !(middle && /^\p{Script=Latin}$/u.test(word));
  });
  // Nothing but titles and signs: better the name as it is than one that fits everybody.
  return kept.join(' ') || name.normalize('NFKC').trim().toLowerCase();
}
