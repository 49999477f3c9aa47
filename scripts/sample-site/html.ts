const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns text made safe to stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A whole page. `sample` is what tells the extension, in a build for samples, how to read it. */
export function page(sample: 'google-calendar' | 'crm', title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="salesmemory-sample" content="${sample}">
<meta name="og-profile-acct" content="rep@salesmemory.example">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><strong>Sample ${sample === 'crm' ? 'CRM' : 'calendar'}</strong>
<nav><a href="/">Calendar</a> <a href="/crm">CRM</a></nav></header>
${body}
</body>
</html>`;
}
