import { describe, expect, it } from 'vitest';
import { GROUPS, formatNumber, formatPeriod } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { drawCompare } from '#lib/figures/compare/draw.ts';
import { COMPARE_NARROW, COMPARE_WIDE, placeCompare } from '#lib/figures/compare/layout.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { placeMap } from '#lib/figures/map/layout.ts';
import { marksOf } from '#lib/figures/map/spec.ts';
import { drawPanels } from '#lib/figures/panels/draw.ts';
import { layPanels } from '#lib/figures/panels/layout.ts';
import { prerender, toMarkup } from '#lib/figures/prerender.ts';
import { YEAR_VIEWS, fetchYearDrawing } from '#lib/figures/registry.ts';
import { RANK_NARROW, RANK_WIDE, drawRank, placeRank } from '#lib/figures/rank/draw.ts';
import { areaReader, type PointedArea } from '#lib/figures/year/reader.ts';
import { panelReader } from '#lib/figures/panels/reader.ts';
import { timeReader } from '#lib/figures/time/reader.ts';
import type { ChartReader, Reading } from '#lib/ui/chart-reader.ts';
import { SPREAD_NARROW, SPREAD_WIDE, drawSpread, placeSpread } from '#lib/figures/spread/draw.ts';
import type { Place, Placed } from '#lib/drawing/area-mark.ts';
import { defaults, unitForYears } from '#lib/address/trend.ts';
import { compare } from '#lib/figures/compare/picture.ts';
import { packMarks, unpackMarks, unpackPlaces } from '#lib/figures/year/prerendered-marks.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { storeOf } from '#lib/figures/year/figure-store.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { toCompareSpec } from '../../src/routes/compare/spec.ts';
import { areaOf, areas, estimatesOf, fileOf, similar, tiles } from '../site.ts';
import { CASES, SIZES } from './cases.ts';
import { Drawing } from './drawing.ts';
import { MAP_CASES, MAP_SIZES, mapMarkup } from './map-cases.ts';
import { SPREADS } from './spread-cases.ts';
import { RANKS } from './rank-cases.ts';
import { EXTRA_CASES, PANEL_CASES } from './time-cases.ts';

/** What a reader is told who points at a place of the drawing itself, as large as its own view box says that it is. */
const pointAt = (reader: ChartReader, drawing: Drawing, { x, y }: { x: number; y: number }): Reading | undefined => {
  const { right, bottom } = drawing.box;
  const id = reader.nearest((x / right) * reader.width, (y / bottom) * reader.height);
  return id === undefined ? undefined : reader.read(id);
};

/** Marks that do not name their own area and figure; of marks at one place, which no pointer can tell apart, one is named. */
const faultsOf = (markup: string, placed: Placed, marks: readonly PointedArea[], inRows = false): string[] => {
  const drawing = new Drawing(markup);
  const { right, bottom } = drawing.box;
  const reader = areaReader({ placed, marks, unit: 'each', inRows, picks: true });
  const markOf = new Map(marks.map((mark) => [mark.key, mark]));
  const faults =
    reader.width === right && reader.height === bottom
      ? []
      : [`reads ${reader.width} × ${reader.height} of ${right} × ${bottom}`];
  // A row is its area's over its whole width.
  const spots = ({ x, y }: Place) => [{ x, y }, ...(inRows ? [1, right - 1].map((each) => ({ x: each, y })) : [])];
  for (const place of placed.places) {
    const own = placed.places.filter(({ x, y }) => x === place.x && y === place.y).map(({ key }) => key);
    for (const spot of spots(place)) {
      const reading = pointAt(reader, drawing, spot);
      const mark = markOf.get(reading?.area?.key ?? '');
      const figure = mark && (mark.value === null ? mark.text : `${mark.text} each`);
      const words = mark?.detail ? `${figure}; ${mark.detail}` : figure;
      if (!mark || !own.includes(mark.key) || reading!.title !== mark.label || reading!.body !== words)
        faults.push(`${place.key} at ${spot.x}, ${spot.y}: ${reading?.title} ${String(reading?.body)}`);
    }
  }
  return faults;
};

/** At the last figure of every line, its period is read, with the line's name and figure. */
const expectOwnLines = (spec: TimeSpec, size: Size) => {
  const drawing = new Drawing(prerender(spec, size));
  const reader = timeReader(spec, size);
  expect(drawing.box).toMatchObject({ right: reader.width, bottom: reader.height });
  for (const line of spec.lines) {
    const last = line.points.findLast(({ value }) => value !== null);
    if (!last) continue;
    const { x, mark } = reader.read(last.period)!;
    const y = mark.kind === 'rule' ? mark.dots[0]!.y : 0;
    const reading = pointAt(reader, drawing, { x, y })!;
    expect(reading.title).toBe(formatPeriod(last.period));
    expect(reading.body).toContainEqual(
      expect.objectContaining({ label: line.label, text: formatNumber(last.value!, spec.dp) })
    );
  }
};

const at = <T>(cases: Record<string, T>, sizes: readonly Size[]) =>
  Object.entries(cases).flatMap(([name, spec]) => sizes.map((size) => ({ name, spec, size })));

