import { isAuthority } from '#lib/domain/index.ts';
import type { Measure, Period, SeriesFile, VariantKey } from '#lib/domain/index.ts';
import type { YearsHeld } from '#lib/address/trend.ts';

/** The periods in which a variant holds a figure of any authority, in order of time. */
const periodsOf = (file: SeriesFile, key: VariantKey): Period[] => {
  const columns = file.variants[key];
  if (!columns) return [];
  const held = new Set<number>();
  columns.area.forEach((area, at) => {
    if (!isAuthority(file.areas[area]!)) return;
    columns.value[at]!.forEach((value, i) => {
      if (value !== null) held.add(columns.from[at]! + i);
    });
  });
  return columns.periods.filter((_, i) => held.has(i));
};

/** The periods with figures of authorities, by unit; a unit of which England's alone are held has no entry. */
export const yearsHeld = (file: SeriesFile, measure: Measure): YearsHeld => {
  const years: YearsHeld = {};
  for (const { key } of measure.variants) {
    const periods = periodsOf(file, key);
    if (periods.length) years[key] = periods;
  }
  return years;
};
