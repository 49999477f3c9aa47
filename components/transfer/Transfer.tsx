import { ExportLogs, type ExportProps } from './ExportLogs';
import { ImportLogs, type ImportProps } from './ImportLogs';

export interface TransferProps {
  importing: ImportProps;
  onExport: ExportProps['onExport'];
}

/** Logs from files and into files. Loaded when the options are drawn: nothing else waits for it. */
export default function Transfer({
  importing,
  onExport,
  search,
}: TransferProps & Pick<ExportProps, 'search'>) {
  return (
    <>
      <ImportLogs {...importing} />
      <ExportLogs search={search} onExport={onExport} />
    </>
  );
}
