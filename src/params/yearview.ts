import { VIEW_PATHS, YEAR_VIEWS } from '#lib/domain/index.ts';

/** The last part of the address of a view of one year. */
export const match = (part: string): boolean => YEAR_VIEWS.some((view) => VIEW_PATHS[view] === part);
