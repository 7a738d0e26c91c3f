import { describe, expect, it } from 'vitest';
import { ordinal } from '#lib/domain/index.ts';
import { layPanels, panelAt, periodAt, type Panel } from './layout.ts';
import { drawPanels } from './draw.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { SIZES } from '../../../../tests/charts/cases.ts';
import { Drawing, overlap } from '../../../../tests/charts/drawing.ts';
import { PANEL_CASES } from '../../../../tests/charts/time-cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const EACH = Object.entries(PANEL_CASES).flatMap(([name, spec]) => SIZES.map((size) => ({ name, spec, size })));

const draw = (spec: TimeSpec, size: Size): Drawing =>
  new Drawing(toMarkup((document) => drawPanels(spec, size, document)));

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.11;

/** The figures of a panel with their places. */
const placed = ({ lines, behind, at }: Panel) =>
  [...lines, ...behind].flatMap(({ points }) =>
    points.flatMap(({ period, value, segment }) =>
      value === null ? [] : [{ period, segment, x: at.atPeriod(period), y: at.y(value) }]
    )
  );

describe.each(EACH)('small charts, $name, $size.name', ({ name, spec, size }) => {
  const drawing = draw(spec, size);
  const layout = layPanels(spec, size);

  it('look as they did', async () => {
    await expectSnapshot(drawing.markup, `panels/${name.replaceAll(/\W+/g, '-')}-${size.name}`);
  });

  it('show each line once in a panel of its own area, with England behind and nowhere else', () => {
    const shown = layout.panels.flatMap(({ lines }) => lines.map(({ id }) => id));
    const others = spec.lines.filter(({ slot }) => slot !== 'england');
    expect(shown.sort()).toEqual((others.length ? others : spec.lines).map(({ id }) => id).sort());
    for (const { lines, behind } of layout.panels) {
      expect(new Set(lines.map(({ areaKey }) => areaKey)).size).toBeLessThanOrEqual(1);
      expect(behind.every(({ slot }) => slot === 'england')).toBe(true);
    }
  });

  it('lie beside each other inside the drawing, all on one scale', () => {
    const { width, height, panels } = layout;
    expect(drawing.box).toMatchObject({ right: width, bottom: height });
    for (const panel of panels) {
      expect(panel.left).toBeGreaterThanOrEqual(0);
      expect(panel.right).toBeLessThanOrEqual(width);
      expect(panel.bottom).toBeLessThanOrEqual(height);
      expect(near(panel.at.y(spec.bottom ?? 0), panel.bottom)).toBe(true);
      expect(near(panel.at.y(spec.top), panel.top)).toBe(true);
    }
    panels.forEach((a, i) => panels.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(0)));
    expect(new Set(panels.map(({ left, right }) => (right - left).toFixed(3))).size).toBe(1);
  });

  it('join neighbours of one segment only, each inside its panel', () => {
    for (const { points } of drawing.lines())
      points.slice(1).forEach((to, i) => {
        const from = points[i]!;
        const panel = panelAt(layout, (from.x + to.x) / 2, (from.y + to.y) / 2)!;
        const known = placed(panel);
        const at = (x: number, y: number) => known.filter((each) => near(each.x, x) && near(each.y, y));
        const pairs = at(from.x, from.y).flatMap((a) => at(to.x, to.y).map((b) => [a, b] as const));
        expect(
          pairs.some(([a, b]) => ordinal(b.period) - ordinal(a.period) === 1 && a.segment === b.segment),
          `${panel.title.join(' ')}: ${from.x},${from.y} to ${to.x},${to.y}`
        ).toBe(true);
      });
  });

  it('draw every figure', () => {
    const places = [...drawing.lines().flatMap(({ points }) => points), ...drawing.dots()];
    for (const panel of layout.panels)
      for (const { x, y, period } of placed(panel))
        expect(
          places.some((place) => near(place.x, x) && near(place.y, y)),
          `${panel.title.join(' ')} ${period}`
        ).toBe(true);
  });

  it('mark a break in the panels of the lines that it is for, and in no other', () => {
    for (const kind of ['break', 'mark'] as const) {
      const wanted = layout.panels.flatMap(({ lines, behind, at }) => [
        ...new Set(
          spec.breaks
            .filter(({ cut }) => cut === (kind === 'break'))
            .filter(({ only }) => !only || [...lines, ...behind].some(({ label }) => only.includes(label)))
            .map(({ lastBefore, firstAfter }) => (at.atPeriod(lastBefore) + at.atPeriod(firstAfter)) / 2)
        )
      ]);
      const drawn = drawing.rules(kind);
      expect(drawn).toHaveLength(wanted.length);
      for (const x of wanted) expect(drawn.some((each) => near(each, x))).toBe(true);
    }
  });

  it('name each panel, and write nothing over something else or over the edge', () => {
    const all = drawing.writing();
    const { right, bottom } = drawing.box;
    const outside = all.filter(
      (each) => each.left < -0.5 || each.top < -0.5 || each.right > right + 0.5 || each.bottom > bottom + 0.5
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    const covered = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => overlap(a, b) > 0.5)
        .map((b) => `“${a.text}” lies on “${b.text}”`)
    );
    expect(covered).toEqual([]);
    const titles = drawing.writing('label').map(({ text }) => text);
    expect(titles).toEqual(layout.panels.flatMap(({ title }) => title));
    expect(titles.join(' ')).not.toContain('…');
  });

  it('carry no style of their own, and one name for those who do not see them', () => {
    expect(drawing.count('[style]')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(drawing.markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('are read by a pointer at the place where a figure is drawn', () => {
    for (const panel of layout.panels)
      for (const { x, y, period } of placed(panel)) {
        expect(panelAt(layout, x, Math.min(Math.max(y, panel.top), panel.bottom))).toBe(panel);
        expect(periodAt(panel, x)).toBe(period);
      }
  });
});

it('draw axes and no line where nothing is held', () => {
  const spec = PANEL_CASES['nothing held']!;
  for (const size of SIZES) {
    const drawing = draw(spec, size);
    expect(drawing.lines()).toEqual([]);
    expect(drawing.writing('axis').length).toBeGreaterThan(3);
  }
});

it('have up to two columns on a narrow drawing, and up to four on a wide one', () => {
  const columns = (spec: TimeSpec, size: Size): number =>
    new Set(layPanels(spec, size).panels.map(({ left }) => left)).size;
  const [narrow, wide] = SIZES as [Size, Size];
  expect(columns(PANEL_CASES['seven panels']!, narrow)).toBe(2);
  expect(columns(PANEL_CASES['seven panels']!, wide)).toBe(4);
  expect(columns(PANEL_CASES['one area']!, wide)).toBe(1);
});

it('explain under them what their signs mean, and only what lies on their axis', () => {
  const words = (name: string): string =>
    layPanels(PANEL_CASES[name]!, SIZES[1]!)
      .key.map(({ text }) => text)
      .join('; ');
  expect(words('a break in the middle')).toBe(
    'England; Counted differently from 2013; Not published, not reliable or rounds to zero'
  );
  expect(words('lines of two areas')).toBe('Open at any point; Started; Ended; Counted differently from 2013');
});
