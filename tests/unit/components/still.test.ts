// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { draw } from '../../../components/still/draw';
import {
  createContext,
  Fragment,
  jsx,
  type Node,
  type Props,
  useContext,
  useState,
} from '../../../components/still/react';

/** @returns what is drawn of something, as it stands in the document. */
function drawn(node: Node): HTMLElement {
  const root = document.createElement('div');
  draw(node, root);
  document.body.replaceChildren(root);
  return root;
}

const Depth = createContext('none');

function Inner(props: Props) {
  const [state] = useState(() => props.start);
  return `${useContext(Depth)} ${state} `;
}

beforeEach(() => document.body.replaceChildren());

describe('components drawn without React', () => {
  it('are elements with their attributes, and what is nothing leaves nothing', () => {
    const root = drawn(
      jsx('p', {
        className: 'who',
        'aria-expanded': false,
        'data-band': 'Hot',
        title: undefined,
        hidden: true,
        inert: false,
        onClick: () => {},
        style: { inlineSize: '74%' },
        children: [jsx('time', { dateTime: '2026-05-01', children: 'May' }), null, false, 0],
      }),
    );
    const p = root.querySelector('p');
    expect(p?.getAttributeNames().sort()).toEqual(
      ['aria-expanded', 'class', 'data-band', 'hidden', 'style'].sort(),
    );
    expect(p?.getAttribute('aria-expanded')).toBe('false');
    expect(p?.style.inlineSize).toBe('74%');
    expect(p?.querySelector('time')?.getAttribute('datetime')).toBe('2026-05-01');
    expect(p?.textContent).toBe('May0');
  });

  it('show words as words, whatever is in them', () => {
    const words = '<img src=x onerror=alert(1)>&amp;';
    const root = drawn(jsx('p', { title: words, children: words }));
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toBe(words);
    expect(root.querySelector('p')?.title).toBe(words);
  });

  it('have a context of whoever is around them, and their first state', () => {
    const inner = (start: number) => jsx(Inner, { start });
    const root = drawn(
      jsx(Fragment, {
        children: [
          jsx(Depth, {
            value: 'outer',
            children: [jsx(Depth, { value: 'inner', children: inner(1) }), inner(2)],
          }),
          inner(3),
        ],
      }),
    );
    expect(root.textContent).toBe('inner 1 outer 2 none 3 ');
  });

  it('are drawn as SVG within one', () => {
    const root = drawn(jsx('svg', { viewBox: '0 0 1 1', children: jsx('line', { x1: 0 }) }));
    const line = root.querySelector('line');
    expect(line?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(root.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 1 1');
  });
});
