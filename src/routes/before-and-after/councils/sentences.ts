import { capital, formatNumber, inProse, list } from '#lib/domain/index.ts';
import {
  AUTHORITY_MEASURES,
  type AreaChange,
  type AuthorityMeasure,
  type BeforeAfter,
  type Followed
} from '#lib/statistics/before-after.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { DIRECTIONS, type Direction, type ComparedToAll } from '#lib/statistics/change.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { MEASURES, signedPercent, signedTenth } from '#lib/article/before-after-means.ts';

/** How many authorities went each way. */
export const tally = (directions: Direction[]): Record<Direction, number> =>
  Object.fromEntries(DIRECTIONS.map((each) => [each, directions.filter((one) => one === each).length])) as Record<
    Direction,
    number
  >;

/** Starts of the year to March 2008 against those to March 2010, with the rule. */
export const describeStarts = (authorities: AreaChange[]): string[] => {
  const both = authorities.flatMap(({ starts }) => starts ?? []);
  const { rose, fell, ...rest } = tally(both.map(({ direction }) => direction));
  return [
    `Not every council went the same way. Compare the years to 31 March 2008 and 2010. The number of children starting to be looked after was higher in ${rose} of the ${both.length} councils with both figures. It was lower in ${fell}, and in ${rest['did not change beyond rounding']} the difference was within rounding.`,
    'The rule: the figure for 2008 is rounded to 5, so the true one may be up to 2 children away, and that for 2010 is exact. Only a difference of more than 2 counts as higher or lower.'
  ];
};

/** Three years before against three after, for one measure. */
export const describeSides = (authorities: AreaChange[], measure: AuthorityMeasure): string => {
  const own = authorities.flatMap(({ sides }) => sides[measure] ?? []);
  const { rose, fell, ...rest } = tally(own.map(({ change }) => change.direction));
  return `${capital(MEASURES[measure].noun)}: higher in ${rose} of ${own.length} councils, no change beyond rounding in ${rest['did not change beyond rounding']}, lower in ${fell}.`;
};

/**
 * How many councils' changes lie outside the limits around that of all councils together, and what chance alone would give. Councils
 * are compared with their own sum, as their figures are first releases and England's are not.
 */
export const describeChance = (
  authorities: AreaChange[],
  together: BeforeAfter['together']['started'],
  englandPercent: number
): string[] => {
  const results = authorities.flatMap(({ comparedToAll }) => comparedToAll ?? []);
  const count = (level: 'near' | 'far', way: ComparedToAll) => results.filter((each) => each[level] === way).length;
  const outside = results.length - count('near', 'similar');
  const far = results.length - count('far', 'similar');
  const whole = formatNumber(Math.round(results.length / 20));
  return [
    `In the ${together.authorities} councils with all six years, added up, starts in the three years after were ${formatNumber(together.percent!, 1)}% higher than in the three before. That sum is what each is compared with, and not England’s ${signedTenth(englandPercent)}: councils’ starts and leavers of 2010 to 2017 are as first released, and England’s were revised upwards later.`,
    `If every council had changed as all did together and the rest were chance, about 1 in 20 would lie outside the 95% limits: some ${whole} of ${results.length}. In fact ${outside} do, ${count('near', 'higher')} above and ${count('near', 'lower')} below. Outside the 99.8% limits, where chance alone would hardly put one, there are ${far}.`,
    'So councils did differ by more than chance. The limits take children as coming one by one; brothers and sisters often come together, so real chance variation is a little wider than the limits show. And they do not say why a council differs.'
  ];
};

/** Authorities with the largest rises and falls in starts, in per cent. */
export const mostMoved = (authorities: AreaChange[], most: number): { up: AreaChange[]; down: AreaChange[] } => {
  const ranked = authorities
    .filter(({ key, sides }) => sides.started?.percent !== undefined && !TOO_SMALL.includes(key))
    .sort((a, b) => b.sides.started!.percent! - a.sides.started!.percent!);
  return { up: ranked.slice(0, most), down: ranked.slice(-most).reverse() };
};

