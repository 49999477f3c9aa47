import { useEffect, useState } from 'react';
import type { OptionsProps } from '../../components/Options';
import { t } from '../../lib/i18n';
import {
  type Answer,
  type Failure,
  type ModelServer,
  type ModelsThere,
  sendMessage,
} from '../../lib/messages';
import {
  type Connection,
  loadSettings,
  type Settings,
  saveSettings,
  watchSettings,
} from '../../lib/settings';
import { asked } from '../pages/ask';
import { copy } from '../pages/clipboard';
import { useSearch } from '../pages/useSearch';
import { diagnose } from './diagnose';
import { allowMicrophone } from './microphone';
import { patternOf, patternsOf, requestPermission } from './permissions';
import { loadSamples, removeSamples } from './samples';
import { transfer } from './transfer';
import { useCommands } from './useCommands';
import { useSites } from './useSites';

const notAllowed = (): Failure => ({
  ok: false,
  reason: 'not_allowed',
  message: t('failure_not_allowed'),
});

const notAnAddress = (): Failure => ({
  ok: false,
  reason: 'not_an_address',
  message: t('failure_not_an_address'),
});

const noBank = (): Failure => ({
  ok: false,
  reason: 'no_bank',
  message: t('failure_bank_name'),
});

function isAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** @returns why settings can't be stored as typed; null where they can. */
function wrongWith({ connection, model }: Partial<Settings>): Failure | null {
  const addresses = [
    connection?.baseUrl,
    model?.use === 'openai_compatible' ? model.openaiBaseUrl : undefined,
  ];
  if (addresses.some((address) => address && !isAddress(address.trim()))) return notAnAddress();
  if (connection?.bank.trim() === '') return noBank();
  return null;
}

async function save(patch: Partial<Settings>): Promise<Answer<object>> {
  const wrong = wrongWith(patch);
  if (wrong) return wrong;
  try {
    if (!(await requestPermission(patternsOf(patch)))) return notAllowed();
    await saveSettings(patch);
    return { ok: true };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: 'not_saved', message: t('failure_not_saved', said) };
  }
}

async function test(connection: Connection) {
  if (!isAddress(connection.baseUrl.trim())) return notAnAddress();
  const wrong = wrongWith({ connection });
  if (wrong) return wrong;
  if (!(await requestPermission(patternsOf({ connection })))) return notAllowed();
  return asked(sendMessage('testConnection', connection));
}

async function testModels(server: ModelServer): Promise<Answer<ModelsThere>> {
  const { use, baseUrl } = server;
  if (use === 'openai_compatible' && !isAddress(baseUrl.trim())) return notAnAddress();
  const address = use === 'groq' ? 'https://api.groq.com' : baseUrl;
  const pattern = patternOf(address);
  if (pattern && !(await requestPermission([pattern]))) return notAllowed();
  return asked(sendMessage('modelsAt', server));
}

/** Everything the options show and do; null until the settings are read. */
export function useOptions(): OptionsProps | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  const search = useSearch();
  const sites = useSites();
  const commands = useCommands();
  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  if (!settings) return null;
  return {
    settings,
    onSave: save,
    onTest: test,
    onCreateBank: (connection) => asked(sendMessage('createBank', connection)),
    chromeHasModel: 'LanguageModel' in globalThis,
    search,
    sites,
    onTestModels: testModels,
    onAllowMicrophone: allowMicrophone,
    hasDictation: 'SpeechRecognition' in globalThis || 'webkitSpeechRecognition' in globalThis,
    commands,
    onChangeKeys: () => void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' }),
    onLoadSamples: loadSamples,
    onRemoveSamples: removeSamples,
    onDiagnose: diagnose,
    onCopy: copy,
    transfer,
    onErase: (scope) => asked(sendMessage('erase', scope)),
    onForget: (prospect) => asked(sendMessage('forgetProspect', prospect)),
  };
}
