import { expect, it } from 'vitest';
import { touches } from '../../../lib/detect/touches';
import { attributeFilter } from '../../../lib/detect/watch';
import { documentOf } from './load';

it('rows elsewhere that come, go or are marked touch nothing that is read, but a flood may', async () => {
  const html = '<main><h1>Ann</h1></main><aside><ul><li>1</li><li>2</li></ul></aside>';
  const document = documentOf(html, new URL('https://x.example/'));
  const window = document.defaultView as Window & typeof globalThis;
  const records: MutationRecord[] = [];
  const observer = new window.MutationObserver((news) => records.push(...news));
  const all = { subtree: true, childList: true, characterData: true, attributeFilter };
  observer.observe(document.documentElement, all);
  const told = async (): Promise<boolean> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(records).not.toEqual([]);
    return touches(records.splice(0), 'h1');
  };
  const list = document.querySelector('ul') as Element;
  for (let turn = 0; turn < 20; turn += 1) {
    list.firstElementChild?.remove();
    const row = document.createElement('li');
    row.append('text');
    list.append(row);
    row.setAttribute('class', 'marked');
  }
  expect(await told()).toBe(false);
  document.querySelector('h1')?.firstChild?.replaceWith('Bo');
  expect(await told()).toBe(true);
  list.append(...Array.from({ length: 1_000 }, () => document.createElement('li')));
  expect(await told()).toBe(true);
  observer.disconnect();
});
