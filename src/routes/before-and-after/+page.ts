import type { Component } from 'svelte';
import { CODE, type SectionProps } from './parts';
import { take } from './shelf';

/** The sections as markup by name, while prerendering; in the browser, which keeps what the page holds, nothing. */
const written = async (): Promise<((name: string) => string) | undefined> => {
  const shelf = import.meta.env.SSR ? take() : undefined;
  if (!shelf) return undefined;
  const { made, sections } = shelf;
  const names = Object.keys(sections) as (keyof typeof CODE)[];
  const components = new Map(
    await Promise.all(
      names.map(async (name) => {
        const { default: component } = await CODE[name]();
        return [
          name as string,
          component as unknown as Component<SectionProps<unknown> & Record<string, unknown>>
        ] as const;
      })
    )
  );
  // Called while the page is written: only then are addresses relative to it.
  return (name) => made.write(components.get(name)!, { data: sections[name], made });
};

export const load = async ({ data }) => ({ ...data, written: await written() });
