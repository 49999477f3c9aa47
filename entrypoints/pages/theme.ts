/** Read as it is stored: the settings' schema would weigh more than the popup's own code. */
function show(settings: unknown): void {
  const theme = (settings as { theme?: unknown } | undefined)?.theme;
  const chosen = theme === 'light' || theme === 'dark' ? theme : '';
  document.documentElement.style.colorScheme = chosen;
}

/** Keeps the page light or dark as the rep chose; the system decides where they chose neither. */
export function keepTheme(): void {
  void chrome.storage.local.get('settings').then(({ settings }) => show(settings));
  chrome.storage.local.onChanged.addListener(({ settings }) => {
    if (settings) show(settings.newValue);
  });
}
