/** How many of a field of 100 by 100 dots are filled, and where: spread evenly, the same each time. */
export const dots = (count: number): { x: number; y: number }[] => {
  // Steps of the golden section fill a square evenly (Roberts 2018, the R2 sequence).
  const g = 1.324717957244746;
  const seen = new Set<string>();
  const out: { x: number; y: number }[] = [];
  for (let n = 1; out.length < count && n < 100_000; n++) {
    const x = Math.floor(((0.5 + n / g) % 1) * 100);
    const y = Math.floor(((0.5 + n / (g * g)) % 1) * 100);
    const place = `${x}/${y}`;
    if (!seen.has(place)) {
      seen.add(place);
      out.push({ x, y });
    }
  }
  return out;
};
