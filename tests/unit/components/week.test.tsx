// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import Week from '../../../components/week/Week';
import { composeDigest } from '../../../lib/digest/compose';
import type { DealCard } from '../../../lib/digest/types';
import { weekProps, weeks } from '../../stories/week';
import { allById, byId, click, draw, settle } from './render';

describe('the week', () => {
  it('shows every deal in its bucket, James among those that need attention', () => {
    draw(<Week {...weekProps()} />);
    expect(byId('bucket-attention').textContent).toMatch(/James Okafor, Paysend/);
    expect(allById('week-entry')).toHaveLength(weeks.done.digest?.entries.length ?? 0);
    expect(byId('week-statement').textContent).toMatch(/compared by rules/);
  });

  it('opens a deal’s brief, and the words behind a line', () => {
    const onOpen = vi.fn();
    draw(<Week {...weekProps({ onOpen })} />);
    const [first] = weeks.done.digest?.entries ?? [];
    click(allById('week-open')[0] as HTMLElement);
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(first?.prospect);
    click(allById('source-toggle')[0] as HTMLElement);
    expect(allById('source').length).toBeGreaterThan(0);
  });

  it('draws a few of very many, and more where they are asked for', () => {
    draw(<Week {...weeks.asking} />);
    const before = allById('week-entry').length;
    expect(before).toBeLessThanOrEqual(30);
    click(allById('week-more')[0] as HTMLElement);
    expect(allById('week-entry').length).toBeGreaterThan(before);
  });

  it('says before a costly comparison what it takes, and asks', () => {
    const onGoOn = vi.fn();
    draw(<Week {...weeks.asking} onGoOn={onGoOn} />);
    expect(byId('week-state').textContent).toMatch(/400 deals.*13 requests and 69,834 tokens/);
    click(byId('week-go-on'));
    expect(onGoOn).toHaveBeenCalledOnce();
  });

  it('says how far it is and can be stopped', () => {
    const onStop = vi.fn();
    draw(<Week {...weeks.reading} onStop={onStop} />);
    expect(byId('week-state').textContent).toMatch(/150 of 400 read/);
    click(byId('week-stop'));
    expect(onStop).toHaveBeenCalledOnce();
  });

  it('says what failed, and keeps the order by rules', () => {
    draw(<Week {...weeks.failed} />);
    expect(byId('week-state').textContent).toMatch(/takes no more requests/);
    expect(allById('week-entry').length).toBeGreaterThan(0);
  });

  it('copies itself as Markdown', async () => {
    const onCopy = vi.fn(async (_: string) => true);
    draw(<Week {...weekProps({ onCopy })} />);
    click(byId('week-copy'));
    await settle();
    expect(onCopy.mock.calls[0]?.[0]).toMatch(/## 🔴 Needs attention now/);
    expect(byId('week-copy').textContent).toBe('Copied');
  });

  it('links a mail to nobody but the rep', () => {
    draw(<Week {...weekProps()} />);
    expect(byId('week-mail').getAttribute('href')).toMatch(/^mailto:robin@acme\.example\?subject=/);
  });

  it('shows what people typed as text', () => {
    const card = weeks.done.digest?.entries[0] as DealCard;
    const prospect = { name: '<img src=x onerror=alert(1)>' };
    const digest = composeDigest([{ ...card, prospect }], { now: '2026-05-20T08:00:00.000Z' });
    draw(<Week {...weekProps({ digest })} />);
    expect(document.querySelector('img')).toBeNull();
    expect(byId('week-entry').textContent).toContain('<img src=x');
  });

  it('asks for notifications only when the rep wants them', () => {
    const onNotify = vi.fn();
    draw(<Week {...weekProps({ onNotify })} />);
    expect(allById('reminder-notify')).toHaveLength(0);
    draw(<Week {...weekProps({ onNotify, reminder: { on: true, weekday: 1, hour: 8 } })} />);
    click(byId('reminder-notify'));
    expect(onNotify).toHaveBeenCalledOnce();
  });
});
