export { cardSpec } from '#lib/areas/card-chart.ts';
export { measureOf } from '#lib/domain/catalogue/index.ts';
export { load } from '#lib/series/load.ts';
