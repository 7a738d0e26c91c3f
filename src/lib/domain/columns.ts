/** A column of a download: what it holds, and whether its cells are numbers. Codes stay text, so that no zero is lost. */
interface Column {
  means: string;
  number?: true;
}

/** Every column of the files that leave the site, by name: downloads of a view, and all figures of an area. */
export const COLUMNS = {
  time_period: { means: 'Year, or year and month. The column time says what it stands for.' },
  time_identifier: { means: 'Kind of period in the data set.' },
  time: { means: 'At 31 March, the year to 31 March, at 30 September, mid-year, or a month.' },
  geographic_level: { means: 'National, Regional or Local authority.' },
  area_key: {
    means:
      'The area in addresses of this site: the Department’s three-digit code of a council, the nine-character code otherwise.'
  },
  area_code: { means: 'Nine-character code of the area, the latest where it had several.' },
  area_name: { means: 'Name of the area.' },
  measure: { means: 'The measure in addresses of this site.' },
  title: { means: 'What is counted.' },
  line: { means: 'Which line of a measure that has several; empty where there is one.' },
  unit: { means: 'What the value is in.' },
  value: { means: 'The figure. Empty where there is none: symbol and status say why.', number: true },
  symbol: { means: 'The symbol of the Department’s open data standard for a figure that is not there.' },
  status: { means: 'The same in words; “derived” is a figure worked out from other published ones.' },
  rounding_low: { means: 'The least that the figure can have been before it was rounded.', number: true },
  rounding_high: { means: 'The most that the figure can have been before it was rounded.', number: true },
  as_printed_at_the_time: {
    means:
      'The rate as printed at the time, on the population estimates of its day. Not to be joined to value: the base differs.',
    number: true
  },
  as_printed_symbol: { means: 'The symbol where nothing was printed.' },
  out_of: { means: 'What the figure is out of: children of the area, plans or referrals of the year.', number: true },
  interval_95_low: { means: 'Low end of what chance alone leaves open of the figure, 95%.', number: true },
  interval_95_high: { means: 'High end of what chance alone leaves open of the figure, 95%.', number: true },
  place: {
    means:
      'Place among the councils ranked; “=12” is shared; “36–39” are bounds, as figures that are not published can lie on either side.'
  },
  place_of: {
    means: 'How many councils are ranked, with those whose figure is held back as a small count.',
    number: true
  },
  place_from: { means: 'Which end the places count from.' },
  place_range_first: {
    means:
      'First place of the range that the rank lies in 95 times in 100 once chance is allowed for; empty where that cannot be worked out.',
    number: true
  },
  place_range_last: { means: 'Last place of that range.', number: true },
  quarter: {
    means:
      'Quarter of the ranked councils, 1 the lowest; only where the council is in it at least 4 times in 5 once chance is allowed for.',
    number: true
  },
  place_range_why: { means: 'Why the place has no range; empty where it has one, and where there is no place.' },
  against_england: {
    means:
      'Higher or lower than England: outside the 95% limits of chance around England’s figure, rounding allowed for.'
  },
  difference_from_england: {
    means:
      'The figure less England’s of the same period, from unrounded rates, so it can be 0.1 off the difference of the printed ones.',
    number: true
  },
  rate_usual_at_deprivation: {
    means:
      'In the file of a spread: the rate usual at the council’s score of income deprivation affecting children (IDACI 2019), by a quasi-Poisson regression of all councils’ counts. A description, not a target.',
    number: true
  },
  times_usual_rate: { means: 'The council’s own rate divided by that one: 1 is usual.', number: true },
  usual_limit_99_8_low: {
    means:
      'Low end of the 99.8% limits round the rate usual at its deprivation, which allow for chance and for how far councils still differ.',
    number: true
  },
  usual_limit_99_8_high: { means: 'High end of those limits.', number: true },
  against_usual: { means: 'Higher or lower: outside those limits, rounding allowed for; else within.' },
  paired_with: {
    means: 'In a comparison: the key of the area chosen first, with which each other one is tested as a pair.'
  },
  pair_verdict: {
    means:
      'Higher or lower than that area by more than chance gives 19 pairs in 20; close where chance may be enough; empty where it is not tested.'
  },
  change_since: { means: 'The period that the change is counted from.' },
  value_then: { means: 'The figure of that period.', number: true },
  change: {
    means: 'The figure less that of the earlier period, from unrounded rates; only where the two can be compared.',
    number: true
  },
  change_verdict: {
    means:
      'Rose or fell: by more than chance and the usual movement of the measure in a year explain, with false findings over all councils held to 1 in 20; else no clear change, or not tested.'
  },
  change_95_low: { means: 'Low end of the 95% interval of the change.', number: true },
  change_95_high: { means: 'High end of the 95% interval of the change; empty where there is none.', number: true },
  change_why: { means: 'Why the change is not tested; empty where it is, and where there is no change.' },
  segment: {
    means: 'Figures of one segment can be compared; between two segments of a line lies a break.',
    number: true
  },
  break_before: { means: 'What changed between the figure before and this one, where something did.' },
  note: { means: 'What must be known of this figure.' },
  data_set: { means: 'The data set that it is in.' },
  indicator: { means: 'The column of the data set.' },
  source: { means: 'The publication that the figure came from; in the files of an area its key in sources.csv.' },
  address: { means: 'The view that these rows are of.' }
} as const satisfies Record<string, Column>;

