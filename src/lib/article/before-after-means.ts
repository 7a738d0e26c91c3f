import { formatNumber, inProse, formatSigned } from '#lib/domain/index.ts';
import type { AuthorityMeasure, ShownArea, ShownSides } from '#lib/statistics/before-after.ts';
import type { ComparedToAll, Direction } from '#lib/statistics/change.ts';

/** How each measure is named in a sentence and in a head. */
export const MEASURES: Record<AuthorityMeasure, { title: string; noun: string; base: string }> = {
  'looked-after': {
    title: 'Children looked after',
    noun: 'children looked after at 31 March',
    base: '31 March 2008'
  },
  started: {
    title: 'Starting to be looked after',
    noun: 'children starting to be looked after in a year',
    base: 'year to March 2008'
  },
  ceased: {
    title: 'Ceasing to be looked after',
    noun: 'children ceasing to be looked after in a year',
    base: 'year to March 2008'
  }
};

/** A change in per cent with its sign: "+17%", "−4%". */
export const signedPercent = (percent: number): string => `${formatSigned(percent)}%`;

/** The same to a tenth of a per cent: "+3.0%". */
export const signedTenth = (percent: number): string => `${formatSigned(percent, 1)}%`;

/** A plain comparison of two means: no test stands behind it, so nothing “rose” or “fell”. */
const COMPARED: Record<Direction, string> = {
  rose: 'higher',
  fell: 'lower',
  'did not change beyond rounding': 'no difference beyond rounding'
};

const nameOf = ({ name }: Pick<ShownArea, 'name'>): string => inProse({ name, level: 'Local authority' });

/** What an authority's two sides say, compared with those of all councils together. */
export const describeArea = (area: ShownArea, measure: AuthorityMeasure, together: ShownSides): string[] => {
  const own = area.sides[measure];
  const name = nameOf(area);
  if (!own) return [`For ${name} the two sides cannot be compared: ${area.why ?? 'a figure is not held'}.`];
  const { change } = own;
  const [before, after] = [own.before.value, own.after.value].map((each) => formatNumber(Math.round(each)));
  const moved =
    own.percent === undefined
      ? ''
      : ` (${signedPercent(own.percent)}; all councils together ${signedPercent(together.percent!)})`;
  const sentences = [
    `In ${name} the mean number of ${MEASURES[measure].noun} was ${before} in 2006–2008 and ${after} in 2010–2012: ${COMPARED[change.direction]}${moved}.`
  ];
  if (measure === 'started' && area.comparedToAll) sentences.push(describeComparedToAll(area.comparedToAll));
  return sentences;
};

const describeComparedToAll = ({ near, far }: { near: ComparedToAll; far: ComparedToAll }): string => {
  if (far !== 'similar')
    return `That change is ${far} than that of all councils together by more than the 99.8% limits allow: more than chance alone.`;
  if (near !== 'similar')
    return `That change is ${near} than that of all councils together by more than the 95% limits allow, which about 1 council in 20 is by chance alone.`;
  return 'That is within the 95% limits around the change of all councils together: similar.';
};
