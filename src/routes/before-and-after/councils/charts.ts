import type { Period } from '#lib/domain/index.ts';
import type { ChartLine, TimeSpec } from '#lib/figures/time/spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import type { FunnelSpec } from '#lib/figures/spread/spec.ts';
import type { RankSpec } from '#lib/figures/rank/spec.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import type { AreaChange, Followed } from '#lib/statistics/before-after.ts';
import { FAR, NEAR, limitsAround } from '#lib/statistics/change.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { signedPercent } from '#lib/article/before-after-means.ts';

/** How many steps a limit is drawn in over sizes. */
const STEPS = 30;

/** Haringey's children looked after, with asylum-seeking children and without. */
export const haringeySpec = (years: Followed[], description: string): TimeSpec => {
  const line = (id: 'lookedAfter' | 'without', label: string, look: Pick<ChartLine, 'slot' | 'dash'>): ChartLine => ({
    id,
    areaKey: '309',
    line: id,
    label,
    ...look,
    points: years.flatMap((each) => {
      const count = each[id];
      return count
        ? [
            {
              period: String(each.year) as Period,
              value: count.value,
              status: 'ok' as const,
              segment: 0,
              below: count.value - count.low,
              above: count.high - count.value,
              lineage: []
            }
          ]
        : [];
    })
  });
  return {
    title: 'Children looked after by Haringey, with asylum-seeking children and without',
    description,
    timing: 'at 31 March',
    dp: 0,
    axisTitle: 'children looked after at 31 March',
    periods: [String(years[0]!.year), String(years.at(-1)!.year)],
    top: axisTop(Math.max(...years.map(({ lookedAfter }) => lookedAfter?.value ?? 0)), 1),
    lines: [
      line('lookedAfter', 'all children looked after', { slot: 1, dash: 0 }),
      line('without', 'without asylum-seeking children', { slot: 2, dash: 1 })
    ],
    breaks: [{ lastBefore: '2009', firstAfter: '2010', notes: ['unrounded from 2010'], cut: false }],
    events: [
      { id: 'verdicts', date: '2008-11-11', label: 'Verdicts, Nov 2008', text: 'The verdicts' },
      { id: 'laming-report', date: '2009-03-12', label: 'Laming’s report, Mar 2009', text: 'Lord Laming’s report' }
    ]
  };
};

/** Changes in starts over the number before, with limits of chance around that of all councils together. */
export const funnelSpec = (
  authorities: AreaChange[],
  ratio: number,
  named: string[],
  description: string
): FunnelSpec => {
  const percent = (each: number): number => (each - 1) * 100;
  const points = authorities.flatMap(({ key, name, sides, comparedToAll }) => {
    const own = sides.started;
    if (TOO_SMALL.includes(key) || own?.percent === undefined || !comparedToAll) return [];
    const beyond =
      comparedToAll.far !== 'similar'
        ? (99.8 as const)
        : comparedToAll.near !== 'similar'
          ? (95 as const)
          : (0 as const);
    return [
      {
        key,
        label: name,
        value: own.percent,
        status: 'ok' as const,
        text: signedPercent(own.percent),
        size: own.before.value * 3,
        named: named.includes(key),
        beyond,
        ...(key === '309' ? { slot: 1 } : {})
      }
    ];
  });
  const sizes = points.map(({ size }) => size);
  const values = points.map(({ value }) => value);
  const [smallest, largest] = [Math.min(...sizes) * 0.9, Math.max(...sizes) * 1.05];
  const limits = ([95, 99.8] as const).map((level) => ({
    level,
    widened: false,
    points: Array.from({ length: STEPS + 1 }, (_, i) => {
      const size = (Math.sqrt(smallest) + ((Math.sqrt(largest) - Math.sqrt(smallest)) * i) / STEPS) ** 2;
      const { low, high } = limitsAround(ratio, size, level === 95 ? NEAR : FAR);
      return { size, low: percent(low), high: percent(high) };
    })
  }));
  return {
    kind: 'funnel',
    title: 'Change in starts, each council, with the limits of chance around that of all councils together',
    description,
    axisTitle: 'change in starts, 2006–2008 to 2010–2012, %',
    dp: 1,
    points,
    limits,
    centre: { label: 'All councils', value: percent(ratio) },
    sizeTitle: 'children starting in the three years 2006 to 2008',
    sizes: [smallest, largest],
    domain: [Math.floor(Math.min(...values) / 20) * 20, Math.ceil(Math.max(...values) / 20) * 20]
  };
};

/** Groups of areas in order of their change in starts, with that of all councils together. */
export const groupsSpec = (
  groups: (AreaChange & { label: string })[],
  ratio: number,
  words: { title: string; description: string }
): RankSpec => {
  const areas: AreaMark[] = groups.map(({ key, label, sides }) => {
    const percent = sides.started?.percent;
    return percent === undefined
      ? { key, label, value: null, status: 'unavailable', text: 'no figure' }
      : { key, label, value: percent, status: 'ok', text: signedPercent(percent) };
  });
  const values = areas.flatMap(({ value }) => value ?? []);
  return {
    ...words,
    axisTitle: 'change in starts, 2006–2008 to 2010–2012, %',
    dp: 0,
    domain: [Math.min(0, Math.floor(Math.min(...values) / 10) * 10), Math.ceil(Math.max(...values) / 10) * 10],
    rows: areas.map((area) => ({ kind: 'area', place: '', area })),
    strip: values.map((value) => ({ value })),
    references: [{ label: 'All councils', value: (ratio - 1) * 100, slot: 'england' }]
  };
};
