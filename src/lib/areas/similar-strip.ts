import { escapeMarkup as escape, formatNumber } from '#lib/domain/index.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { Interval } from '#lib/statistics/interval.ts';

/** A council's figure with what chance leaves open of it. */
export interface StripFigure {
  value: number;
  interval: Interval;
  isOwn: boolean;
}

const WIDTH = 200;
const ROW = 6;

/** How the strips are read. */
export const STRIP_NOTE =
  'Each line is one of the eleven, the highest first, with the 95% interval of its rate for every 10,000 children; the thick one is this council. Shaded: the 95% limits of chance round the figure of all eleven, for a council of its size.';

/** A council and the ten most similar to it as dots with their 95% bars over the limits round the figure of all eleven; empty where there are no limits. */
export const stripMarkup = (figures: readonly StripFigure[], limits: Interval | undefined, label: string): string => {
  if (!limits || !figures.some(({ isOwn }) => isOwn)) return '';
  const top = niceTop(Math.max(limits.high, ...figures.map(({ interval }) => interval.high)));
  const x = (value: number): number => Math.round((value / top) * WIDTH);
  const sorted = [...figures].sort((a, b) => b.value - a.value);
  const height = sorted.length * ROW;
  const drawn = (own: boolean, width: number, colour: string): string => {
    const rows = sorted.flatMap((figure, i) => (figure.isOwn === own ? [{ ...figure, y: i * ROW + ROW / 2 }] : []));
    const bars = rows.map(({ interval, y }) => `M${x(interval.low)} ${y}H${x(interval.high)}`).join('');
    // A line of no length with round ends is a dot.
    const dots = rows.map(({ value, y }) => `M${x(value)} ${y}h0`).join('');
    return `<g stroke="var(--${colour})"><path d="${bars}" stroke-width="${width}"/><path d="${dots}" stroke-width="${width + 4}" stroke-linecap="round"/></g>`;
  };
  const [left, right] = [x(limits.low), x(limits.high)];
  return (
    `<svg viewBox="0 0 ${WIDTH} ${height + 14}" width="${WIDTH}" role="img" aria-label="${escape(label)}">` +
    `<path d="M${left} 0H${right}V${height}H${left}" fill="var(--strong-rule)" fill-opacity=".3"/>` +
    `${drawn(false, 1, 'muted')}${drawn(true, 2, 'accent')}` +
    `<g font-size="11" fill="var(--muted)"><text y="${height + 12}">0</text><text x="${WIDTH}" y="${height + 12}" text-anchor="end">${formatNumber(top)}</text></g></svg>`
  );
};
