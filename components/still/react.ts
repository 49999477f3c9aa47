/**
 * What stands for React where components are drawn once, before React is loaded: the build of
 * `entrypoints/at-once.ts` takes this instead of `react` and its JSX runtime. A state is its first one,
 * an effect never happens; a component that uses more of React than is here doesn't build.
 */

export interface Element {
  type: string | Component | Context | typeof Fragment;
  props: Props;
}

export type Node = Element | string | number | boolean | null | undefined | readonly Node[];

export type Props = Readonly<Record<string, unknown>> & { children?: Node };

type Component = (props: Props) => Node;

/** Also the element that gives its value, as in React. */
export interface Context<T = unknown> {
  value: T;
}

export const Fragment = Symbol('fragment');

export const jsx = (type: Element['type'], props: Props): Element => ({ type, props });
export { jsx as jsxDEV, jsx as jsxs };

export const createContext = <T>(value: T): Context<T> => ({ value });

export const useContext = <T>(context: Context<T>): T => context.value;

export const useState = <T>(first: T | (() => T)): [T, () => void] => [
  typeof first === 'function' ? (first as () => T)() : first,
  () => {},
];

export const useEffect = (): void => {};

/** Nothing that is drawn once refers to another part. */
export const useId = (): undefined => undefined;
