import { getContext, setContext } from 'svelte';
import type { Measure } from '#lib/domain/index.ts';
import type { Choices, YearsHeld } from '#lib/address/trend.ts';
import type { TrendView } from '#lib/figures/trend.svelte.ts';

export type Figures = typeof import('./lazy-figures');

/** What the views of one measure share: the reader's choices, the figures behind them, and how a choice is made. */
export interface Trend {
  measure: Measure;
  view: TrendView<Figures>;
  years: YearsHeld;
  /** True where figures of councils or regions are held. */
  hasAreas: boolean;
  /** The page's own address. */
  address: () => string;
  /** The address of this view with other choices. */
  addressOf: (change: Partial<Choices>) => string;
  /** Shows what changes and writes it into the address; `replacesLast` says that it goes on from the choice before it. */
  choose: (change: Partial<Choices>, replacesLast?: boolean) => void;
  /** Adds an area, or takes it away. */
  toggle: (key: string) => void;
  /** Fetches what a choice will need ahead of it. */
  prefetch: () => void;
}

const KEY = Symbol('trend');

export const setTrend = (trend: Trend): Trend => setContext(KEY, trend);
export const getTrend = (): Trend => getContext(KEY);
