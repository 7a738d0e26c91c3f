import { placeFlags, type Flag } from './label-poles.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { DistributionSpec } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { widthOf } from '#lib/drawing/labels.ts';
import { formatStep } from '#lib/drawing/ticks.ts';
import { placeText } from '#lib/drawing/text.ts';

/** A dot of a distribution in pixels. */
interface PiledDot {
  point: DistributionSpec['points'][number];
  x: number;
  y: number;
}

/** Everything of a distribution in pixels: one map for the drawing, the pointer and the keyboard. */
export interface DistributionLayout {
  size: Size;
  x: (value: number) => number;
  /** Radius of the dots. */
  r: number;
  /** In the order of their values. */
  dots: PiledDot[];
  /** Names of dots. */
  flags: Flag<PiledDot>[];
  at: { title: number; quartiles: number; references: number };
}

/** Piles dots of a radius, each over its value and as low as the others leave room: their heights above the ground. */
const pile = (places: readonly number[], r: number): number[] => {
  const gap = 2 * r + 0.5;
  const down: { x: number; up: number }[] = [];
  return places.map((x) => {
    const near = down.filter((other) => Math.abs(other.x - x) < gap);
    const rests = near.map((other) => other.up + Math.sqrt(gap ** 2 - (other.x - x) ** 2));
    const isFree = (up: number): boolean =>
      near.every((other) => (other.x - x) ** 2 + (other.up - up) ** 2 >= gap ** 2 - 1e-6);
    const up = [r + 1, ...rests].sort((a, b) => a - b).find(isFree)!;
    down.push({ x, up });
    return up;
  });
};

/** Lays a distribution out: dots as large as the height bears, and no higher than they need with names over them. */
export const layDistribution = (spec: DistributionSpec, base: Size): DistributionLayout => {
  const title = base.font * 0.6 + 2;
  const quartiles = title + base.font + 5;
  const references = (spec.quartiles ? quartiles : title) + base.font + 4;
  const top = Math.round(references + base.font);
  const [low, high] = spec.domain;
  // The numbers at both ends of the axis are centred on them.
  const [left, right] = [low, high].map((end) =>
    Math.max(16, Math.ceil(widthOf(formatStep(end), base.font - 1) / 2) + 1)
  ) as [number, number];
  const x = (value: number): number => left + ((value - low) / (high - low || 1)) * (base.width - left - right);
  const points = spec.points
    .flatMap((point) => (point.value === null ? [] : [{ point, x: x(point.value) }]))
    // Of equal figures the chosen lie on top.
    .sort((a, b) => a.x - b.x || Number(a.point.named) - Number(b.point.named));
  const places = points.map((each) => each.x);
  const font = base.font - 1;
  // Names take up to half of the height; what they do not need is left away.
  const room = base.height - top - base.bottom;
  let r = base.name === 'narrow' ? 4.5 : 6;
  let ups = pile(places, r);
  while (r > 1.5 && Math.max(0, ...ups) + r > room * 0.6) ups = pile(places, (r -= 0.5));
  const flat = points.map((each, i) => ({ ...each, y: -ups[i]! }));
  const raised = placeFlags(flat, r, { left: 0, right: base.width, top: -room, bottom: 0 }, font);
  const highest = Math.max(0, ...ups.map((up) => up + r), ...raised.map(({ placed }) => -placed.box.top));
  const ground = Math.ceil(top + highest + 4);
  const dots = flat.map((dot) => ({ ...dot, y: dot.y + ground }));
  return {
    size: { ...base, left, right, top, height: ground + base.bottom },
    x,
    r,
    dots,
    flags: raised.map(({ dot, placed: { text, x, y, anchor } }) => ({
      dot: dots[flat.indexOf(dot)]!,
      placed: placeText(text, x, y + ground, anchor, font)
    })),
    at: { title, quartiles, references }
  };
};

/** The places of the areas of a distribution, in pixels of the drawing. */
export const placeDistribution = (spec: DistributionSpec, base: Size): Placed => {
  const { size, dots } = layDistribution(spec, base);
  return { width: size.width, height: size.height, places: dots.map(({ point, x, y }) => ({ key: point.key, x, y })) };
};
