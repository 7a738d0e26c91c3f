import Papa from 'papaparse';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatPeriod } from '#lib/domain/index.ts';
import type { Connector, Table } from '#lib/query/connector.ts';
import type { Progress } from '#lib/query/protocol.ts';
import { QueryError } from '#lib/query/query-error.ts';
import type { TableShape } from '#lib/query/tables.ts';
import type { DataSetEntry } from '#lib/address/explore.ts';
import {
  fileName,
  londonNote,
  periodHead,
  toFileTable,
  toShown,
  type AnswerPart
} from '../../src/routes/explore/answer.ts';
import { readElsewhere, describeElsewhere } from '../../src/routes/explore/read-elsewhere.ts';
import { ExploreView, type Workbench } from '../../src/routes/explore/view.svelte.ts';
import { startEngine } from './engine.ts';
import { entries, published, shapeOf } from './published.ts';

const catalogue = (JSON.parse(published('index.json')) as { dataSets: DataSetEntry[] }).dataSets;

/** The real engine, which a test may hold back or let fail. */
class TestBench implements Workbench {
  isOpen = true;
  failing: QueryError | undefined;
  stopped = 0;
  held: (() => void)[] = [];
  isHolding = false;

  constructor(readonly connector: Connector) {}

  async load(shape: TableShape): Promise<string[]> {
    if (this.failing) throw this.failing;
    return [`CREATE TABLE ${shape.name}`];
  }

  async query(...[sql, params, signal]: Parameters<Connector['query']>): Promise<Table> {
    if (this.isHolding) await new Promise<void>((done) => this.held.push(done));
    if (signal?.aborted) throw new QueryError('cancelled', 'cancelled', sql);
    return this.connector.query(sql, params);
  }

  stop(): void {
    this.stopped++;
  }
}

