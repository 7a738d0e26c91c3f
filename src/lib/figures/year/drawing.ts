import type { Extra } from '#lib/address/trend.ts';
import type { Tiles } from '#lib/domain/index.ts';
import type { AreaMark, Placed } from '#lib/drawing/area-mark.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { YearPicture } from './picture.ts';

/** A drawing of one year with what reads it: its sizes, the places of its marks, and their words. */
export interface YearDrawing {
  sizes: { narrow: Size; wide: Size };
  /** `document` is the browser's, or a light one while prerendering. */
  draw: (size: Size, document?: Document) => SVGSVGElement;
  place: (size: Size) => Placed;
  marks: AreaMark[];
  /** What stands after a figure: "per 10,000 children". */
  unit: string;
  /** True where each area has a row across the whole drawing. */
  inRows?: boolean;
}

/** What a kind of figure draws of a picture of one year. `tiles` are the places of authorities on the map. */
export type ToDrawing = (
  picture: YearPicture,
  options: { extras: readonly Extra[]; tiles: Tiles | undefined }
) => YearDrawing;
