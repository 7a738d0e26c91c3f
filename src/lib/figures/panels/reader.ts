import { formatPeriod } from '#lib/domain/index.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { layPanels, panelAt, periodAt, type Panel } from './layout.ts';
import { figuresAt, periodsOf, spokenOf } from '#lib/figures/time/reader.ts';
import type { ChartReader } from '#lib/ui/chart-reader.ts';

const BY: Partial<Record<string, { panels: number; periods: number }>> = {
  ArrowLeft: { panels: 0, periods: -1 },
  ArrowRight: { panels: 0, periods: 1 },
  ArrowUp: { panels: -1, periods: 0 },
  ArrowDown: { panels: 1, periods: 0 }
};

const clamp = (i: number, { length }: readonly unknown[]): number => Math.max(0, Math.min(length - 1, i));

/** Reads small charts: the arrows left and right go through the periods of one, up and down through the charts. */
export const panelReader = (spec: TimeSpec, size: Size): ChartReader => {
  const layout = layPanels(spec, size);
  const { panels } = layout;
  const idOf = (panel: Panel, period: string): string => `${panels.indexOf(panel)} ${period}`;
  const find = (id: string): { panel: Panel; period: string } | undefined => {
    const [i, period = ''] = id.split(' ');
    const panel = panels[Number(i)];
    return panel && { panel, period };
  };
  return {
    width: layout.width,
    height: layout.height,
    nearest: (x, y) => {
      const panel = panelAt(layout, x, y);
      const period = panel && periodAt(panel, x);
      return panel && period !== undefined ? idOf(panel, period) : undefined;
    },
    step: (from, key) => {
      const by = BY[key];
      if (!by) return undefined;
      const here = from === undefined ? undefined : find(from);
      const panel = panels[clamp((here ? panels.indexOf(here.panel) : 0) + by.panels, panels)];
      const periods = periodsOf(panel?.lines ?? []);
      const i = here ? periods.indexOf(here.period) : -1;
      const period = periods[i < 0 ? periods.length - 1 : clamp(i + by.periods, periods)];
      return panel && period !== undefined ? idOf(panel, period) : undefined;
    },
    read: (id) => {
      const found = find(id);
      if (!found) return undefined;
      const { panel, period } = found;
      const figures = figuresAt([...panel.lines, ...panel.behind], period, spec.dp);
      return {
        title: formatPeriod(period),
        body: figures.map(({ id, label, text }) => ({ id, label, text })),
        spoken: spokenOf(period, figures, spec.axisTitle),
        x: panel.at.atPeriod(period),
        y: panel.top,
        mark: { kind: 'rule', top: panel.top, bottom: panel.bottom, dots: [] }
      };
    }
  };
};
