import { formatNumber, list } from '#lib/domain/index.ts';
import type { SeriesKey } from '#lib/statistics/before-after.ts';
import type { NoClaim } from '#lib/statistics/no-claim.ts';
import type { Records } from '#lib/statistics/placebo-records.ts';
import type { ModelShape, PlaceboRecord } from '#lib/statistics/placebo.ts';
import type { Segmented } from '#lib/statistics/segmented.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import { inWords } from '../in-words';
import { NAMES } from './sentences';

type AllRecords = Record<SeriesKey, Records>;

const RATES = ['looked-after', 'started', 'ceased'] as const satisfies readonly SeriesKey[];

/** The shape of a fitted model: how many years it has on each side of the year that it is put about. */
export const shapeOf = ({ earlier, later, parting: { withTransition } }: Segmented): ModelShape => ({
  before: earlier.length,
  after: later.length - (withTransition ? 1 : 0),
  withTransition
});

/** A share in per cent: "51%". */
export const percentOf = (share: number): string => `${formatNumber(share * 100)}%`;

const found = (record: PlaceboRecord | NoClaim | undefined): PlaceboRecord | undefined =>
  record?.kind === 'placebo' ? record : undefined;

const span = ({ dates }: PlaceboRecord): string => `${dates.length} dates, ${dates[0]!.year} to ${dates.at(-1)!.year}`;

const shares = (records: PlaceboRecord[]): string =>
  list(records.map(({ share }, i) => `${percentOf(share)} for those ${NAMES[RATES[i]!].short}`));

/** For which dates all later years are outside, series by series. */
const allOutside = (records: PlaceboRecord[], later: number): string =>
  records
    .map(({ allOutside: years }, i) => {
      const dates = years.length ? `at ${list(years.map(String))} only` : 'at no date';
      return `For those ${NAMES[RATES[i]!].short}, all ${inWords(later)} later years are outside ${dates}.`;
    })
    .join(' ');

/** How often later years fall outside the band when the same model is put about other dates, in sentences. */
export const describeRecord = (records: AllRecords, { before, after, withTransition }: ModelShape): string[] => {
  const later = after + (withTransition ? 1 : 0);
  const sides =
    before === after
      ? `${inWords(before)} years on each side`
      : `${inWords(before)} years before and ${inWords(after)} after`;
  const method = `A band can be tried on dates at which nothing need have happened. The same model is put about every year that has ${sides}${withTransition ? ', the year itself counted with the later ones' : ', the year itself left out'}. If a 95% band were right, about 5 in 100 of the later years would fall outside it.`;
  const numbers = RATES.flatMap((key) => found(records[key].number) ?? []);
  if (numbers.length < RATES.length) return [method, 'No other year has that many years before and after it.'];
  const rates = RATES.flatMap((key) => found(records[key].rate) ?? []);
  return [
    method,
    `On ${span(numbers[0]!)}, the share outside was ${shares(numbers)}. So the bands are far too narrow, and a figure outside its band shows little. ${allOutside(numbers, later)}`,
    rates.length < RATES.length
      ? 'That is the record of numbers of children. Rates, which begin in 2001, have too few years for one.'
      : `That is the record of numbers of children. Rates, as charted above, can be tried on ${span(rates[0]!)}. There the share outside was ${shares(rates)}. ${allOutside(rates, later)}`
  ];
};

const HEADS: Record<(typeof RATES)[number], string> = {
  'looked-after': 'Looked after',
  started: 'Starting',
  ceased: 'Ceasing'
};

/** The same year by year: how many of the later years fall outside; the year shown above is marked. */
export const recordTable = (records: AllRecords, { after, withTransition }: ModelShape, shown: number): string => {
  const columns = [
    ...RATES.flatMap((key) => [
      [`${HEADS[key]}, number`, found(records[key].number)] as const,
      [`${HEADS[key]}, rate`, found(records[key].rate)] as const
    ]),
    ['All children (control)', found(records.children.number)] as const
  ];
  const years = [...new Set(columns.flatMap(([, record]) => record?.dates.map(({ year }) => year) ?? []))].sort();
  const cell = (record: PlaceboRecord | undefined, year: number): Cell => {
    const date = record?.dates.find((each) => each.year === year);
    return date ? String(date.outside) : '–';
  };
  return simpleTable(
    `How many of the ${inWords(after + (withTransition ? 1 : 0))} later years fall outside the 95% band, by the year that the model is put about`,
    ['Year to March', ...columns.map(([head]) => head)],
    [
      ...years.map((year) => [
        year === shown ? { text: String(year), note: 'shown above' } : String(year),
        ...columns.map(([, record]) => cell(record, year))
      ]),
      ['Share of all later years', ...columns.map(([, record]) => (record ? percentOf(record.share) : '–'))]
    ]
  );
};
