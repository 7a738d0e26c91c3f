import { formatNumber } from '#lib/domain/index.ts';
import {
  AUTHORITY_MEASURES,
  SIDES,
  type AreaChange,
  type AuthorityMeasure,
  type TwoSides
} from '#lib/statistics/before-after.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { DIRECTIONS, type Direction } from '#lib/statistics/change.ts';
import { numberOf } from '../../../read/rows.ts';
import { rowsOf } from '../../../read/table.ts';
import { formatCount, signedPercent, withRounding, type Source } from './source.ts';

const tally = (directions: Direction[]): string =>
  `${DIRECTIONS.map((each) => `${each} in ${directions.filter((one) => one === each).length}`).join(', ')}, of ${directions.length}`;

/** How many councils went each way from the year to March 2008 to that to March 2010. */
export const startsLine = ({ all }: Source): string =>
  `Starts, year to March 2008 to year to March 2010: ${tally(all.authorities.flatMap(({ starts }) => starts?.direction ?? []))} councils`;

const sides = (own: TwoSides | undefined, isOpen = false): string => {
  if (!own) return 'no figure';
  const percent = own.percent === undefined ? '' : ` (${signedPercent(own.percent)})`;
  const within = own.change.direction === 'did not change beyond rounding' ? ', not beyond rounding' : '';
  const after = isOpen
    ? `${formatCount(own.after.low)} to ${formatCount(own.after.high)}`
    : formatCount(own.after.value);
  return `${formatCount(own.before.value)} to ${after}${percent}${within}`;
};

/** What counts that are held back leave open of an area's change in starts. */
const openLine = ({ sides: { started }, suppressed }: AreaChange): string | undefined => {
  const hidden = suppressed?.find(({ measure }) => measure === 'started');
  if (!started || !hidden) return undefined;
  const ends = [started.after.low / started.before.high, started.after.high / started.before.low];
  const [least, most] = ends.map((ratio) => `+${formatNumber((ratio - 1) * 100, 1)}%`);
  return `${hidden.authorities.join(', ')} held back in ${hidden.years.join(' and ')}, ${SUPPRESSED.least} to ${SUPPRESSED.most} children a year: between ${least} and ${most}`;
};

/** What is said of an area: its two sides, measure by measure. */
export const areaLine = (area: AreaChange): string => {
  const { name, sides: own, comparedToAll, suppressed, why } = area;
  const isOpen = (key: AuthorityMeasure) => suppressed?.some(({ measure }) => measure === key) ?? false;
  const beyond =
    comparedToAll && (comparedToAll.far !== 'similar' ? `${comparedToAll.far}, beyond 99.8%` : comparedToAll.near);
  const index = own.started?.index && `index after ${formatCount(own.started.index.after)}`;
  const said = [
    `starts ${sides(own.started, isOpen('started'))}`,
    openLine(area),
    index,
    beyond,
    `looked after ${sides(own['looked-after'], isOpen('looked-after'))}`,
    why
  ];
  return `  ${name}: ${said.filter(Boolean).join('; ')}`;
};

const englandPercent = ({ england }: Source['all']): number => {
  const sum = (years: readonly number[]) =>
    england.started.reduce((total, { year, value }) => total + (years.includes(year) ? value : 0), 0);
  return (sum(SIDES.after) / sum(SIDES.before) - 1) * 100;
};

/** What chance allows among councils. */
export const chance = ({ all }: Source): string[] => {
  const results = all.authorities.flatMap(({ comparedToAll }) => comparedToAll ?? []);
  const count = (level: 'near' | 'far', way: string) => results.filter((each) => each[level] === way).length;
  const [above, below] = [count('near', 'higher'), count('near', 'lower')];
  return [
    ...AUTHORITY_MEASURES.map((measure) => {
      const { percent, authorities } = all.together[measure];
      return `All ${authorities} councils together, ${measure}, three years after against three before: ${formatNumber(percent!, 1)}%, ${signedPercent(percent!)}`;
    }),
    `England’s starts, revised later: ${formatNumber(englandPercent(all), 1)}%`,
    `Outside the 95% limits: ${above + below} of ${results.length}, ${above} above and ${below} below; by chance alone 1 in 20: ${formatCount(results.length / 20)}`,
    `Outside the 99.8% limits: ${count('far', 'higher') + count('far', 'lower')}`
  ];
};

/** Unaccompanied asylum-seeking children in 2006 and 2010 in the eight councils with the largest falls in starts. */
const asylum = ({ tables, all }: Source): string[] => {
  const rows = rowsOf(tables, 'children_looked_after.csv').filter((row) => row.geographic_level === 'Local authority');
  const at = (code: string, year: string) =>
    numberOf(rows.find((row) => row.old_la_code === code && row.time_period === year)?.asylum_seeking_31_march);
  const percent = ({ sides: own }: AreaChange) => own.started?.percent ?? Infinity;
  return [...all.authorities]
    .sort((a, b) => percent(a) - percent(b))
    .slice(0, 8)
    .map(({ key, name }) => `  ${name}: ${at(key, '2006') ?? 'no figure'}, ${at(key, '2010') ?? 'no figure'}`);
};

const haringey = ({ all }: Source): string[] => {
  const [first, last] = [2006, 2008].map((year) => all.haringey.find((each) => each.year === year)!);
  const fall = first!.lookedAfter!.value - last!.lookedAfter!.value;
  return [
    ...all.haringey.map(({ year, ...own }) => {
      const said = (['lookedAfter', 'asylum', 'without', 'started'] as const).map((key) => {
        const count = own[key];
        return count ? withRounding(count) : 'no figure';
      });
      return `  ${year}: ${said.join('; ')}`;
    }),
    `  fall from 2006 to 2008: ${fall}, of it in asylum-seeking children ${first!.asylum!.value - last!.asylum!.value}`
  ];
};

const directionsOf = ({ all }: Source, measure: AuthorityMeasure): Direction[] =>
  all.authorities.flatMap(({ sides: own }) => own[measure]?.change.direction ?? []);

/** How many councils are higher and lower by the means of three years, of a measure. */
export const sidesLine = (source: Source, measure: AuthorityMeasure): string =>
  `  ${measure}: ${tally(directionsOf(source, measure))} councils`;

/** Council by council: how many councils went each way, what chance allows, Haringey, regions and fifths, and every council. */
export const listCouncils = (source: Source): string[] => {
  const { authorities, regions, fifths } = source.all;
  return [
    startsLine(source),
    '  figures to 2009 are rounded to 5, so within 2 of the true ones, as children are whole',
    `Means of ${SIDES.before.join(', ')} and of ${SIDES.after.join(', ')}:`,
    ...AUTHORITY_MEASURES.map((measure) => sidesLine(source, measure)),
    ...chance(source),
    'Asylum-seeking children, 31 March 2006 and 2010, in the eight councils where starts fell most:',
    ...asylum(source),
    'Haringey: looked after, asylum-seeking, without them, starts:',
    ...haringey(source),
    'Regions:',
    ...regions.map(areaLine),
    'Councils by deprivation, fifths, 1 the least deprived:',
    ...fifths.map((each) => `${areaLine(each)}; ${each.authorities} councils`),
    `All ${authorities.length} councils; ${authorities.filter(({ sides: own }) => !own.started).length} without all six years of starts:`,
    ...authorities.map(areaLine)
  ];
};
