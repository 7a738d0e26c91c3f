import { LONDON, formatNumber, list } from '$lib/domain';
import { prerenderRank, prerenderSpread, prerenderTime, toMarkup } from '$lib/charts/prerender';
import { drawSlope } from '$lib/charts/slope';
import { SLOPE_NARROW, SLOPE_WIDE } from '$lib/charts/slope-layout';
import { simpleTable, type Cell } from '$lib/components/simple-table';
import type { RankSpec } from '$lib/charts/standing';
import { readPublished } from '$lib/server/published';
import { readTable } from '$lib/server/tables';
import {
  AUTHORITY_MEASURES,
  type AreaChange,
  type AuthorityMeasure,
  type BeforeAfter,
  type TwoSides
} from '$lib/statistics/before-after';
import type { Count } from '$lib/statistics/change';
import { englandSides } from '$lib/views/england-sides';
import { signedPercent } from '$lib/views/two-sides';
import type { MadePart } from '../shelf';
import { funnelSpec, groupsSpec, haringeySpec } from './charts';
import { slopeSpec } from './spec';
import { chanceSays, groupsSay, haringeySays, mostMoved, sidesSay, startsSay } from './words';

const HARINGEY = '309';

const count = (value: number): string => formatNumber(Math.round(value));

/** A mean; as a range where a count that is held back leaves it open by a whole child or more. */
const mean = ({ value, low, high }: Count, isOpen: boolean): string =>
  isOpen ? `${count(low)} to ${count(high)}` : count(value);

const sidesCells = (own: TwoSides | undefined, why: string, isOpen = false): Cell[] =>
  own
    ? [
        count(own.before.value),
        mean(own.after, isOpen),
        {
          text: own.percent === undefined ? '–' : signedPercent(own.percent),
          note: own.change.direction === 'did not change beyond rounding' ? 'not beyond rounding' : ''
        }
      ]
    : [why, '–', '–'];

const standingWords = ({ standing }: AreaChange): string => {
  if (!standing) return '–';
  if (standing.far !== 'similar') return `${standing.far}, beyond 99.8%`;
  return standing.near === 'similar' ? 'similar' : `${standing.near}, beyond 95%`;
};

/** Every authority, sorted by its change in starts; those without one last. */
const allTable = (authorities: AreaChange[]): string => {
  const sorted = [...authorities].sort(
    (a, b) => (b.sides.started?.percent ?? -Infinity) - (a.sides.started?.percent ?? -Infinity)
  );
  return simpleTable(
    'Each council, in order of the change in starts: means of 2006–2008 and 2010–2012',
    [
      'Council',
      'Starts before',
      'Starts after',
      'Change',
      'Index after (year to March 2008 = 100)',
      'Beside England',
      'Looked after before',
      'Looked after after',
      'Change'
    ],
    sorted.map((each) => {
      const why = each.why ?? 'not held';
      return [
        each.name,
        ...sidesCells(each.sides.started, why),
        each.sides.started?.index ? count(each.sides.started.index.after) : '–',
        standingWords(each),
        ...sidesCells(each.sides['looked-after'], why)
      ];
    })
  );
};

const movedTable = (authorities: AreaChange[]): string => {
  const { up, down } = mostMoved(authorities, 8);
  return simpleTable(
    'The largest rises and the largest falls in starts, mean of 2006–2008 and of 2010–2012',
    ['Council', 'Before', 'After', 'Change', 'Beside England'],
    [...up, ...down].map((each) => [each.name, ...sidesCells(each.sides.started, '–'), standingWords(each)])
  );
};

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
  return `Some of the largest falls go with fewer unaccompanied asylum-seeking children on 31 March 2010 than on 31 March 2006: ${fewer.join(', ')}.${more.length ? ` Not all do: ${list(more)}.` : ''}`;
};

const groupTable = (caption: string, head: string, groups: (AreaChange & { label: string })[]): string =>
  simpleTable(
    caption,
    [head, 'Starts before', 'Starts after', 'Change', 'Looked after before', 'Looked after after', 'Change'],
    groups.map(({ label, sides, suppressed }) => {
      const isOpen = (key: AuthorityMeasure) => suppressed?.some(({ measure }) => measure === key) ?? false;
      return [
        label,
        ...sidesCells(sides.started, 'not held', isOpen('started')),
        ...sidesCells(sides['looked-after'], 'not published', isOpen('looked-after'))
      ];
    })
  );