/** Haringey followed through, with asylum-seeking children left in and taken out. */
export const describeHaringey = (years: Followed[]): string[] => {
  const at = (year: number) => years.find((each) => each.year === year)!;
  const whole = (year: number) => formatNumber(at(year).lookedAfter!.value);
  const without = (year: number) => formatNumber(at(year).without!.value);
  const asylum = (year: number) => formatNumber(at(year).asylum!.value);
  const started = (year: number) => formatNumber(at(year).started!.value);
  const fall = at(2006).lookedAfter!.value - at(2008).lookedAfter!.value;
  const ofAsylum = at(2006).asylum!.value - at(2008).asylum!.value;
  return [
    `Haringey, where Peter Connelly lived, looked after ${whole(2006)} children on 31 March 2006 and ${whole(2008)} on 31 March 2008. Of that fall of about ${formatNumber(fall)}, about ${formatNumber(ofAsylum)} was in unaccompanied asylum-seeking children (${asylum(2006)}, then ${asylum(2008)}). Without them the numbers are ${without(2006)} and ${without(2008)}.`,
    `After the verdicts the number was higher, with or without them: ${whole(2010)} on 31 March 2010, or ${without(2010)} without them. Starts were ${started(2008)} in the year to March 2008, ${started(2010)} in the year to March 2010 and ${started(2012)} in the year to March 2012. The number looked after was highest on 31 March 2011, at ${whole(2011)}.`,
    'Figures to 2009 are rounded to 5, as is the number of asylum-seeking children in 2010.'
  ];
};

/** The least and the most that an area's change in starts can have been before rounding, as a ratio. */
const startsRange = ({ sides: { started } }: AreaChange): { low: number; high: number } => {
  const { before, after } = started!;
  return {
    low: after.low / before.high,
    high: after.high / before.low
  };
};

/** The areas whose change in starts rounding does not tell apart from that of one of them, that one with them. */
const levelWith = (one: AreaChange, areas: AreaChange[]): AreaChange[] => {
  const { low, high } = startsRange(one);
  return areas.filter((each) => startsRange(each).low <= high && startsRange(each).high >= low);
};

/** What is said of London, whose starts are not published for some years as those of the City of London are held back. */
const londonSays = (london: AreaChange): string => {
  const hidden = london.suppressed?.find(({ measure }) => measure === 'started');
  if (!hidden) return '';
  const { low, high } = startsRange(london);
  const [least, most] = [low, high].map((ratio) => signedTenth((ratio - 1) * 100));
  return ` For London as a whole starts are not published for ${list(hidden.years.map(String))}, as those of ${list(hidden.authorities.map((name) => inProse({ name, level: 'Local authority' })))} are held back: from ${SUPPRESSED.least} to ${SUPPRESSED.most} children a year. Whatever they are, London’s starts changed by between ${least} and ${most}.`;
};

/** Fifths by deprivation and regions, in words. */
export const describeGroups = (fifths: AreaChange[], regions: AreaChange[], halves: readonly string[]): string[] => {
  const percent = (area: AreaChange, measure: AuthorityMeasure) => area.sides[measure]?.percent;
  const said = (area: AreaChange) => signedPercent(percent(area, 'started')!);
  const single = regions.filter(({ key }) => !halves.includes(key));
  const held = single.filter((each) => percent(each, 'started') !== undefined);
  const ranked = [...held].sort((a, b) => percent(b, 'started')! - percent(a, 'started')!);
  const [top, bottom] = [levelWith(ranked[0]!, ranked), levelWith(ranked.at(-1)!, ranked)];
  const named = (areas: AreaChange[]) =>
    list(areas.map((area) => `${inProse({ name: area.name, level: 'Regional' })} (${said(area)})`));
  const level =
    top.length > 1 || bottom.length > 1
      ? ' Rounding, of counts of regions to 10, does not tell apart those named together.'
      : '';
  const london = regions.find(({ name }) => name === 'London')!;
  return [
    `Of the regions with a figure, the change in starts was highest in ${named(top)}, and lowest in ${named(bottom)}.${level}${londonSays(london)}`,
    `By deprivation, starts changed by ${said(fifths[0]!)} in the fifth of councils that are least deprived and by ${said(fifths.at(-1)!)} in the most deprived. From the least to the most deprived fifth: ${list(fifths.map(said))}.`
  ];
};

/** The measures that a reader can choose. */
export const MEASURE_OPTIONS = AUTHORITY_MEASURES.map((key) => ({ key, label: MEASURES[key].title }));
