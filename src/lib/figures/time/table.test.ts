import { describe, expect, it } from 'vitest';
import { STATUS_WORDS, ordinal, unitsOf, type Break, type Point } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { pictureOf } from '../../../../tests/site.ts';
import type { Picture } from './picture.ts';
import { tabulate, type TableRow, type TableView } from './table.ts';

const AREAS = ['309', '201', 'E12000006'];
const EVERY = CATALOGUE.flatMap((measure) => unitsOf(measure).map(({ key }) => [measure.slug, key] as const));

type Figures = Extract<TableRow, { kind: 'figures' }>;
const figures = (table: TableView): Figures[] => table.rows.filter((row) => row.kind === 'figures');

/** The number that a cell reads as; undefined for words. */
const toNumber = (text: string): number | undefined =>
  /^−?[\d,]+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '').replace('−', '-')) : undefined;

/** The cells of a line's column, by period. */
const cellsOf = (table: TableView, id: string, printed = false) => {
  const at = table.columns.findIndex((column) => column.id === id && column.printed === printed);
  return new Map(at < 0 ? [] : figures(table).map((row) => [row.period, row.cells[at]!]));
};

describe('the table under a chart', () => {
  it.each(EVERY)('holds exactly the figures of the chart: %s, %s', (slug, unit) => {
    const picture = pictureOf(slug, unit, AREAS);
    const table = tabulate(picture);
    expect(table.columns.filter(({ printed }) => !printed).map(({ id }) => id)).toEqual(
      picture.lines.map(({ id }) => id)
    );
    for (const row of figures(table)) expect(row.cells).toHaveLength(table.columns.length);
    for (const line of picture.lines) {
      const cells = cellsOf(table, line.id);
      const points = new Map(line.points.map((point) => [point.period, point]));
      expect([...points.keys()].every((period) => cells.has(period))).toBe(true);
      for (const [period, cell] of cells) {
        const point = points.get(period);
        const where = `${line.label} ${period}`;
        if (!point) expect(cell.text, where).toBe('–');
        else if (point.value === null) expect(cell.text, where).toBe(STATUS_WORDS[point.status]);
        else {
          expect(toNumber(cell.text), where).toBeCloseTo(point.value, 9);
          expect(cell.text, where).toMatch(picture.dp ? /\.\d$/ : /^[\d,]+$/);
        }
      }
    }
  });

  it('has the latest first, each period once', () => {
    for (const [slug, unit] of EVERY) {
      const periods = figures(tabulate(pictureOf(slug, unit, AREAS))).map(({ period }) => ordinal(period));
      periods.slice(1).forEach((period, i) => expect(period).toBeLessThan(periods[i]!));
    }
  });

  it('shows a figure as printed at the time beside its line, and nothing where none was printed', () => {
    const picture = pictureOf('looked-after', 'rate', ['309']);
    const table = tabulate(picture);
    expect(table.columns.map(({ id, printed }) => [id, printed])).toEqual([
      ['E92000001', false],
      ['E92000001', true],
      ['309', false],
      ['309', true]
    ]);
    const printed = cellsOf(table, '309', true);
    for (const point of picture.lines.find(({ id }) => id === '309')!.points) {
      const value = point.printed?.value ?? null;
      if (value !== null) expect(toNumber(printed.get(point.period)!.text)).toBe(value);
      else expect(toNumber(printed.get(point.period)!.text)).toBeUndefined();
    }
    expect(tabulate(pictureOf('plans-started', 'rate', ['309'])).columns.some(({ printed }) => printed)).toBe(false);
    expect(tabulate(pictureOf('looked-after', 'index', ['309'])).columns.some(({ printed }) => printed)).toBe(false);
  });

  it('puts a break between the very periods that it parts, with its reason', () => {
    let seen = 0;
    for (const [slug, unit] of EVERY) {
      const picture = pictureOf(slug, unit, AREAS);
      const { rows } = tabulate(picture);
      const breaks = rows.flatMap((row, i) => (row.kind === 'break' ? [{ row, i }] : []));
      expect(breaks).toHaveLength(picture.breaks.length);
      for (const each of picture.breaks) {
        const found = breaks.find(({ row }) => row.id.includes(each.firstAfter) && row.text.includes(each.reason))!;
        const above = rows.slice(0, found.i).filter((row) => row.kind === 'figures') as Figures[];
        const below = rows.slice(found.i).filter((row) => row.kind === 'figures') as Figures[];
        expect(above.at(-1)!.period >= each.firstAfter).toBe(true);
        expect(below[0]!.period < each.firstAfter).toBe(true);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('gives every row a name of its own', () => {
    for (const [slug, unit] of EVERY) {
      const { rows } = tabulate(pictureOf(slug, unit, AREAS));
      const ids = rows.map((row) => (row.kind === 'break' ? row.id : row.period));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

const made = (points: Partial<Point>[], dp: number, breaks: Break[] = []): Picture => {
  const picture = pictureOf('looked-after', dp ? 'rate' : 'number', ['309']);
  const line = picture.lines.find(({ id }) => id === '309')!;
  return {
    ...picture,
    dp,
    breaks: breaks.map((each) => ({ ...each, only: [] })),
    lines: [
      {
        ...line,
        points: points.map((point, i) => ({
          period: String(2008 + i),
          value: null,
          status: 'ok',
          segment: 0,
          below: 0,
          above: 0,
          lineage: [],
          ...point
        }))
      }
    ]
  };
};

const cells = (picture: Picture) => figures(tabulate(picture)).map(({ cells }) => cells[0]!);

describe('a cell', () => {
  it('says what rounding leaves open: a count of 40 to the nearest 5 was 38 to 42', () => {
    expect(cells(made([{ value: 40, below: 2, above: 2 }], 0))[0]!.range).toBe('38 to 42');
    expect(cells(made([{ value: 12_300, below: 50, above: 49 }], 0))[0]!.range).toBe('12,250 to 12,349');
    expect(cells(made([{ value: 65.5, below: 0.45, above: 0.45 }], 1))[0]!.range).toMatch(/^65\.[01] to 66\.0$/);
  });

  it('never goes below zero, and says nothing of rounding where there is none', () => {
    expect(cells(made([{ value: 0, below: 2, above: 2 }], 0))[0]!.range).toBe('0 to 2');
    expect(cells(made([{ value: 40 }], 0))[0]!.range).toBeUndefined();
  });

  it('shows a true zero as a figure, and what is held back as words with a reason', () => {
    const [low, suppressed, zero] = cells(made([{ value: 0 }, { status: 'suppressed' }, { status: 'low' }], 0));
    expect(zero).toEqual({ text: '0' });
    expect(suppressed).toMatchObject({ text: 'not published', why: expect.stringContaining('identified') });
    expect(low).toMatchObject({ text: 'rounds to zero' });
  });

  it('says of a figure that was worked out that it was', () => {
    expect(cells(made([{ value: 539, status: 'derived' }], 0))[0]).toMatchObject({
      text: '539',
      why: expect.stringContaining('Worked out')
    });
  });
});