describe('over time', () => {
  it.each(at({ ...CASES, ...EXTRA_CASES }, SIZES))('$name, $size.name: every line end is read', ({ spec, size }) =>
    expectOwnLines(spec, size)
  );

  it.each(at(PANEL_CASES, SIZES))('small charts, $name, $size.name: every line end is read', ({ spec, size }) => {
    const drawing = new Drawing(toMarkup((document) => drawPanels(spec, size, document)));
    const reader = panelReader(spec, size);
    expect(drawing.box).toMatchObject({ right: reader.width, bottom: reader.height });
    for (const panel of layPanels(spec, size).panels)
      for (const line of panel.lines) {
        const last = line.points.findLast(({ value }) => value !== null);
        if (!last) continue;
        const place = { x: panel.at.atPeriod(last.period), y: panel.at.y(last.value!) };
        const reading = pointAt(reader, drawing, place)!;
        expect(reading.title).toBe(formatPeriod(last.period));
        expect(reading.body).toContainEqual(
          expect.objectContaining({ label: line.label, text: formatNumber(last.value!, spec.dp) })
        );
      }
  });
});

describe('of one year', () => {
  it.each(at(MAP_CASES, MAP_SIZES))('map, $name, $size.name: every tile names its own area', ({ spec, size }) =>
    expect(faultsOf(mapMarkup(spec, size), placeMap(spec, size), marksOf(spec))).toEqual([])
  );

  it.each(at(RANKS, [RANK_NARROW, RANK_WIDE]))('ranked, $name, $size.name: every row', ({ spec, size }) =>
    expect(
      faultsOf(
        toMarkup((document) => drawRank(spec, size, document)),
        placeRank(spec, size),
        spec.rows.flatMap((row) => (row.kind === 'area' ? [row.area] : [])),
        true
      )
    ).toEqual([])
  );

  it.each(at(SPREADS, [SPREAD_NARROW, SPREAD_WIDE]))('spread, $name, $size.name: every point', ({ spec, size }) =>
    expect(
      faultsOf(
        toMarkup((document) => drawSpread(spec, size, document)),
        placeSpread(spec, size),
        spec.points
      )
    ).toEqual([])
  );

  it.each(at({ comparison: ['309', '206', '330'] }, [COMPARE_NARROW, COMPARE_WIDE]))(
    'councils side by side, $size.name: every figure',
    ({ spec: [own, ...others], size }) => {
      const store = storeOf({ series: fileOf, estimates: estimatesOf, areas, similar });
      const spec = toCompareSpec(compare(store, areaOf(own!), { areas: others, order: 'chosen' }), '');
      expect(
        faultsOf(
          toMarkup((document) => drawCompare(spec, size, document)),
          placeCompare(spec, size),
          spec.panels.flatMap(({ cells }) => cells)
        )
      ).toEqual([]);
    }
  );

  // What each page draws goes the same way; one measure of each group stands for the others of it.
  const measures = GROUPS.flatMap((group) => CATALOGUE.find((measure) => measure.group === group) ?? []);
  it.each(measures)('$slug: in each view and width, as its page draws it', async (measure) => {
    const [file, years] = [fileOf(measure.slug), yearsHeld(fileOf(measure.slug), measure)];
    const unit = unitForYears(measure, years);
    if (!unit) return;
    const base = measure.variants.find(({ key }) => key === unit)?.denominator;
    for (const view of YEAR_VIEWS) {
      const choices = { ...defaults(measure), unit };
      const estimates = estimatesOf(measure.slug);
      const picture = composeYear({
        file,
        bases: base && fileOf(base.measure),
        measure,
        view,
        choices,
        years,
        areas,
        estimates
      })!;
      const toDrawing = await fetchYearDrawing(view);
      const made = toDrawing(picture, { extras: ['all'], tiles });
      // A rank is read together with its range, or not at all.
      for (const { label, detail } of made.marks)
        if (estimates && detail)
          expect(detail, label).toMatch(/^rank =?\d+(–\d+)?, or \d+–\d+ once chance is allowed for$/);
      expect(made.marks.filter(({ detail }) => detail).length > 100).toBe(estimates !== undefined);
      // A prerendered page reads the same, and nearly at the same places.
      const [narrow, wide] = [made.place(made.sizes.narrow), made.place(made.sizes.wide)];
      const packed = packMarks(made.marks, { unit: 'each', dp: picture.dp, narrow, wide });
      expect(unpackMarks(packed)).toEqual(
        made.marks.map(({ key, label, value, text, detail }) => ({
          key,
          label,
          value,
          text,
          ...(detail === undefined ? {} : { detail })
        }))
      );
      for (const size of ['narrow', 'wide'] as const) {
        const { places, ...box } = { narrow, wide }[size];
        const { places: read, ...packedBox } = unpackPlaces(packed, size);
        expect(packedBox).toEqual(box);
        expect(read.map(({ key }) => key)).toEqual(places.map(({ key }) => key));
        for (const [i, { x, y }] of places.entries())
          expect(Math.hypot(read[i]!.x - x, read[i]!.y - y)).toBeLessThan(2.5);
      }
      for (const size of Object.values(made.sizes)) {
        const markup = toMarkup((document) => made.draw(size, document));
        expect(faultsOf(markup, made.place(size), made.marks, made.inRows), view).toEqual([]);
      }
    }
  });
});
