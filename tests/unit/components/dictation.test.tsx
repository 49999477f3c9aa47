// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DictateButton } from '../../../components/log/DictateButton';
import { useDictation } from '../../../entrypoints/pages/useDictation';
import { byId, click, draw } from './render';

/** Stands in for the browser's recognition: says what it is told to say. */
class Recognition {
  static newest: Recognition | null = null;
  static available = vi.fn(async () => 'unavailable');
  lang = '';
  continuous = false;
  processLocally?: boolean;
  onresult: (event: object) => void = () => {};
  onerror: (event: { error: string }) => void = () => {};
  onend: () => void = () => {};
  started = false;
  constructor() {
    Recognition.newest = this;
  }
  start() {
    this.started = true;
  }
  stop() {
    this.onend();
  }
  hears(transcript: string, isFinal = true) {
    const result = Object.assign([{ transcript }], { isFinal });
    act(() => this.onresult({ resultIndex: 0, results: [result] }));
  }
}

const heard = vi.fn();
const opened = vi.fn();

function Page() {
  return <DictateButton dictation={useDictation(heard)} />;
}

/** Draws the button once it is known whether this device recognises speech alone. */
async function shown() {
  draw(<Page />);
  await act(async () => {});
}

beforeEach(() => {
  vi.stubGlobal('SpeechRecognition', Recognition);
  vi.stubGlobal('chrome', { tabs: { create: opened } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('dictation', () => {
  it('hands on each sentence once it is sure, without the spaces around it', async () => {
    await shown();
    click(byId('dictate'));
    expect(Recognition.newest?.started).toBe(true);
    expect(byId('dictate').getAttribute('aria-pressed')).toBe('true');
    Recognition.newest?.hears('She wants', false);
    expect(heard).not.toHaveBeenCalled();
    Recognition.newest?.hears(' She wants a pilot. ');
    expect(heard).toHaveBeenCalledExactlyOnceWith('She wants a pilot.');
    click(byId('dictate'));
    expect(byId('dictate').getAttribute('aria-pressed')).toBe('false');
  });

  it('stays on the device where the device can do it', async () => {
    Recognition.available.mockResolvedValueOnce('available');
    await shown();
    click(byId('dictate'));
    expect(Recognition.newest?.processLocally).toBe(true);
  });

  it('leads to where the microphone can be allowed, since no popup may ask', async () => {
    await shown();
    click(byId('dictate'));
    act(() => Recognition.newest?.onerror({ error: 'not-allowed' }));
    expect(opened).toHaveBeenCalledExactlyOnceWith({ url: '/options.html#microphone' });
    expect(byId('dictate').getAttribute('aria-pressed')).toBe('false');
  });

  it('is not offered where the browser has none', () => {
    vi.unstubAllGlobals();
    draw(<Page />);
    expect(document.querySelector('button')).toBeNull();
  });
});
