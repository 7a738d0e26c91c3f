import { NARROW, WIDE } from '#lib/drawing/size.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { readEvents, readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import {
  CASES,
  CASE_KEYS,
  SERIES_KEYS,
  type BeforeAfter,
  type CaseKey,
  type CaseModel,
  type SeriesKey
} from '#lib/statistics/before-after.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { toEvents } from '../months/spec';
import { lighten } from '../drawn';
import { describedMeasure, drawModel, published, publishedTable } from '../years/load-section';
import { segmentsSpec } from '../years/spec';
import { NAMES, describeModel, qualityOf } from '../years/sentences';
import { LATER, LATER_KEYS, cautions, compareCases, describeBands, describeLongSeries } from './sentences';

const SHOWN = ['looked-after', 'started', 'ceased'] as const;

/** England's unaccompanied asylum-seeking children looked after at 31 March. */
const asylumSeeking = (): Yearly[] =>
  readTable('children_looked_after.csv')
    .rows.filter((row) => row.geographic_level === 'National' && /^\d+$/.test(row.asylum_seeking_31_march!))
    .map((row) => ({ year: Number(row.time_period), value: Number(row.asylum_seeking_31_march) }));

/** Everything that the chapter on the years since shows. */
export const loadSection = () => {
  const { england, records } = readPublished<BeforeAfter>('before-and-after.json');
  const models = Object.fromEntries(
    CASE_KEYS.map((of) => [of, Object.fromEntries(SERIES_KEYS.map((key) => [key, published(of, key)]))])
  ) as Record<CaseKey, Record<SeriesKey, CaseModel>>;
  const careful = cautions(asylumSeeking());
  const said = describeLongSeries(england['looked-after']);
  const { spec, table } = describedMeasure('looked-after', 'number');
  const long = {
    ...spec,
    description: said.join(' '),
    events: toEvents(
      readEvents().filter(({ id }) => ['verdicts', 'jay-report', 'arthur-and-star-verdicts'].includes(id))
    )
  };
  const cases = LATER_KEYS.map((of) => {
    const { from, to, event } = CASES[of];
    return {
      of,
      title: LATER[of].title,
      cautions: careful[of],
      series: SHOWN.map((key) => {
        const model = models[of][key];
        const sentences = describeModel(key, model);
        const shown = { month: event, label: LATER[of].label };
        const own = segmentsSpec(key, modelledSeries(england, key), [from, to], shown, model, sentences.join(' '));
        return {
          key,
          title: NAMES[key].title,
          caption: `England, ${from} to ${to}, for every 10,000 children`,
          sentences,
          drawn: lighten({ own: drawModel(own) }).own,
          table: publishedTable(of, key)
        };
      }),
      quality: SHOWN.map((key) => qualityOf(key, models[of][key]))
    };
  });
  const drawn = lighten({ long: { narrow: prerender(long, NARROW), wide: prerender(long, WIDE) } }).long;
  return { said, long: { drawn, table }, compared: compareCases(models), record: describeBands(records), cases };
};

export type SinceData = ReturnType<typeof loadSection>;