type ColumnName = keyof typeof COLUMNS;

/** The description of a column by name; undefined for one that is not described. */
export const columnNamed = (name: string): Column | undefined =>
  Object.hasOwn(COLUMNS, name) ? COLUMNS[name as ColumnName] : undefined;

const FIGURE = ['value', 'symbol', 'status', 'rounding_low', 'rounding_high'] as const;
const AREA = ['geographic_level', 'area_key', 'area_code', 'area_name', 'measure'] as const;
const INTERVAL = ['interval_95_low', 'interval_95_high'] as const;
const PRINTED = ['as_printed_at_the_time', 'as_printed_symbol'] as const;
const ENGLAND = ['against_england', 'difference_from_england'] as const;

const PLACE = [
  'place',
  'place_of',
  'place_from',
  'place_range_first',
  'place_range_last',
  'quarter',
  'place_range_why'
] as const;
const YEARLY_CHANGE = [
  'change_since',
  'value_then',
  'change',
  'change_verdict',
  'change_95_low',
  'change_95_high'
] as const;
export const CHANGE_COLUMNS = [...YEARLY_CHANGE, 'change_why'] as const;

const GIVEN_DEPRIVATION = [
  'rate_usual_at_deprivation',
  'times_usual_rate',
  'usual_limit_99_8_low',
  'usual_limit_99_8_high',
  'against_usual'
] as const;

/** The columns of a chart over time, in their order; those of intervals are there when the intervals are. */
export const TIME_COLUMNS = [
  'time_period',
  'time',
  ...AREA,
  'line',
  'unit',
  ...FIGURE,
  ...INTERVAL,
  ...PRINTED,
  ...ENGLAND,
  ...CHANGE_COLUMNS,
  'segment',
  'break_before',
  'source',
  'address'
] as const satisfies readonly ColumnName[];

/** The columns of a view of one period, in their order. */
export const YEAR_COLUMNS = [
  'time_period',
  'time',
  ...AREA,
  'line',
  'unit',
  ...FIGURE,
  'out_of',
  ...INTERVAL,
  ...PLACE,
  ...ENGLAND,
  ...GIVEN_DEPRIVATION,
  ...CHANGE_COLUMNS,
  'source',
  'address'
] as const satisfies readonly ColumnName[];

/** The columns of a comparison: those of a view of one period, then how each area stands to the one chosen first. */
export const COMPARISON_COLUMNS = [
  ...YEAR_COLUMNS,
  'paired_with',
  'pair_verdict'
] as const satisfies readonly ColumnName[];

/** The columns of all figures of an area, in their order. */
export const AREA_COLUMNS = [
  'time_period',
  'time_identifier',
  'time',
  ...AREA,
  'title',
  'line',
  'unit',
  ...FIGURE,
  ...PRINTED,
  ...PLACE,
  ...YEARLY_CHANGE,
  'segment',
  'break_before',
  'note',
  'data_set',
  'indicator',
  'source'
] as const satisfies readonly ColumnName[];

/** The columns of all figures of a measure, in their order: those of an area without what compares areas and years. */
export const MEASURE_COLUMNS = [
  'time_period',
  'time',
  ...AREA,
  'line',
  'unit',
  ...FIGURE,
  ...PRINTED,
  'segment',
  'break_before',
  'source'
] as const satisfies readonly (typeof AREA_COLUMNS)[number][];

/** The row of a file: a text for each of its columns, empty where there is nothing. */
export type RowOf<Columns extends readonly ColumnName[]> = Record<Columns[number], string>;
