import type { Area } from '#lib/domain/index.ts';

/** True for an area that has a brief: an authority in being. */
export const hasBrief = ({ level, ended }: Area): boolean => level === 'Local authority' && !ended;
