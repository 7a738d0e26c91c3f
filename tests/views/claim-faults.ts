import type { Compared, EnglandClaim } from '#lib/figures/claims.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { TOO_SMALL } from './beside.ts';
import { tailsOf } from './chance.ts';
import { bounds, numberIn, outOf, rounded, roundingShows, unrounded, type Cell, type Column } from './raw.ts';

/*
 * What is untrue of claims that pages share, by the published tables.
 */

export const ENGLAND = 'E92000001';

/** What a claim is about. */
export interface Asked {
  key: string;
  column: Column;
  unit: string;
  /** Decimal places. */
  dp: number;
}

/** A figure as it is shown, before it was rounded, and where the truth behind it can lie. */
export interface Figure {
  shown: number;
  unrounded: number;
  low: number;
  high: number;
}

export const figureIn = (column: Column, key: string, cell: Cell): Figure => {
  const { at, low, high } = bounds(column, key, cell);
  return { shown: Number(cell.text), unrounded: at, low, high };
};

const ERROR = 1e-9;
// Both figures and the range between them stand to a tenth: half a tenth each.
const SHOWN_TO_A_TENTH = 0.15;

/** What is untrue of how one figure is said to stand to another, `from`. */
export const standsFaults = (
  { stands, by }: Pick<Compared, 'stands' | 'by'>,
  from: Figure,
  to: Figure,
  dp: number
): string[] => {
  const difference = rounded(to.unrounded - from.unrounded, dp);
  const isAlike = to.shown === from.shown;
  const apart = Math.max(to.low - from.high, from.low - to.high);
  const faults: string[] = [];
  if (Math.abs(by - difference) > ERROR) faults.push(`differ by ${difference}, not by ${by}`);
  const isTrue = {
    same: difference === 0 && isAlike,
    'nearly the same': difference === 0 && !isAlike,
    'within rounding': !(difference === 0 && isAlike) && apart <= (dp ? SHOWN_TO_A_TENTH : 0) + ERROR,
    higher: difference > 0 && to.low - from.high >= -ERROR,
    lower: difference < 0 && from.low - to.high >= -ERROR
  }[stands];
  if (!isTrue) faults.push(`${to.shown} is not “${stands}” against ${from.shown}`);
  return faults;
};

/** What is untrue of the side of the limits of chance around England’s figure that a figure is said to lie on. */
export const sideFaults = (
  side: Side | undefined,
  { key, column, unit }: Pick<Asked, 'key' | 'column' | 'unit'>,
  mine: Cell,
  theirs: Cell
): string[] => {
  const base = outOf(column, key, mine.period);
  if (TOO_SMALL.includes(key) || base === undefined || !['rate', 'percent'].includes(unit))
    return side ? [`“${side}” where nothing can be tested`] : [];
  if (!side) return ['expected a side of England’s limits'];
  const { low, high } = bounds(column, key, mine);
  const per = unit === 'rate' ? 10_000 : 100;
  const share = unrounded(column, ENGLAND, theirs) / per;
  const tails = tailsOf(unit === 'rate' ? 'rate' : 'percent', base, share);
  const isUp = unrounded(column, key, mine) > unrounded(column, ENGLAND, theirs);
  if (side === (isUp ? 'lower' : 'higher')) return [`“${side}”, but ${mine.text} stands against ${theirs.text}`];
  // The limits run between whole counts: within one count of them either word may stand.
  const count = (figure: number): number => (figure / per) * base;
  const near = isUp ? tails.above(count(low) + 1) : tails.below(count(high) - 1);
  const far = isUp ? tails.above(count(low) - 1) : tails.below(count(high) + 1);
  if (side !== 'similar' && near > 0.025) return [`“${side}” beyond chance, but chance gives it with ${near}`];
  if (side === 'similar' && far < 0.025) return [`“similar”, but chance gives it with ${far}`];
  return [];
};

/** What is untrue of how an area’s figure is said to stand to England’s, or of its not being said. */
export const englandFaults = (claim: EnglandClaim | undefined, asked: Asked, mine: Cell): string[] => {
  const { key, column, unit, dp } = asked;
  const theirs = numberIn(column, ENGLAND, mine.period);
  const isCompared = ['rate', 'percent', 'average'].includes(unit) && key !== ENGLAND && theirs !== undefined;
  if (!claim || !theirs || !isCompared)
    return (claim !== undefined) === isCompared ? [] : [`England: expected to be ${isCompared ? 'named' : 'left out'}`];
  const faults = [
    ...standsFaults(claim, figureIn(column, ENGLAND, theirs), figureIn(column, key, mine), dp),
    ...sideFaults(claim.side, asked, mine, theirs)
  ];
  if (claim.area !== key) faults.push(`is of ${claim.area}`);
  if (claim.period !== mine.period) faults.push(`is of ${claim.period}`);
  if (claim.value !== Number(theirs.text)) faults.push(`the figure is ${theirs.text}, not ${claim.value}`);
  if (claim.side === 'similar') {
    const { low, high } = bounds(column, key, mine);
    if (claim.isOpen !== (low < high && roundingShows(column, key, mine)))
      faults.push('rounding is named, or not, against what the publication states');
  }
  return faults.map((fault) => `England: ${fault}`);
};
