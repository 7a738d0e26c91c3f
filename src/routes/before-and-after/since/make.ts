import { NARROW, WIDE } from '$lib/charts/frame';
import { prerender } from '$lib/charts/prerender';
import { readEvents, readPublished } from '$lib/server/published';
import { readTable } from '$lib/server/tables';
import {
  CASES,
  CASE_KEYS,
  SERIES_KEYS,
  type BeforeAfter,
  type CaseKey,
  type SeriesKey
} from '$lib/statistics/before-after';
import type { Segmented, Yearly } from '$lib/statistics/segmented';
import { toEvents } from '../months/spec';
import type { MadePart } from '../shelf';
import { describedMeasure, drawModel, published, publishedTable } from '../years/make';
import { segmentsSpec } from '../years/spec';
import { NAMES, describeModel, qualityOf } from '../years/words';
import { LATER, LATER_KEYS, cautions, compareCases, longSays } from './words';

const SHOWN = ['looked-after', 'started', 'ceased'] as const;

/** England's unaccompanied asylum-seeking children looked after at 31 March. */
const asylumSeeking = (): Yearly[] =>
  readTable('children_looked_after.csv')
    .rows.filter((row) => row.geographic_level === 'National' && /^\d+$/.test(row.asylum_seeking_31_march!))
    .map((row) => ({ year: Number(row.time_period), value: Number(row.asylum_seeking_31_march) }));

/** What the section on later cases sends with the page, and what it puts into the page's markup. */
export const makeSince = () => {
  const { england } = readPublished<BeforeAfter>('before-and-after.json');
  const models = Object.fromEntries(
    CASE_KEYS.map((of) => [of, Object.fromEntries(SERIES_KEYS.map((key) => [key, published(of, key)]))])
  ) as Record<CaseKey, Record<SeriesKey, Segmented>>;
  const careful = cautions(asylumSeeking());
  const said = longSays(england['looked-after']);
  const { spec, table } = describedMeasure('looked-after', 'number');
  const long = {
    ...spec,
    description: said.join(' '),
    events: toEvents(
      readEvents().filter(({ id }) => ['verdicts', 'jay-report', 'arthur-and-star-verdicts'].includes(id))
    )
  };
  const cases = LATER_KEYS.map((of) => ({
    of,
    title: LATER[of].title,
    cautions: careful[of],
    series: SHOWN.map((key) => ({
      key,
      title: NAMES[key].title,
      caption: `England, ${CASES[of].from} to ${CASES[of].to}`,
      sentences: describeModel(key, models[of][key])
    })),
    quality: SHOWN.map((key) => qualityOf(key, models[of][key]))
  }));
  const made: MadePart = {
    drawings: Object.fromEntries([
      ['long', { narrow: prerender(long, NARROW), wide: prerender(long, WIDE) }],
      ...LATER_KEYS.flatMap((of) =>
        SHOWN.map((key) => {
          const { from, to, event } = CASES[of];
          const says = describeModel(key, models[of][key]).join(' ');
          const own = segmentsSpec(
            key,
            england[key],
            [from, to],
            { month: event, label: LATER[of].label },
            models[of][key],
            says
          );
          return [`${of}-${key}`, drawModel(own)];
        })
      )
    ]),
    tables: Object.fromEntries([
      ['long', table],
      ...LATER_KEYS.flatMap((of) => SHOWN.map((key) => [`${of}-${key}`, publishedTable(of, key)]))
    ])
  };
  return { data: { said, compared: compareCases(models), cases }, made };
};

export type SinceData = ReturnType<typeof makeSince>['data'];
