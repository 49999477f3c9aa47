/** @returns the JSON in a text that may have a code fence or words around it; undefined for none. */
export function jsonIn(text: string): unknown {
  const fenced = /^```\w*\s*\n?([\s\S]*?)\n?```$/.exec(text.trim())?.[1];
  const braced = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  for (const candidate of [text, fenced, braced]) {
    if (candidate === undefined) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next reading may do; where none does, the caller says so.
    }
  }
  return undefined;
}
