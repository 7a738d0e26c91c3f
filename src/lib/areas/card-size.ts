import type { Size } from '#lib/drawing/size.ts';

/** Three charts of this size are side by side on a page 1,280 pixels wide; at the top two rows, for the unit and the name of the band. */
export const CARD_SIZE: Size = {
  name: 'narrow',
  width: 344,
  height: 184,
  top: 62,
  right: 100,
  bottom: 24,
  left: 30,
  font: 12
};
