import { MemoOf } from '#lib/domain/memo.ts';
import { dayOf, inBeing, type Area, type Period, type SeriesFile, type Variant } from '#lib/domain/index.ts';
import { rank, type Rank } from '#lib/statistics/rank.ts';
import { findPoint } from './compare.ts';
import { TOO_SMALL } from './denominator.ts';
import { slice } from './slice.ts';
import { smallCountRange } from './small-counts.ts';

/** Which councils are ranked: one line of a way of counting, in every area of the site. */
interface Ranked {
  file: SeriesFile;
  bases?: SeriesFile | undefined;
  variant: Variant;
  line: string;
  areas: readonly Area[];
}

const known = new MemoOf<SeriesFile, Map<string, Rank>>();

/** The rank of each council in being in a period, from the highest, by key; as bounds where figures held back as small counts leave it open. */
export const ranksIn = (asked: Ranked, period: Period): ReadonlyMap<string, Rank> =>
  known.get(asked.file, `${asked.variant.key}/${asked.line}/${period}`, () => findRanks(asked, period));

const findRanks = ({ areas, ...counted }: Ranked, period: Period): Map<string, Rank> => {
  const { file, variant, line } = counted;
  const found = areas
    .filter((area) => area.level === 'Local authority' && !TOO_SMALL.includes(area.key))
    .filter((area) => inBeing(area, dayOf(period, variant.timing)))
    .flatMap(({ key }) => {
      const held = slice(file, variant.key, key).find((each) => each.line === line);
      const point = held && findPoint(held, period);
      return point ? [{ key, point }] : [];
    });
  return rank(
    found.flatMap(({ key, point: { value } }) => (value === null ? [] : [{ key, value }])),
    variant.dp,
    'highest',
    found.flatMap(({ key, point }) => (point.value === null ? (smallCountRange(counted, key, point) ?? []) : []))
  );
};
