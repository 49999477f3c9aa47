import type { ExportFormat } from '../../components/transfer/ExportLogs';
import type { TransferProps } from '../../components/transfer/Transfer';
import { t } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import { sendMessage } from '../../lib/messages';
import { loadSettings } from '../../lib/settings';
import type { ImportPlan } from '../../lib/transfer/plan';
import { asked } from '../pages/ask';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the text needn't stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @returns a name for a file that every system takes. */
function fileName(prospect: Prospect | null, day: string, format: ExportFormat): string {
  const who = (prospect?.name ?? 'all').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  return `salesmemory-${who}-${day}.${format}`;
}

/** Files in and out, as the options page does it. The code that reads tables comes when needed. */
export const transfer: TransferProps = {
  importing: {
    onRead: async (file, choices): Promise<ImportPlan | { unreadable: string }> => {
      const [{ readTable, UnreadableFile }, { planImport }] = await Promise.all([
        import('../../lib/transfer/table'),
        import('../../lib/transfer/plan'),
      ]);
      try {
        const { rep, ownAddresses, ownDomains } = await loadSettings();
        const table = readTable(new Uint8Array(await file.arrayBuffer()));
        const ourselves = { ownAddresses, ownDomains };
        return planImport(table, new Date(), { ...choices, ourselves, ...(rep ? { rep } : {}) });
      } catch (error) {
        // Whatever the browser says of a file that it can't read is no sentence for a screen.
        return {
          unreadable: error instanceof UnreadableFile ? error.message : t('import_no_file'),
        };
      }
    },
    onRun: async ({ interactions }, onProgress, signal) => {
      const { runImport } = await import('../../lib/transfer/run');
      const send = (logs: typeof interactions) => asked(sendMessage('importLogs', logs));
      return runImport(interactions, { send, onProgress, signal });
    },
  },
  onExport: async (prospect, format) => {
    const answer = await asked(sendMessage('exportLogs', prospect));
    if (!answer.ok) return answer;
    const { asCsv, asJson } = await import('../../lib/transfer/export');
    const now = new Date().toISOString();
    const text = format === 'csv' ? asCsv(answer.logs) : asJson(answer.logs, now);
    download(fileName(prospect, now.slice(0, 10), format), text, types[format]);
    return { ok: true, logs: answer.logs.length };
  },
};
