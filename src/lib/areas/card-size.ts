import type { Size } from '#lib/drawing/size.ts';

/** Three charts of this size stand side by side on a page 1,280 pixels wide. */
export const CARD_SIZE: Size = {
  name: 'narrow',
  width: 344,
  height: 170,
  top: 48,
  right: 100,
  bottom: 24,
  left: 30,
  font: 12
};
