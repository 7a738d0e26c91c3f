import type { Component } from 'svelte';
import type { Made } from './shelf';
import type { Steered } from './view.svelte';

/** What a part that the reader steers is given. */
export interface PartProps<Data> {
  data: Data;
  /** Markup made while prerendering; absent in the browser, which keeps what the page holds. */
  made: Made | undefined;
  view: Steered;
}

/** What a section is given, while prerendering. */
export interface SectionProps<Data> {
  data: Data;
  made: Made;
}

/** The parts that the reader steers. Each sleeps in the page's markup until it comes near the window. */
export const STEERED = ['around', 'models', 'picker'] as const;
export type SteeredPart = (typeof STEERED)[number];

/**
 * The code of the sections, which no browser takes over, and of the parts that the reader steers, fetched when they wake. They
 * are in one list because a page carries the style only of what its script could ask for.
 */
export const CODE = {
  short: () => import('./short/Short.svelte'),
  case: () => import('./case/Case.svelte'),
  months: () => import('./months/Months.svelte'),
  years: () => import('./years/Years.svelte'),
  everywhere: () => import('./everywhere/Everywhere.svelte'),
  rivals: () => import('./rivals/Rivals.svelte'),
  since: () => import('./since/Since.svelte'),
  around: () => import('./months/Around.svelte'),
  models: () => import('./years/Models.svelte'),
  picker: () => import('./everywhere/Picker.svelte')
};

/** Fetches the code of a part that the reader steers. */
export const partCode = async (part: SteeredPart): Promise<Component<PartProps<unknown>>> =>
  (await CODE[part]()).default as unknown as Component<PartProps<unknown>>;
