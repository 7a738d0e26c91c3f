import { cleanNote, variantOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { aboutFigures } from '#lib/figures/time/about.ts';
import { describe, expect, it } from 'vitest';
import { areas, fileOf, pictureOf } from '../site.ts';
import { cells, isNumber, table, type Row } from '../views/raw.ts';

/*
 * Where each figure came from, against lineage.csv read here by itself: a run that names authorities holds for those and
 * sets aside the runs that name none; of the others, each that covers the level and the period is told.
 */

const lineage = table('lineage');
const levels = new Map(areas.map(({ key, level }) => [key, level as string]));

const runsOf = (dataSet: string, indicator: string, area: string, period: string): Row[] => {
  const covering = lineage.filter(
    (row) =>
      row.data_set === dataSet &&
      row.indicator === indicator &&
      row.geographic_level === levels.get(area) &&
      row.first_period! <= period &&
      period <= row.last_period!
  );
  const named = covering.filter((row) => row.old_la_codes!.split(' ').includes(area));
  return named.length ? named : covering.filter((row) => !row.old_la_codes);
};

const tell = ({ indicator, first_period, last_period, rounding, source, note }: Row): string =>
  [indicator, first_period, last_period, rounding, source, cleanNote(note!)].join(' | ');

/** The runs that a figure should be told with: its own, and those of the count behind a rate. */
const wanted = (dataSet: string, indicator: string, area: string, period: string): string[] => {
  const count = indicator.replace(/_rate$/, '');
  return [
    ...runsOf(dataSet, indicator, area, period),
    ...(count === indicator ? [] : runsOf(dataSet, count, area, period))
  ].map(tell);
};

const variants = CATALOGUE.flatMap((measure) => measure.variants.map((variant) => ({ measure, variant })));

describe('the runs told with a figure are those of lineage.csv', () => {
  it.each(variants.map(({ measure, variant }) => [measure.slug, variant.key, { measure, variant }] as const))(
    '%s, %s, of every area and period',
    (slug, key, { variant }) => {
      const file = fileOf(slug);
      const columns = file.variants[key]!;
      const wrong: string[] = [];
      for (const { key: area } of areas)
        for (const { line, points } of slice(file, key, area)) {
          const own = variant.lines?.find((each) => each.key === line)?.indicator ?? columns.indicator;
          for (const { period, status, value, printed, lineage: runs } of points) {
            const printedThere = printed && (printed.value !== null || printed.status === 'suppressed');
            const without = value === null && ['unavailable', 'not applicable'].includes(status);
            const indicator = without && printedThere ? columns.printed!.indicator : own;
            const should = without && !printedThere ? [] : wanted(variant.dataSet, indicator, area, period);
            const told = runs.map((at) => {
              const { first, last, rounding, source, note, indicator: of } = file.lineages[at]!;
              return [of, first, last, rounding ?? '', source, note].join(' | ');
            });
            if (told.join('\n') !== should.join('\n')) wrong.push(`${area} ${line} ${period}: ${told.join('; ')}`);
          }
        }
      expect(wrong.slice(0, 5)).toEqual([]);
    }
  );

  it('tells what holds for some authorities of those alone, on the page of every authority', () => {
    const few = lineage.filter((row) => row.old_la_codes);
    expect(few.length).toBeGreaterThan(0);
    for (const { measure } of variants.filter(({ variant }) => few.some((row) => row.indicator === variant.indicator)))
      for (const { key, level } of areas.filter((area) => area.level === 'Local authority')) {
        const { indicator, dataSet } = variantOf(measure, 'rate')!;
        const notes = aboutFigures(pictureOf(measure, 'rate', [key]), fileOf(measure.slug)).lineage.flatMap(
          ({ lines, note }) => (lines.some((line) => !line.startsWith('England')) ? [note] : [])
        );
        for (const row of few.filter((each) => each.indicator === indicator && each.data_set === dataSet)) {
          const holds =
            row.old_la_codes!.split(' ').includes(key) &&
            cells({ file: dataSet, column: indicator }, key).some(
              ({ period, text }) => row.first_period! <= period && period <= row.last_period! && isNumber(text)
            );
          expect([key, level, measure.slug, notes.includes(row.note!)]).toEqual([key, level, measure.slug, holds]);
        }
      }
  });
});
