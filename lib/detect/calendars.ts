/** Where the calendars are; what only a calendar may say is heard from nowhere else. */
export const googleCalendarHosts: readonly string[] = ['calendar.google.com'];
export const outlookHosts: readonly string[] = [
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'outlook.live.com',
];
