import type { Drawing, Writing } from './drawing.ts';

/*
 * Reads an axis back from its written steps, so that a place is held against what a reader would read off, and not against
 * the code that put it there.
 */

const toNumber = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-').replace('+', ''));

export type Step = { value: number; at: number };

const middle = ({ left, right, top, bottom }: Writing): { x: number; y: number } => ({
  x: (left + right) / 2,
  // Writing's box is a little higher than deep: 0.75 em over the baseline, 0.2 em under it; the middle of digits is at 0.32.
  y: bottom - ((bottom - top) / 0.95) * 0.52
});

/** The steps of the axis that lies across, of the row of them that is highest or lowest. */
export const stepsAcross = (drawing: Drawing, row: 'first' | 'last' = 'last'): Step[] => {
  const all = drawing.writing('axis').map((each) => ({ ...middle(each), value: toNumber(each.text) }));
  const rows = [...new Set(all.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const wanted = row === 'first' ? rows[0] : rows.at(-1);
  return all.filter(({ y }) => Math.round(y) === wanted).map(({ value, x }) => ({ value, at: x }));
};

/** The steps of the axis that stands upright at the left. */
export const stepsUp = (drawing: Drawing): Step[] => {
  const low = stepsAcross(drawing);
  const texts = drawing.writing('axis').map((each) => ({ ...middle(each), value: toNumber(each.text), text: each }));
  return texts.filter(({ x }) => !low.some(({ at }) => at === x)).map(({ value, y }) => ({ value, at: y }));
};

/** From a value to its place by two steps that are far from each other, `shape` being what the axis does to values. */
export const reading = (steps: Step[], shape: (value: number) => number = (value) => value) => {
  const sorted = [...steps].sort((a, b) => a.value - b.value);
  const [a, b] = [sorted[0]!, sorted.at(-1)!];
  return (value: number): number =>
    a.at + ((shape(value) - shape(a.value)) / (shape(b.value) - shape(a.value))) * (b.at - a.at);
};
