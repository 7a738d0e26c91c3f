/** How many dots a field has in a row and in a column; every field has 10,000. */
export interface Grid {
  across: number;
  down: number;
}

/** Which of a field's 10,000 dots are filled for a count: spread evenly, the same each time; fewer are the first of more. */
export const dots = (count: number, { across, down }: Grid): { x: number; y: number }[] => {
  // Steps of the golden section fill a square evenly (Roberts 2018, the R2 sequence).
  const g = 1.324717957244746;
  const seen = new Set<string>();
  const out: { x: number; y: number }[] = [];
  for (let n = 1; out.length < count && n < 100_000; n++) {
    const x = Math.floor(((0.5 + n / g) % 1) * across);
    const y = Math.floor(((0.5 + n / (g * g)) % 1) * down);
    const place = `${x}/${y}`;
    if (!seen.has(place)) {
      seen.add(place);
      out.push({ x, y });
    }
  }
  return out;
};
