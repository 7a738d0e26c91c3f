import { formatNumber } from '#lib/domain/index.ts';
import { WIDE, NARROW, type Sizes } from '#lib/drawing/size.ts';
import { prerenderTime, toMarkup } from '#lib/figures/prerender.ts';
import { drawSegments } from '#lib/figures/segments/draw.ts';
import { SEGMENTS_NARROW, SEGMENTS_WIDE } from '#lib/figures/segments/layout.ts';
import { readEvents, readPublished } from '#lib/server/published.ts';
import { CASES, type BeforeAfter } from '#lib/statistics/before-after.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { simpleTable } from '#lib/ui/simple-table.ts';
import { loadSection as loadCouncils } from '../councils/load-section';
import { lighten } from '../drawn';
import { monthsTable } from '../months/load-section';
import { AROUND } from '../months/spec';
import { explanations, wouldTellApart } from '../other-explanations/explanations';
import { explanationFacts } from '../other-explanations/facts';
import { loadSection as loadSince } from '../since/load-section';
import { describedMeasure, published, publishedTable, withSeam } from '../years/load-section';
import { segmentsSpec } from '../years/spec';
import { storyFacts } from './facts';
import { FLOW_YEARS, flowSpec, monthsSpec } from './specs';

/** The sizes of the first chart, which has the whole width of the page. */
const FIRST_SIZES: Required<Sizes> = {
  narrow: { ...NARROW, height: 360 },
  wide: WIDE,
  full: { ...WIDE, width: 1088, height: 420, right: 110 }
};

/** What the first chart of the story shows. */
export const MONTHS_TITLE = 'Care applications in each month, England, June 2007 to March 2011';

const eventsOf = (...ids: string[]) => readEvents().filter(({ id }) => ids.includes(id));

const flowTable = ({ started, ceased }: BeforeAfter['england']): string => {
  const [from, to] = FLOW_YEARS;
  return simpleTable(
    'Children who started and who ceased to be looked after, England, number',
    ['Year to 31 March', 'Started', 'Ceased'],
    started
      .filter(({ year }) => year >= from && year <= to)
      .map(({ year, value }) => [
        String(year),
        formatNumber(value),
        formatNumber(ceased.find((each) => each.year === year)!.value)
      ])
  );
};

const drawings = (all: BeforeAfter, short: ReturnType<typeof describedMeasure>) => {
  const { from, to, event } = CASES.connelly;
  const { england, months, seam } = all;
  const around = eventsOf('verdicts', 'laming-report');
  const [main] = short.spec.lines;
  const model = segmentsSpec(
    'looked-after',
    modelledSeries(england, 'looked-after'),
    [from, to],
    { month: event },
    published('connelly', 'looked-after'),
    ''
  );
  return lighten({
    months: prerenderTime(
      monthsSpec(months.care, eventsOf('public-law-outline', 'verdicts', 'laming-report'), {
        title: MONTHS_TITLE,
        description: ''
      }),
      FIRST_SIZES
    ),
    rate: prerenderTime({
      ...short.spec,
      highlights: [
        { line: main!.id, period: '2008', side: 'below' },
        { line: main!.id, period: '2010', side: 'above' }
      ]
    }),
    flows: prerenderTime(flowSpec(england, around, '')),
    model: {
      narrow: toMarkup((document) => drawSegments(model, SEGMENTS_NARROW, document)),
      wide: toMarkup((document) => drawSegments(model, SEGMENTS_WIDE, document))
    },
    councils: loadCouncils().drawings.funnel,
    plans: prerenderTime(withSeam(describedMeasure('child-protection-plans', 'number').spec, seam)),
    long: loadSince().long.drawn
  });
};

/** The story: its numbers, its charts with their tables, the other explanations in short, and what would change our mind. */
export const loadSection = () => {
  const all = readPublished<BeforeAfter>('before-and-after.json');
  const short = describedMeasure('looked-after', 'rate');
  const rate = (year: number): number => {
    const value = short.line.points.find(({ period }) => period === String(year))?.value;
    if (value === undefined || value === null)
      throw new Error(`looked-after, rate: expected a figure for ${year}, found none`);
    return value;
  };
  const facts = explanationFacts();
  const { care } = all.months;
  return {
    facts: storyFacts(rate),
    first: short.line.points[0]!.period,
    last: short.line.points.at(-1)!.period,
    firstLong: all.england['looked-after'][0]!.year,
    captions: { months: MONTHS_TITLE },
    drawings: drawings(all, short),
    tables: {
      months: monthsTable(
        MONTHS_TITLE,
        'number',
        care.filter(({ month }) => month >= AROUND[0] && month <= AROUND[1])
      ),
      rate: short.table,
      flows: flowTable(all.england),
      model: publishedTable('connelly', 'looked-after'),
      councils: loadCouncils().tables.moved,
      plans: describedMeasure('child-protection-plans', 'number').table,
      long: loadSince().long.table
    },
    explanations: explanations(facts).map(({ key, name, inShort }) => ({ key, name, ...inShort })),
    wouldTellApart: wouldTellApart(facts)
  };
};

export type StoryData = ReturnType<typeof loadSection>;
