const looksLikeHtml = /<(p|br|div|span|ul|ol|li|a|b|i|strong|em|h[1-6])\b[^>]*>/i;
const entities: Record<string, string> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function character(entity: string, name: string): string {
  const code = /^#x([\da-f]+)$/i.exec(name)?.[1];
  const point = code ? Number.parseInt(code, 16) : Number(/^#(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(point)) return entities[name.toLowerCase()] ?? entity;
  return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
}

/**
 * @returns the text of a note that another system keeps as HTML, a line for each paragraph; any
 * other text as it is.
 */
export function textOfNote(note: string): string {
  if (!looksLikeHtml.test(note)) return note.trim();
  return note
    .replace(/<(script|style)\b.*?<\/\1\s*>/gis, '')
    .replace(/<(br|\/p|\/div|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#?\w{1,10});/g, character)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
