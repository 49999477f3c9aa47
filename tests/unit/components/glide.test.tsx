// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BriefView } from '../../../components/brief/BriefView';
import { Glide } from '../../../components/brief/Glide';
import { priya } from '../../fixtures/briefs/priya';
import { byId, draw } from './render';

let moved: [testId: string | undefined, from: string][];
let still: boolean;

beforeEach(() => {
  moved = [];
  still = false;
  vi.stubGlobal('matchMedia', () => ({ matches: still }));
  // No layout here: a part stands where its mark says.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const y = Number((this as HTMLElement).dataset.y ?? 0);
    return { x: 0, y } as DOMRect;
  });
  Element.prototype.animate = function (this: HTMLElement, frames) {
    const [from] = frames as { transform: string }[];
    moved.push([this.dataset.testid, from?.transform ?? '']);
    return {} as Animation;
  };
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const content = (of: string, above: number | null, riskY: number) => (
  <Glide of={of}>
    {above !== null && <p key="above" data-testid="above" data-y={above} />}
    <p key="risk" data-testid="risk" data-y={riskY} />
  </Glide>
);

it('lets what stays move from where it stood, and nothing that is new or stays in its place', () => {
  draw(content('basic', null, 40));
  draw(content('model', 0, 100));
  expect(moved).toEqual([['risk', 'translate(0px, -60px)']]);
  expect(byId('above')).toBeTruthy();
});

it('rests while the same content is drawn anew, and where the rep wants no motion', () => {
  draw(content('basic', null, 40));
  draw(content('basic', null, 70));
  still = true;
  draw(content('model', null, 100));
  expect(moved).toEqual([]);
});

it('rests where the rep has scrolled: the browser keeps what they look at in its place', () => {
  draw(content('basic', null, 40));
  vi.spyOn(document.documentElement, 'scrollTop', 'get').mockReturnValue(300);
  draw(content('model', 0, 100));
  expect(moved).toEqual([]);
});

it('lets what is below what is new since the last look move, which is known after the brief', () => {
  // A part stands below all that comes before it in the document.
  vi.mocked(Element.prototype.getBoundingClientRect).mockImplementation(function (this: Element) {
    return { x: 0, y: [...document.querySelectorAll('*')].indexOf(this) } as DOMRect;
  });
  const at = (since: string | null) => <BriefView brief={priya} partial={false} since={since} />;
  draw(at(null));
  draw(at(priya.timeline.at(-1)?.at ?? ''));
  expect(byId('news')).toBeTruthy();
  expect(moved.map(([testId]) => testId)).toContain('objections');
});
