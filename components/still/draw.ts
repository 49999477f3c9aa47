import { type Context, type Element, Fragment, type Node, type Props } from './react';

const svg = 'http://www.w3.org/2000/svg';

/** Attributes by their names in JSX, where these are others. */
const names: Record<string, string> = { className: 'class', dateTime: 'datetime' };

function setProps(element: HTMLElement | SVGElement, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || name === 'key' || typeof value === 'function') continue;
    if (value === null || value === undefined) continue;
    if (name === 'style') Object.assign(element.style, value);
    else if (typeof value !== 'boolean' || /^(aria|data)-/.test(name)) {
      element.setAttribute(names[name] ?? name, String(value));
    } else if (value) element.setAttribute(name, '');
  }
}

const isContext = (type: Element['type']): type is Context =>
  typeof type === 'object' && 'value' in type;

/**
 * Draws what components return into the document, once and as text: no part is updated, nothing
 * answers a click.
 *
 * @param node what a component returned (`jsx` of `react.ts`)
 * @param into where it is appended
 */
export function draw(node: Node, into: globalThis.Element): void {
  if (node === null || node === undefined || node === '' || typeof node === 'boolean') return;
  if (typeof node === 'string' || typeof node === 'number') {
    into.append(String(node));
    return;
  }
  if (!('type' in node)) {
    for (const one of node) draw(one, into);
    return;
  }
  const { type, props } = node;
  if (type === Fragment) draw(props.children, into);
  else if (typeof type === 'function') draw(type(props), into);
  else if (isContext(type)) {
    const around = type.value;
    type.value = props.value;
    draw(props.children, into);
    type.value = around;
  } else {
    const isSvg = type === 'svg' || into.namespaceURI === svg;
    const element = document.createElementNS(isSvg ? svg : into.namespaceURI, String(type));
    setProps(element as HTMLElement | SVGElement, props);
    draw(props.children, element);
    into.append(element);
  }
}
