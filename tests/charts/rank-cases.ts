import {
  ENGLAND,
  STATUS_WORDS,
  formatNumber,
  fullName,
  type Figure,
  type Unit,
  type VariantKey
} from '#lib/domain/index.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { RankRow, RankSpec } from '#lib/figures/rank/spec.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { slice } from '#lib/series/slice.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import { areaOf, fileOf } from '../site.ts';

/*
 * What the drawings of one period show, made from the series files as plainly as can be: the drawings are under test
 * here, not the statistics. Intervals are Byar's approximation around the count, where one is held.
 */

/** City of London and Isles of Scilly have too few children to rank. */
const TOO_SMALL = ['201', '420'];

export const figureOf = (slug: string, variant: VariantKey, key: string, period: string): Figure | undefined =>
  slice(fileOf(slug), variant, key)[0]?.points.find((point) => point.period === period);

/** Byar's approximation, 95%. */
const around = (count: number): [number, number] => {
  const z = 1.959964;
  const side = (x: number, way: 1 | -1): number => x * (1 - 1 / (9 * x) + (way * z) / (3 * Math.sqrt(x))) ** 3;
  return [count ? side(count, -1) : 0, side(count + 1, 1)];
};

const authorities = (slug: string): string[] =>
  fileOf(slug).areas.filter((key) => key.length === 3 && !TOO_SMALL.includes(key));

export interface Asked {
  slug: string;
  variant: VariantKey & Unit;
  period: string;
  chosen: string[];
  dp: number;
  axisTitle: string;
  /** Change since this period instead of the figure. */
  since?: string;
}

/** Every authority of a period as it stands, with its interval where the count is held. */
export const resultsOf = ({ slug, variant, period, chosen, dp, since }: Asked): AreaMark[] =>
  authorities(slug).flatMap((key) => {
    const figure = figureOf(slug, variant, key, period);
    if (!figure) return [];
    const before = since ? figureOf(slug, variant, key, since) : undefined;
    if (since && !before) return [];
    const place = chosen.indexOf(key);
    const value = since
      ? figure.value === null || before!.value === null
        ? null
        : Math.round((figure.value - before!.value) * 10 ** dp) / 10 ** dp
      : figure.value;
    const count = variant === 'rate' && !since ? figureOf(slug, 'number', key, period)?.value : undefined;
    const [low, high] = count ? around(count).map((each) => (each / count) * value!) : [];
    return [
      {
        key,
        label: fullName(areaOf(key)),
        value,
        status: value === null && since ? 'unavailable' : figure.status,
        text:
          value === null
            ? STATUS_WORDS[since ? 'unavailable' : figure.status]
            : `${since && value > 0 ? '+' : ''}${formatNumber(value, dp)}`,
        ...(low === undefined ? {} : { low, high }),
        ...(place < 0 ? {} : { slot: place + 1 })
      } satisfies AreaMark
    ];
  });

export const isRanked = <Area extends AreaMark>(area: Area): area is Area & { value: number } => area.value !== null;

/** The areas in order, the highest first, those without a figure last; ties share their place. */
const orderOf = (results: AreaMark[]): (RankRow & { kind: 'area' })[] => {
  const ranked = results.filter(isRanked).sort((a, b) => b.value - a.value || a.label.localeCompare(b.label));
  const rows = ranked.map((area) => {
    const tied = ranked.filter(({ value }) => value === area.value).length > 1;
    const place = ranked.findIndex(({ value }) => value === area.value) + 1;
    return { kind: 'area' as const, place: `${tied ? '=' : ''}${place}`, area };
  });
  return [
    ...rows,
    ...results.filter((area) => !isRanked(area)).map((area) => ({ kind: 'area' as const, place: '', area }))
  ];
};

/** A window on the order: first and last three, chosen areas with two on each side, and gaps between. */
export const windowOf = (rows: (RankRow & { kind: 'area' })[]): RankRow[] => {
  const kept = rows.map(
    (row, i) =>
      i < 3 ||
      i >= rows.length - 3 ||
      [-2, -1, 0, 1, 2].some((step) => rows[i + step]?.area.slot !== undefined) ||
      row.area.value === null
  );
  const out: RankRow[] = [];
  rows.forEach((row, i) => {
    const last = out.at(-1);
    if (kept[i]) out.push(row);
    else if (last?.kind === 'gap') last.count++;
    else out.push({ kind: 'gap', count: 1 });
  });
  return out;
};

