/** A point of a line, in pixels. */
interface Dot {
  x: number;
  y: number;
}

/** Cuts a line at two heights: the pieces between them, each ending on the height where it leaves. */
export const within = (points: readonly Dot[], top: number, bottom: number): Dot[][] => {
  const pieces: Dot[][] = [];
  const isIn = ({ y }: Dot): boolean => y >= top && y <= bottom;
  const at = (a: Dot, b: Dot, y: number): Dot => ({ x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), y });
  const edge = (inside: Dot, outside: Dot): Dot => at(inside, outside, outside.y < top ? top : bottom);
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (isIn(point)) {
      if (before && isIn(before)) pieces.at(-1)!.push(point);
      else pieces.push(before ? [edge(point, before), point] : [point]);
    } else if (before && isIn(before)) pieces.at(-1)!.push(edge(before, point));
  });
  return pieces.filter((piece) => piece.length > 1);
};
