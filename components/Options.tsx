import type { Answer } from '../lib/messages';
import type { Settings } from '../lib/settings';
import { ConnectionForm, type TestConnection } from './options/ConnectionForm';
import { ForgetProspect } from './options/ForgetProspect';
import { ModelForm } from './options/ModelForm';
import { Switches } from './options/Switches';
import { WhatLeaves } from './options/WhatLeaves';
import { YouForm } from './options/YouForm';

export interface OptionsProps {
  settings: Settings;
  /** Stores the named settings; asks for the permissions they need first. */
  onSave: (patch: Partial<Settings>) => Promise<Answer<object>>;
  onTest: TestConnection;
  chromeHasModel: boolean;
  search: Parameters<typeof ForgetProspect>[0]['search'];
  onForget: Parameters<typeof ForgetProspect>[0]['onForget'];
}

/** Everything that can be set. */
export function Options(props: OptionsProps) {
  const { settings, onSave, onTest, chromeHasModel, search, onForget } = props;
  return (
    <main className="options">
      <h1>SalesMemory</h1>
      <ConnectionForm
        connection={settings.connection}
        onSave={(connection) => onSave({ connection })}
        onTest={onTest}
      />
      <YouForm you={settings} onSave={onSave} />
      <ModelForm
        model={settings.model}
        onSave={(model) => onSave({ model })}
        chromeHasModel={chromeHasModel}
      />
      <Switches values={settings} onSave={onSave} />
      <WhatLeaves settings={settings} />
      <ForgetProspect search={search} onForget={onForget} />
    </main>
  );
}
