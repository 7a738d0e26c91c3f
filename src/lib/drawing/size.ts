/** A drawing's size and margins in CSS pixels. */
export interface Size {
  name: 'narrow' | 'wide';
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  font: number;
}

export const NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 320,
  top: 62,
  right: 106,
  bottom: 28,
  left: 34,
  font: 12
};
export const WIDE: Size = {
  name: 'wide',
  width: 760,
  height: 400,
  top: 62,
  right: 150,
  bottom: 30,
  left: 44,
  font: 13
};

/** The sizes of a drawing: narrow, wide, and one for containers of a whole page where it has that. */
export interface Sizes<T = Size> {
  narrow: T;
  wide: T;
  full?: T;
}

/** The sizes of a chart that its page is about: half of a phone's screen, and the whole width of a large one. */
export const PAGE_SIZES: Required<Sizes> = {
  narrow: { ...NARROW, height: 430 },
  wide: { ...WIDE, height: 430 },
  full: { ...WIDE, width: 1088, height: 520 }
};

/** Containers this wide show the full drawing where there is one (the same number stands in the style of DrawnFigure). */
export const SWITCH_FULL = 900;

/** The size that a container of some width shows. */
export const sizeAt = (sizes: Sizes, width: number): Size =>
  width > 0 && width < SWITCH ? sizes.narrow : width >= SWITCH_FULL ? (sizes.full ?? sizes.wide) : sizes.wide;

/** Containers narrower than this many pixels show the narrow drawing (the same number stands in the style of DrawnFigure). */
export const SWITCH = 600;
