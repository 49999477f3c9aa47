import * as Tabs from '@radix-ui/react-tabs';
import { type ReactNode, Suspense, useLayoutEffect, useRef } from 'react';
import { t } from '../lib/i18n';
import type { ViewName } from './viewNames';

export interface View {
  name: ViewName;
  content: ReactNode;
}

interface ViewsProps {
  /** The first one stays as it is while another is looked at; the others are drawn when chosen. */
  views: readonly [View, ...View[]];
  view: ViewName;
  onView: (view: ViewName) => void;
  /** Whom the first view is about: another one is read from the top. */
  about: string | undefined;
  /** What stands above every view. */
  above: ReactNode;
}

/** The views of the panel, to switch between; no switch where there is only one. */
export function Views({ views, view, onView, about, above }: ViewsProps) {
  const [first, ...others] = views;
  const body = useRef<HTMLElement>(null);
  const lookedAt = view === first.name ? about : view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is what begins anew
  useLayoutEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [lookedAt]);
  if (others.length === 0) {
    return (
      <main className="panel-body" ref={body}>
        {above}
        {first.content}
      </main>
    );
  }
  return (
    <Tabs.Root
      className="views"
      // Left to itself it reads from left to right, whatever the page does.
      dir={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}
      value={view}
      onValueChange={(name) => onView(name as ViewName)}
    >
      <header>
        <Tabs.List className="view-tabs" aria-label={t('views')}>
          {views.map(({ name }) => (
            <Tabs.Trigger key={name} value={name} data-testid={`view-${name}`}>
              {t(`view_${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </header>
      <main className="panel-body" ref={body}>
        {above}
        {views.map(({ name, content }) => (
          <Tabs.Content
            key={name}
            value={name}
            className="view"
            forceMount={name === first.name ? true : undefined}
          >
            <Suspense fallback={null}>{content}</Suspense>
          </Tabs.Content>
        ))}
      </main>
    </Tabs.Root>
  );
}
