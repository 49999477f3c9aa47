import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { ChipPlace } from '../../lib/messages';
import { answer } from './door';

/** Where the rep put the chip on each host: scripts on pages have no storage of their own. */
const key = 'chipPlaces';
const placeSchema = z.object({ right: z.number().min(0), bottom: z.number().min(0) });
const placesSchema = z.record(z.string(), placeSchema).catch({});

async function places(): Promise<Record<string, ChipPlace>> {
  return placesSchema.parse((await browser.storage.local.get(key))[key] ?? {});
}

const hostOf = (address: string | undefined) =>
  address !== undefined && URL.canParse(address) ? new URL(address).hostname : null;

/** @returns where the chip stands on the host of an address; undefined where it wasn't moved. */
export async function chipPlaceOn(address: string | undefined): Promise<ChipPlace | undefined> {
  const host = hostOf(address);
  return host === null ? undefined : (await places())[host];
}

/** Remembers where a chip was put, for the host that the browser says the message came from. */
export function answerChipPlaces(): void {
  answer('chipMoved', 'content', placeSchema, async ({ data, sender }) => {
    const host = hostOf(sender.url);
    if (host === null) return;
    await browser.storage.local.set({ [key]: { ...(await places()), [host]: data } });
  });
}
