export type ChartCode = typeof import('$lib/charts/time');

let loaded: ChartCode | undefined;

/** The code that draws charts, if it is here: a second `import()` would cost a frame. */
export const chartCodeNow = (): ChartCode | undefined => loaded;

/** Fetches the code that draws charts, with Plot; once it is here it is here to stay. */
export const chartCode = async (): Promise<ChartCode> => (loaded ??= await import('$lib/charts/time'));
