const HOISTED = ['fill', 'stroke', 'stroke-width', 'font-size', 'text-anchor'] as const;

/** Groups smaller than this gain nothing. */
const FEW = 3;

/**
 * A drawing's markup with fewer bytes and the same look: what all shapes of a group have in common is said once, on the group,
 * from which they inherit it. For pages of very many drawings; takes and gives markup.
 */
export const shrinkSvg = (markup: string): string =>
  markup.replace(/<g([^>]*)>((?:(?!<\/?g[ >]).)+)<\/g>/gs, (whole, own: string, inside: string) => {
    const shapes = inside.match(/<(?:path|circle|line|text|rect)\b[^>]*>/g) ?? [];
    if (shapes.length < FEW) return whole;
    let [attributes, content] = [own, inside];
    for (const name of HOISTED) {
      const found = new RegExp(` ${name}="([^"]*)"`);
      const values = new Set(shapes.map((shape) => found.exec(shape)?.[1]));
      const [value] = values;
      if (values.size !== 1 || value === undefined) continue;
      content = content.replaceAll(` ${name}="${value}"`, '');
      attributes = `${attributes.replace(found, '')} ${name}="${value}"`;
    }
    return `<g${attributes}>${content}</g>`;
  });
