import { encode } from 'uqr';

/** The blank modules that a code must have on each side, by ISO/IEC 18004. */
const QUIET = 4;

/** A QR code as one path of an SVG: `size` is how many modules wide and high it is with its quiet zone, a module being 1. */
export interface QrCode {
  size: number;
  path: string;
}

/** The QR code of a text, error correction M: it bears a fold or a stain. Runs of dark modules are one rectangle each. */
export const qrCode = (text: string): QrCode => {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data
    .flatMap((row, y) => {
      const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
      return starts.map((x) => {
        const end = row.indexOf(false, x);
        const width = (end < 0 ? size : end) - x;
        return `M${x} ${y}h${width}v1h-${width}z`;
      });
    })
    .join('');
  return { size, path };
};
