import { ENGLAND, formatNumber, type VariantKey } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { NARROW } from '#lib/drawing/size.ts';
import { prerender, toMarkup } from '#lib/figures/prerender.ts';
import { drawSegments } from '#lib/figures/segments/draw.ts';
import { SEGMENTS_NARROW, type SegmentsSpec } from '#lib/figures/segments/layout.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import { toSpec, type TimeSpec } from '#lib/figures/time/spec.ts';
import { readAreas, readEvents, readPublished, readSeries } from '#lib/server/published.ts';
import {
  CASES,
  OTHER_STARTS,
  PLANS_SEAM,
  SERIES_KEYS,
  hasInterval,
  type BeforeAfter,
  type CaseKey,
  type CaseModel,
  type SeriesKey
} from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { restrict } from '#lib/series/restrict.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import { tableMarkup } from '#lib/figures/time/table-markup.ts';
import { lighten, type Drawn } from '../drawn';
import { segmentsSpec } from './spec';
import { describeRecord, recordTable, shapeOf } from './record';
import { describeSearch } from './search';
import { describeModel, qualityOf } from './sentences';
import { modelTable, ranged } from './table';

const read = () => readPublished<BeforeAfter>('before-and-after.json');

/** The model of a series about a case, as published. */
export const published = (of: CaseKey, series: SeriesKey): CaseModel => {
  const found = read().models.find((each) => each.case === of && each.series === series);
  if (!found) throw new Error(`before-and-after.json: expected a model of ${series} about ${of}, found none`);
  return found;
};

/** The drawing of a model, for the page's markup. */
export const drawModel = (spec: SegmentsSpec): Drawn => ({
  narrow: toMarkup((document) => drawSegments(spec, SEGMENTS_NARROW, document))
});

/** The table of a model as published. */
export const publishedTable = (of: CaseKey, key: SeriesKey): string => {
  const { from, to } = CASES[of];
  return modelTable(key, modelledSeries(read().england, key), [from, to], published(of, key));
};

/** How much depends on where the earlier line begins, as a table. */
const otherStarts = (): string => {
  const { england } = read();
  const starts = [...OTHER_STARTS, CASES.connelly.from].sort();
  const rows = starts.flatMap((from) =>
    (['looked-after', 'started', 'ceased'] as const).flatMap((key) => {
      const model = modelOf(modelledSeries(england, key), 'connelly', { from });
      return model ? [{ from, key, model }] : [];
    })
  );
  const cell = (from: number, key: SeriesKey, last: boolean): Cell => {
    const model = rows.find((each) => each.from === from && each.key === key)?.model;
    const at = last ? model?.comparisons.at(-1) : model?.comparisons[0];
    return model && at ? ranged(at.difference, key, model) : '–';
  };
  const durbinWatsonCell = (from: number): Cell => {
    const model = rows.find((each) => each.from === from && each.key === 'looked-after')?.model;
    return model ? { text: formatNumber(model.durbinWatson, 2), note: model.residuals.verdict } : '–';
  };
  return simpleTable(
    'Counted less the earlier line continued, for every 10,000 children, by the year in which that line begins, England',
    [
      'Earlier line from',
      'Looked after, 31 March 2010',
      'Looked after, 31 March 2014',
      'Starting, year to March 2010',
      'Starting, year to March 2014',
      'Ceasing, year to March 2014',
      'Durbin–Watson, looked after'
    ],
    starts.map((from) => [
      from === CASES.connelly.from ? { text: String(from), note: 'used here' } : String(from),
      cell(from, 'looked-after', false),
      cell(from, 'looked-after', true),
      cell(from, 'started', false),
      cell(from, 'started', true),
      cell(from, 'ceased', true),
      durbinWatsonCell(from)
    ])
  );
};

/** What the longest earlier line, of numbers, says of its first and last year, and whether it may have a range. */
const describeLongest = (model: CaseModel): string => {
  const [first, last] = [model.comparisons[0]!, model.comparisons.at(-1)!];
  const gap = ({ difference: { value } }: typeof first): string =>
    `${formatNumber(Math.round(Math.abs(value) / 10) * 10)} ${value < 0 ? 'fewer' : 'more'}`;
  const range = hasInterval(model)
    ? ''
    : ` No range is given: neighbouring years go together about that line (Durbin–Watson ${formatNumber(model.durbinWatson, 2)}).`;
  return `Numbers of children reach further back than rates. Against a line begun in ${model.earlier[0]!.year}, the number looked after on 31 March ${first.year} is ${gap(first)} than expected, and that of 31 March ${last.year} ${gap(last)}.${range}`;
};

/** Four series that could not be modelled, by measure and unit: their own chart and sentences stand alone. */
const DESCRIBED = [
  ['taken-into-care', 'number'],
  ['child-protection-plans', 'number'],
  ['children-in-need', 'number'],
  ['referrals', 'number']
] as const satisfies readonly (readonly [string, VariantKey])[];

/** A measure's own chart, sentences and table for England, in one unit. */
export const describedMeasure = (slug: string, unit: VariantKey) => {
  const { key, code, name, level, slug: place } = readAreas().find((area) => area.key === ENGLAND)!;
  const file = restrict(readSeries(slug), [ENGLAND]);
  const picture = compose(file, measureOf(slug)!, unit, { key, code, name, level, slug: place }, []);
  const sentences = describe(picture).map(({ text }) => text);
  const events = readEvents().filter(({ shown }) => shown);
  const spec = toSpec(picture, file, events, sentences.join(' '));
  return {
    spec,
    sentences,
    line: picture.lines[0]!,
    table: tableMarkup(
      tabulate(picture),
      `${picture.measure.title}, England, ${unit === 'number' ? unit : picture.unitLabel}`,
      'Year'
    )
  };
};

