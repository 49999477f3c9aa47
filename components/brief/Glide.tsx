import { Component, createRef, type ReactNode } from 'react';

/** How long a part takes to its new place (ms): seen, and over before it is in the way. */
const glideMs = 200;
/** Past so many parts only the browser moves them; a history that long is below the screen anyway. */
const mostParts = 3_000;

type Place = { parent: Element; x: number; y: number };
type Places = Map<Element, Place>;

interface GlideProps {
  /** What is shown, by a name; another name is another content. */
  of: string;
  children: ReactNode;
}

/** @returns whether an element, or one around it, has been scrolled down. */
function isScrolled(element: Element | null): boolean {
  return element !== null && (element.scrollTop > 0 || isScrolled(element.parentElement));
}

/** @returns where each part stands in the one around it (px). */
function placesIn(root: Element | null): Places {
  const places: Places = new Map();
  const parts = [...(root?.querySelectorAll('*:not(svg *)') ?? [])].slice(0, mostParts);
  const corners = new Map<Element, DOMRect>();
  const corner = (element: Element) => {
    const known = corners.get(element) ?? element.getBoundingClientRect();
    corners.set(element, known);
    return known;
  };
  for (const part of parts) {
    const parent = part.parentElement;
    if (!parent) continue;
    const [inner, outer] = [corner(part), corner(parent)];
    places.set(part, { parent, x: inner.x - outer.x, y: inner.y - outer.y });
  }
  return places;
}

/**
 * Lets what stays move to its new place where one content replaces another, so that nothing jumps
 * away from under the eye: a model's brief over the basic one, or one with the log just saved. What
 * stands below moves along. Rests where the rep wants no motion, and where they have scrolled: there the
 * browser keeps in its place what is looked at, only after this has measured, and a glide would shake it.
 */
export class Glide extends Component<GlideProps, object, Places | null> {
  private readonly content = createRef<HTMLDivElement>();

  private get root(): Element | null {
    return this.content.current?.parentElement ?? null;
  }

  override getSnapshotBeforeUpdate(before: GlideProps): Places | null {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const rests = before.of === this.props.of || still || isScrolled(this.root);
    return rests ? null : placesIn(this.root);
  }

  override componentDidUpdate(_: GlideProps, __: object, before: Places | null): void {
    if (before === null) return;
    const moves: [Element, number, number][] = [];
    for (const [part, now] of placesIn(this.root)) {
      const then = before.get(part);
      if (then?.parent !== now.parent) continue;
      const [x, y] = [then.x - now.x, then.y - now.y];
      if (x !== 0 || y !== 0) moves.push([part, x, y]);
    }
    for (const [part, x, y] of moves) {
      const frames = [{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }];
      part.animate(frames, { duration: glideMs, easing: 'ease-out' });
    }
  }

  override render(): ReactNode {
    return <div ref={this.content}>{this.props.children}</div>;
  }
}
