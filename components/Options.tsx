import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../lib/i18n';
import type { Answer } from '../lib/messages';
import type { Settings } from '../lib/settings';
import { ConnectionForm, type TestConnection } from './options/ConnectionForm';
import { Diagnostics, type DiagnosticsProps } from './options/Diagnostics';
import { Erase, type EraseAll } from './options/Erase';
import { FirstRun } from './options/FirstRun';
import { ForgetProspect } from './options/ForgetProspect';
import { type CommandKey, Keyboard } from './options/Keyboard';
import { Look } from './options/Look';
import { Microphone } from './options/Microphone';
import { ModelForm, type TestModels } from './options/ModelForm';
import { Privacy } from './options/Privacy';
import { Samples, type SamplesProps } from './options/Samples';
import { Switches } from './options/Switches';
import { WhatLeaves } from './options/WhatLeaves';
import { YouForm } from './options/YouForm';
import type { TransferProps } from './transfer/Transfer';

// Reading tables is much code for a card that few days need.
const Transfer = lazy(() => import('./transfer/Transfer'));

import { SitesInUse, type SitesInUseProps } from './sites/SitesInUse';

export interface OptionsProps extends SamplesProps, DiagnosticsProps {
  settings: Settings;
  /** Stores the named settings; asks for the permissions they need first. */
  onSave: (patch: Partial<Settings>) => Promise<Answer<object>>;
  onTest: TestConnection;
  onTestModels: TestModels;
  onCreateBank: TestConnection;
  chromeHasModel: boolean;
  sites: SitesInUseProps;
  /** Whether this browser offers dictation, which may send the voice to its maker. */
  hasDictation: boolean;
  onAllowMicrophone: () => Promise<Answer<object>>;
  search: Parameters<typeof ForgetProspect>[0]['search'];
  onForget: Parameters<typeof ForgetProspect>[0]['onForget'];
  onErase: EraseAll;
  commands: readonly CommandKey[];
  onChangeKeys: () => void;
  /** Files in and out; left out where there are none. */
  transfer?: TransferProps;
}

/** Everything that can be set; at first three steps of it. */
export function Options(props: OptionsProps) {
  const { settings } = props;
  return (
    <main className="options">
      <h1>SalesMemory</h1>
      {settings.firstRunDone ? <All {...props} /> : <Begin {...props} />}
      <Erase begun={settings.firstRunDone} bank={bankOf(settings)} onErase={props.onErase} />
    </main>
  );
}

const memoryForm = ({ settings, onSave, onTest, onCreateBank }: OptionsProps): ReactNode => (
  <ConnectionForm
    connection={settings.connection}
    onSave={(connection) => onSave({ connection })}
    onTest={onTest}
    onCreateBank={onCreateBank}
  />
);

const youForm = ({ settings, onSave }: OptionsProps): ReactNode => (
  <YouForm you={settings} onSave={onSave} />
);

const modelForm = (props: OptionsProps): ReactNode => (
  <ModelForm
    model={props.settings.model}
    // What is switched elsewhere on the page is not this form's to save.
    onSave={(model) => props.onSave({ model: { ...model, redact: props.settings.model.redact } })}
    onTestModels={props.onTestModels}
    chromeHasModel={props.chromeHasModel}
  />
);

function Begin(props: OptionsProps) {
  const steps = [
    { title: t('first_run_memory'), content: memoryForm(props) },
    { title: t('first_run_you'), content: youForm(props) },
    { title: t('first_run_model'), content: modelForm(props) },
  ];
  return (
    <FirstRun
      steps={steps}
      end={
        <>
          <p>{t('first_run_end')}</p>
          <Samples {...props} />
        </>
      }
      onDone={() => void props.onSave({ firstRunDone: true })}
    />
  );
}

/** @returns the bank that erasing would empty; null where no server is set up. */
function bankOf({ connection }: Settings) {
  if (!URL.canParse(connection.baseUrl)) return null;
  return { name: connection.bank, host: new URL(connection.baseUrl).host };
}

function All(props: OptionsProps) {
  const { settings, onSave } = props;
  return (
    <>
      {memoryForm(props)}
      {youForm(props)}
      {modelForm(props)}
      <Switches values={settings} onSave={onSave} />
      <SitesInUse {...props.sites} />
      <Look theme={settings.theme} onSave={onSave} />
      {props.hasDictation && <Microphone onAllow={props.onAllowMicrophone} />}
      <Keyboard commands={props.commands} onChangeKeys={props.onChangeKeys} />
      <Privacy settings={settings} onSave={onSave} />
      <WhatLeaves settings={settings} hasDictation={props.hasDictation} />
      <Samples {...props} />
      {props.transfer && (
        <Suspense>
          <Transfer {...props.transfer} search={props.search} />
        </Suspense>
      )}
      <ForgetProspect search={props.search} onForget={props.onForget} />
      <Diagnostics {...props} />
    </>
  );
}
