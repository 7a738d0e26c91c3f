import type { Point } from '#lib/domain/index.ts';

/** True where a figure exists and is held back, not reliable or rounded away: a mark on the axis says so. A gap has none. */
export const isHidden = ({ status }: Pick<Point, 'status'>): boolean =>
  status === 'suppressed' || status === 'unreliable' || status === 'low';

/** True where a point is drawn hollow: worked out from two published figures. Medians are lines of their own look. */
export const isHollow = ({ slot }: { slot: string | number }, { status }: Pick<Point, 'status'>): boolean =>
  status === 'derived' && slot !== 'similar';
