import type { Place } from './area-mark.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How far aside counts against how far ahead. */
const ASIDE = 2;

/** How far aside a step may lead for each pixel ahead: what lies further aside is not that way. */
const WIDEST = 3;

/** Less than this, in pixels, is no step: tiles of one row are not quite on one line. */
const LEAST = 1;

const ahead = (from: Place, to: Place, direction: Direction): { along: number; aside: number } => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  switch (direction) {
    case 'left':
      return { along: -dx, aside: Math.abs(dy) };
    case 'right':
      return { along: dx, aside: Math.abs(dy) };
    case 'up':
      return { along: -dy, aside: Math.abs(dx) };
    case 'down':
      return { along: dy, aside: Math.abs(dx) };
    default:
      return direction satisfies never;
  }
};

/**
 * The place an arrow key leads to: the nearest in its direction, with what lies aside counted twice and what lies far aside left out; of two as near the one
 * further left. Where nothing lies that way, and for a key that is not there, the key itself.
 */
export const keyboardNeighbour = (places: readonly Place[], key: string, direction: Direction): string => {
  const from = places.find((place) => place.key === key);
  if (!from) return key;
  let best = { key, cost: Infinity, x: 0 };
  for (const place of places) {
    const { along, aside } = ahead(from, place, direction);
    if (along < LEAST || aside > WIDEST * along) continue;
    const cost = along + ASIDE * aside;
    if (cost < best.cost - 0.01 || (cost < best.cost + 0.01 && place.x < best.x))
      best = { key: place.key, cost, x: place.x };
  }
  return best.key;
};
