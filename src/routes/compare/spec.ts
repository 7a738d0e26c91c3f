import { STATUS_WORDS, formatNumber } from '#lib/domain/index.ts';
import type { ComparePanel, CompareSpec } from '#lib/figures/compare/layout.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { unitOf, type ComparedArea, type ComparedMeasure, type Comparison } from '#lib/figures/compare/picture.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';

const cellOf = (
  { measure, variant }: ComparedMeasure,
  { area, label, slot }: ComparedArea,
  result: AreaResult | undefined
): AreaMark => {
  const key = `${measure.slug}/${area.key}`;
  if (!result) return { key, label, slot, value: null, status: 'not applicable', text: 'not in being' };
  const { point, interval } = result;
  return {
    key,
    label,
    slot,
    value: point.value,
    status: point.status,
    text: point.value === null ? STATUS_WORDS[point.status] : formatNumber(point.value, variant.dp),
    ...(interval ? { low: interval.low, high: interval.high } : {})
  };
};

const panelOf = (rows: ComparedArea[], compared: ComparedMeasure): ComparePanel => {
  const { measure, year, results } = compared;
  const cells = rows.map((row, i) => cellOf(compared, row, results[i]));
  const england = cells.at(-1)?.value ?? null;
  return {
    title: `${measure.short}, ${year}`,
    top: niceTop(Math.max(1e-6, ...cells.flatMap(({ value, high }) => (value === null ? [] : [high ?? value])))),
    ...(england === null ? {} : { centre: england }),
    cells
  };
};

/** What the drawing of a comparison holds: its rows in the order of the tables. */
export const toCompareSpec = (comparison: Comparison, description: string): CompareSpec => ({
  title: captionOf(comparison),
  description,
  axisTitle: unitOf(comparison),
  dp: comparison.measures[0]?.variant.dp ?? 1,
  rows: comparison.rows.map(({ label, slot }) => ({ label, slot })),
  panels: comparison.measures.map((each) => panelOf(comparison.rows, each))
});

/** What a comparison shows: "Haringey compared with Islington, Camden and England, per 10,000 children". */
export const captionOf = (comparison: Comparison): string => {
  const { own, rows } = comparison;
  const others = rows.filter(({ area }) => area.key !== own.key).map(({ label }) => label);
  const mine = rows.find(({ area }) => area.key === own.key)!.label;
  return `${mine} compared with ${others.slice(0, -1).join(', ')}${others.length > 1 ? ' and ' : ''}${others.at(-1)}, ${unitOf(comparison)}`;
};
