import type { DetectedPerson } from './detection';
import { addressIn, line, person, unique } from './people';

type Node = Record<string, unknown>;

/** What a page says about itself in schema.org's words. */
export interface Described {
  type: 'Person' | 'Event';
  people: DetectedPerson[];
  name: string | null;
  company: string | null;
  startsAt: string | null;
  endsAt: string | null;
}

const text = (value: unknown) => (typeof value === 'string' ? line(value, 500) : null);
const list = (value: unknown) => (Array.isArray(value) ? value : [value]) as unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isA = (node: Node, type: string) => list(node['@type']).includes(type);

/**
 * A page of more descriptions, or of longer ones all in all, isn't about one person; which of them it
 * is about couldn't be told without reading them all.
 */
const MOST_SCRIPTS = 20;
const MOST_LETTERS = 100_000;

/** An instant needs an offset: a local time of an unknown place is no time. */
const instant = (value: unknown) =>
  typeof value === 'string' && /^[\d-]{10}T\d\d:\d\d(:[\d.]+)?(Z|[+-]\d\d:\d\d)$/.test(value)
    ? value
    : null;

function nodesOf(script: string): Node[] {
  try {
    const all = list(JSON.parse(script)).filter(isNode);
    return all.flatMap((node) => [node, ...list(node['@graph'])]).filter(isNode);
  } catch {
    // A page's broken description says nothing; the page itself may.
    return [];
  }
}

function personOf(value: unknown, role: DetectedPerson['role']): DetectedPerson | null {
  if (!isNode(value) || !isA(value, 'Person')) return null;
  return person(role, text(value.name), addressIn(text(value.email)));
}

/** The texts of a page's descriptions; null where they are too many or too long to be read. */
function textsOf(document: Document): string[] | null {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  if (scripts.length > MOST_SCRIPTS) return null;
  const texts: string[] = [];
  let left = MOST_LETTERS;
  for (const script of scripts) {
    const said = script.textContent ?? '';
    left -= said.length;
    if (left < 0) return null;
    texts.push(said);
  }
  return texts;
}

/** Reads the one Person or Event that a page describes; null where it describes none or several. */
export function describedBy(document: Document): Described | null {
  const texts = textsOf(document) ?? [];
  const nodes = texts.flatMap(nodesOf).filter((node) => isA(node, 'Person') || isA(node, 'Event'));
  const [node] = nodes;
  if (!node || nodes.length > 1) return null;
  const base = {
    name: text(node.name),
    startsAt: instant(node.startDate),
    endsAt: instant(node.endDate),
  };
  if (isA(node, 'Person')) {
    const employer = list(node.worksFor).find(isNode);
    const people = unique([personOf(node, 'contact')]);
    return { ...base, type: 'Person', people, company: text(employer?.name) };
  }
  const people = unique([
    ...list(node.organizer).map((one) => personOf(one, 'organizer')),
    ...list(node.attendee).map((one) => personOf(one, 'guest')),
  ]);
  return { ...base, type: 'Event', people, company: null };
}
