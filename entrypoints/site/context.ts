/**
 * Stands in for WXT's context of a content script, of which ours need one thing: an end. The whole
 * one, with its own timers and its watch of the address, would be a seventh of a script.
 */
export class ContentScriptContext extends AbortController {
  /** @param name of the script: a later one of that name ends this one. */
  constructor(name: string) {
    super();
    // One name for all versions of the extension; the id keeps others out.
    const event = `${chrome.runtime.id}:${name}:start`;
    document.dispatchEvent(new CustomEvent(event));
    document.addEventListener(event, () => this.abort(), { signal: this.signal });
  }
}