/** The years drawn about the change of source, few enough for its bar to be seen. */
const AROUND_SEAM = [String(CASES.connelly.from), String(CASES.connelly.to)] as const;

/** The spec of a series over a change of source: what the change can be at most and at least is a bar at its first year. */
export const withSeam = (spec: TimeSpec, { lastBefore, least, most }: BeforeAfter['seam']): TimeSpec => ({
  ...spec,
  bands: true,
  periods: [AROUND_SEAM[0], AROUND_SEAM[1]],
  lines: spec.lines.map((line) => ({
    ...line,
    points: line.points
      .filter(({ period }) => period >= AROUND_SEAM[0] && period <= AROUND_SEAM[1])
      .map((point) =>
        point.period === String(PLANS_SEAM.firstAfter)
          ? { ...point, low: lastBefore + least, high: lastBefore + most }
          : point
      )
  }))
});

const figure = (line: ReturnType<typeof describedMeasure>['line'], year: string): string => {
  const point = line.points.find(({ period }) => period === year);
  if (!point || point.value === null) throw new Error(`${line.id}: expected a figure for ${year}, found none`);
  return formatNumber(point.value);
};

const describeSeries = (
  slug: string,
  line: ReturnType<typeof describedMeasure>['line'],
  seam: BeforeAfter['seam']
): string => {
  const at = (year: string) => figure(line, year);
  switch (slug) {
    case 'taken-into-care':
      return `${at('2008')} children were taken into care in the year to 31 March 2008 and ${at('2010')} in the year to 31 March 2010. We have no figure for the year between, so no line is fitted.`;
    case 'child-protection-plans':
      return `On 31 March 2008, ${at('2008')} children were subject of a plan; on 31 March 2009, by the same return, ${at('2009')}. Then the source changed: the census counted ${at('2010')} on 31 March 2010 and ${at('2014')} on 31 March 2014. No line and no model crosses from one source to the other. A minister told Parliament that the ${seam.change < 0 ? 'fall' : 'rise'} from 2009 to 2010 cannot be split between real change and the change of source. Of the ${formatNumber(Math.abs(seam.change))}, anything from none to all can be real. So it is drawn as a range, the bar at March ${PLANS_SEAM.firstAfter}, and not as a line: from ${formatNumber(seam.lastBefore + seam.least)} to ${formatNumber(seam.lastBefore + seam.most)}.`;
    case 'children-in-need':
      return `The count of children in need begins on 31 March 2010, with ${at('2010')}, so nothing can be said of before and after. It stood at ${at('2012')} on 31 March 2012; from 2013 episodes are counted in another way.`;
    case 'referrals':
      return `Referrals fell from ${at('2006')} in the year to 31 March 2006 to ${at('2008')} in the year to 31 March 2008, and were ${at('2009')} in the year of the verdicts, to 31 March 2009. From 2010 on they come from another source: ${at('2010')} in the year to 31 March 2010. The two cannot be compared.`;
    default:
      throw new Error(`${slug}: expected a measure that is described, found another`);
  }
};

/** Everything that the chapter on years shows. */
export const loadSection = () => {
  const all = read();
  const { england, records, longest, search, seam } = all;
  const { from, to, event } = CASES.connelly;
  const byKey = <T>(make: (key: SeriesKey) => T): Record<SeriesKey, T> =>
    Object.fromEntries(SERIES_KEYS.map((key) => [key, make(key)])) as Record<SeriesKey, T>;
  const models = byKey((key) => published('connelly', key));
  const shape = shapeOf(models['looked-after']);
  const changes = england.started.map(({ year }) => year);
  return {
    models: {
      /** The numbers of all years, which the reader's own models and their records are worked out from. */
      england,
      models,
      drawings: lighten(
        byKey((key) => {
          const description = describeModel(key, models[key]).join(' ');
          return drawModel(
            segmentsSpec(key, modelledSeries(england, key), [from, to], { month: event }, models[key], description)
          );
        })
      ),
      tables: byKey((key) => publishedTable('connelly', key)),
      control: records.children.number,
      record: {
        sentences: describeRecord(records, shape),
        table: recordTable(records, shape, models['looked-after'].parting.transition)
      }
    },
    search: describeSearch(search, [changes[0]! + 1, changes.at(-1)!]),
    longest: describeLongest(longest),
    otherStarts: otherStarts(),
    quality: SERIES_KEYS.map((key) => qualityOf(key, models[key])),
    described: DESCRIBED.map(([slug, unit]) => {
      const { line, table, spec } = describedMeasure(slug, unit);
      const says = describeSeries(slug, line, seam);
      const isSeam = slug === 'child-protection-plans';
      const shown = isSeam ? withSeam({ ...spec, description: says }, seam) : spec;
      const caption = `England, number${isSeam ? `, ${AROUND_SEAM.join(' to ')}` : ''}`;
      const drawn = { narrow: prerender(shown, NARROW) };
      return { slug, title: spec.title, caption, says, drawn: lighten({ drawn }).drawn, table };
    })
  };
};

export type YearsData = ReturnType<typeof loadSection>;
export type ModelsData = YearsData['models'];
