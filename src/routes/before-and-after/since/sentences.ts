import { formatNumber, list } from '#lib/domain/index.ts';
import { hasInterval, type CaseKey, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { Records } from '#lib/statistics/placebo-records.ts';
import type { Segmented, Yearly } from '#lib/statistics/segmented.ts';
import { percentOf } from '../years/record';
import { valueIn } from '../years/sentences';

/** The later cases: what each is called, when it became known, and what a reader must bear in mind. */
export const LATER: Record<Exclude<CaseKey, 'connelly'>, { title: string; known: string; label: string }> = {
  rotherham: {
    title: 'Rotherham, 2014',
    known: 'the Jay report on child sexual exploitation in Rotherham, published on 26 August 2014',
    label: 'Jay report, Aug 2014'
  },
  'arthur-and-star': {
    title: 'Arthur Labinjo-Hughes and Star Hobson, 2021',
    known: 'the convictions for the murders of Arthur Labinjo-Hughes and Star Hobson, in December 2021',
    label: 'Convictions, Dec 2021'
  }
};

type LaterKey = keyof typeof LATER;
export const LATER_KEYS = Object.keys(LATER) as LaterKey[];

/** Where the later years lie: above, within or below the band of the continued line. */
export const positions = (model: Segmented): { above: number; within: number; below: number } => ({
  above: model.comparisons.filter(({ difference }) => difference.low > 0).length,
  within: model.comparisons.filter(({ difference }) => difference.low <= 0 && difference.high >= 0).length,
  below: model.comparisons.filter(({ difference }) => difference.high < 0).length
});

const SHORT: Record<Exclude<SeriesKey, 'children'>, string> = {
  'looked-after': 'children looked after',
  started: 'starts',
  ceased: 'children ceasing'
};

/** "starts above in 5": how a series stood after a case. */
const stood = (key: keyof typeof SHORT, model: CaseModel): string => {
  if (!hasInterval(model)) return `${SHORT[key]} without a band, as neighbouring years go together`;
  const { above, within, below } = positions(model);
  const parts = [
    above ? `above in ${above}` : '',
    within ? `within in ${within}` : '',
    below ? `below in ${below}` : ''
  ].filter(Boolean);
  return `${SHORT[key]} ${parts.join(', ')}`;
};

/** One sentence a case: how many of the years after lie above, within or below the band of the earlier line. */
export const compareCases = (models: Record<CaseKey, Record<SeriesKey, CaseModel>>): string[] =>
  (['connelly', ...LATER_KEYS] as const).map((of) => {
    const own = models[of];
    const years = own.started.later.map(({ year }) => year);
    const name = of === 'connelly' ? 'the verdicts of November 2008' : LATER[of].known;
    const said = (['looked-after', 'started', 'ceased'] as const).map((key) => stood(key, own[key]));
    return `After ${name}. Of the ${years.length} years to March ${years[0]} to ${years.at(-1)}, compared with the band of the earlier line: ${said.join('; ')}.`;
  });

/** How little a band shows: how often later years fall outside it on dates at which nothing need have happened. */
export const describeBands = (records: Record<SeriesKey, Records>): string => {
  const shares = (['looked-after', 'started', 'ceased'] as const).flatMap((key) => {
    const { number } = records[key];
    return number.kind === 'placebo' ? `${percentOf(number.share)} for ${SHORT[key]}` : [];
  });
  return shares.length
    ? `These bands are far too narrow. On dates at which nothing need have happened, a 95% band should leave 5% of later years outside; it leaves ${list(shares)}.`
    : '';
};

/** What a reader must bear in mind of each case. */
export const cautions = (asylum: Yearly[]): Record<LaterKey, string[]> => ({
  rotherham: [
    'The earlier line here is that of 2010 to 2014, the very years after the case of Peter Connelly: it rises. A later case that kept the rise going would not show.',
    'The years after end in March 2020, before the pandemic could move them.'
  ],
  'arthur-and-star': [
    'The earlier line here holds the pandemic. Starts were low in the year to March 2021, and a line through that year falls, so that a return to former numbers looks like a rise.',
    `Unaccompanied asylum-seeking children are among the children looked after: ${formatNumber(valueIn(asylum, 2021))} on 31 March 2021, and ${formatNumber(valueIn(asylum, 2023))} on 31 March 2023. Part of the change is theirs.`,
    'Only three years have followed, the fewest that can be fitted.'
  ]
});

/** The long view in numbers. */
export const describeLongSeries = (series: Yearly[]): string[] => {
  const at = (year: number) => formatNumber(valueIn(series, year));
  const last = series.at(-1)!.year;
  const peak = series.reduce((most, each) => (each.value > most.value ? each : most));
  return [
    `The number of children looked after in England rose from ${at(1994)} on 31 March 1994 to ${at(2004)} in 2004, and fell to ${at(2008)} in 2008. It rose in each of the years after, to ${formatNumber(peak.value)} in ${peak.year}. On 31 March ${last} it was ${at(last)}.`,
    'Figures of 1998 to 2003 rest on a sample of one child in three, so they are less exact.'
  ];
};