const quartilesOf = (values: number[]): { quartiles?: [number, number, number] } =>
  values.length < 8 ? {} : { quartiles: [0.25, 0.5, 0.75].map((p) => quantile(values, p)) as [number, number, number] };

export const referencesOf = (asked: Asked): RankSpec['references'] => {
  const region = asked.chosen[0] === undefined ? undefined : areaOf(asked.chosen[0]).region;
  return [
    { label: 'England', key: ENGLAND, slot: 'england' },
    ...(region ? [{ label: areaOf(region).name, key: region, slot: 'region' }] : [])
  ].flatMap(({ label, key, slot }) => {
    const value = figureOf(asked.slug, asked.variant, key, asked.period)?.value ?? null;
    const before = asked.since ? (figureOf(asked.slug, asked.variant, key, asked.since)?.value ?? null) : 0;
    return value === null || before === null ? [] : [{ label, value: value - before, slot }];
  });
};

const rankSpecOf = (asked: Asked, all = false): RankSpec => {
  const results = resultsOf(asked);
  const rows = orderOf(results);
  const ranked = results.filter(isRanked);
  const values = ranked.map(({ value }) => value);
  const highs = ranked.map(({ value, high }) => high ?? value);
  const lowest = Math.min(0, ...values);
  return {
    title: 'Ranked',
    description: 'What the figures say.',
    axisTitle: asked.axisTitle,
    dp: asked.dp,
    domain: asked.since ? [-niceTop(-lowest), niceTop(Math.max(...highs))] : [0, niceTop(Math.max(0, ...highs))],
    rows: all ? rows : windowOf(rows),
    strip: [...ranked]
      .sort((a, b) => a.value - b.value)
      .map(({ value, slot }) => ({ value, ...(slot === undefined ? {} : { slot }) })),
    references: values.length ? referencesOf(asked) : [],
    ...quartilesOf(values)
  };
};

const lookedAfter: Asked = {
  slug: 'looked-after',
  variant: 'rate',
  period: '2025',
  chosen: [],
  dp: 1,
  axisTitle: 'per 10,000 children, at 31 March 2025'
};

const longPlans: Asked = {
  slug: 'plans-of-two-years-or-more',
  variant: 'percent',
  period: '2025',
  chosen: [],
  dp: 1,
  axisTitle: '% of children on a plan, at 31 March 2025'
};

const suppressed = (asked: Asked): RankSpec => {
  const { title, description, axisTitle, dp, rows } = rankSpecOf(asked, true);
  const held = rows.filter((row) => row.kind === 'area' && row.area.value === null);
  return { title, description, axisTitle, dp, rows: held, strip: [], references: [], domain: [0, 1] };
};

/** The standing cases of the ranked chart. */
export const RANKS: Record<string, RankSpec> = {
  'one chosen': rankSpecOf({ ...lookedAfter, chosen: ['309'] }),
  'none chosen': rankSpecOf(lookedAfter),
  'long names chosen': rankSpecOf({ ...lookedAfter, chosen: ['839', '810', '330', '800', '896', '926'] }),
  'all suppressed': suppressed({ ...longPlans, chosen: ['943'] }),
  'zero and not published': rankSpecOf({ ...longPlans, chosen: ['309'] }),
  ties: rankSpecOf({
    slug: 'asylum-seeking-children',
    variant: 'number',
    period: '2025',
    chosen: ['309'],
    dp: 0,
    axisTitle: 'children, at 31 March 2025'
  }),
  'an ended authority': rankSpecOf({
    ...lookedAfter,
    period: '2018',
    chosen: ['835', '837'],
    axisTitle: 'per 10,000 children, at 31 March 2018'
  }),
  change: rankSpecOf({
    ...lookedAfter,
    since: '2008',
    chosen: ['309', '330'],
    axisTitle: 'change per 10,000 children, 31 March 2008 to 31 March 2025'
  }),
  'all rows': rankSpecOf({ ...lookedAfter, chosen: ['309', '839'] }, true)
};
