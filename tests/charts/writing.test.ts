import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, unitsOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { MOST_NAMED_EVENTS } from '#lib/figures/time/layout.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { events, keyEvents, pictureOf } from '../site.ts';
import { CASES, SIZES, draw, specOf } from './cases.ts';
import { PAGE_SIZES, sizeAt } from '#lib/drawing/size.ts';
import { faultsOf, overlap } from './drawing.ts';

/** What is written over something else, or over the edge of the drawing. */
const faults = (spec: TimeSpec): string[] =>
  SIZES.flatMap((size) => {
    const drawing = draw(spec, size);
    const { right, bottom } = drawing.box;
    const all = drawing.writing();
    const outside = all
      .filter((each) => each.left < -0.5 || each.top < -0.5 || each.right > right + 0.5 || each.bottom > bottom + 0.5)
      .map(({ text, kind }) => `${spec.title}, ${size.name}: “${text}” (${kind}) reaches over the edge`);
    const covered = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => overlap(a, b) > 0.5)
        .map((b) => `${spec.title}, ${size.name}: “${a.text}” lies on “${b.text}”`)
    );
    const rules = drawing.rules('event').length + drawing.count('.event-band rect');
    const named = drawing.writing('event-label').length;
    const lost =
      rules <= MOST_NAMED_EVENTS && rules !== named
        ? [`${spec.title}, ${size.name}: ${rules} events, ${named} names`]
        : [];
    return [...outside, ...covered, ...lost];
  });

const first = (found: string[]): string => found.slice(0, 10).join('\n');

/** What a page of a viewport's width leaves its chart: `--page` of app.css at most, without its margins. */
const containerOf = (viewport: number): number => Math.min(viewport, 1120) - 32;

it('three areas of every measure at the width of every page: no label on another, over the edge or cut', () => {
  const sizes = new Set([360, 390, 600, 768, 1280, 1600].map((width) => sizeAt(PAGE_SIZES, containerOf(width))));
  expect(sizes.size).toBe(3);
  const found = CATALOGUE.flatMap((measure) => {
    const spec = specOf(pictureOf(measure.slug, unitsOf(measure)[0]!.key, ['309', '839', '894']));
    return [...sizes].flatMap((size) => {
      const drawing = draw(spec, size);
      const cut = drawing.writing().filter(({ text }) => text.includes('…'));
      return [...faultsOf(drawing), ...cut.map(({ text }) => `${text} is cut`)].map(
        (fault) => `${measure.slug}, ${size.width}: ${fault}`
      );
    });
  });
  expect(first(found)).toBe('');
});

describe('nothing that is written lies on something else or over the edge', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    expect(first(faults(CASES[name]!))).toBe('');
  });

  it.each([
    ['six areas with long names', ['309', '839', 'E12000003', '926', '811', '896']],
    ['areas that ended', ['820', '875', '835', '836', '837', '909']],
    ['areas with few figures', ['201', '420', '943', '204', '850']]
  ])('%s, of every measure in every unit', (_, keys) => {
    const found = CATALOGUE.flatMap((measure) =>
      unitsOf(measure).flatMap(({ key }) => faults(specOf(pictureOf(measure.slug, key, keys))))
    );
    expect(first(found)).toBe('');
  });

  it.each([
    ['looked-after', 'rate'],
    ['care-applications', 'month'],
    ['taken-into-care', 'number'],
    ['caseload', 'average']
  ] as const)('every kind of event, on %s', (slug, unit) => {
    const picture = pictureOf(slug, unit, []);
    const kinds = Object.keys(EVENT_KINDS);
    const sets = [
      events,
      ...kinds.map((kind) => events.filter((event) => event.kind === kind)),
      ...kinds.map((kind) => events.filter((event) => event.kind === kind || keyEvents.includes(event))),
      ...events.map((_, i) => events.slice(i, i + 3))
    ];
    expect(first(sets.flatMap((set) => faults(specOf(picture, set))))).toBe('');
  });

  it('names an event by its short label, its date or both, and never cuts it', () => {
    const picture = pictureOf('looked-after', 'rate', []);
    const sets = events.flatMap((each, i) => [
      [each],
      events.slice(i, i + 2),
      events.slice(i, i + 3),
      [each, ...keyEvents]
    ]);
    const shown = new Set<string>();
    for (const set of sets)
      for (const size of SIZES) {
        const spec = specOf(picture, set);
        const band = ['Nov 2008 verdicts – Mar 2009 report', 'Nov 2008 – Mar 2009', '2008–09'];
        const isBand = ['verdicts', 'laming-report'].every((id) => spec.events.some((event) => event.id === id));
        const allowed = spec.events.flatMap(({ label }, i) => {
          const { short } = set[i]!;
          expect(label.startsWith(`${short}, `)).toBe(true);
          return [label, short, label.slice(short.length + 2)];
        });
        for (const { text } of draw(spec, size).writing('event-label')) {
          expect(isBand ? [...allowed, ...band] : allowed, text).toContain(text);
          shown.add(text);
        }
      }
    for (const { short } of events.filter(({ date }) => date > '2001'))
      expect(
        [...shown].some((text) => text.startsWith(short)),
        short
      ).toBe(true);
  });
});
