import { formatNumber, highest, isOpen, lowest, type Line } from '#lib/domain/index.ts';
import type { Rounded } from '#lib/statistics/rounding.ts';
import type { DatedPoint, TimeSpec } from '#lib/figures/time/spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import { prerenderTime } from '#lib/figures/prerender.ts';
import { breakNotes } from '#lib/figures/time/spec.ts';
import { slice } from '#lib/series/slice.ts';
import { readEvents, readSeries } from '#lib/server/published.ts';
import { toEvents } from '../months/spec';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import { documentOf, seedRows } from './documents';

const CODE = '894';
const NAME = 'Telford and Wrekin';
const FIRST = '2006';
const LAST = '2012';

/** Where the report's two counts stand on the axis: it dates them to the middle and to the end of a month. */
const DAYS: Readonly<Record<string, { date: string; said: string; side: DatedPoint['side'] }>> = {
  'telford-wrekin-looked-after-november-2008': { date: '2008-11-15', said: 'mid-November 2008', side: 'left' },
  'telford-wrekin-looked-after-may-2009': { date: '2009-05-31', said: 'end of May 2009', side: 'right' }
};

const figure = (id: string) => {
  const row = seedRows('figures').find((each) => each.id === id);
  if (!row) throw new Error(`documents_2009/figures.csv: expected ${id}, found no such figure`);
  return { value: Number(row.value), document: row.document! };
};

const reported = () => Object.entries(DAYS).map(([id, day]) => ({ ...day, ...figure(id) }));

/** The council's own series of children looked after, and the parts of the site's file that the chart needs. */
const own = () => {
  const file = readSeries('looked-after');
  const line = slice(file, 'number', CODE)[0];
  if (!line) throw new Error(`series/looked-after.json: expected authority ${CODE}, found none`);
  const points = line.points.filter(({ period }) => period >= FIRST && period <= LAST);
  const indicator = file.variants.number!.indicator;
  const breaks = file.breaks.filter(
    (each) => each.indicator === indicator && each.level === 'Local authority' && !each.areas.length
  );
  return { line: { ...line, points } satisfies Line, breaks };
};

const n = (value: number): string => formatNumber(value);

type Own = ReturnType<typeof own>;

const at = ({ line }: Own, period: string): Rounded => {
  const point = line.points.find((each) => each.period === period);
  if (!point || point.value === null) throw new Error(`${NAME}: expected children looked after on 31 March ${period}`);
  return { value: point.value, low: lowest(point), high: highest(point) };
};

/** What the report's two counts and the series say together, in sentences. Throws where the words would not be true. */
const sentences = (series: Own): string[] => {
  const [autumn, spring] = reported() as [ReturnType<typeof reported>[number], ReturnType<typeof reported>[number]];
  const [first, y2008, y2009, y2010] = ['2006', '2008', '2009', '2010'].map((year) => at(series, year)) as [
    Rounded,
    Rounded,
    Rounded,
    Rounded
  ];
  if (!(autumn.value < y2008.value && spring.value > y2009.value && spring.value < y2010.value))
    throw new Error(`${NAME}: expected the report's counts where the words say, found other figures`);
  const within = autumn.value < y2008.low ? 'a little more than rounding explains' : 'within rounding';
  const stated = figure('telford-wrekin-looked-after-increase').value;
  const rise = spring.value - autumn.value;
  return [
    `A report to the council’s cabinet in July 2009 counts ${n(autumn.value)} children looked after by Telford and Wrekin in mid-November 2008, as the case became known. At the end of May 2009 it counts ${n(spring.value)}: ${n(rise)} more, or ${formatNumber((rise / autumn.value) * 100, 1)}%, in six and a half months.`,
    `Both counts fit the council’s own series. On 31 March it had ${n(y2008.value)} children looked after in 2008, ${n(y2009.value)} in 2009 and ${n(y2010.value)} in 2010. The first of the report’s counts is lower than that of March 2008 by ${n(y2008.value - autumn.value)}, ${within}: counts to 2009 are rounded to 5. The second lies between those of March 2009 and March 2010.`,
    `The rise had begun earlier: from ${n(first.value)} on 31 March 2006 to ${n(y2008.value)} on 31 March 2008, before the case was known. The report says so too. It gives an average increase of ${formatNumber(stated, 1)}% since 2005 and does not say of what it is the average. The series here starts in March 2006; from then to March 2009 the number rose by ${formatNumber((y2009.value / first.value - 1) * 100, 1)}%.`
  ];
};

const spec = ({ line, breaks }: Own, description: string): TimeSpec => ({
  title: `Children looked after by ${NAME}, on 31 March and on two days that a report of the council gives`,
  description,
  timing: 'at 31 March',
  dp: 0,
  axisTitle: 'children looked after on 31 March',
  periods: [FIRST, LAST],
  top: axisTop(Math.max(...line.points.map(({ value }) => value ?? 0)), 1),
  lines: [{ ...line, label: NAME, slot: 1, dash: 0 }],
  breaks: breaks.map((each) => ({
    lastBefore: each.lastBefore,
    firstAfter: each.firstAfter,
    notes: breakNotes(each),
    cut: each.kind !== 'name' && each.kind !== 'quality'
  })),
  events: toEvents(readEvents().filter(({ shown }) => shown)),
  dated: reported().map(({ date, value, said, side }) => ({
    date,
    value,
    side,
    label: `${n(value)}, ${said.replace('November', 'Nov')}`,
    short: n(value)
  }))
});

const table = (series: Own): string => {
  const yearly = series.line.points.map((point) => ({
    date: `${point.period}-03-31`,
    cells: [
      `31 March ${point.period}`,
      isOpen(point)
        ? { text: n(point.value!), note: `between ${n(lowest(point))} and ${n(highest(point))}` }
        : n(point.value!),
      'the Department’s series'
    ] satisfies Cell[]
  }));
  const told = reported().map(({ date, said, value }) => ({
    date,
    cells: [`${said.charAt(0).toUpperCase()}${said.slice(1)}`, n(value), 'the council’s report'] satisfies Cell[]
  }));
  return simpleTable(
    `Children looked after by ${NAME}, number`,
    ['Day', 'Children', 'From'],
    [...yearly, ...told].sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ cells }) => cells)
  );
};

/** The council's report beside its series: the sentences, the chart's drawings, the table, and what the report is called. */
export const loadTelford = () => {
  const series = own();
  const said = sentences(series);
  return {
    said,
    source: documentOf(reported()[0]!.document),
    drawing: prerenderTime(spec(series, said.join(' '))),
    table: table(series)
  };
};
