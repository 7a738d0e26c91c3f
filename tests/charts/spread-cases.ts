import { ENGLAND } from '#lib/domain/index.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { DistributionSpec, FunnelSpec, Limits, SpreadSpec } from '#lib/figures/spread/spec.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import { figureOf, isRanked, referencesOf, resultsOf, type Asked } from './rank-cases.ts';

/*
 * What the drawings of a spread show, made from the series files as plainly as can be. The limits are the normal
 * approximation: the drawings are under test here, not the statistics.
 */

interface Based extends Asked {
  /** What the figure is out of: the number of this measure, of the year before or of the same. */
  base: { slug: string; lag: 0 | 1; title: string };
  /** 10,000 for rates, 100 for percentages. */
  times: number;
  /** Spread between areas beyond chance, in the unit of the figure. */
  spread: number;
}

const Z = { 95: 1.959964, 99.8: 3.090232 } as const;

const sizeOf = ({ base, period }: Based, key: string): number =>
  figureOf(base.slug, 'number', key, String(Number(period) - base.lag))?.value ?? NaN;

const funnelOf = (asked: Based): FunnelSpec => {
  const centre = figureOf(asked.slug, asked.variant, ENGLAND, asked.period)!.value!;
  const share = centre / asked.times;
  const variance = (size: number): number => (asked.times ** 2 * share * (asked.times === 100 ? 1 - share : 1)) / size;
  const half = (size: number, level: 95 | 99.8, widened: boolean): number =>
    Z[level] * Math.sqrt(variance(size) + (widened ? asked.spread ** 2 : 0));
  const beyond = (area: AreaMark, size: number): 0 | 95 | 99.8 => {
    const away = Math.abs((area.value ?? centre) - centre);
    return away > half(size, 99.8, false) ? 99.8 : away > half(size, 95, false) ? 95 : 0;
  };
  const points = resultsOf(asked).flatMap((area) => {
    const size = sizeOf(asked, area.key);
    if (!Number.isFinite(size)) return [];
    const far = area.value !== null && Math.abs(area.value - centre) > half(size, 99.8, true);
    return [{ ...area, size, named: area.slot !== undefined || far, beyond: beyond(area, size) }];
  });
  const largest = Math.max(...points.map(({ size }) => size)) * 1.04;
  const smallest = Math.min(...points.map(({ size }) => size)) * 0.8;
  const limits = ([95, 99.8] as const).flatMap((level) =>
    [false, true].map((widened): Limits => ({
      level,
      widened,
      points: Array.from({ length: 60 }, (_, i) => {
        const size = (Math.sqrt(smallest) + (i / 59) * (Math.sqrt(largest) - Math.sqrt(smallest))) ** 2;
        const by = half(size, level, widened);
        return { size, low: centre - by, high: centre + by };
      })
    }))
  );
  return {
    kind: 'funnel',
    title: 'Spread',
    description: 'What the figures say.',
    axisTitle: asked.axisTitle,
    dp: asked.dp,
    points,
    limits,
    centre: { label: 'England', value: centre },
    sizeTitle: asked.base.title,
    sizes: [smallest, largest],
    domain: [0, niceTop(Math.max(...points.map(({ value }) => value ?? 0)) * 1.05)]
  };
};

const distributionOf = (asked: Asked): DistributionSpec => {
  const points = resultsOf(asked).map((area) => ({ ...area, named: area.slot !== undefined }));
  const values = points.filter(isRanked).map(({ value }) => value);
  return {
    kind: 'distribution',
    title: 'Spread',
    description: 'What the figures say.',
    axisTitle: asked.axisTitle,
    dp: asked.dp,
    points,
    references: values.length ? referencesOf(asked) : [],
    ...(values.length < 8
      ? {}
      : { quartiles: [0.25, 0.5, 0.75].map((p) => quantile(values, p)) as [number, number, number] }),
    domain: values.length ? [Math.floor(Math.min(...values) - 1), Math.ceil(Math.max(...values) + 1)] : [0, 1]
  };
};

const children = { slug: 'children', lag: 1, title: 'children aged 0 to 17 in the area' } as const;

const lookedAfter: Based = {
  slug: 'looked-after',
  variant: 'rate',
  period: '2025',
  chosen: [],
  dp: 1,
  axisTitle: 'per 10,000 children, at 31 March 2025',
  base: children,
  times: 10_000,
  spread: 22
};

const longPlans: Based = {
  slug: 'plans-of-two-years-or-more',
  variant: 'percent',
  period: '2025',
  chosen: [],
  dp: 1,
  axisTitle: '% of children on a plan, at 31 March 2025',
  base: { slug: 'child-protection-plans', lag: 0, title: 'children on a plan' },
  times: 100,
  spread: 1.2
};

const caseload: Asked = {
  slug: 'caseload',
  variant: 'average',
  period: '2025',
  chosen: [],
  dp: 1,
  axisTitle: 'children and young people per social worker, 30 September 2025'
};

const hide = <T extends AreaMark>(areas: T[]): T[] =>
  areas.map(({ low: _, high: __, ...area }) => ({
    ...area,
    value: null,
    status: 'suppressed',
    text: 'not published'
  })) as unknown as T[];

const without = funnelOf({ ...longPlans, chosen: ['943'] });

/** The standing cases of the spread. */
export const SPREADS: Record<string, SpreadSpec> = {
  'a rate, one chosen': funnelOf({ ...lookedAfter, chosen: ['309'] }),
  'a rate, none chosen': funnelOf(lookedAfter),
  'a rate, six with long names': funnelOf({ ...lookedAfter, chosen: ['839', '810', '330', '800', '896', '926'] }),
  'a rate, near each other': funnelOf({ ...lookedAfter, chosen: ['309', '203', '205', '204', '210', '304'] }),
  'a rate, an ended authority': funnelOf({
    ...lookedAfter,
    period: '2018',
    chosen: ['835', '837'],
    axisTitle: 'per 10,000 children, at 31 March 2018'
  }),
  'a percentage, chosen not published': funnelOf({ ...longPlans, chosen: ['309', '881'] }),
  'all suppressed': { ...without, points: hide(without.points) },
  'an average, two chosen': distributionOf({ ...caseload, chosen: ['309', '839'] }),
  'an average, six chosen': distributionOf({ ...caseload, chosen: ['839', '810', '330', '800', '896', '926'] }),
  'an average, none chosen': distributionOf(caseload),
  'an average, all suppressed': {
    ...distributionOf(caseload),
    points: hide(distributionOf(caseload).points),
    references: []
  }
};
