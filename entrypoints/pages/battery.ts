import { sendMessage } from '../../lib/messages';
import { type BatteryHints, sparesBattery } from '../../lib/prefetch-when';

type Battery = BatteryHints & EventTarget;

/** Tells the background, which can't ask, whether the battery is to be spared; where a browser tells. */
export async function tellBattery(): Promise<void> {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  const battery = await getBattery?.call(navigator).catch(() => undefined);
  if (!battery) return;
  let told = false;
  const tell = () => {
    const spare = sparesBattery(battery);
    if (spare === told) return;
    told = spare;
    void sendMessage('battery', spare).catch(() => undefined);
  };
  for (const type of ['levelchange', 'chargingchange']) battery.addEventListener(type, tell);
  // Whatever an earlier page said, even that all is well.
  told = !sparesBattery(battery);
  tell();
}
