import type { Component } from 'svelte';
import { sectionOf } from './parts';
import { take, type Made } from './shelf';

type Section = Component<{ data: unknown; made: Made }>;

/** The sections as markup by name, while prerendering; in the browser, which keeps what the page holds, nothing. */
const written = async (): Promise<((name: string) => string) | undefined> => {
  const shelf = import.meta.env.SSR ? take() : undefined;
  if (!shelf) return undefined;
  const { made, sections } = shelf;
  const codes = await Promise.all(
    Object.entries(sectionOf).map(async ([name, code]) => [name, (await code()).default as unknown as Section] as const)
  );
  const components = new Map(codes);
  // Called while the page is written: only then are addresses relative to it.
  return (name) => made.write(components.get(name)!, { data: sections[name], made });
};

export const load = async ({ data }) => ({ ...data, written: await written() });
