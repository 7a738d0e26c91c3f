import type * as Plot from '@observablehq/plot';
import { dodge, widthOf } from '#lib/drawing/labels.ts';
import { signed } from '#lib/drawing/ticks.ts';
import { strokes, verticalRule } from '#lib/drawing/rules.ts';
import { placeText, writeAll, type Placed } from '#lib/drawing/text.ts';

/** A value that all are held against: England, a region. */
interface Reference {
  label: string;
  value: number;
  slot: string;
}

/** A reference with its rule and its label, in pixels. */
interface PlacedReference {
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
  return shown.map(({ slot, at, text }, i) => ({
    slot,
    at,
    label: placeText(text, middles[i]!, row.y, 'middle', row.font)
  }));
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
  const rule = (own: PlacedReference[], dash?: string): Plot.Markish[] =>
    strokes(
      own.flatMap((each) => spans.map(([from, to]) => verticalRule(each.at, from, to, colour(each)))),
      { className: 'reference', stroke: 'var(--ink)', width: 1.25, dash }
    );
  const moved = placed.filter(({ at, label }) => at < label.box.left || at > label.box.right);
  const top = spans[0]?.[0] ?? 0;
  return {
    rules: [
      ...rule(placed.filter(({ slot }) => slot === 'england')),
      ...rule(
        placed.filter(({ slot }) => slot !== 'england'),
        '5 3'
      ),
      ...strokes(
        moved.map((each) => ({
          x1: Math.max(each.label.box.left, Math.min(each.at, each.label.box.right)),
          y1: each.label.y,
          x2: each.at,
          y2: top,
          stroke: colour(each)
        })),
        { className: 'leader', stroke: 'var(--muted)', width: 0.75 }
      )
    ],
    labels: writeAll(
      placed.map((each) => ({ ...each.label, fill: colour(each) })),
      { font, fill: 'var(--ink)', className: 'reference-label', weight: 700 }
    )
  };
};
