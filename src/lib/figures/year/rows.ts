import type { RowOf, YEAR_COLUMNS } from '#lib/domain/columns.ts';
import { unitsOf, type Period, type SeriesFile } from '#lib/domain/index.ts';
import { areaCells, figureCells } from '#lib/domain/row-cells.ts';
import { sourceTitles } from '#lib/domain/source-titles.ts';
import type { AreaResult } from './area-result.ts';
import { givenDeprivation } from './given-deprivation.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import { resultsOf, type YearPicture } from './picture.ts';

/** One row of a download of one period: an area's figure, its place, and how it stands to England's. */
type YearRow = RowOf<typeof YEAR_COLUMNS>;

const fixed = (value: number | undefined, dp: number): string =>
  value === undefined ? '' : String(Number(value.toFixed(dp)));

/**
 * Makes the row of an area in a period. `file` is the series file of the picture's measure, `address` the view's; a change is
 * one since `since`.
 */
export const rowMaker = (
  {
    measure,
    variant,
    line,
    order,
    dp,
    noRange,
    adjusted
  }: Pick<YearPicture, 'measure' | 'variant' | 'line' | 'order' | 'dp' | 'noRange' | 'adjusted'>,
  file: Pick<SeriesFile, 'sources' | 'lineages'>,
  address: string,
  since: Period | undefined,
  // In an order of changes there is no rank: the change is tested instead.
  hasRanks = since === undefined
): ((result: AreaResult) => YearRow) => {
  const unit = unitsOf(measure).find(({ key }) => key === variant.key)?.label ?? variant.key;
  return (result) => {
    const { area, point, denominator, interval, rank: ranked, range, against, change, tested } = result;
    const given = adjusted && !isWhy(adjusted) ? givenDeprivation(result, adjusted) : undefined;
    const rank = hasRanks ? ranked : undefined;
    return {
      time_period: point.period,
      time: variant.timing,
      ...areaCells(area, measure.slug),
      line: line?.key ?? '',
      unit,
      ...figureCells(point),
      out_of: point.value === null ? '' : fixed(denominator, 0),
      interval_95_low: fixed(interval?.low, dp + 1),
      interval_95_high: fixed(interval?.high, dp + 1),
      place: rank ? placeSign(rank) : '',
      place_of: rank ? String(rank.of) : '',
      place_from: rank ? (order === 'low' ? 'lowest' : 'highest') : '',
      place_range_first: fixed(range?.first, 0),
      place_range_last: fixed(range?.last, 0),
      quarter: fixed(range?.quarter, 0),
      place_range_why: rank && !range ? (noRange ?? NO_ESTIMATES).why : '',
      against_england: against?.side ?? '',
      difference_from_england: fixed(against?.by, dp),
      rate_usual_at_deprivation: fixed(given?.expected, dp),
      times_usual_rate: fixed(given?.times, 2),
      usual_limit_99_8_low: fixed(given?.low, dp),
      usual_limit_99_8_high: fixed(given?.high, dp),
      against_usual: given?.side ?? '',
      change_since: change && since !== undefined ? since : '',
      value_then: change ? String(change.from.value) : '',
      change: fixed(change?.by, dp),
      change_verdict: !tested ? '' : isWhy(tested) ? 'not tested' : tested.verdict,
      change_95_low: !tested || isWhy(tested) ? '' : fixed(tested.low, dp + 1),
      change_95_high: !tested || isWhy(tested) ? '' : fixed(tested.high ?? undefined, dp + 1),
      change_why: tested && isWhy(tested) ? tested.why : '',
      source: sourceTitles(point.lineage, file),
      address
    };
  };
};

/** The rows of a view of one period, in the order of its table. `address` is the view's. */
export const toYearRows = (
  picture: YearPicture,
  file: Pick<SeriesFile, 'sources' | 'lineages'>,
  address: string
): YearRow[] => resultsOf(picture).map(rowMaker(picture, file, address, picture.since));
