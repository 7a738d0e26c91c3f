import type { Period } from '#lib/domain/index.ts';
import { mapped, type Geometry } from '#lib/figures/time/layout.ts';
import type { ChartLine, TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { keyItems, layKey, type KeyItem } from './key.ts';
import { charactersThatFit, widthOf, wrap, type Box } from '#lib/drawing/labels.ts';
import { formatStep, steps } from '#lib/drawing/ticks.ts';

/** How many steps the axis of values has in a small panel, about. */
const STEPS = 3;

/** The most years that are named under a panel. */
export const MOST_YEARS = 3;

/** One small chart of several: an area's lines in a box (pixels of the whole drawing), with what it is compared with behind. */
export interface Panel extends Box {
  id: string;
  title: string[];
  lines: ChartLine[];
  behind: ChartLine[];
  /** Maps periods and values to pixels of the whole drawing: for the drawing and for the pointer. */
  at: Geometry;
  /** True in the first column, where the steps of the axis are written. */
  first: boolean;
}

/** Where everything in a drawing of small charts stands. */
export interface PanelLayout {
  width: number;
  height: number;
  font: number;
  panels: Panel[];
  /** The steps of the axis of values that all panels share. */
  steps: number[];
  key: (KeyItem & { x: number; y: number })[];
}

interface Group {
  id: string;
  label: string;
  lines: ChartLine[];
  behind: ChartLine[];
}

/** An area a panel with England behind; where there is one area, a line a panel. */
const groupsOf = ({ lines }: TimeSpec): Group[] => {
  const england = lines.filter(({ slot }) => slot === 'england');
  const others = lines.filter(({ slot }) => slot !== 'england');
  const areas = [...new Set(others.map(({ areaKey }) => areaKey))];
  if (areas.length === 1 && others.length > 1 && others.every(({ dash }) => dash === 0))
    return others.map((line) => ({ id: line.id, label: line.label, lines: [line], behind: [] }));
  // With nothing to show there are axes all the same.
  if (!lines.length) return [{ id: '', label: '', lines: [], behind: [] }];
  if (!areas.length) return england.map((line) => ({ id: line.id, label: line.label, lines: [line], behind: [] }));
  return areas.map((area) => {
    const own = others.filter((line) => line.areaKey === area);
    const behind = england.filter(({ line }) => own.some((each) => each.line === line));
    return { id: area, label: own.length > 1 ? own[0]!.label.split(': ')[0]! : own[0]!.label, lines: own, behind };
  });
};

const columnsFor = (panels: number, narrow: boolean): number => {
  if (narrow) return Math.min(panels, 2);
  return panels === 5 || panels === 6 ? 3 : Math.min(panels, 4);
};

/** The height of a panel between its title and its years: the fewer there are, the more room each has. */
const plotHeight = (panels: number, columns: number, narrow: boolean): number =>
  panels === 1 ? (narrow ? 200 : 280) : narrow ? 92 : columns > 2 ? 120 : 170;

/** Lays out the small charts of a spec at the width of a size; the height is as many rows as they need. */
export const layPanels = (spec: TimeSpec, size: Size): PanelLayout => {
  const { width } = size;
  const narrow = size.name === 'narrow';
  const font = size.font - 1;
  const groups = groupsOf(spec);
  const columns = Math.max(1, columnsFor(groups.length, narrow));
  const values = steps([spec.bottom ?? 0, spec.top], STEPS);
  const left = Math.round(Math.max(...values.map((value) => widthOf(formatStep(value), font))) + 10);
  const [gap, right] = narrow ? [28, 14] : [32, 16];
  const plot = plotHeight(groups.length, columns, narrow);
  const wide = (width - left - right - gap * (columns - 1)) / columns;
  const titles = groups.map(({ label }) => (label ? wrap(label, charactersThatFit(wide + gap - 8, size.font), 3) : []));

  let top = size.font + 12;
  const boxes: Box[] = [];
  for (let from = 0; from < groups.length; from += columns) {
    const row = titles.slice(from, from + columns);
    top += Math.max(...row.map(({ length }) => length)) * (size.font + 2) + 6;
    row.forEach((_, column) => {
      const start = left + column * (wide + gap);
      boxes.push({ left: start, right: start + wide, top, bottom: top + plot });
    });
    top += plot + font + 20;
  }
  const key = layKey(keyItems(spec, mapped(spec, size), groups), { left: 2, top, width: width - 4 }, font);
  const height = Math.round(top + key.height);
  return {
    width,
    height,
    font,
    steps: values,
    key: key.items,
    panels: groups.map((group, i) => {
      const box = boxes[i]!;
      const inside = {
        ...size,
        height,
        left: box.left,
        right: width - box.right,
        top: box.top,
        bottom: height - box.bottom
      };
      return { ...group, ...box, title: titles[i]!, first: i % columns === 0, at: mapped(spec, inside) };
    })
  };
};

/** The panel at a place in pixels of the drawing, or the nearest one. */
export const panelAt = ({ panels }: PanelLayout, x: number, y: number): Panel | undefined => {
  const away = ({ left, right, top, bottom }: Panel): number =>
    Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
  return panels.reduce<Panel | undefined>((best, each) => (best && away(best) <= away(each) ? best : each), undefined);
};

/** The period of a panel's lines that lies nearest to a place in pixels of the drawing. */
export const periodAt = ({ lines, behind, at }: Panel, x: number): Period | undefined => {
  const away = (period: Period): number => Math.abs(at.atPeriod(period) - x);
  return [...lines, ...behind]
    .flatMap(({ points }) => points.map(({ period }) => period))
    .reduce<Period | undefined>((best, each) => (best && away(best) <= away(each) ? best : each), undefined);
};