/** A ranked chart that stands beside another, in its narrow drawing alone. */
const narrowRank = (spec: RankSpec): { narrow: string } => ({ narrow: prerenderRank(spec).narrow });

const FIFTHS = ['Least deprived fifth', 'Second fifth', 'Third fifth', 'Fourth fifth', 'Most deprived fifth'];

/** What the section on all authorities sends with the page, and what it puts into the page's markup. */
export const makeEverywhere = () => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  const { authorities, ratio, haringey } = all;
  const england = Object.fromEntries(
    AUTHORITY_MEASURES.map((measure) => [measure, englandSides(all, measure)])
  ) as Record<AuthorityMeasure, TwoSides>;
  const halves = [LONDON.inner, LONDON.outer];
  const regions = all.regions.map((each) => ({ ...each, label: each.name }));
  const fifths = all.fifths.map((each, i) => ({ ...each, label: FIFTHS[i]! }));
  const starts = startsSay(authorities);
  const chance = chanceSays(authorities, ratio);
  const groups = groupsSay(fifths, regions, halves);
  const followed = haringeySays(haringey);
  const { up, down } = mostMoved(authorities, 4);
  const slope = slopeSpec(authorities, england.started, 'started', 'index', [HARINGEY], starts.join(' '));
  const ranked = [...regions].sort(
    (a, b) => (b.sides.started?.percent ?? -Infinity) - (a.sides.started?.percent ?? -Infinity)
  );
  const missing = authorities.filter(({ sides }) => !sides.started);
  const made: MadePart = {
    drawings: {
      slope: {
        narrow: toMarkup((document) => drawSlope(slope, SLOPE_NARROW, document)),
        wide: toMarkup((document) => drawSlope(slope, SLOPE_WIDE, document))
      },
      funnel: prerenderSpread(
        funnelSpec(authorities, ratio, [HARINGEY, ...[...up, ...down].map(({ key }) => key)], chance.join(' '))
      ),
      regions: narrowRank(groupsSpec(ranked, ratio, { title: 'Change in starts by region', description: groups[0]! })),
      fifths: narrowRank(
        groupsSpec(fifths, ratio, { title: 'Change in starts by deprivation', description: groups[1]! })
      ),
      haringey: prerenderTime(haringeySpec(haringey, followed.join(' ')))
    },
    tables: {
      authorities: allTable(authorities),
      moved: movedTable(authorities),
      regions: groupTable('Regions, means of 2006–2008 and 2010–2012', 'Region', regions),
      fifths: groupTable('Councils by deprivation, sums of means of 2006–2008 and 2010–2012', 'Fifth', fifths),
      haringey: simpleTable(
        'Haringey, children looked after at 31 March and starts in the year',
        ['Year', 'Looked after', 'Asylum-seeking', 'Without them', 'Starts'],
        haringey.map(({ year, lookedAfter, asylum, without, started }) => {
          const cell = (each: Count | undefined): Cell => {
            if (!each) return 'not held';
            return each.low < each.high
              ? { text: count(each.value), note: `${formatNumber(each.low)} to ${formatNumber(each.high)}` }
              : count(each.value);
          };
          return [String(year), cell(lookedAfter), cell(asylum), cell(without), cell(started)];
        })
      )
    }
  };
  return {
    data: {
      picker: { england, authorities },
      starts,
      sides: AUTHORITY_MEASURES.map((measure) => sidesSay(authorities, measure)),
      chance: [...chance, asylumSays(authorities)].filter(Boolean),
      groups,
      haringey: followed,
      missing: missing.map(({ name, why }) => ({ name, why: why ?? 'a figure is not held' })),
      total: authorities.length,
      keys: authorities.map(({ key }) => key)
    },
    made
  };
};

export type EverywhereData = ReturnType<typeof makeEverywhere>['data'];
export type PickerData = EverywhereData['picker'];
