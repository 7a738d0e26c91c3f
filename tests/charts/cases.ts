import type { TimelineEvent } from '#lib/domain/index.ts';
import type { Picture } from '#lib/figures/time/picture.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { NARROW, WIDE, type Size } from '#lib/drawing/size.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { events, fileOf, keyEvents, pictureOf } from '../site.ts';
import { Drawing } from './drawing.ts';

export const specOf = (picture: Picture, timeline: TimelineEvent[] = keyEvents): TimeSpec =>
  toSpec(picture, fileOf(picture.measure.slug), timeline, 'What the figures say.');

const only = (picture: Picture, ...keys: string[]): Picture => ({
  ...picture,
  lines: picture.lines.filter(({ areaKey }) => keys.includes(areaKey))
});

/** The standing cases: what every chart must do right. */
export const CASES: Record<string, TimeSpec> = {
  'one area': specOf(pictureOf('looked-after', 'rate', ['309'])),
  'areas whose names would collide': specOf(
    pictureOf('looked-after', 'rate', ['309', '204', '330', 'E12000007', '839', 'E12000003'])
  ),
  empty: specOf({ ...only(pictureOf('looked-after', 'rate', [])), breaks: [] }),
  'all suppressed': specOf(only(pictureOf('plans-of-two-years-or-more', 'percent', ['943']), '943')),
  'a true zero': specOf(pictureOf('child-protection-plans', 'number', ['420'])),
  'an abolished authority': specOf(pictureOf('looked-after', 'number', ['875'])),
  'ended beside living ones': specOf(pictureOf('looked-after', 'number', ['820', '835', '836', '839'])),
  'a break in the middle': specOf(pictureOf('children-in-need', 'rate', ['309'])),
  'isolated points and gaps': specOf(pictureOf('child-protection-plans', 'number', [])),
  'months with gaps': specOf(pictureOf('care-applications', 'month', [])),
  'many events': specOf(pictureOf('looked-after', 'rate', ['309']), events),
  'rounded to zero': specOf(pictureOf('agency-social-workers', 'percent', ['394'])),
  'lines of one area': specOf(pictureOf('episodes-of-need', 'number', ['309', '839'])),
  index: specOf(pictureOf('looked-after', 'index', ['309', '330']))
};

export const SIZES: Size[] = [NARROW, WIDE];

export const draw = (spec: TimeSpec, size: Size): Drawing => new Drawing(prerender(spec, size));
