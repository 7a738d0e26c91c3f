import {
  capital,
  formatNumber,
  formatPeriod,
  inProse,
  inSentence,
  isOpen,
  list,
  round,
  type Period,
  type Variant,
  formatSigned
} from '#lib/domain/index.ts';
import { isSame, type Change } from '#lib/series/compare.ts';
import { placeWords } from '#lib/statistics/rank.ts';
import {
  possessive,
  describeChance,
  describeLevel,
  describeNoDifference,
  describeMissing,
  type Sentence
} from '#lib/figures/time/sentences.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { ordered, type AreaResult } from './area-result.ts';
import type { YearPicture } from './picture.ts';

const QUARTERS = ['lowest', 'lower middle', 'upper middle', 'highest'] as const;

const word = (picture: YearPicture): string => picture.line?.label.toLowerCase() ?? '';

/** The figure with its unit, short: "67.1 per 10,000 children", "22.5%", "1,204". */
const withUnit = ({ variant, unitLabel, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : variant.key === 'rate' ? ` ${unitLabel}` : ''}`;

const plain = ({ variant, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : ''}`;

const points = (variant: Variant): string => (variant.key === 'percent' ? ' percentage points' : '');

/** The places that share an end of the order: their names, or how many they are. */
const namesOf = (results: AreaResult[]): string =>
  results.length > 3 ? `${results.length} authorities` : list(results.map(({ area: of }) => inProse(of)));

const atEnd = (picture: YearPicture, end: 'low' | 'high'): { value: number; names: string } => {
  const values = picture.ranked.map((result) => ordered(result, picture.since)!);
  const value = end === 'low' ? Math.min(...values) : Math.max(...values);
  return {
    value,
    names: namesOf(picture.ranked.filter((result) => ordered(result, picture.since) === value))
  };
};

const counted = (many: number): string => (many === 1 ? '1 authority' : `${formatNumber(many)} authorities`);

/** How the figures of all ranked authorities lie: both ends and the middle half. */
const range = (picture: YearPicture): string => {
  const { ranked, quartiles, dp } = picture;
  if (!ranked.length)
    return `${capital(inSentence(picture.year, picture.variant.timing))}, no authority has a figure to show.`;
  const [low, high] = [atEnd(picture, 'low'), atEnd(picture, 'high')];
  const what = picture.line ? `${picture.measure.title} (${word(picture)})` : picture.measure.title;
  const start = `${capital(inSentence(picture.year, picture.variant.timing))}, the figures of ${counted(ranked.length)}`;
  if (low.value === high.value) return `${what}. ${start} were all ${withUnit(picture, low.value)}.`;
  const half = quartiles
    ? `; the middle half lay between ${plain(picture, round(quartiles[0], dp))} and ${plain(picture, round(quartiles[2], dp))}`
    : '';
  return `${what}. ${start} ran from ${plain(picture, low.value)} (${low.names}) to ${withUnit(picture, high.value)} (${high.names})${half}.`;
};

/** How many moved which way since the earlier period, as far as rounding lets it be said. */
const moves = (picture: YearPicture): string => {
  const { ranked, since, year, variant } = picture;
  const title = picture.line ? `${picture.measure.title} (${word(picture)})` : picture.measure.title;
  const span = `${title}. From ${formatPeriod(since!)} to ${formatPeriod(year)}`;
  if (!ranked.length) return `${span}, no authority has two figures that can be compared.`;
  const sure = ranked.filter(({ change }) => change!.beyondRounding && change!.by !== 0);
  const rose = sure.filter(({ change }) => change!.by > 0).length;
  const fell = sure.length - rose;
  const [low, high] = [atEnd(picture, 'low'), atEnd(picture, 'high')];
  const ends =
    low.value === high.value
      ? ''
      : ` The changes ran from ${formatSigned(low.value, picture.dp)} (${low.names}) to ${formatSigned(high.value, picture.dp)}${points(variant)} (${high.names}).`;
  return `${span}, of ${counted(ranked.length)} with two figures that can be compared, ${rose} rose, ${fell} fell and ${ranked.length - rose - fell} did not change beyond rounding.${ends}`;
};

/** What the chance limits say of all authorities together, with how many would lie outside by chance alone. */
const limits = (picture: YearPicture): string[] => {
  if (!picture.kind)
    return [
      picture.variant.key === 'number'
        ? 'Numbers follow the size of an area, so no limits of chance are drawn around England’s.'
        : 'What these figures are out of is not held here, so no limits of chance can be worked out; each dot is an authority.'
    ];
  const tested = picture.ranked.filter(({ against }) => against?.side);
  if (!tested.length) return [];
  const above = tested.filter(({ against }) => against!.side === 'higher').length;
  const below = tested.filter(({ against }) => against!.side === 'lower').length;
  const expected = Math.round(tested.length * 0.05);
  const out = [
    `Of ${counted(tested.length)}, ${above} lie above the 95% limits around England’s figure and ${below} below them, after rounding is allowed for; by chance alone about ${expected} would lie outside.`
  ];
  const { dispersion } = picture;
  if (dispersion?.kind === 'dispersed')
    out.push(
      `So authorities differ by more than chance. The wider limits allow for that: they are drawn with a standard deviation between authorities of ${formatNumber(dispersion.tau, 1)}${picture.variant.key === 'percent' ? ' percentage points' : ' per 10,000'}.`
    );
  return out;
};

/** Who is not ranked, and why. */
const apart = (picture: YearPicture): string[] => {
  const small = picture.unranked.filter(({ area: of }) => TOO_SMALL.includes(of.key));
  const rest = picture.unranked.filter(({ area: of }) => !TOO_SMALL.includes(of.key));
  const out: string[] = [];
  if (small.length)
    out.push(
      `Not ranked, as their few children make a figure mean little: ${list(small.map(({ area: of }) => inProse(of)))}.`
    );
  if (rest.length) {
    const why = picture.since === undefined ? 'No figure to rank' : 'No two figures that can be compared';
    out.push(`${why}: ${rest.length > 6 ? counted(rest.length) : list(rest.map(({ area: of }) => inProse(of)))}.`);
  }
  if (picture.unpublished)
    out.push(
      `${picture.unpublished === 1 ? 'One of these has a figure that is' : `Figures of ${formatNumber(picture.unpublished)} of these are`} not published because ${picture.unpublished === 1 ? 'it stands' : 'they stand'} for 1 to ${SUPPRESSED.most} children. So a place is given as a range where it depends on them.`
    );
  return out;
};

/** ", in the lower middle quarter", ", in the lowest or the lower middle quarter". */
const quarterWords = ({ quartile, quarters }: AreaResult): string => {
  const [least, most] = quarters ?? [quartile, quartile];
  if (least === undefined || most === undefined) return '';
  const names = QUARTERS.slice(least - 1, most);
  return names.length === QUARTERS.length ? '' : `, in the ${names.join(' or the ')} quarter`;
};

const place = (picture: YearPicture, result: AreaResult): string | undefined => {
  const { rank } = result;
  if (!rank) return undefined;
  const from = picture.order === 'low' ? 'lowest' : 'highest';
  return `Counted from the ${from}, that is ${placeWords(rank)}${quarterWords(result)}.`;
};

const againstEngland = (picture: YearPicture, result: AreaResult): string | undefined => {
  const { against, area: of, point } = result;
  if (!against || !picture.england || picture.since !== undefined) return undefined;
  const what = `England’s figure was ${plain(picture, picture.england.point.value!)}`;
  const own = possessive(inProse(of));
  if (isSame(against)) return `${what}: the same.`;
  const none = describeNoDifference(against);
  if (none) return `${what}: ${own} was ${none}.`;
  const similar = against.side === 'similar' ? 'similar, ' : '';
  return `${what}: ${own} was ${similar}${against.by > 0 ? 'higher' : 'lower'} by ${formatNumber(Math.abs(against.by), picture.dp)}${points(picture.variant)}${describeChance(against.side, isOpen(point))}.`;
};

/** How a figure moved since an earlier period, or that it cannot be compared. */
const describeChange = (picture: YearPicture, since: Period, change: Change | undefined): string => {
  const { variant, dp } = picture;
  if (!change) return `It cannot be compared with ${formatPeriod(since)}.`;
  const then = inSentence(since, variant.timing);
  const before = plain(picture, change.from.value!);
  const none = describeMissing(change, {
    same: `the same as ${then}`,
    within: `within rounding of the figure ${then} (${before})`,
    nearly: `nearly the same as ${then} (${before})`
  });
  const way = change.by > 0 ? 'a rise' : 'a fall';
  return `That is ${none ?? `${way} of ${formatNumber(Math.abs(change.by), dp)}${points(variant)} from ${before} ${then}`}.`;
};

/** What is said of one area: its figure, its change where that was asked for, its place, and how it stands to England. */
export const describeResult = (picture: YearPicture, result: AreaResult): string => {
  const { area: of, point, change } = result;
  const { variant, since } = picture;
  if (point.value === null)
    return `For ${inProse(of)} there is no figure ${inSentence(picture.year, variant.timing)} to show.`;
  const parts = [describeLevel(variant, of, word(picture), point.period, point.value)];
  if (since !== undefined) parts.push(describeChange(picture, since, change));
  return [...parts, place(picture, result), againstEngland(picture, result)].filter(Boolean).join(' ');
};

/** The sentences of a view of one period: the areas marked, England, then all authorities together. */
export const describeYear = (picture: YearPicture): Sentence[] => {
  const marked = [...picture.ranked, ...picture.unranked, ...picture.regions]
    .filter(({ slot }) => slot !== undefined)
    .sort((a, b) => (typeof a.slot === 'number' ? a.slot : 99) - (typeof b.slot === 'number' ? b.slot : 99));
  const all = [
    picture.since === undefined ? range(picture) : moves(picture),
    ...(picture.view === 'spread' ? limits(picture) : []),
    ...apart(picture)
  ];
  return [
    ...marked.map((result) => ({
      id: result.area.key,
      label: result.label,
      text: describeResult(picture, result)
    })),
    ...(picture.england
      ? [{ id: picture.england.area.key, label: picture.england.label, text: describeResult(picture, picture.england) }]
      : []),
    { id: 'all', label: 'All authorities', text: all.join(' ') }
  ];
};
