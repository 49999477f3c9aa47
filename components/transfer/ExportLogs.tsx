import { useState } from 'react';
import { t, tn } from '../../lib/i18n';
import type { Prospect } from '../../lib/identity/prospect';
import type { Answer } from '../../lib/messages';
import { ProspectPicker, type SearchProspects } from '../common/ProspectPicker';
import { SaidLine } from '../options/SaidLine';
import { useSaid } from '../options/useSaid';

export type ExportFormat = 'csv' | 'json';

export interface ExportProps {
  search: SearchProspects;
  /** Writes the logs of one prospect, or of all, to a file. */
  onExport: (prospect: Prospect | null, format: ExportFormat) => Promise<Answer<{ logs: number }>>;
}

/** Logs into a file: of one prospect or of all, as a table or as JSON. */
export function ExportLogs({ search, onExport }: ExportProps) {
  const [prospect, setProspect] = useState<Prospect | null>(null);
  const [picking, setPicking] = useState(false);
  const { said, run } = useSaid();
  const write = (format: ExportFormat) =>
    void run(t('export_writing'), onExport(prospect, format), ({ logs }) =>
      tn('export_done', logs),
    );
  return (
    <section className="card transfer" aria-labelledby="export-title" data-testid="export">
      <h2 id="export-title">{t('export_title')}</h2>
      <p>
        {prospect
          ? t('export_about', [prospect.name, prospect.email].filter(Boolean).join(', '))
          : t('export_all')}{' '}
        <button
          type="button"
          className="link"
          data-testid="export-pick"
          onClick={() => (prospect ? setProspect(null) : setPicking(!picking))}
        >
          {t(prospect ? 'export_choose_all' : 'export_choose')}
        </button>
      </p>
      {picking && !prospect && (
        <ProspectPicker
          label={t('panel_known')}
          search={search}
          onPick={(known) => {
            setPicking(false);
            setProspect(known.prospect);
          }}
        />
      )}
      <p className="buttons">
        <button type="button" data-testid="export-csv" onClick={() => write('csv')}>
          {t('export_csv')}
        </button>
        <button type="button" data-testid="export-json" onClick={() => write('json')}>
          {t('export_json')}
        </button>
        <SaidLine said={said} testId="export-said" />
      </p>
    </section>
  );
}
