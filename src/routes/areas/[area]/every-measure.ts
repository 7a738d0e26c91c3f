import { escapeMarkup as escape, inProse, list, variantOf, type AreaRecord } from '#lib/domain/index.ts';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { SPARK, spark, type Spark } from '#lib/drawing/spark.ts';
import { readAreas, readSeries } from '#lib/server/published.ts';
import { areaRow, type AreaRow } from '#lib/series/area-rows.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { changeFrom } from '#lib/areas/trends-and-changes.ts';
import { placeCell } from '#lib/statistics/rank.ts';
import { store } from './figures-of-areas';

/** The small lines as markup. */
const sparkMarkup = ({ paths, dots }: Spark, label: string): string =>
  `<svg viewBox="0 0 ${SPARK.width} ${SPARK.height}" width="${SPARK.width}" height="${SPARK.height}" role="img" aria-label="${escape(label)}">` +
  paths.map(({ slot, d }) => `<path d="${d}" class="${slot}"/>`).join('') +
  dots.map(({ slot, x, y }) => `<circle cx="${x}" cy="${y}" r="2" class="${slot}"/>`).join('') +
  '</svg>';

/** Text, and what stands under it, smaller. */
type Pair = [text: string, under: string];

/** A council's rank in the year of its row, and where that may be; a dash for a unit that sizes cannot be compared in. */
const placeOf = ({ slug, variant, period }: AreaRow, area: AreaRecord): Pair => {
  if (area.level !== 'Local authority' || variant === 'number') return ['–', ''];
  const picture = store().year(measureOf(slug)!, variant, period);
  const { rank, range } = (picture && resultIn(picture, area)) ?? {};
  if (!rank) return ['not ranked', ''];
  return [placeCell(rank), range ? `${range.first}–${range.last} by chance` : 'range not known'];
};

/** What may be said of the change of a row; nothing of figures that are not tested. */
const verdictOf = ({ slug, variant: unit, period, from }: AreaRow, area: AreaRecord): string => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, unit)!;
  if (from === undefined || !isEstimated(variant)) return '';
  const { tested } = changeFrom({ store: store(), measure, variant, period }, area, from);
  return isWhy(tested) ? '' : tested.verdict;
};

const rowMarkup = (row: AreaRow, href: string, place: Pair | undefined, verdict: string): string => {
  const head = `<th scope="row"><a href="${escape(href)}">${escape(row.title)}</a><span>${escape(row.unit)}</span></th>`;
  if (!row.value)
    return `<tr>${head}<td colspan="${place === undefined ? 4 : 5}" class="muted">${escape(row.why)}</td></tr>`;
  const label = `Small line: ${row.title} to ${row.when}; its figures are on the measure’s page`;
  const number = (text: string, under = ''): string =>
    `<td class="number">${escape(text)}${under && `<span>${escape(under)}</span>`}</td>`;
  return `<tr>${head}<td>${sparkMarkup(spark(row.lines, row.timing), label)}</td>${number(row.value, row.when)}${number(row.england || '–')}${number(row.change, [row.since || 'none comparable', verdict].filter(Boolean).join(', '))}${place === undefined ? '' : number(...place)}</tr>`;
};

const HEAD = ['Measure', 'Over time', 'Latest', 'England', 'Change'];
const PLACE = 'Rank (1 = highest)';

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
 * Every measure as a row, the headline ones first, as one piece of markup, and the sentence that names those not held. Made
 * while prerendering only: nothing of it changes in the browser. `link` gives the address of a page.
 */
export const everyMeasure = (
  slug: string,
  link: (path: string) => string
): { table: string; without: string; skipped: string } => {
  const area: AreaRecord = readAreas().find((each) => each.slug === slug)!;
  const rows = CATALOGUE.flatMap((measure) => areaRow(measure, readSeries(measure.slug), area) ?? []);
  const ranks = area.level === 'Local authority';
  const head = ranks ? [...HEAD, PLACE] : HEAD;
  const held = rows.filter(({ value, why }) => value || why !== 'none held');
  const groups = [...new Set(held.map(({ group }) => group))].map((group) => {
    const own = held.filter((row) => row.group === group);
    const body = own
      .map((row) =>
        rowMarkup(
          row,
          link(`/trends/${row.slug}?areas=${area.key}`),
          ranks ? (row.value ? placeOf(row, area) : ['', '']) : undefined,
          row.value ? verdictOf(row, area) : ''
        )
      )
      .join('');
    return `<tbody><tr><th colspan="${head.length}" scope="rowgroup" class="group">${escape(group)}</th></tr>${body}</tbody>`;
  });
  const caption = `Latest figure of each measure in ${inProse(area)}, with England’s and the change`;
  const heads = head.map((text, i) => `<th scope="col"${i > 1 ? ' class="number"' : ''}>${text}</th>`).join('');
  const without = rows
    .filter((row) => !held.includes(row))
    .map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1));
  return {
    table: `<table><caption class="visually-hidden">${escape(caption)}</caption><thead><tr>${heads}</tr></thead>${groups.join('')}</table>`,
    skipped: describeSkipped(rows),
    without: without.length ? `Not held for ${inProse(area)}: ${list(without)}.` : ''
  };
};
