import {
  BASE_YEAR,
  ENGLAND,
  GROUPS,
  formatNumber,
  formatPeriod,
  formatSigned,
  type Measure
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { spark } from '#lib/drawing/spark.ts';
import { change, comparableAt, firstComparable, latest } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { readSeries } from '#lib/server/published.ts';
import { coverage, unitLabelOf } from '#lib/figures/time/picture.ts';

/** What the levels of figures are called here. */
const LEVELS: Record<string, string> = { authorities: 'councils' };

/** A measure as a row: England's latest figure and how that differs from March 2008, or from the earliest comparable year. */
const rowOf = (measure: Measure) => {
  const variant = measure.variants[0];
  const file = readSeries(measure.slug);
  const lines = slice(file, variant.key, ENGLAND);
  // Of several lines none stands for the measure.
  const line = lines.length === 1 ? lines[0] : undefined;
  const point = line && latest(line);
  const from = line && point && (comparableAt(line, point, BASE_YEAR) ?? firstComparable(line, point));
  const moved = from && change(from, point, variant.dp);
  return {
    slug: measure.slug,
    title: measure.title,
    // The rest stands on the measure’s page.
    definition: measure.definition.split(/(?<=\.) (?=[A-Z])/)[0]!,
    unit: variant.key === 'rate' ? 'per 10,000' : unitLabelOf(variant),
    spark: spark(
      lines.map((each) => ({ ...each, slot: 'alone' })),
      variant.timing
    ),
    lines: lines.length,
    value: point ? `${formatNumber(point.value!, variant.dp)}${variant.unit === '%' ? '%' : ''}` : '',
    when: point ? formatPeriod(point.period) : '',
    change: moved ? (moved.beyondRounding || !moved.by ? formatSigned(moved.by, variant.dp) : 'within rounding') : '',
    since: moved ? `since ${formatPeriod(moved.from.period)}` : '',
    from: coverage(file, variant.key).map(({ level, first }) => `${LEVELS[level] ?? level} from ${first}`)
  };
};

export const load = () => ({
  count: CATALOGUE.length,
  groups: GROUPS.map((group) => ({
    group,
    measures: CATALOGUE.filter((measure) => measure.group === group).map(rowOf)
  })).filter(({ measures }) => measures.length)
});
