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
  top: 64,
  right: 95,
  bottom: 28,
  left: 34,
  font: 12
};
export const WIDE: Size = {
  name: 'wide',
  width: 760,
  height: 400,
  top: 64,
  right: 150,
  bottom: 30,
  left: 44,
  font: 13
};

/** Containers narrower than this many pixels show the narrow drawing (the same number stands in the style of DrawnFigure). */
export const SWITCH = 600;

/** How many steps the axis of values has at a size, about. */
export const stepsAt = (size: Pick<Size, 'name'>): number => (size.name === 'narrow' ? 4 : 6);
