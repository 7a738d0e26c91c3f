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

type Part = Component<PartProps<never>>;

/** The parts that the reader steers. Each sleeps in the page's markup until it comes near the view. */
export const STEERED = ['months', 'years', 'everywhere'] as const;
export type SteeredPart = (typeof STEERED)[number];

/** The code of each part that the reader steers, fetched when it wakes. */
export const codeOf: Record<SteeredPart, () => Promise<{ default: Part }>> = {
  months: () => import('./months/Around.svelte'),
  years: () => import('./years/Models.svelte'),
  everywhere: () => import('./everywhere/Picker.svelte')
};

/** The sections, which are written while prerendering and that no browser takes over: what they are made of. */
export const sectionOf = {
  short: () => import('./short/Short.svelte'),
  case: () => import('./case/Case.svelte'),
  months: () => import('./months/Months.svelte'),
  years: () => import('./years/Years.svelte'),
  everywhere: () => import('./everywhere/Everywhere.svelte'),
  rivals: () => import('./rivals/Rivals.svelte'),
  since: () => import('./since/Since.svelte')
};
