import { describe, expect, it } from 'vitest';
import { ENGLAND, STATUS_CODES, unitsOf, type Status, type VariantColumns } from '#lib/domain/index.ts';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { describe as say } from '#lib/figures/time/sentences.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import { areaRow } from '#lib/series/area-rows.ts';
import { areaOf, areas, fileOf, pictureOf } from '../site.ts';
import { cells, places } from './raw.ts';

/*
 * What the publisher held back must not come out again. Nothing that the site works out may stand beside such a figure.
 */

const HELD_BACK: readonly Status[] = ['suppressed', 'unreliable'];
const EVERY = CATALOGUE.map((measure) => [measure.slug, measure] as const);

const unfold = (runs: number[]): string[] =>
  runs.flatMap((code, i) => (i % 2 ? [] : new Array<string>(runs[i + 1]!).fill(STATUS_CODES[code]!)));

/** The areas of which a variant holds anything back. */
const concerned = (columns: VariantColumns, keys: string[]): string[] => [
  ...new Set(
    columns.area.flatMap((area, at) =>
      unfold(columns.status[at]!).some((status) => (HELD_BACK as string[]).includes(status)) ? [keys[area]!] : []
    )
  )
];

describe('figures that are held back stay held back', () => {
  it.each(EVERY)('in the series file: %s', (slug) => {
    const file = fileOf(slug);
    for (const columns of Object.values(file.variants))
      columns.area.forEach((_, at) => {
        const status = unfold(columns.status[at]!);
        const printed = columns.printed && unfold(columns.printed.status[at]!);
        expect(columns.value[at]).toHaveLength(status.length);
        status.forEach((each, i) => {
          if (each === 'ok' || each === 'derived') return expect(columns.value[at]![i]).toEqual(expect.any(Number));
          expect(columns.value[at]![i]).toBeNull();
          // Nor what it is out of, which an unrounded rate is worked out from.
          expect(columns.outOf?.[at]![i] ?? null).toBeNull();
          // Nor its rounding, nor the same figure as it was printed at the time.
          expect([columns.below[at]![i] ?? 0, columns.above[at]![i] ?? 0]).toEqual([0, 0]);
          if (HELD_BACK.includes(each as Status)) expect(columns.printed?.value[at]![i] ?? null).toBeNull();
        });
        printed?.forEach((each, i) => {
          if (each !== 'ok') expect(columns.printed!.value[at]![i]).toBeNull();
        });
      });
  });

  it.each(EVERY)('as a number where they are held back as a rate, and the other way round: %s', (slug) => {
    const file = fileOf(slug);
    if (!file.variants.rate || !file.variants.number) return expect(Object.keys(file.variants)).not.toEqual([]);
    for (const key of file.areas) {
      const [rate] = slice(file, 'rate', key);
      const [number] = slice(file, 'number', key);
      for (const [one, other] of [
        [rate, number],
        [number, rate]
      ])
        for (const { period, status } of one?.points ?? []) {
          if (!HELD_BACK.includes(status)) continue;
          const beside = other?.points.find((point) => point.period === period);
          expect(beside?.value ?? null, `${areaOf(key).name} ${period}`).toBeNull();
        }
    }
  });

  it.each(EVERY)('in chart, table, download and sentence: %s', (slug, measure) => {
    const file = fileOf(slug);
    let met = 0;
    for (const { key: unit } of unitsOf(measure)) {
      const columns = file.variants[unit === 'index' ? 'number' : unit]!;
      for (const area of concerned(columns, file.areas)) {
        const picture = pictureOf(measure, unit, area === ENGLAND ? [] : [area]);
        const lines = picture.lines.filter((line) => line.areaKey === area);
        const table = tabulate(picture);
        const rows = toRows(picture, file, '');
        const said = new Map(say(picture).map(({ id, text }) => [id, text]));
        for (const line of lines) {
          const column = table.columns.findIndex(({ id, printed }) => id === line.id && !printed);
          for (const { period, status, value, below, above, printed } of line.points) {
            if (!HELD_BACK.includes(status)) continue;
            met++;
            const where = `${unit} ${areaOf(area).name} ${period}`;
            expect([value, below, above, printed?.value ?? null], where).toEqual([null, 0, 0, null]);
            const row = table.rows.find((each) => each.kind === 'figures' && each.period === period);
            const cell = row?.kind === 'figures' ? row.cells[column]! : undefined;
            expect(cell?.text, where).toMatch(/^not (published|reliable)$/);
            expect(cell?.range, where).toBeUndefined();
            const taken = rows.find(
              (each) =>
                each.area_key === area && each.time_period === period && (!each.line || line.id.endsWith(each.line))
            );
            expect(taken, where).toMatchObject({
              value: '',
              rounding_low: '',
              rounding_high: '',
              as_printed_at_the_time: ''
            });
            // A year is named only to say that there is no figure: never with a number behind it.
            expect(said.get(line.id), where).not.toMatch(new RegExp(`(31 March|30 September|mid-) ?${period} \\(`));
          }
        }
      }
    }
    const some = measure.variants.some((variant) =>
      (variant.lines ?? [{ indicator: variant.indicator }]).some(({ indicator }) =>
        [...places.keys()].some((key) =>
          cells({ file: variant.dataSet, column: indicator, levels: variant.levels }, key).some(
            ({ text }) => text === 'c' || text === 'u'
          )
        )
      )
    );
    expect(met > 0).toBe(some);
  });

  it('on the pages of areas: no change is measured from or to what is not there', () => {
    for (const measure of CATALOGUE)
      for (const area of areas) {
        const row = areaRow(measure, fileOf(measure.slug), area);
        if (!row) continue;
        const years = [row.when, row.since.replace('since ', '')].filter(Boolean);
        for (const line of row.lines.filter(({ slot }) => slot === 'mine'))
          for (const { period, status } of line.points)
            if (HELD_BACK.includes(status)) expect(years, `${measure.slug} ${area.name}`).not.toContain(period);
      }
  });
});

describe('what an index and a page may not undo', () => {
  it('starts no index from a figure that is held back', () => {
    for (const measure of CATALOGUE)
      for (const { key } of unitsOf(measure))
        if (key === 'index')
          for (const area of ['201', '420', '850']) {
            const { base, lines } = pictureOf(measure, key, [area]);
            for (const line of lines) expect(line.points.find(({ period }) => period === base)?.value).toBe(100);
          }
  });

  it('shows the well-known cases as the publisher does', () => {
    const status = (slug: string, key: string, period: string) =>
      slice(fileOf(slug), 'number', key)[0]!.points.find((point) => point.period === period);
    expect(measureOf('looked-after')).toBeDefined();
    expect(status('looked-after', '201', '2025')).toMatchObject({ value: null, status: 'suppressed' });
    expect(status('children-in-need', '850', '2024')).toMatchObject({ value: null, status: 'unreliable' });
    expect(status('children-in-need', '420', '2023')).toMatchObject({ value: null, status: 'suppressed' });
    expect(status('referrals', '884', '2024')).toMatchObject({ value: null, status: 'unreliable' });
  });
});
