import { capital, formatNumber, inProse, type Area } from '#lib/domain/index.ts';
import { placeWords, rank } from '#lib/statistics/rank.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';

/** A council's average score in the Income Deprivation Affecting Children Index: a share of children aged 0 to 15, from 0 to 1. */
export interface Score {
  edition: string;
  key: string;
  idaci: number;
}

/** What deprivation does to every comparison on the page. */
export const DEPRIVATION_NOTE =
  'Deprivation explains much of the difference between councils in how many children are in need, on a plan or looked after.';

const inHundred = (share: number): string => `about ${formatNumber(Math.round(share * 100))} in 100`;

/**
 * The share of children in families on low incomes by the latest index that has the authority, with its place in that edition
 * from the most deprived; for one younger than the index the scores of those whose territory it took over, and that it is so.
 * Source: Indices of Deprivation, Ministry of Housing, Communities and Local Government.
 */
export const describeDeprivation = (scores: readonly Score[], area: Area, predecessors: readonly Area[]): string => {
  const latest = (key: string): Score | undefined =>
    scores.filter((each) => each.key === key).sort((a, b) => (a.edition < b.edition ? 1 : -1))[0];
  const own = latest(area.key);
  if (own) {
    const all = scores.filter(({ edition, key }) => edition === own.edition && !TOO_SMALL.includes(key));
    const place = rank(
      all.map(({ key, idaci }) => ({ key, value: idaci })),
      3,
      'highest'
    ).get(area.key);
    const placed = place ? ` Counted from the most deprived, that is ${placeWords(place)} councils.` : '';
    return `By the index of ${own.edition} of income deprivation affecting children (IDACI), ${inHundred(own.idaci)} children aged 0 to 15 in ${inProse(area)} lived in families on low incomes (average score ${own.idaci}).${placed}`;
  }
  const before = predecessors.flatMap((each) => {
    const score = latest(each.key);
    return score ? [{ each, score }] : [];
  });
  if (!before.length) return `No index of income deprivation affecting children is held for ${inProse(area)}.`;
  const said = before.map(
    ({ each, score }) =>
      `By that of ${score.edition}, ${inHundred(score.idaci)} children aged 0 to 15 in ${inProse(each)} lived in families on low incomes.`
  );
  return `${capital(inProse(area))} is younger than the indices of income deprivation affecting children (IDACI) held here, so only figures of what was there before can be given. ${said.join(' ')} They may differ for ${inProse(area)} alone.`;
};
