import { formatNumber, formatPeriod, inProse, list } from '#lib/domain/index.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { claimsOfYear, type EndClaim, type MovesFound } from './claims.ts';
import type { YearPicture } from './picture.ts';
import { councils, titleOf, withUnit } from './sentences.ts';

/** The councils of an end by name; how many they are where they are more than two. */
const whereOf = ({ ranked }: YearPicture, { areas }: EndClaim): string =>
  areas.length > 2
    ? councils(areas.length)
    : list(areas.map((key) => inProse(ranked.find(({ area }) => area.key === key)!.area)));

const rangeFinding = (picture: YearPicture, low: EndClaim, high: EndClaim): string | undefined => {
  const at = (value: number, end: EndClaim): string => `${withUnit(picture, value)} in ${whereOf(picture, end)}`;
  if (low.value === high.value) return undefined;
  const { variant, dp, unpublishedEnds: open } = picture;
  // A figure that is held back can lie beyond an end, or share it.
  const [isLow, isHigh] = [!open || open.low > low.value, !open || open.high < high.value];
  const top = `${formatNumber(high.value, dp)}${variant.key === 'percent' ? '%' : ''} in ${whereOf(picture, high)}`;
  if (isLow && isHigh) return `from ${at(low.value, low)} to ${top}`;
  if (isHigh) return `up to ${at(high.value, high)}`;
  return isLow ? `from ${at(low.value, low)} upwards` : undefined;
};

const movesFinding = ({ since, year }: YearPicture, found: MovesFound): string => {
  const { rose, fell, 'no clear change': open } = found;
  return `of ${councils(rose + fell + open)}, ${rose} rose from ${formatPeriod(since!)} to ${formatPeriod(year)}, ${fell} fell and ${open} had no clear change`;
};

/**
 * What a picture of one year shows, for its title: both ends of the councils ranked, or how many of them clearly rose and fell. An end that a figure
 * held back could lie beyond is left out. Undefined where nothing can be said.
 */
export const yearFinding = (picture: YearPicture): string | undefined => {
  const [claim] = claimsOfYear(picture);
  if (claim?.kind === 'range') {
    const said = rangeFinding(picture, claim.low, claim.high);
    return said && `${titleOf(picture)} in ${formatPeriod(picture.year)}: ${said}`;
  }
  if (claim?.kind !== 'moves' || isWhy(claim.found)) return undefined;
  return `${titleOf(picture)}: ${movesFinding(picture, claim.found)}`;
};
