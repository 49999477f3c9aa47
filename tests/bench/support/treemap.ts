/** A script, and the bytes of each source in it. */
interface Box {
  name: string;
  parts: Map<string, number>;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const short = (source: string) =>
  source.replace(/^(?:\.\.\/)+/, '').replace(/.*node_modules\//, '');

/** A hue of its own for each package, always the same. */
function hueOf(source: string): number {
  const owner = short(source).split('/').slice(0, 2).join('/');
  return [...owner].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 360, 7);
}

function box({ name, parts }: Box): string {
  const total = [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const cells = [...parts]
    .sort(([, a], [, b]) => b - a)
    .map(([source, bytes]) => {
      const label = escaped(`${short(source) || 'bundler'} ${(bytes / 1000).toFixed(1)} kB`);
      // Flexible boxes that grow by their bytes fill the width without any arithmetic.
      return `<i style="flex:${bytes} 0 ${(Math.sqrt(bytes) / 4).toFixed(1)}px;background:hsl(${hueOf(source)} 60% 80%)" title="${label}">${label}</i>`;
    });
  return `<h2>${escaped(name)} · ${(total / 1000).toFixed(1)} kB</h2><div style="min-height:${Math.round(Math.sqrt(total))}px">${cells.join('')}</div>`;
}

/** @returns a page that shows what takes how much of each script, heaviest first. */
export function treemap(boxes: Box[]): string {
  const style =
    'body{font:11px system-ui;margin:1em}div{display:flex;flex-wrap:wrap;gap:1px}i{overflow:hidden;min-width:2px;min-height:24px;white-space:nowrap;font-style:normal}';
  return `<!doctype html><meta charset="utf-8"><title>Weight</title><style>${style}</style>${boxes.map(box).join('')}`;
}
