import { parseAst } from 'vite';

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Members of elements and documents through which a text becomes markup. */
const MARKUP = [
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'insertAdjacentHTML',
  'createContextualFragment',
  'parseFromString',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'writeln',
];

/** Names through which a text becomes code. */
const CODE = ['eval', 'Function', 'importScripts'];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const isNamed = (value: unknown, ...names: string[]) =>
  isNode(value) && value.type === 'Identifier' && names.includes(String(value.name));

/** A text that is written as such; null for anything that is computed. */
function writtenText(node: Node | undefined): string | null {
  if (typeof node?.value === 'string') return node.value;
  const [first, ...rest] = node?.type === 'TemplateLiteral' ? (node.quasis as Node[]) : [];
  return first && rest.length === 0 ? (first.value as { cooked: string }).cooked : null;
}

/** What a member is called where the code says so: `a.name`, `a['name']`. */
function memberName(node: Node | undefined): string | null {
  if (node?.type !== 'MemberExpression') return null;
  const property = node.property as Node;
  return node.computed ? writtenText(property) : String(property.name);
}

/** Whether a name stands for itself, and isn't what a member or a key is called. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (!parent) return true;
  if (parent.type === 'MemberExpression') return parent.object === node || Boolean(parent.computed);
  const keyed = ['Property', 'MethodDefinition', 'PropertyDefinition'].includes(parent.type);
  return !(keyed && parent.key === node && !parent.computed && parent.value !== node);
}

/** Uses of `Function` that make none: its prototype, `x instanceof Function`, `Function.call.bind`. */
function isHarmless(node: Node, parent: Node | undefined, above: Node | undefined): boolean {
  if (parent?.type === 'BinaryExpression') return parent.operator === 'instanceof';
  if (parent?.object !== node) return false;
  const name = memberName(parent);
  return name === 'prototype' || (name === 'call' && memberName(above) === 'bind');
}

function sinkAt(node: Node, parent: Node | undefined, above: Node | undefined): string | null {
  switch (node.type) {
    case 'Identifier':
      if (!isNamed(node, ...CODE) || !isReference(node, parent)) return null;
      return isHarmless(node, parent, above) ? null : String(node.name);
    case 'MemberExpression': {
      const name = memberName(node) ?? '';
      if (MARKUP.includes(name)) return name;
      if (CODE.includes(name) && isNamed(node.object, 'globalThis', 'window', 'self')) return name;
      const isDocument =
        isNamed(node.object, 'document') || memberName(node.object as Node) === 'document';
      return name === 'write' && isDocument ? 'document.write' : null;
    }
    case 'CallExpression': {
      const [first] = node.arguments as Node[];
      const called = isNamed(node.callee, 'setTimeout', 'setInterval')
        ? (node.callee as Node).name
        : null;
      const isText = first?.type === 'TemplateLiteral' || typeof first?.value === 'string';
      return called && isText ? `${called} of a text` : null;
    }
    case 'ImportDeclaration':
    case 'ImportExpression': {
      const inPackage = /^(\.{1,2}\/|\/(?!\/))/.test(writtenText(node.source as Node) ?? '');
      return inPackage ? null : 'import from outside the package';
    }
    default:
      return null;
  }
}

/**
 * Finds each place of a script where a text could become code or markup.
 *
 * @param code a module or a classic script
 * @returns what is used there, once for each place
 * @throws where the code can't be parsed
 */
export function sinksIn(code: string): string[] {
  const found: string[] = [];
  const walk = (node: Node, parent?: Node, above?: Node) => {
    const sink = sinkAt(node, parent, above);
    if (sink) found.push(sink);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) walk(child, node, parent);
      }
    }
  };
  walk(parseAst(code) as unknown as Node);
  return found;
}
