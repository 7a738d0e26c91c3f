import { BASE_YEAR, round, type Line, type Period } from '#lib/domain/index.ts';

/** The last segment of a line: the points that may be compared with its latest figure. */
export const latestSegment = <T extends Line>(line: T): T => {
  const last = line.points.filter((point) => point.value !== null).at(-1)?.segment;
  return { ...line, points: line.points.filter((point) => point.segment === last) };
};

/**
 * The year that all lines can be indexed to: the first from March 2008 on in which each has a value above zero in its
 * latest segment. Undefined where there is no such year.
 */
export const indexBase = (lines: Line[]): Period | undefined => {
  const usable = lines.map(
    (line) =>
      new Set(
        latestSegment(line)
          .points.filter(({ value, period }) => value && period >= BASE_YEAR)
          .map(({ period }) => period)
      )
  );
  const [first, ...rest] = usable;
  return first && [...first].sort().find((period) => rest.every((each) => each.has(period)));
};

/** A line with its base year's value as 100, in one decimal place; only the segment that holds the base year. */
export const indexTo = <T extends Line>(line: T, base: Period): T => {
  const origin = line.points.find((point) => point.period === base);
  if (!origin?.value) return { ...line, points: [] };
  const { value: hundred, segment } = origin;
  return {
    ...line,
    points: line.points
      .filter((point) => point.segment === segment)
      .map(({ printed: _, ...point }) => ({
        ...point,
        ...(point.value === null
          ? { value: null }
          : { value: round((point.value / hundred) * 100, 1), unrounded: (point.value / hundred) * 100 }),
        below: round((point.below / hundred) * 100, 1),
        above: round((point.above / hundred) * 100, 1)
      }))
  };
};
