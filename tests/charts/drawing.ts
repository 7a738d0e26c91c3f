import { parseHTML } from 'linkedom';

/*
 * Reads a drawing back from its markup: what is written where, and where the lines run. Places are in pixels.
 */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Writing extends Box {
  text: string;
  /** The class of the group it is in: "label", "event-label", "axis" … */
  kind: string;
}

export interface Stroke {
  kind: string;
  points: { x: number; y: number }[];
}

interface Node {
  getAttribute(name: string): string | null;
  closest(selector: string): Node | null;
  parentElement: Node | null;
  textContent: string | null;
}

const shift = (node: Node): { x: number; y: number } => {
  const [, x = '0', y = '0'] = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(node.getAttribute('transform') ?? '') ?? [];
  return { x: Number(x), y: Number(y) };
};

/** The value of an attribute on a node or on the nearest group around it. */
const inherited = (node: Node | null, name: string): string | undefined => {
  for (let at = node; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value) return value;
  }
  return undefined;
};

const placeOf = (node: Node): { x: number; y: number } => {
  const place = { x: 0, y: 0 };
  for (let at: Node | null = node; at; at = at.parentElement) {
    const { x, y } = shift(at);
    place.x += x;
    place.y += y;
  }
  return place;
};

/** Letters are taken to be 0.6 em wide, which is wider than most. */
const WIDTH_OF_A_LETTER = 0.6;

const toWriting = (node: Node): Writing => {
  const { x, y } = placeOf(node);
  const font = Number(inherited(node, 'font-size'));
  const text = node.textContent ?? '';
  const width = text.length * font * WIDTH_OF_A_LETTER;
  const anchor = inherited(node, 'text-anchor');
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  // 0.3em puts the middle of the letters on y, 0.7em their top.
  const baseline = y + Number.parseFloat(node.getAttribute('y') ?? '0') * font;
  return {
    text,
    kind: inherited(node, 'class') ?? '',
    left,
    right: left + width,
    top: baseline - 0.75 * font,
    bottom: baseline + 0.2 * font
  };
};

const numbersOf = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

const toStroke = (node: Node): Stroke => {
  const { x, y } = placeOf(node);
  const places = numbersOf(node.getAttribute('d') ?? '');
  const points = Array.from({ length: places.length / 2 }, (_, i) => ({
    x: places[2 * i]! + x,
    y: places[2 * i + 1]! + y
  }));
  return { kind: inherited(node, 'class') ?? '', points };
};

/** What a drawing holds. */
export class Drawing {
  readonly #root;

  constructor(readonly markup: string) {
    this.#root = parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document;
  }

  #all(selector: string): Node[] {
    return [...this.#root.querySelectorAll(selector)] as unknown as Node[];
  }

  get box(): Box {
    const [left = 0, top = 0, width = 0, height = 0] = numbersOf(this.#all('svg')[0]!.getAttribute('viewBox')!);
    return { left, right: left + width, top, bottom: top + height };
  }

  writing(...kinds: string[]): Writing[] {
    const all = this.#all('text').map(toWriting);
    return kinds.length ? all.filter(({ kind }) => kinds.includes(kind)) : all;
  }

  /** The sizes of the letters of a kind. */
  fonts(kind: string): number[] {
    return this.#all(`.${kind} text`).map((node) => Number(inherited(node, 'font-size')));
  }

  /** The paths of the lines, one a joined run. */
  lines(): Stroke[] {
    return this.#all('.line path').map(toStroke);
  }

  /** The pieces of paths, each from one move of the pen to the next. */
  pieces(selector: string): Stroke['points'][] {
    return this.#all(selector).flatMap((node) => {
      const { x, y } = placeOf(node);
      return (node.getAttribute('d') ?? '')
        .split(/(?=M)/)
        .filter(Boolean)
        .map((part) => {
          const places = numbersOf(part);
          return Array.from({ length: places.length / 2 }, (_, i) => ({
            x: places[2 * i]! + x,
            y: places[2 * i + 1]! + y
          }));
        });
    });
  }

  /** Shaded bands of periods. */
  shades(): { left: number; right: number }[] {
    return this.bands('.shade');
  }

  /** Rectangles of groups, from edge to edge. */
  bands(selector: string): { left: number; right: number }[] {
    return this.#all(`${selector} rect`).map((node) => {
      const left = Number(node.getAttribute('x')) + placeOf(node).x;
      return { left, right: left + Number(node.getAttribute('width')) };
    });
  }

  /** The middles of the dots: figures that stand alone, ends of lines, and figures worked out. */
  dots(): { x: number; y: number; kind: string }[] {
    return this.#all('.dot circle').map((node) => ({
      x: Number(node.getAttribute('cx')) + placeOf(node).x,
      y: Number(node.getAttribute('cy')) + placeOf(node).y,
      kind: inherited(node, 'class') ?? ''
    }));
  }

  /** The middles of the circles and symbols of groups. */
  middles(selector: string): { x: number; y: number }[] {
    return [...this.#all(`${selector} circle`), ...this.#all(`${selector} path`)].map((node) => {
      const { x, y } = placeOf(node);
      return { x: x + Number(node.getAttribute('cx') ?? 0), y: y + Number(node.getAttribute('cy') ?? 0) };
    });
  }

  /** Paths of groups, as places. */
  paths(selector: string): Stroke[] {
    return this.#all(`${selector} path`).map(toStroke);
  }

  /** Straight lines of groups, from end to end. */
  segments(selector: string): { x1: number; x2: number; y1: number; y2: number }[] {
    return this.#all(`${selector} line`).map((node) => {
      const { x, y } = placeOf(node);
      const at = (name: string): number => Number(node.getAttribute(name));
      return { x1: at('x1') + x, x2: at('x2') + x, y1: at('y1') + y, y2: at('y2') + y };
    });
  }

  /** Where the marks of what is not published stand. */
  missing(): { x: number; y: number }[] {
    return this.#all('.missing path').map(placeOf);
  }

  /** Upright rules of a kind: "event", "break", "mark". */
  rules(kind: string): number[] {
    return this.#all(`.${kind} line`).map((node) => Number(node.getAttribute('x1')) + placeOf(node).x);
  }

  /** Elements that have an attribute, and elements of a name. */
  count(selector: string): number {
    return this.#all(selector).length;
  }
}

/** What is written over something else, or over the edge of a drawing. */
export const faultsOf = (drawing: Drawing): string[] => {
  const { right, bottom } = drawing.box;
  const all = drawing.writing();
  const outside = all
    .filter((each) => each.left < -0.5 || each.top < -0.5 || each.right > right + 0.5 || each.bottom > bottom + 0.5)
    .map(({ text, kind }) => `“${text}” (${kind}) reaches over the edge`);
  const covered = all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => overlap(a, b) > 0.5)
      .map((b) => `“${a.text}” (${a.kind}) lies on “${b.text}” (${b.kind})`)
  );
  return [...outside, ...covered];
};

/** By how many pixels two boxes lie on each other; 0 where they do not. */
export const overlap = (a: Box, b: Box): number => {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? Math.min(wide, high) : 0;
};
