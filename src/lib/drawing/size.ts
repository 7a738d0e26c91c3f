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
  right: 102,
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

/** Containers narrower than this many pixels show the narrow drawing (the same number stands in the style of DrawnFigure). */
export const SWITCH = 600;
