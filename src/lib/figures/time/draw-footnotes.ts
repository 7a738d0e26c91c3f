import type * as Plot from '@observablehq/plot';
import { byCode } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { stack, touches, widthOf, type Box } from '#lib/drawing/labels.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import { strokes, verticalRule } from '#lib/drawing/rules.ts';
import { placeText, writeAll, type Placed } from '#lib/drawing/text.ts';

interface PlacedBreak extends Placed {
  cut: boolean;
  place: number;
}

/** The labels of breaks, in rows above the axis; of breaks that look the same, one. */
const breakLabels = (spec: TimeSpec, at: Geometry, size: Size, font: number): PlacedBreak[] => {
  const marks = spec.breaks.map((each) => ({
    ...each,
    place: (at.atPeriod(each.lastBefore) + at.atPeriod(each.firstAfter)) / 2
  }));
  const labels = marks
    .filter((each, i) => marks.findIndex(({ place, label }) => place === each.place && label === each.label) === i)
    .map(({ label, cut, place }) => {
      const width = widthOf(label, font);
      const flip = place + 4 + width > size.width - size.right + 6;
      const from = flip ? place - 4 - width : place + 4;
      return { label, cut, place, flip, from, to: from + width };
    })
    .sort((a, b) => a.from - b.from);
  const rows = stack(labels, 3);
  return labels.map(({ label, cut, place, flip }, i) => ({
    cut,
    place,
    ...placeText(
      label,
      place + (flip ? -4 : 4),
      size.height - size.bottom - 10 - rows[i]! * (font + 3),
      flip ? 'end' : 'start',
      font
    )
  }));
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

/** What is written just above the axis: where a line is cut or marked, and which figures are held back; with its places. */
export const footnotes = (
  spec: TimeSpec,
  at: Geometry,
  size: Size
): { behind: Plot.Markish[]; before: Plot.Markish[]; taken: Box[] } => {
  const font = size.font - 2;
  const breaks = breakLabels(spec, at, size, font);
  const hidden = hiddenLabels(spec, at, size, font, breaks);
  const rules = (cut: boolean): Plot.Markish[] =>
    strokes(
      breaks
        .filter((each) => each.cut === cut)
        .map(({ place }) => verticalRule(place, size.top, size.height - size.bottom)),
      {
        className: cut ? 'break' : 'mark',
        stroke: 'var(--break)',
        ...(cut ? { width: 1.25, dash: '5 3' } : { dash: '1 3' })
      }
    );
  return {
    behind: [
      ...rules(true),
      ...rules(false),
      ...writeAll(breaks, { font, fill: 'var(--break)', className: 'break-label', style: 'italic', halo: true })
    ],
    before: writeAll(hidden, { font, fill: 'var(--muted)', className: 'missing-label', halo: true }),
    taken: [...breaks, ...hidden].map(({ box }) => box)
  };
};
