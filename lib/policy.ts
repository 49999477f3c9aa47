import { z } from 'zod';
import type { Settings } from './settings-shape';

/**
 * What an administrator may set for everybody, as the browser's managed storage gives it. The same
 * names stand in `public/managed-schema.json`, which tells the browser of them. A value of a wrong
 * type counts as not set.
 */
export const policySchema = z.object({
  serverAddress: z.string().trim().min(1).optional().catch(undefined),
  serverKey: z.string().trim().min(1).optional().catch(undefined),
  bank: z.string().trim().min(1).optional().catch(undefined),
  ownDomains: z.array(z.string().trim().toLowerCase()).optional().catch(undefined),
  reader: z.enum(['basic', 'groq', 'hindsight', 'openai_compatible']).optional().catch(undefined),
  modelAddress: z.string().trim().min(1).optional().catch(undefined),
  modelName: z.string().trim().min(1).optional().catch(undefined),
  onDeviceOnly: z.boolean().optional().catch(undefined),
  redact: z.boolean().optional().catch(undefined),
  keysForSession: z.boolean().optional().catch(undefined),
});
export type Policy = z.infer<typeof policySchema>;

/** @returns a policy, whatever the browser gives; empty where nothing is managed. */
export function policyOf(managed: unknown): Policy {
  return policySchema.catch({}).parse(managed ?? {});
}

/** @returns settings with what the administrator set in the place of what the rep did. */
export function underPolicy(settings: Settings, policy: Policy): Settings {
  const { serverAddress, serverKey, bank, reader, modelAddress, modelName } = policy;
  const { connection, model } = settings;
  const use = reader ?? model.use;
  return {
    ...settings,
    connection: {
      baseUrl: serverAddress ?? connection.baseUrl,
      apiKey: serverKey ?? connection.apiKey,
      bank: bank ?? connection.bank,
    },
    model: {
      ...model,
      use,
      redact: policy.redact ?? model.redact,
      openaiBaseUrl: modelAddress ?? model.openaiBaseUrl,
      openaiModel:
        use === 'openai_compatible' ? (modelName ?? model.openaiModel) : model.openaiModel,
      groqModel: use === 'groq' ? (modelName ?? model.groqModel) : model.groqModel,
    },
    // A rep may add domains to those of the company.
    ownDomains: [...new Set([...(policy.ownDomains ?? []), ...settings.ownDomains])],
    onDeviceOnly: policy.onDeviceOnly ?? settings.onDeviceOnly,
    keysForSession: policy.keysForSession ?? settings.keysForSession,
  };
}
