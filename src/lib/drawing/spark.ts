import { runsOf, toDecimalYear, type Line, type Timing } from '#lib/domain/index.ts';

/** The size of a small line in CSS pixels. */
export const SPARK = { width: 120, height: 32, pad: 3 } as const;

/** A small line: one path a joined run, dots for points that stand alone and for the last. Zero is at the foot. */
export interface Spark {
  paths: { slot: string; d: string }[];
  dots: { slot: string; x: number; y: number }[];
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A line through places, each but the first by how far it is from the one before: a page of many lines is 0.7 KB shorter so. */
const pathOf = (places: readonly (readonly [x: number, y: number])[]): string => {
  const steps = places.slice(1).map(([x, y], i) => [x - places[i]![0], y - places[i]![1]]);
  const short = (step: number): string => String(tenth(step) + 0).replace(/^(-?)0\./, '$1.');
  return `M${places[0]!.join(',')}l${steps.map((step) => step.map(short).join(',')).join(' ')}`;
};

/** Works out the small drawing of some lines on one scale; no axis, no text. */
export const spark = (lines: (Pick<Line, 'points'> & { slot: string })[], timing: Timing): Spark => {
  const places = lines.flatMap(({ points }) =>
    points.flatMap(({ period, value }) => (value === null ? [] : [{ x: toDecimalYear(period, timing), y: value }]))
  );
  if (!places.length) return { paths: [], dots: [] };
  const first = Math.min(...places.map(({ x }) => x));
  const last = Math.max(...places.map(({ x }) => x), first + 1);
  const top = Math.max(...places.map(({ y }) => y)) || 1;
  const { width, height, pad } = SPARK;
  const x = (at: number): number => tenth(pad + ((at - first) / (last - first)) * (width - 2 * pad));
  const y = (value: number): number => tenth(height - pad - (value / top) * (height - 2 * pad));
  const out: Spark = { paths: [], dots: [] };
  for (const { points, slot } of lines) {
    const runs = runsOf(points).map((run) =>
      run.map((point) => [x(toDecimalYear(point.period, timing)), y(point.value!)] as const)
    );
    for (const run of runs.filter((each) => each.length > 1)) out.paths.push({ slot, d: pathOf(run) });
    for (const [cx, cy] of runs.filter((each) => each.length === 1).flat()) out.dots.push({ slot, x: cx, y: cy });
    const end = runs.at(-1)?.at(-1);
    if (end && runs.at(-1)!.length > 1) out.dots.push({ slot, x: end[0], y: end[1] });
  }
  return out;
};