describe('the bench', () => {
  let connector: Connector;
  let bench: TestBench;
  let search: string;
  let view: ExploreView;
  let report: (progress: Progress) => void;

  beforeAll(async () => {
    const engine = await startEngine();
    for (const entry of entries()) engine.load(shapeOf(entry));
    connector = engine.connector;
  });

  beforeEach(() => {
    bench = new TestBench(connector);
    search = '';
    view = new ExploreView({
      catalogue,
      search: () => new URLSearchParams(search),
      files: () => ({ base: '/', refs: {} }),
      connect: (_, onprogress) => {
        report = onprogress;
        return bench;
      }
    });
    view.isHydrated = true;
  });

  const ask = async (address: string): Promise<AnswerPart[]> => {
    search = address;
    // Derived values outside a component are worked out anew each time they are read.
    await view.run();
    return view.answer?.parts ?? [];
  };

  const chartOf = (part: AnswerPart | undefined) => {
    if (!part || !('chart' in part.drawing)) throw new Error('expected a chart, found none');
    return part.drawing.chart;
  };
  const whyOf = (part: AnswerPart | undefined) => part && 'why' in part.drawing && part.drawing.why;

  test('answers the default question', async () => {
    const [part] = await ask('');
    expect(view.phase).toEqual({ state: 'answered' });
    expect(view.answer?.count).toBe(1);
    expect(part!.entry.title).toBe('Children looked after');
    expect(part!.rows[0]).toMatchObject({ name: 'England', period: '2025', figures: [{ value: 67.1, status: 'ok' }] });
    expect(part!.sql).toContain(`WHERE (area_key IN ('E92000001'))`);
    const chart = chartOf(part);
    expect(chart.sentence).toBe('On 31 March 2025: England 67.1 per 10,000 children.');
    expect(chart.lines.map(({ label, slot }) => [label, slot])).toEqual([['England', 'england']]);
  });

  test('an answer that comes late is not painted over a newer one', async () => {
    bench.isHolding = true;
    search = '?areas=309';
    const old = view.run();
    await new Promise((done) => setTimeout(done));
    search = '?areas=302';
    const newer = view.run();
    await new Promise((done) => setTimeout(done));
    // The newer question first, then the older.
    for (const release of bench.held.splice(2)) release();
    await newer;
    expect(view.answer?.parts[0]!.rows[0]!.name).toBe('Barnet');
    for (const release of bench.held.splice(0)) release();
    await old;
    expect(view.answer?.parts[0]!.rows[0]!.name).toBe('Barnet');
    expect(view.answer?.count).toBe(1);
    expect(view.phase).toEqual({ state: 'answered' });
  });

  test('cancelling while the engine is on its way ends it, and running again starts over', async () => {
    bench.isOpen = false;
    bench.isHolding = true;
    const asked = view.run();
    await new Promise((done) => setTimeout(done));
    view.cancel();
    expect(view.phase).toEqual({ state: 'cancelled' });
    expect(bench.stopped).toBe(1);
    for (const release of bench.held.splice(0)) release();
    await asked;
    expect(view.phase).toEqual({ state: 'cancelled' });
    expect(view.answer).toBeUndefined();

    bench.isHolding = false;
    await view.run();
    expect(view.phase).toEqual({ state: 'answered' });
  });

  test('shows how far the engine is only while it is loading', async () => {
    bench.isOpen = false;
    bench.isHolding = true;
    const asked = view.run();
    const progress = { stage: 'fetching', loaded: 1, total: 2 } as const;
    report(progress);
    expect(view.phase).toEqual({ state: 'loading', progress });
    await new Promise((done) => setTimeout(done));
    for (const release of bench.held.splice(0)) release();
    await asked;
    report(progress);
    expect(view.phase).toEqual({ state: 'answered' });
  });

  test('a failure takes the answer away, and can be tried again', async () => {
    await ask('');
    bench.failing = new QueryError('start', 'the host answered 404');
    await ask('?areas=309');
    expect(view.phase).toEqual({ state: 'failed', error: bench.failing });
    expect(view.answer).toBeUndefined();
    bench.failing = undefined;
    await view.run();
    expect(view.phase).toEqual({ state: 'answered' });
  });

  test('a choice of nothing is an answer of nothing', async () => {
    expect(await ask('?measures=none')).toEqual([]);
    expect(view.phase).toEqual({ state: 'answered' });
    const [part] = await ask('?areas=none');
    expect(part!.rows).toEqual([]);
  });

  test('figures of two data sets are two parts, each with its own SQL', async () => {
    const parts = await ask(
      '?measures=children_looked_after/looked_after_31_march_rate,social_work_workforce/vacancy_rate&areas=309&from=2020'
    );
    expect(parts.map(({ entry }) => entry.name)).toEqual(['children_looked_after', 'social_work_workforce']);
    expect(parts.map((part) => periodHead(part.entry, part.indicators))).toEqual(['31 March', '30 September']);
    expect(parts.map(({ drawing }) => 'chart' in drawing)).toEqual([true, true]);
    expect(new Set(parts.map(({ sql }) => sql)).size).toBe(2);
  });

  test('a line is cut where a break cuts it and goes on where one only marks it', async () => {
    const [part] = await ask('?measures=child_protection_plans/on_plan_31_march_rate&areas=E92000001,309');
    const chart = chartOf(part);
    const [england, haringey] = chart.lines;
    const segments = (line: typeof england) => new Map(line!.points.map(({ period, segment }) => [period, segment]));
    expect(segments(england).get('2008')).toBe(segments(england).get('2007'));
    expect(segments(england).get('2009')).not.toBe(segments(england).get('2010'));
    expect(new Set(segments(haringey).values()).size).toBe(1);
    expect(chart.breaks.map(({ kind, firstAfter, only }) => [kind, firstAfter, only])).toEqual([
      ['name', '2008', ['England']],
      ['source', '2010', ['England']]
    ]);
  });

  test('a figure held back is a point without a value; one not available is a gap', async () => {
    const [part] = await ask('?areas=201');
    const points = chartOf(part).lines[0]!.points;
    expect(points.some(({ status, value }) => status === 'suppressed' && value === null)).toBe(true);
    const [months] = await ask('?measures=care_applications_by_month/applications&to=2008');
    expect(chartOf(months).lines[0]!.points.every(({ value }) => value !== null)).toBe(true);
  });

  test('the values of a filter are the lines of one area', async () => {
    const [part] = await ask('?measures=child_protection_plans_by_category_of_abuse/started');
    expect(chartOf(part).lines.map(({ label, slot }) => [label, slot])).toEqual([
      ['Emotional abuse', 1],
      ['Multiple', 2],
      ['Neglect', 3],
      ['Physical abuse', 4],
      ['Sexual abuse', 5],
      ['Total', 6]
    ]);
  });

  test('two bodies of one name are told apart', async () => {
    const [part] = await ask('?areas=835,838');
    expect(chartOf(part).lines.map(({ label }) => label)).toEqual(['Dorset (835)', 'Dorset (838)']);
  });

  test.each([
    [
      '?measures=children_looked_after/started,children_looked_after/ceased',
      'No chart: it draws one measure of a data set at a time, and this answer has 2.'
    ],
    ['?areas=regions', 'No chart: it holds up to 8 lines, and this answer would have 11.'],
    ['?from=2025', 'No chart: one period is not a line.'],
    [
      '?measures=children_starting_to_be_looked_after_by_need/started&areas=309',
      'No chart: none of these figures is a number.'
    ]
  ])('%s has no chart, and says why', async (address, why) => {
    expect(whyOf((await ask(address))[0])).toBe(why);
  });

  test('the table says what a figure that is no number is', async () => {
    const [part] = await ask('?areas=201&from=2025');
    expect(toShown(part!)).toMatchObject([
      { name: 'City of London', code: '201 · E09000001', period: '2025', cells: [{ text: 'not published' }] }
    ]);
  });

  test('figures that were read in the press say so, in their cells and under the table, and no others', async () => {
    const lineage = Papa.parse<Record<string, string>>(published('lineage.csv'), { header: true }).data;
    const address = '?measures=care_applications_by_month/applications';
    const [part] = await ask(address);
    const runs = readElsewhere(lineage, 'care_applications_by_month');
    expect(runs.some(({ where }) => where === 'press')).toBe(true);

    const inPress = (period: string) =>
      runs.some(({ where, first, last }) => where === 'press' && first <= period && period <= last);
    const rows = part!.rows.filter(({ figures }) => figures[0]!.value !== null);
    const marked = toShown(part!, runs).filter(({ cells }) => cells[0]!.why?.includes('read in a press report'));
    const expected = rows.filter(({ period }) => inPress(period)).map(({ period }) => formatPeriod(period));
    expect(marked.map(({ period }) => period)).toEqual(expected);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.length).toBeLessThan(rows.length);

    const [said] = describeElsewhere({ ...part!, runs });
    expect(said).toMatch(/^.+: read in a press report, not in the publication itself: England, \w+ \d{4}.*\.$/);
    expect(said).toContain('England, December 2007, March 2008, October 2008 to December 2008, March 2009');

    const [looked] = await ask('?areas=E92000001,309');
    expect(describeElsewhere({ ...looked!, runs: readElsewhere(lineage, 'children_looked_after') })).toEqual([]);
  });

  test('the table never hides a digit that was published', async () => {
    const [part] = await ask(
      '?measures=children_looked_after/looked_after_31_march_rate_as_published&areas=authorities'
    );
    const shown = toShown({
      ...part!,
      rows: part!.rows.filter(({ figures }) => !Number.isInteger(figures[0]!.value ?? 1))
    });
    for (const { cells } of shown) expect(cells[0]!.text).toMatch(/\.\d/);
  });

  test('the file has every row and every column of the engine’s answer, symbols as published', async () => {
    const [part] = await ask('?areas=authorities');
    const { columns, kinds, cells, rows: count } = toFileTable(part!);
    expect(count).toBe(part!.rows.length);
    expect(columns.filter((_, i) => kinds[i] === 'number')).toEqual(['looked_after_31_march_rate_value']);
    const rows = Array.from({ length: count }, (_, row) =>
      Object.fromEntries(columns.map((name, i) => [name, cells[i]![row] ?? '']))
    );
    expect(rows.length).toBeGreaterThan(2_500);
    expect(toShown(part!)).toHaveLength(500);
    const london = rows.find((row) => row.la_name === 'City of London' && row.time_period === '2025');
    expect(london).toMatchObject({
      old_la_code: '201',
      looked_after_31_march_rate: 'c',
      looked_after_31_march_rate_value: '',
      looked_after_31_march_rate_status: 'suppressed'
    });
  });

  test('the name of the file says measures, areas, filters, years and release', async () => {
    const nameOf = async (address: string) => {
      const parts = await ask(address);
      return parts.map((part) => fileName(part, view.choices, '1a2b3c4d'));
    };
    expect(await nameOf('?areas=E92000001,309&from=2008&to=2012')).toEqual([
      'children_looked_after.looked_after_31_march_rate.england+haringey.2008-2012.release-1a2b3c4d'
    ]);
    expect(
      await nameOf(
        '?measures=children_looked_after/started,children_looked_after/ceased,children_looked_after/looked_after_31_march&areas=regions,309,330,302,894&from=2010&to=2010'
      )
    ).toEqual([
      'children_looked_after.looked_after_31_march+2-more-measures.all-regions+haringey+birmingham+2-more-areas.2010.release-1a2b3c4d'
    ]);
    expect(
      await nameOf('?measures=child_protection_plans_by_category_of_abuse/started&category_of_abuse=Neglect')
    ).toEqual([
      expect.stringMatching(
        /^child_protection_plans_by_category_of_abuse\.started\.england\.neglect\.\d{4}-\d{4}\.release-1a2b3c4d$/
      )
    ]);
  });

  test('regions that hold London and its halves say that these add up to it', async () => {
    const [regions] = await ask('?areas=regions');
    expect(londonNote(regions!)).toMatch(/^Inner London and Outer London add up to London\./);
    const [halves] = await ask('?areas=E13000001,E13000002');
    expect(londonNote(halves!)).toBeUndefined();
  });
});
