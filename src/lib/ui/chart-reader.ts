/** One named figure of a reading. */
export interface ReadFigure {
  id: string;
  label: string;
  text: string;
  /** CSS knows the colour: "england", 1 … 8; absent where the drawing has no line of its own for it. */
  slot?: string | number;
}

/** What a tooltip says of a place on a drawing. Places are in pixels of the drawing. */
export interface Reading {
  title: string;
  /** One area's figure in words, or the figures of several lines. */
  body: string | ReadFigure[];
  /** What a screen reader says. */
  spoken: string;
  x: number;
  /** Where the tooltip hangs; absent where it hangs at the top of the drawing. */
  y?: number;
  /** A ring around one mark; or an upright rule with dots where it crosses the lines. */
  mark: { kind: 'ring' } | { kind: 'rule'; top: number; bottom: number; dots: { y: number; slot: string | number }[] };
  /** Key and full name of the area that it is of, where it is of one. */
  area?: { key: string; name: string };
}

/**
 * Reads a drawing for pointer, finger and keys: one object for each kind of chart, and one component that uses it
 * (ChartPointer.svelte). `width` and `height` are those of the drawing itself: they come from the layout it is drawn by.
 */
export interface ChartReader {
  width: number;
  height: number;
  /** The thing nearest to a place; undefined where nothing is near. */
  nearest: (x: number, y: number) => string | undefined;
  /** Where a key leads; undefined for a key that leads nowhere. */
  step: (from: string | undefined, key: string) => string | undefined;
  /** What is said of a thing; undefined for one that is not on the drawing. */
  read: (id: string) => Reading | undefined;
}
