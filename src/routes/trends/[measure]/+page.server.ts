import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { firstFigure } from './first-figure';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = async ({ parent }) => ({ first: await firstFigure(await parent()) });
