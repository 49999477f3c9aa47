/** Read as it is stored: the settings' schema would weigh more than the popup's own code. */
function show(settings: unknown): void {
  const theme = (settings as { theme?: unknown } | undefined)?.theme;
  const chosen = theme === 'light' || theme === 'dark' ? theme : '';
  document.documentElement.style.colorScheme = chosen;
}

/** Draws the page light or dark as the rep chose; the system decides where they chose neither. */
export async function showTheme(): Promise<void> {
  show((await chrome.storage.local.get('settings')).settings);
}

/** Keeps it so. */
export function keepTheme(): void {
  void showTheme();
  chrome.storage.local.onChanged.addListener(({ settings }) => {
    if (settings) show(settings.newValue);
  });
}
