import * as Plot from '@observablehq/plot';
import type { Shade } from '#lib/figures/time/shading.ts';
import { fillColours, px } from '#lib/drawing/text.ts';

/** Shaded bands, each with a bar along its top, between two heights. */
export const shadeMarks = (shades: (Shade & { top: number; bottom: number })[]): Plot.Markish[] => {
  if (!shades.length) return [];
  const edges = { x1: px(...shades.map(({ left }) => left)), x2: px(...shades.map(({ right }) => right)) };
  return [
    Plot.rect(shades, {
      ...edges,
      y1: px(...shades.map(({ top }) => top)),
      y2: px(...shades.map(({ bottom }) => bottom)),
      fill: fillColours(shades.map(({ kind }) => `var(--shade-${kind})`)),
      // Where two periods overlap, both are seen.
      fillOpacity: 0.16,
      className: 'shade'
    }),
    Plot.ruleY(shades, {
      ...edges,
      y: px(...shades.map(({ top }) => top)),
      stroke: 'var(--shade-edge)',
      strokeWidth: 2,
      className: 'shade-edge'
    })
  ];
};
