import * as Plot from '@observablehq/plot';
import { byCode, toDecimalYear } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { ChartBreak, TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { touches, widthOf } from '#lib/drawing/labels.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';

/** Halfway between the last period before a break and the first after it, in decimal years. */
const middleOf = (spec: TimeSpec, { lastBefore, firstAfter }: Omit<ChartBreak, 'notes' | 'cut'>): number =>
  (toDecimalYear(lastBefore, spec.timing) + toDecimalYear(firstAfter, spec.timing)) / 2;

/** The breaks, each with where it is; of those that look the same, one. */
const breaksOf = (spec: TimeSpec): { notes: string[]; cut: boolean; middle: number }[] => {
  const all = spec.breaks.map(({ notes, cut, ...each }) => ({ notes, cut, middle: middleOf(spec, each) }));
  return all.filter(
    (each, i) => all.findIndex(({ middle, notes }) => middle === each.middle && notes[0] === each.notes[0]) === i
  );
};

/** The rows above the axis in which notes of breaks may stand. */
const ROWS = 5;

/**
 * The notes of breaks, each beside its rule: the longest that fits right of it or left of it, in the lowest row that is free. Where
 * even the shortest touches another it is left out; the list under the chart names every break.
 */
const breakNotes = (spec: TimeSpec, at: Geometry, size: Size, font: number): Placed[] => {
  const [left, right] = [size.left, size.width - size.right + 6];
  const out: Placed[] = [];
  for (const { notes, middle } of breaksOf(spec).sort((a, b) => a.middle - b.middle)) {
    const place = at.x(middle);
    const options = notes.flatMap((note) =>
      Array.from({ length: ROWS }, (_, row) => size.height - size.bottom - 10 - row * (font + 3)).flatMap((y) => [
        placeText(note, place + 4, y, 'start', font),
        placeText(note, place - 4, y, 'end', font)
      ])
    );
    const found = options.find(
      ({ box }) => box.left >= left && box.right <= right && !out.some((other) => touches(box, other.box))
    );
    if (found) out.push(found);
  }
  return out;
};

/** Labels of the marks on the axis, each at the first of its kind, in the lowest row that is free. */
const hiddenLabels = (spec: TimeSpec, at: Geometry, size: Size, font: number, breaks: Placed[]): Placed[] => {
  const hidden = spec.lines.flatMap(({ points }) => points.filter(isHidden)).sort((a, b) => byCode(a.period, b.period));
  const firsts = [
    { label: 'not published', first: hidden.find(({ status }) => status !== 'low') },
    { label: 'rounds to zero', first: hidden.find(({ status }) => status === 'low') }
  ];
  const out: Placed[] = [];
  for (const { label, first } of firsts) {
    if (!first) continue;
    const place = at.atPeriod(first.period);
    const flip = place + widthOf(label, font) > size.width - size.right;
    const options = [0, 1, 2, 3, 4].map((row) =>
      placeText(
        label,
        place + (flip ? 4 : -4),
        size.height - size.bottom - size.font - row * (font + 3),
        flip ? 'end' : 'start',
        font
      )
    );
    const free = options.find(({ box }) => ![...breaks, ...out].some((other) => touches(box, other.box)));
    if (free) out.push(free);
  }
  return out;
};

/** What is written just above the axis: where a line is cut or marked, and which figures are held back. */
export const layFootnotes = (spec: TimeSpec, at: Geometry, size: Size): { breaks: Placed[]; hidden: Placed[] } => {
  const font = size.font - 2;
  const breaks = breakNotes(spec, at, size, font);
  return { breaks, hidden: hiddenLabels(spec, at, size, font, breaks) };
};

/** Rules where a line is cut, and finer ones where it is only marked. */
export const breakRules = (spec: TimeSpec): Plot.Markish[] =>
  [true, false].map((cut) => {
    const own = breaksOf(spec).filter((each) => each.cut === cut);
    return own.length
      ? Plot.ruleX(own, {
          x: 'middle',
          stroke: 'var(--break)',
          ...(cut ? { strokeWidth: 1.25, strokeDasharray: '5 3' } : { strokeDasharray: '1 3' }),
          className: cut ? 'break' : 'mark'
        })
      : null;
  });
