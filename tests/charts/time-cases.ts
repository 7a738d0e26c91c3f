import { SPANS, similarTo } from '#lib/domain/index.ts';
import { toSpec, type TimeExtras } from '#lib/figures/time/spec.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { contextLinesOf } from '#lib/figures/time/context-lines.ts';
import { withBands } from '#lib/figures/time/bands.ts';
import type { Picture } from '#lib/figures/time/picture.ts';
import { withSimilar } from '#lib/figures/time/similar.ts';
import { areaOf, areas, basesOf, events, fileOf, keyEvents, pictureOf, similar } from '../site.ts';

/** What the chart over time draws with all that a reader can ask of it. */
export const extraSpec = (picture: Picture, extras: TimeExtras = {}, timeline = keyEvents): TimeSpec =>
  toSpec(picture, fileOf(picture.measure.slug), timeline, 'What the figures say.', 0, extras);

/** A picture with the median of the authorities similar to one of its areas. */
export const besideSimilar = (picture: Picture, key: string): Picture =>
  withSimilar(picture, fileOf(picture.measure.slug), areaOf(key), similarTo(similar, key), {
    bases: basesOf(picture.variant),
    areas
  });

/** A picture with the intervals of its figures. */
export const banded = (picture: Picture): Picture =>
  withBands(picture, fileOf(picture.measure.slug), basesOf(picture.variant));

const back = (picture: Picture): TimeExtras => ({ context: contextLinesOf(picture, fileOf(picture.measure.slug)) });

const lookedAfter = pictureOf('looked-after', 'rate', ['309', '330']);
const inNeed = pictureOf('children-in-need', 'rate', ['309']);

/** The standing cases of what a reader can switch on. */
export const EXTRA_CASES: Record<string, TimeSpec> = {
  'fitted axis': extraSpec(lookedAfter, { isFitted: true }),
  'fitted axis with a figure held back': extraSpec(pictureOf('children-in-need', 'rate', ['850']), { isFitted: true }),
  'all others behind': extraSpec(lookedAfter, back(lookedAfter)),
  'all others behind, cut at a break': extraSpec(inNeed, back(inNeed)),
  'bands over a break': extraSpec(banded(inNeed), { hasBands: true }),
  'bands and a fitted axis': extraSpec(banded(pictureOf('looked-after', 'rate', ['926', '886'])), {
    hasBands: true,
    isFitted: true
  }),
  'shaded periods': extraSpec(lookedAfter, { spans: SPANS }),
  'shaded periods of months': extraSpec(pictureOf('care-applications', 'month', []), { spans: SPANS }, events),
  'similar authorities': extraSpec(besideSimilar(pictureOf('looked-after', 'rate', ['309']), '309')),
  everything: extraSpec(banded(besideSimilar(lookedAfter, '309')), {
    ...back(lookedAfter),
    hasBands: true,
    isFitted: true,
    spans: SPANS
  })
};

const six = pictureOf('looked-after', 'rate', ['309', '204', '330', 'E12000007', '839', 'E12000003']);

/** The standing cases of small charts. */
export const PANEL_CASES: Record<string, TimeSpec> = {
  'one area': extraSpec(pictureOf('looked-after', 'rate', ['309'])),
  'seven panels': extraSpec(besideSimilar(six, '309')),
  'a break in the middle': extraSpec(pictureOf('children-in-need', 'rate', ['309', '330', '850'])),
  'bands, periods and a fitted axis': extraSpec(banded(pictureOf('looked-after', 'rate', ['330', '926', '886'])), {
    hasBands: true,
    isFitted: true,
    spans: SPANS
  }),
  'lines of two areas': extraSpec(pictureOf('episodes-of-need', 'number', ['309', '839'])),
  'lines of one area': extraSpec(pictureOf('category-of-abuse', 'number', [])),
  'an abolished authority': extraSpec(pictureOf('looked-after', 'rate', ['875', '895'])),
  'nothing held': extraSpec({ ...six, lines: [], breaks: [] })
};
