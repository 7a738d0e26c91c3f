import { inProse, list, variantOf, type AreaRecord } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { spark, type Spark } from '#lib/drawing/spark.ts';
import { readAreas, readSeries } from '#lib/server/published.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';
import { areaRow, type AreaRow } from '#lib/series/area-rows.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import { describeNoRanges } from '#lib/areas/no-ranges.ts';
import { changeFrom } from '#lib/areas/trends-and-changes.ts';
import { placeCell } from '#lib/statistics/rank.ts';
import { store } from './figures-of-areas';
import MeasureRows from './sections/MeasureRows.svelte';

/** Text, and what stands under it, smaller. */
export type Pair = [text: string, under: string];

/** A measure as a row of the table: its figures, or why there are none. */
export type ShownRow = { title: string; unit: string; href: string } & (
  | { kind: 'none'; why: string }
  | {
      kind: 'figures';
      spark: Spark;
      label: string;
      value: Pair;
      england: Pair;
      change: Pair;
      rank: Pair;
      /** Why its rank has no range; absent where it has one, and where there is no rank. */
      noRange?: string;
    }
);

/** A council's rank in the year of its row, and where that may be, or why that is not known; a dash for a unit that sizes cannot be compared in. */
const placeOf = ({ slug, variant, period }: AreaRow, area: AreaRecord): { rank: Pair; noRange?: string } => {
  if (area.level !== 'Local authority' || variant === 'number') return { rank: ['–', ''] };
  const picture = store().year(measureOf(slug)!, variant, period);
  const { rank, range } = (picture && resultIn(picture, area)) ?? {};
  if (!picture || !rank) return { rank: ['not ranked', ''] };
  const place = placeCell(rank);
  if (range) return { rank: [place, `${range.first}–${range.last} by chance`] };
  return { rank: [place, 'no range'], noRange: (picture.noRange ?? NO_ESTIMATES).why };
};

/** What may be said of the change of a row; nothing of figures that are not tested. */
const verdictOf = ({ slug, variant: unit, period, from }: AreaRow, area: AreaRecord): string => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, unit)!;
  if (from === undefined || !isEstimated(variant)) return '';
  const { tested } = changeFrom({ store: store(), measure, variant, period }, area, from);
  return isWhy(tested) ? '' : tested.verdict;
};

const shownRow = (row: AreaRow, area: AreaRecord, href: string): ShownRow => {
  const { title, unit } = row;
  if (!row.value) return { kind: 'none', title, unit, href, why: row.why };
  return {
    kind: 'figures',
    title,
    unit,
    href,
    spark: spark(row.lines, row.timing),
    label: `Small line: ${title} to ${row.when}; its figures are on the measure’s page`,
    value: [row.value, row.when],
    england: [row.england || '–', ''],
    change: [row.change, [row.since || 'none comparable', verdictOf(row, area)].filter(Boolean).join(', ')],
    ...placeOf(row, area)
  };
};

/** Which earlier figures no change is counted from, and why; empty where there are none. */
const describeSkipped = (rows: readonly AreaRow[]): string => {
  const named = rows.flatMap(({ title, skipped }) =>
    skipped.length ? [`${title.charAt(0).toLowerCase()}${title.slice(1)} (${list(skipped)})`] : []
  );
  return named.length
    ? `No change is counted from figures that the Department graded as of low confidence: ${list(named)}.`
    : '';
};

/**
 * Every measure but those of the cards as a row, as one piece of markup, and the sentence that names those not held. Made while
 * prerendering only: nothing of it changes in the browser. `link` gives the address of a page.
 */
export const everyMeasure = (
  place: string,
  link: (path: string) => string
): { table: string; without: { of: string; measures: string } | undefined; skipped: string; noRanges: string } => {
  const area: AreaRecord = readAreas().find((each) => each.slug === place)!;
  const all = CATALOGUE.flatMap((measure) => areaRow(measure, readSeries(measure.slug), area) ?? []);
  const rows = all.filter(({ slug }) => !HEADLINES.some((each) => each === slug));
  const held = rows.filter(({ value, why }) => value || why !== 'none held');
  const groups = [...new Set(held.map(({ group }) => group))].map((group) => ({
    group,
    rows: held
      .filter((row) => row.group === group)
      .map((row) => shownRow(row, area, link(`/trends/${row.slug}?areas=${area.key}`)))
  }));
  const without = rows
    .filter((row) => !held.includes(row))
    .map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
  return {
    table: renderMarkup(MeasureRows, {
      caption: `Latest figure of each measure in ${inProse(area)}, with England’s and the change`,
      hasRanks: area.level === 'Local authority',
      groups
    }),
    skipped: describeSkipped(all),
    noRanges: describeNoRanges(
      groups.flatMap((group) =>
        group.rows.flatMap((row) =>
          row.kind === 'figures' && row.noRange ? [{ title: row.title, why: row.noRange }] : []
        )
      )
    ),
    without: without.length ? { of: inProse(area), measures: list(without) } : undefined
  };
};
