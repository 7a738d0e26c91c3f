import * as Plot from '@observablehq/plot';
import { dodge, widthOf } from './labels.ts';
import { signed } from './steps.ts';
import { inks, put, px, writeAll, type Placed } from './writing.ts';

/** A value that all are held against: England, a region. */
export interface Reference {
  label: string;
  value: number;
  slot: string;
}

/** A reference with its rule and its label, in pixels. */
export interface PlacedReference {
  slot: string;
  at: number;
  label: Placed;
}

/** Labels of upright rules in one row, each over its rule or as near as the others leave room. */
export const placeReferences = (
  references: readonly Reference[],
  axis: { domain: readonly [number, number]; dp: number; x: (value: number) => number },
  row: { y: number; low: number; high: number; font: number }
): PlacedReference[] => {
  const { domain, dp, x } = axis;
  const shown = references
    .filter(({ value }) => value >= domain[0] && value <= domain[1])
    .map(({ label, value, slot }) => ({ slot, at: x(value), text: `${label} ${signed(value, dp, domain)}` }));
  const middles = dodge(
    shown.map(({ at }) => at),
    shown.map(({ text }) => widthOf(text, row.font) + 12),
    row.low,
    row.high
  );
  return shown.map(({ slot, at, text }, i) => ({ slot, at, label: put(text, middles[i]!, row.y, 'middle', row.font) }));
};

/**
 * Rules with their labels: England's solid, others dashed; `spans` are the stretches from top to bottom that a rule runs
 * through. Where a label had to move off its rule, a hair leads to it.
 */
export const referenceMarks = (
  placed: readonly PlacedReference[],
  spans: readonly (readonly [number, number])[],
  font: number
): { rules: Plot.Markish[]; labels: Plot.Markish[] } => {
  const colour = ({ slot }: PlacedReference): string => `var(--line-${slot})`;
  const rule = (own: PlacedReference[], dash: string | undefined): Plot.Markish[] => {
    const pieces = own.flatMap((each) => spans.map(([from, to]) => ({ each, from, to })));
    if (!pieces.length) return [];
    return [
      Plot.ruleX(pieces, {
        x: px(...pieces.map(({ each }) => each.at)),
        y1: px(...pieces.map(({ from }) => from)),
        y2: px(...pieces.map(({ to }) => to)),
        stroke: inks(pieces.map(({ each }) => colour(each))),
        strokeWidth: 1.25,
        strokeDasharray: dash,
        className: 'reference'
      })
    ];
  };
  const moved = placed.filter(({ at, label }) => at < label.box.left || at > label.box.right);
  const top = spans[0]?.[0] ?? 0;
  return {
    rules: [
      ...rule(
        placed.filter(({ slot }) => slot === 'england'),
        undefined
      ),
      ...rule(
        placed.filter(({ slot }) => slot !== 'england'),
        '5 3'
      ),
      ...(moved.length
        ? [
            Plot.link(moved, {
              x1: px(...moved.map(({ at, label }) => Math.max(label.box.left, Math.min(at, label.box.right)))),
              y1: px(...moved.map(({ label }) => label.y)),
              x2: px(...moved.map(({ at }) => at)),
              y2: px(...moved.map(() => top)),
              stroke: inks(moved.map(colour)),
              strokeWidth: 0.75,
              className: 'leader'
            })
          ]
        : [])
    ],
    labels: writeAll(
      placed.map((each) => ({ ...each.label, fill: colour(each) })),
      { font, fill: 'var(--ink)', className: 'reference-label', weight: 700 }
    )
  };
};
