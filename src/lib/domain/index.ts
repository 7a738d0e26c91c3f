export * from './figure.ts';
export * from './area.ts';
export * from './period.ts';
export * from './measure.ts';
export * from './catalogue.ts';
export * from './series.ts';
export * from './event.ts';
export * from './format.ts';
