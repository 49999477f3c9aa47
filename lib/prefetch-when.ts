/** What a browser says of the connection; each field only where it knows. */
export interface ConnectionHints {
  /** The rep asked the browser, or the system, to use little data. */
  saveData?: boolean;
  /** `cellular` is what is paid by the byte; told on phones and Chromebooks only. */
  type?: string;
  /** `slow-2g`, `2g`: what is asked for would wait for what is only likely. */
  effectiveType?: string;
}

/** What a page learns of the battery. */
export interface BatteryHints {
  charging: boolean;
  /** 0 to 1. */
  level: number;
}

/** Below this, Chrome's Energy Saver switches itself on by default; it tells nobody that it is on. */
const lowBattery = 0.2;

/** @returns whether a connection is one to ask nothing of that nobody asked for. */
export function sparesData({ saveData, type, effectiveType }: ConnectionHints): boolean {
  return saveData === true || type === 'cellular' || /2g/.test(effectiveType ?? '');
}

/** @returns whether a battery is one to spare. */
export function sparesBattery({ charging, level }: BatteryHints): boolean {
  return !charging && level <= lowBattery;
}
