import { formatNumber } from '#lib/domain/index.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import type { AreaChange, AuthorityMeasure, Followed, ShownArea, ShownSides } from '#lib/statistics/before-after.ts';
import type { Count } from '#lib/statistics/change.ts';
import { signedPercent } from '#lib/article/before-after-means.ts';
import { mostMoved } from './sentences';

const count = (value: number): string => formatNumber(Math.round(value));

/** Two sides as three cells: the mean before, the mean after (or what is said of it), the change; or why there are none. */
const sidesCells = (own: ShownSides | undefined, why: string, after?: string): Cell[] =>
  own
    ? [
        count(own.before.value),
        after ?? count(own.after.value),
        {
          text: own.percent === undefined ? '–' : signedPercent(own.percent),
          note: own.change.direction === 'did not change beyond rounding' ? 'not beyond rounding' : ''
        }
      ]
    : [why, '–', '–'];

const comparedWithAll = ({ comparedToAll }: ShownArea): string => {
  if (!comparedToAll) return '–';
  if (comparedToAll.far !== 'similar') return `${comparedToAll.far}, beyond 99.8%`;
  return comparedToAll.near === 'similar' ? 'similar' : `${comparedToAll.near}, beyond 95%`;
};

/** Every authority, sorted by its change in starts; those without one last. */
export const councilsTable = (authorities: ShownArea[]): string => {
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
      'Against all councils',
      'Looked after before',
      'Looked after after',
      'Change'
    ],
    sorted.map((each) => {
      const why = each.why ?? 'no figure';
      return [
        each.name,
        ...sidesCells(each.sides.started, why),
        each.sides.started?.index ? count(each.sides.started.index.after) : '–',
        comparedWithAll(each),
        ...sidesCells(each.sides['looked-after'], why)
      ];
    })
  );
};

/** The councils whose starts moved most, up and down. */
export const movedTable = (authorities: AreaChange[]): string => {
  const { up, down } = mostMoved(authorities, 8);
  return simpleTable(
    'The largest rises and the largest falls in starts, mean of 2006–2008 and of 2010–2012',
    ['Council', 'Before', 'After', 'Change', 'Against all councils'],
    [...up, ...down].map((each) => [each.name, ...sidesCells(each.sides.started, '–'), comparedWithAll(each)])
  );
};

/** Regions, or councils by deprivation. A mean that a suppressed count leaves open is given as a range. */
export const groupTable = (caption: string, head: string, groups: (AreaChange & { label: string })[]): string =>
  simpleTable(
    caption,
    [head, 'Starts before', 'Starts after', 'Change', 'Looked after before', 'Looked after after', 'Change'],
    groups.map(({ label, sides, suppressed }) => {
      const range = (key: AuthorityMeasure): string | undefined => {
        const after = sides[key]?.after;
        const isOpen = suppressed?.some(({ measure }) => measure === key);
        return after && isOpen ? `${count(after.low)} to ${count(after.high)}` : undefined;
      };
      return [
        label,
        ...sidesCells(sides.started, 'no figure', range('started')),
        ...sidesCells(sides['looked-after'], 'not published', range('looked-after'))
      ];
    })
  );

const openCell = (each: Count | undefined): Cell => {
  if (!each) return 'no figure';
  if (each.low === each.high) return count(each.value);
  return { text: count(each.value), note: `${formatNumber(each.low)} to ${formatNumber(each.high)}` };
};

/** Haringey year by year, each figure with what rounding leaves open. */
export const haringeyTable = (years: Followed[]): string =>
  simpleTable(
    'Haringey, children looked after at 31 March and starts in the year',
    ['Year', 'Looked after', 'Asylum-seeking', 'Without them', 'Starts'],
    years.map(({ year, lookedAfter, asylum, without, started }) => [
      String(year),
      ...[lookedAfter, asylum, without, started].map(openCell)
    ])
  );
