import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { firstDrawing } from './first-drawing';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = async ({ parent }) => ({ drawn: await firstDrawing(await parent()) });
