/** The Department's statistical neighbours: each authority's ten most similar, the nearest first. By column. */
export interface Similar {
  /** The year of the Department's model. */
  model: string;
  /** Three-digit codes. */
  key: string[];
  /** For each key the codes of its ten neighbours. */
  near: string[][];
}

/** The ten authorities most similar to one, the nearest first; empty for an area of which the model knows nothing. */
export const similarTo = ({ key, near }: Similar, area: string): string[] => near[key.indexOf(area)] ?? [];
