import { fileURLToPath } from 'node:url';

const still = fileURLToPath(new URL('../../components/still/react.ts', import.meta.url));

/**
 * For what is drawn before React is loaded: the components' `react` is `components/still/react.ts`.
 * What that doesn't have isn't built.
 */
export const withoutReact = {
  name: 'without-react',
  enforce: 'pre' as const,
  resolveId: (id: string) => (/^react(\/jsx-(dev-)?runtime)?$/.test(id) ? still : undefined),
};
