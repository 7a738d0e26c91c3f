import { LONDON, formatNumber, list } from '#lib/domain/index.ts';
import { prerenderTime, prerenderYear, toMarkup } from '#lib/figures/prerender.ts';
import { rankDrawing } from '#lib/figures/rank/drawing.ts';
import { spreadDrawing } from '#lib/figures/spread/drawing.ts';
import { drawSlope } from '#lib/figures/slope/draw.ts';
import { SLOPE_NARROW, SLOPE_WIDE } from '#lib/figures/slope/layout.ts';
import type { RankSpec } from '#lib/figures/rank/spec.ts';
import { readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import {
  AUTHORITY_MEASURES,
  SIDES,
  ratioOf,
  type AreaChange,
  type AuthorityMeasure,
  type BeforeAfter,
  type ShownArea,
  type ShownSides,
  type TwoSides
} from '#lib/statistics/before-after.ts';
import { percentBetween } from '#lib/statistics/change.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { lighten } from '../drawn';
import { funnelSpec, groupsSpec, haringeySpec } from './charts';
import { slopeSpec } from './spec';
import {
  describeChance,
  describeGroups,
  describeHaringey,
  mostMoved,
  describeSides,
  describeStarts
} from './sentences';
import { groupTable, haringeyTable, movedTable } from './tables';

const HARINGEY = '309';

/**
 * Councils among those with the largest falls in starts whose unaccompanied asylum-seeking children, on 31 March, were at least
 * 50 fewer in 2010 than in 2006; and those where they were as many more, which speak against it.
 */
const asylumSays = (authorities: AreaChange[]): string => {
  const rows = readTable('children_looked_after.csv').rows.filter((row) => row.geographic_level === 'Local authority');
  const at = (key: string, year: string): number =>
    Number(rows.find((row) => row.old_la_code === key && row.time_period === year)?.asylum_seeking_31_march);
  const changed = (is: (by: number) => boolean): string[] =>
    mostMoved(authorities, 8).down.flatMap(({ key, name }) => {
      const [before, after] = [at(key, '2006'), at(key, '2010')];
      return is(after - before) ? [`in ${name} from ${formatNumber(before)} to ${formatNumber(after)}`] : [];
    });
  const [fewer, more] = [changed((by) => by <= -50), changed((by) => by >= 50)];
  if (!fewer.length) return '';
  return `Some of the largest falls go with fewer unaccompanied asylum-seeking children. From 31 March 2006 to 2010 their number changed ${fewer.join(', ')}.${more.length ? ` Not all do: ${list(more)}.` : ''}`;
};

/** A ranked chart that stands beside another, in its narrow drawing alone. */
const narrowRank = (spec: RankSpec): { narrow: string } => ({ narrow: prerenderYear(rankDrawing(spec)).narrow });

const FIFTHS = ['Least deprived fifth', 'Second fifth', 'Third fifth', 'Fourth fifth', 'Most deprived fifth'];

/** England's own change in starts, in per cent, from the figures that the Department revised later. */
const englandPercent = (started: Yearly[]): number => {
  const sum = (years: readonly number[]): number =>
    started.reduce((total, { year, value }) => total + (years.includes(year) ? value : 0), 0);
  return percentBetween(sum(SIDES.before), sum(SIDES.after));
};

const digits = (value: number): number => Number(value.toPrecision(9));

/** What a page carries of two sides: enough digits for every number, drawing and comparison on it. */
const shownSides = ({ before, after, change, percent, index }: TwoSides): ShownSides => ({
  before: { value: digits(before.value) },
  after: { value: digits(after.value) },
  change: { direction: change.direction },
  ...(percent === undefined ? {} : { percent: digits(percent) }),
  ...(index ? { index: { before: digits(index.before), after: digits(index.after) } } : {})
});

const shownOf = ({ key, name, comparedToAll, why, sides }: AreaChange): ShownArea => ({
  key,
  name,
  ...(comparedToAll ? { comparedToAll } : {}),
  ...(why === undefined ? {} : { why }),
  sides: Object.fromEntries(Object.entries(sides).map(([measure, own]) => [measure, shownSides(own)]))
});

/** Everything that the chapter on councils shows. */
export const loadSection = () => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  const { authorities, together, haringey } = all;
  const ratio = ratioOf(together.started);
  const halves = [LONDON.inner, LONDON.outer];
  const regions = all.regions.map((each) => ({ ...each, label: each.name }));
  const fifths = all.fifths.map((each, i) => ({ ...each, label: FIFTHS[i]! }));
  const starts = describeStarts(authorities);
  const chance = describeChance(authorities, together.started, englandPercent(all.england.started));
  const groups = describeGroups(fifths, regions, halves);
  const followed = describeHaringey(haringey);
  const { up, down } = mostMoved(authorities, 4);
  const slope = slopeSpec(authorities, together.started, 'started', 'index', [HARINGEY], starts.join(' '));
  const ranked = [...regions].sort(
    (a, b) => (b.sides.started?.percent ?? -Infinity) - (a.sides.started?.percent ?? -Infinity)
  );
  return {
    picker: {
      together: Object.fromEntries(
        AUTHORITY_MEASURES.map((measure) => [measure, shownSides(together[measure])])
      ) as Record<AuthorityMeasure, ShownSides>,
      authorities: authorities.map(shownOf)
    },
    starts,
    sides: AUTHORITY_MEASURES.map((measure) => describeSides(authorities, measure)),
    chance: [...chance, asylumSays(authorities)].filter(Boolean),
    groups,
    haringey: followed,
    missing: authorities
      .filter(({ sides }) => !sides.started)
      .map(({ name, why }) => ({ name, why: why ?? 'a figure is not held' })),
    drawings: lighten({
      slope: {
        narrow: toMarkup((document) => drawSlope(slope, SLOPE_NARROW, document)),
        wide: toMarkup((document) => drawSlope(slope, SLOPE_WIDE, document))
      },
      funnel: prerenderYear(
        spreadDrawing(
          funnelSpec(authorities, ratio, [HARINGEY, ...[...up, ...down].map(({ key }) => key)], chance.join(' '))
        )
      ),
      regions: narrowRank(groupsSpec(ranked, ratio, { title: 'Change in starts by region', description: groups[0]! })),
      fifths: narrowRank(
        groupsSpec(fifths, ratio, { title: 'Change in starts by deprivation', description: groups[1]! })
      ),
      haringey: prerenderTime(haringeySpec(haringey, followed.join(' ')))
    }),
    tables: {
      moved: movedTable(authorities),
      regions: groupTable('Regions, means of 2006–2008 and 2010–2012', 'Region', regions),
      fifths: groupTable('Councils by deprivation, sums of means of 2006–2008 and 2010–2012', 'Fifth', fifths),
      haringey: haringeyTable(haringey)
    }
  };
};

export type CouncilsData = ReturnType<typeof loadSection>;
